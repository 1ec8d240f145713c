import { existsSync, readdirSync, readFileSync } from 'node:fs'
import {
  type ArrowFunctionExpression,
  type Expression,
  type ObjectExpression,
  parseSync,
  Visitor,
} from 'oxc-parser'

/** A definition that a source exports: `export const accept = defineAction({ id: 'accept', … })`. */
export interface SourceUnit {
  readonly file: string
  /** The name of the export. */
  readonly name: string
  /** The function that makes it: `defineAction`. */
  readonly maker: string
  /** The texts of its definition by their keys, and `null` where the source writes it; other values are left out. */
  readonly says: Readonly<Record<string, string | null>>
}

/** Every source below a folder except its index, with `/` on every system, sorted. */
export function sourcesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && file !== `${folder}/index.ts`)
    .sort()
}

/** The definitions that a source exports, made by one of the functions named. */
export function unitsIn(file: string, makers: readonly string[]): SourceUnit[] {
  return exportsOf(file).flatMap(({ name, value }) => {
    const call = definitionCall(value, makers)
    return call ? [{ file, name, maker: call.maker, says: textValues(call.definition) }] : []
  })
}

/**
 * The one unit that a source exports; its name follows from the path of the source below its folder: `accept.ts` says
 * the id `accept`.
 * @throws Error that names a source without a unit, with several, or with one of another name.
 */
export function namedUnit(folder: string, file: string, makers: readonly string[], key = 'id'): SourceUnit {
  const [unit, ...others] = unitsIn(file, makers)
  if (!unit || others.length > 0) throw new Error(`${file}: must export one ${makers.join(' or ')}({ … })`)
  const name = file.slice(folder.length + 1).replace(/(?:\/command)?\.ts$/, '')
  if (unit.says[key] !== name) throw new Error(`${file}: must say ${key}: '${name}', as it is named itself`)
  return unit
}

/** The text of a unit under a key. @throws Error that names its file where there is no text. */
export function textUnder({ file, name, says }: SourceUnit, key: string): string {
  const text = says[key]
  if (typeof text !== 'string') throw new Error(`${file}: ${name} must say ${key}: '…'`)
  return text
}

/**
 * The name of the export that is a function without parameters and returns the type named. @throws Error without one.
 */
export function functionReturning(file: string, type: string): string {
  const found = exportsOf(file).find(({ value }) => {
    if (value?.type !== 'ArrowFunctionExpression') return false
    return value.params.length === 0 && returns(value, type)
  })
  if (!found) throw new Error(`${file}: must export a function that returns a ${type}`)
  return found.name
}

/** The ids of the definitions in a source, exported or not, that one of the functions named makes. */
export function definedIds(file: string, makers: readonly string[]): string[] {
  const ids: string[] = []
  new Visitor({
    CallExpression(node) {
      const call = definitionCall(node, makers)
      const id = call && textValues(call.definition).id
      if (id) ids.push(id)
    },
  }).visit(parse(file))
  return ids
}

interface Exported {
  readonly name: string
  readonly value: Expression | null
}

/** What a source exports by `export const`. */
function exportsOf(file: string): Exported[] {
  return parse(file).body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return []
    if (statement.declaration?.type !== 'VariableDeclaration') return []
    return statement.declaration.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' ? [{ name: id.name, value: init }] : [],
    )
  })
}

function parse(file: string) {
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'))
  const [error] = errors
  if (error) throw new Error(`${file}: ${error.message}`)
  return program
}

/** The object with which a source calls one of the named functions. */
function definitionCall(
  node: Expression | null,
  makers: readonly string[],
): { maker: string; definition: ObjectExpression } | undefined {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined
  const { name: maker } = node.callee
  const [definition] = node.arguments
  if (!makers.includes(maker) || definition?.type !== 'ObjectExpression') return undefined
  return { maker, definition }
}

function textValues({ properties }: ObjectExpression): SourceUnit['says'] {
  const texts = properties.flatMap((property): [string, string | null][] => {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') return []
    if (property.value.type !== 'Literal') return []
    const { value } = property.value
    return typeof value === 'string' || value === null ? [[property.key.name, value]] : []
  })
  return Object.fromEntries(texts)
}

function returns({ returnType }: ArrowFunctionExpression, type: string): boolean {
  const annotation = returnType?.typeAnnotation
  if (annotation?.type !== 'TSTypeReference' || annotation.typeName.type !== 'Identifier') return false
  return annotation.typeName.name === type
}
