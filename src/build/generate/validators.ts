import { writeFileSync } from 'node:fs'
import { _, Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { formats } from '../../core/schema/formats.ts'
import { pathIndexOf } from './paths.ts'
import { banner, listsToEnum, mapSchema, readSchema, type SchemaCopy, separate } from './prepare.ts'

const longestCompacted = 0.9
const vocabulary = [
  'x-list',
  'x-ref',
  'x-default',
  'x-when',
  'x-titles',
  'x-format',
  'x-ask',
  'x-key',
  'x-backfill',
  'x-empty',
  'x-matter',
  'x-known-by',
  'x-none',
  'x-file',
]

/**
 * Writes `validators.js` and its types: standalone code, no ajv at run time, nothing to resolve. The formats are the
 * functions of `src/core/schema/formats.ts`, bundled in.
 */
export async function generateValidators(names: readonly string[], target: string): Promise<void> {
  const documents = names.filter((name) => name !== 'common' && !separate.includes(name))
  const code = [
    standaloneCode([...documents, 'common']),
    `export const validators = { ${documents.map((name) => `${name}: validate_${name}`).join(', ')} }`,
    `export const paths = ${JSON.stringify(Object.fromEntries(documents.map((name) => [name, pathIndexOf(name)])))}`,
  ].join('\n')
  await bundle(code, `${target}.js`)
  writeFileSync(`${target}.d.ts`, declarations(documents))
  for (const name of names.filter((each) => separate.includes(each))) {
    await bundle(
      `${standaloneCode([name])}\nexport const validate = validate_${name}`,
      `${target}-${name}.js`,
    )
    writeFileSync(`${target}-${name}.d.ts`, separateDeclaration)
  }
}

const separateDeclaration = `${banner}
import type { Validator } from './validators.js'

export declare const validate: Validator
`

/**
 * Draft 2020-12 differs from ajv's older default in nothing that our schemas use; the newer dialect would only add
 * bookkeeping for `unevaluatedProperties` to every function. The regulation's schema may use all of it.
 */
function standaloneCode(names: readonly string[]): string {
  const regulation = names.includes('regulation')
  const options = {
    allErrors: true,
    messages: false,
    allowUnionTypes: true,
    strict: !regulation,
    formats,
    code: { source: true, esm: true, formats: _`require("./src/core/schema/formats.ts").formats` },
  }
  const ajv = regulation ? new Ajv2020(options) : new Ajv(options)
  ajv.addVocabulary(vocabulary)
  for (const name of names) ajv.addSchema(prepared(name), name)
  const exported = names.filter((name) => name !== 'common')
  return compactErrors(
    standalone(ajv, Object.fromEntries(exported.map((name) => [`validate_${name}`, name]))),
  )
}

const errorBlock =
  /const (err\d+) = \{instancePath(?::([^{}]*?))?,schemaPath:"[^"]*",keyword:("\w+"),params:(\{[^{}]*\})\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g

const addError = `
function addError(errors, instancePath, keyword, params) {
  const error = { instancePath, keyword, params }
  if (errors === null) return [error]
  errors.push(error)
  return errors
}
`

/**
 * One call in place of ajv's block of statements for each error: half the code to load when the program starts.
 * @throws Error when ajv's code no longer looks as expected.
 */
function compactErrors(code: string): string {
  const shorter = code.replace(
    errorBlock,
    (_, __, path: string | undefined, keyword: string, params: string) =>
      `vErrors = addError(vErrors, ${path ?? 'instancePath'}, ${keyword}, ${params});errors++;`,
  )
  if (shorter.length > code.length * longestCompacted)
    throw new Error('the code of ajv has changed: see compactErrors()')
  return shorter + addError
}

/** Removes labels and, where it is not needed, the dialect: they would stand in the code as text. */
function prepared(name: string): SchemaCopy {
  const labels = name === 'regulation' ? [] : ['$schema', 'title', 'description']
  return mapSchema(readSchema(name), (node) => {
    const kept = Object.entries(withFormat(listsToEnum(node))).filter(([key]) => !labels.includes(key))
    return Object.fromEntries(kept)
  })
}

/** Texts that may have several lines. */
const LONG: readonly unknown[] = ['text', 'citation']

/** Every string refuses control characters and bidi overrides; one that is not long text is a single line. */
function withFormat(node: SchemaCopy): SchemaCopy {
  const takesStrings = node.type === 'string' || (Array.isArray(node.type) && node.type.includes('string'))
  if (!takesStrings || 'format' in node || 'enum' in node || 'const' in node) return node
  return { ...node, format: LONG.includes(node['x-format']) ? 'text' : 'line' }
}

async function bundle(contents: string, outfile: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: '.', sourcefile: 'validators.js' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'node20',
    minify: true,
    charset: 'utf8',
    logLevel: 'error',
  })
}

function declarations(documents: readonly string[]): string {
  const union = documents.map((name) => `'${name}'`).join(' | ')
  return `${banner}
export interface ValidationError {
  instancePath: string
  keyword: string
  params: Record<string, unknown>
}
export interface Validator {
  (data: unknown): boolean
  errors?: ValidationError[] | null
}
export type SchemaName = ${union}
export declare const validators: Readonly<Record<SchemaName, Validator>>
export declare const paths: Readonly<
  Record<SchemaName, { lists: [path: string[], list: string][]; ids: [path: string[], property: string][] }>
>
`
}
