import { documentNames } from '../../core/facts/documents.ts'
import type { Lists } from '../../core/schema/choices.ts'
import { schemaTexts } from '../../generated/schemas.js'

const fileNames = ['config', ...documentNames, 'submissions', 'calendar', 'project', 'common'] as const

/** The schemas for editors, as files: the lists of the law filled in, so that codes are offered with their labels. */
export function editorSchemas(lists: Lists): [path: string, text: string][] {
  return fileNames.map((name) => [
    `schemas/${name}.schema.json`,
    `${JSON.stringify(filled(JSON.parse(schemaTexts[name]), lists), undefined, 2)}\n`,
  ])
}

function filled(value: unknown, lists: Lists): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, lists))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, child]) => [key, filled(child, lists)] as const)
  const list = 'x-list' in value && typeof value['x-list'] === 'string' ? lists[value['x-list']] : undefined
  return { ...Object.fromEntries(entries), ...(list && choices(list)) }
}

/** `enumDescriptions` is what editors show beside a code; validators ignore it. */
function choices(list: readonly { readonly code: string; readonly label: string }[]) {
  return { enum: list.map(({ code }) => code), enumDescriptions: list.map(({ label }) => label) }
}
