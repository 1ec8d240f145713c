import { documentNames } from '../../core/facts/documents.ts'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { fileDescription } from '../../core/schema/describe.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import { schemaTexts } from '../../generated/schemas.js'

const fileNames = ['config', ...documentNames, 'submissions', 'calendar', 'project', 'common'] as const

/** The part of a pack that the schemas for editors need. */
export type PackForEditors = Pick<Regulation, 'lists' | 'has' | 'citation'>

/** The schemas for editors, as files: codes have their labels, and descriptions name their articles. */
export function editorSchemas(pack: PackForEditors): [path: string, text: string][] {
  return fileNames.map((name) => [
    `schemas/${name}.schema.json`,
    `${JSON.stringify(filled(JSON.parse(schemaTexts[name]), pack), undefined, 2)}\n`,
  ])
}

function filled(value: unknown, pack: PackForEditors): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, pack))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, child]) => [key, filled(child, pack)] as const)
  const list =
    'x-list' in value && typeof value['x-list'] === 'string' ? pack.lists[value['x-list']] : undefined
  return { ...Object.fromEntries(entries), ...described(value, pack), ...(list && choices(list)) }
}

/** The description of a schema with the articles of its matters, and with how the value is written. */
function described(schema: SchemaNode, pack: PackForEditors): { readonly description?: string } {
  // The keys of an object stand in one like it, and one of them may be called `description`.
  if (typeof (schema.description ?? schema['x-file'] ?? schema['x-none']) !== 'string') return {}
  return { description: fileDescription(schema, pack) }
}

/** `enumDescriptions` is what editors show beside a code; validators ignore it. */
function choices(list: readonly { readonly code: string; readonly label: string }[]) {
  return { enum: list.map(({ code }) => code), enumDescriptions: list.map(({ label }) => label) }
}
