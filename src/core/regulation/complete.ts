import { figureMatters, type Matter, matterTitles } from '../../generated/matters.ts'
import { type Gap, RegulationError } from './error.ts'
import type { Json, JsonObject } from './pack.ts'

/** The keys that every entry of a section needs. A pack as written may leave out those that it inherits. */
const NEEDED = {
  periods: ['title', 'amount', 'unit', 'article'],
  limits: ['title', 'article'],
  lists: ['title', 'article', 'items'],
  articles: ['title', 'gist'],
  annexes: ['title', 'gist'],
  points: ['title', 'rule', 'source', 'article', 'verified'],
  clauses: ['title', 'required', 'article', 'formSection', 'recognise'],
  forms: ['title', 'article'],
  laws: ['title', 'aliases', 'verified', 'article'],
} as const

const FIGURE_SECTIONS = ['amount', 'percent', 'count']

/**
 * Checks that a merged pack lacks nothing on which the program relies; the schema has checked its types.
 * @throws RegulationError naming every entry that lacks something, and what.
 */
export function assertComplete(pack: JsonObject): void {
  const all = gapsIn(pack)
  if (all.length === 0) return
  throw new RegulationError(
    `法规数据“${String(pack.id)}”不完整：${all.map(({ message }) => message).join('；')}。`,
    all,
  )
}

/** Every entry of a merged pack that lacks something, including the matters and figures that the program needs. */
export function gapsIn(pack: JsonObject): Gap[] {
  const sections = Object.entries(NEEDED).flatMap(([section, keys]) =>
    keyedEntries(pack[section]).flatMap(([id, entry]) =>
      gapsOf(
        [section, id],
        entry,
        hasMatter(section, id, entry) ? keys.filter((key) => key !== 'article') : keys,
      ),
    ),
  )
  const limits = keyedEntries(pack.limits).filter(
    ([, limit]) => FIGURE_SECTIONS.filter((key) => key in limit).length !== 1,
  )
  return [
    ...sections,
    ...gapsOf(['jurisdiction'], pack.jurisdiction, ['article', 'rules', 'otherwise', 'authorized']),
    ...gapsOf(['rolling'], pack.rolling, ['rolls', 'article', 'verified']),
    ...limits.map(([id]) => ({
      path: ['limits', id],
      message: `limits.${id} 应当在 ${FIGURE_SECTIONS.join('、')} 中恰写一项`,
    })),
    ...keyedEntries(pack.lists).flatMap(([name, list]) =>
      keyedEntries(list.items).flatMap(([code, item]) =>
        gapsOf(['lists', name, 'items', code], item, ['label']),
      ),
    ),
    ...keyedEntries(pack.clauses).flatMap(([code, clause]) =>
      gapsOf(['clauses', code, 'recognise'], clause.recognise, ['headings', 'content']),
    ),
    // A base pack may leave matters and figures to the packs that extend it.
    ...(pack.base === true ? [] : [...openMatters(pack), ...missingFigures(pack)]),
  ]
}

/** Whether an entry takes its article from a matter: if the article is missing, the matter is reported instead. */
function hasMatter(section: string, id: string, entry: JsonObject): boolean {
  const figures: Readonly<Record<string, Readonly<Record<string, Matter>>>> = figureMatters
  return typeof entry.matter === 'string' || figures[section]?.[id] !== undefined
}

/** Matters for which a pack names no article and does not say that they are absent. */
function openMatters(pack: JsonObject): Gap[] {
  const matters = isMap(pack.matters) ? pack.matters : {}
  return Object.entries(matterTitles).flatMap(([id, title]) => {
    const entry = matters[id]
    if (isMap(entry) && (entry.article !== undefined || entry.absent === true)) return []
    const path = id in matters ? ['matters', id] : ['matters']
    return [{ path, message: `matters 没有写明「${title}」（${id}）在哪一条；没有规定的写 absent: true` }]
  })
}

/** Periods, limits and lists that the program needs and the pack lacks, though the text has their matter. */
function missingFigures(pack: JsonObject): Gap[] {
  const matters = isMap(pack.matters) ? pack.matters : {}
  return Object.entries(figureMatters).flatMap(([section, figures]) => {
    const own = isMap(pack[section]) ? pack[section] : {}
    return Object.entries<Matter>(figures).flatMap(([id, matter]) => {
      const entry = matters[matter]
      if (id in own || (isMap(entry) && entry.absent === true)) return []
      const message = `${section} 缺少 ${id}（${matterTitles[matter]}）；没有规定的，在 matters 中把 ${matter} 写为 absent: true`
      return [{ path: [section], message }]
    })
  })
}

function gapsOf(path: readonly string[], entry: Json | undefined, keys: readonly string[]): Gap[] {
  if (!isMap(entry)) return []
  const missing = keys.filter((key) => !(key in entry))
  return missing.length > 0 ? [{ path, message: `${path.join('.')} 缺少 ${missing.join('、')}` }] : []
}

/** The entries of a map, or of a list by the key that identifies its items. */
function keyedEntries(section: Json | undefined): [string, JsonObject][] {
  const entries: [string, Json][] = Array.isArray(section)
    ? section.map((item) => [isMap(item) ? String(item.code ?? item.id ?? item.number) : '', item])
    : Object.entries(isMap(section) ? section : {})
  return entries.flatMap(([key, entry]): [string, JsonObject][] => (isMap(entry) ? [[key, entry]] : []))
}

/** Whether a value is a map, neither null nor a list. */
export function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
