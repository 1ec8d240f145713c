import { writeFileSync } from 'node:fs'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import type { SchemaNode } from '../../core/schema/node.ts'
import { banner, isSchemaCopy, listsToEnum, readSchema, type SchemaCopy } from './prepare.ts'

/**
 * Writes the TypeScript types of the documents. Each definition becomes one type of its own name, wherever it is
 * used: references are replaced by the very same object, which the compiler then names once.
 */
export async function generateTypes(names: readonly string[], target: string): Promise<void> {
  const inline = createInliner()
  const documents = names.filter((name) => name !== 'common')
  const properties = Object.fromEntries(documents.map((name) => [name, inline(name, '')]))
  const root = {
    title: 'AllDocuments',
    type: 'object',
    properties,
    required: documents,
    additionalProperties: false,
  }
  // The schema boundary: a schema made here, in the compiler's own words for one.
  const source = await compile(root as JSONSchema, 'AllDocuments', {
    bannerComment: banner,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    style: { singleQuote: true, semi: false, printWidth: 110 },
  })
  writeFileSync(target, source)
}

function pascalCase(name: string): string {
  return name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
}

/** Looks a definition up once and returns the same object each time, references and labels taken out. */
function createInliner(): (name: string, definition: string) => SchemaCopy {
  const schemas = new Map<string, SchemaNode>()
  const done = new Map<string, SchemaCopy>()

  function inline(name: string, definition: string): SchemaCopy {
    const key = `${name}#${definition}`
    const known = done.get(key)
    if (known) return known
    const schema = schemas.get(name) ?? readSchema(name)
    schemas.set(name, schema)
    const target: unknown = definition === '' ? schema : schema.$defs?.[definition]
    if (!isSchemaCopy(target)) throw new Error(`schemas/${name}: no definition ${definition}`)
    const typeName = definition === '' ? `${pascalCase(name)}Document` : pascalCase(definition)
    const result: SchemaCopy = strip(target, name)
    if (isNamed(result)) result.title = typeName
    done.set(key, result)
    return result
  }

  function strip(node: SchemaCopy, name: string): SchemaCopy {
    if (typeof node.$ref === 'string') {
      const [file = '', definition = ''] = node.$ref.split('#/$defs/')
      return inline(file === '' ? name : file.replace('.schema.json', ''), definition)
    }
    const copy: SchemaCopy = {}
    for (const [key, value] of Object.entries(listsToEnum(withOptional(node)))) {
      if (typesIgnore(key)) continue
      if (key === 'properties' && isSchemaCopy(value)) {
        const stripped = (child: unknown): unknown => (isSchemaCopy(child) ? strip(child, name) : child)
        const properties = Object.entries(value).map(([property, child]) => [property, stripped(child)])
        copy[key] = Object.fromEntries(properties)
      } else if (key === 'oneOf' && Array.isArray(value))
        copy[key] = value.map((child: SchemaCopy) => strip(child, name))
      else copy[key] = isSchemaCopy(value) ? strip(value, name) : value
    }
    return copy
  }

  return inline
}

/** What a case taken over from a ledger may lack is optional in its type. */
function withOptional(node: SchemaCopy): SchemaCopy {
  const { required, 'x-backfill': lacking } = node
  if (!Array.isArray(required) || !Array.isArray(lacking)) return node
  return { ...node, required: required.filter((key: unknown) => !lacking.includes(key)) }
}

/** Objects and lists of codes get a name; strings and numbers stay what they are. */
function isNamed(node: SchemaCopy): boolean {
  return 'properties' in node || 'enum' in node || 'oneOf' in node
}

function typesIgnore(key: string): boolean {
  return (
    key.startsWith('x-') ||
    ['$schema', '$id', '$defs', 'title', 'description', 'propertyNames', 'format'].includes(key)
  )
}
