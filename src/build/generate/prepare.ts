import { readdirSync, readFileSync } from 'node:fs'
import type { SchemaNode } from '../../core/schema/node.ts'

/** The first line of every file that is generated from the schemas. */
export const banner = '// Generated from schemas/ by `npm run generate`. Do not edit.'

/** A schema that is prepared for a generator: plain data whose keywords are changed step by step. */
export type SchemaCopy = Record<string, unknown>

const schemaFolder = 'schemas'
/**
 * Schemas of other files than those of a case repository: their validators are separate, so that a command need not
 * load them.
 */
export const separate = ['output', 'regulation']
const suffix = '.schema.json'

/** The names of the schemas in `schemas/`, in order: `agreements`, `appraisals`, … */
export function schemaNames(): string[] {
  return readdirSync(schemaFolder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort()
}

/** A schema as it is written; that of packs with the names of the matters. */
export function readSchema(name: string): SchemaNode {
  const schema = JSON.parse(readFileSync(`${schemaFolder}/${name}${suffix}`, 'utf8'))
  return name === 'regulation' ? withMatterNames(schema) : schema
}

/** The matters stand once, under `matters`: every other place of the schema that takes a matter takes one of these. */
function withMatterNames(schema: SchemaNode & { readonly $comment?: string }): SchemaNode {
  const { properties, $defs = {} } = schema
  const { $comment: _, ...matterName }: typeof schema = $defs.matterName ?? {}
  const names = Object.keys(properties?.matters?.properties ?? {})
  return { ...schema, $defs: { ...$defs, matterName: { ...matterName, enum: names } } }
}

export function isSchemaCopy(value: unknown): value is SchemaCopy {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The codes of a `oneOf` of titled constants, else undefined. */
function constantsOf(node: SchemaCopy): unknown[] | undefined {
  const branches = node.oneOf
  if (!Array.isArray(branches) || !branches.every((branch) => isSchemaCopy(branch) && 'const' in branch))
    return undefined
  return branches.map((branch: SchemaCopy) => branch.const)
}

/** Keywords whose value maps names to schemas: those names are not keywords. */
const maps = new Set(['properties', '$defs'])

/** A copy in which every schema has gone through `change`, children first. */
export function mapSchema(node: unknown, change: (node: SchemaCopy) => SchemaCopy): SchemaCopy {
  const copy: SchemaCopy = {}
  for (const [key, value] of Object.entries(isSchemaCopy(node) ? node : {})) {
    if (maps.has(key) && isSchemaCopy(value)) {
      copy[key] = Object.fromEntries(
        Object.entries(value).map(([name, child]) => [name, mapSchema(child, change)]),
      )
    } else if (Array.isArray(value) && key === 'oneOf')
      copy[key] = value.map((child) => mapSchema(child, change))
    else copy[key] = isSchemaCopy(value) ? mapSchema(value, change) : value
  }
  return change(copy)
}

/** Lists of titled constants become `enum`: one wrong value is then one error, and one union in the types. */
export function listsToEnum(node: SchemaCopy): SchemaCopy {
  const codes = constantsOf(node)
  if (codes === undefined) return node
  const { oneOf: _, ...rest } = node
  return { ...rest, enum: codes }
}
