import { writeFileSync } from 'node:fs'
import type { SchemaNode } from '../../core/schema/node.ts'
import { readSchema } from './prepare.ts'

const figures = ['periods', 'limits', 'lists'] as const

/**
 * Writes the matters of the schema of packs: the name and Chinese title of each, and the matter to which each figure
 * and list of the law belongs. Code names a matter by this union; a pack says where it is written.
 */
export function generateMatters(target: string): void {
  const { properties = {} } = readSchema('regulation')
  const titles = Object.entries(properties.matters?.properties ?? {}).map(([id, { title = id }]) => [
    id,
    title,
  ])
  const tables = figures.map((section) => [section, mattersOf(properties[section], section)] as const)
  const source = `// Generated from schemas/regulation.schema.json by \`npm run generate\`. Do not edit.

/** The Chinese title of each matter of the law, in the order of the text. */
export const matterTitles = ${JSON.stringify(Object.fromEntries(titles), null, 2)} as const

/** The matter that each figure and list of a pack belongs to. */
export const figureMatters = ${JSON.stringify(Object.fromEntries(tables), null, 2)} as const

export type Matter = keyof typeof matterTitles
export type PeriodId = keyof typeof figureMatters.periods
export type LimitId = keyof typeof figureMatters.limits
export type ListId = keyof typeof figureMatters.lists
`
  writeFileSync(target, source)
}

/** @throws Error when a figure that the schema names does not say its matter. */
function mattersOf(node: SchemaNode | undefined, section: string): Record<string, string> {
  const entries = Object.entries(node?.properties ?? {}).map(([id, entry]): [string, string] => {
    const matter = entry['x-matter']
    if (typeof matter !== 'string') throw new Error(`schemas/regulation: ${section}.${id} has no x-matter`)
    return [id, matter]
  })
  return Object.fromEntries(entries)
}
