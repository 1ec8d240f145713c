import { RegulationError } from './error.ts'
import type { Json, JsonObject } from './pack.ts'

/** What no entry can be used without, by section. A pack as written may leave out what it inherits. */
const NEEDED = {
  periods: ['title', 'amount', 'unit', 'article'],
  limits: ['title', 'article'],
  lists: ['title', 'article', 'items'],
  articles: ['title', 'gist', 'ejc'],
  annexes: ['title', 'gist', 'ejc'],
  points: ['title', 'rule', 'source', 'article', 'verified'],
  clauses: ['title', 'required', 'article', 'formSection', 'recognise'],
  forms: ['title', 'article'],
  laws: ['title', 'aliases', 'verified', 'article'],
} as const

const FIGURES = ['amount', 'percent', 'count']

/**
 * Checks that a merged pack lacks nothing that its readers rely on; its types were checked by the schema.
 * @throws RegulationError naming every entry that lacks something, and what.
 */
export function assertComplete(pack: JsonObject): void {
  const gaps = Object.entries(NEEDED).flatMap(([section, keys]) =>
    entriesOf(pack[section]).flatMap(([id, entry]) => gapsOf(`${section}.${id}`, entry, keys)),
  )
  const limits = entriesOf(pack.limits).filter(
    ([, limit]) => FIGURES.filter((key) => key in limit).length !== 1,
  )
  const single = [
    ...gapsOf('jurisdiction', pack.jurisdiction, ['article', 'rules', 'otherwise', 'authorized']),
    ...gapsOf('rolling', pack.rolling, ['rolls', 'article', 'verified']),
    ...limits.map(([id]) => `limits.${id} 应当在 ${FIGURES.join('、')} 中恰写一项`),
    ...entriesOf(pack.lists).flatMap(([name, list]) =>
      entriesOf(list.items).flatMap(([code, item]) => gapsOf(`lists.${name}.${code}`, item, ['label'])),
    ),
    ...entriesOf(pack.clauses).flatMap(([code, clause]) =>
      gapsOf(`clauses.${code}.recognise`, clause.recognise, ['headings', 'content']),
    ),
  ]
  const all = [...gaps, ...single]
  if (all.length > 0) throw new RegulationError(`法规数据“${String(pack.id)}”不完整：${all.join('；')}。`)
}

function gapsOf(path: string, entry: Json | undefined, keys: readonly string[]): string[] {
  if (!isMap(entry)) return []
  const missing = keys.filter((key) => !(key in entry))
  return missing.length > 0 ? [`${path} 缺少 ${missing.join('、')}`] : []
}

/** The entries of a map, or of a list by the key that tells its items apart. */
function entriesOf(section: Json | undefined): [string, JsonObject][] {
  const entries: [string, Json][] = Array.isArray(section)
    ? section.map((item) => [isMap(item) ? String(item.code ?? item.id ?? item.number) : '', item])
    : Object.entries(isMap(section) ? section : {})
  return entries.flatMap(([key, entry]): [string, JsonObject][] => (isMap(entry) ? [[key, entry]] : []))
}

/** Whether a value is a map, neither null nor a list. */
export function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
