import { figureMatters } from '../../generated/matters.ts'
import { UNREGULATED } from './cite.ts'
import { isMap } from './complete.ts'
import { isMatter, matterTitles } from './matters.ts'
import type { Json, JsonObject } from './pack.ts'

/**
 * A merged pack in which every entry names its article: its own where it gives one, else that of its matter. Periods,
 * limits and clauses whose matter the text lacks are left out, since other code would rely on them.
 */
export function withArticles(pack: JsonObject): JsonObject {
  const matters = isMap(pack.matters) ? pack.matters : {}
  const named = (matter: Json | undefined): JsonObject | undefined => {
    const entry = typeof matter === 'string' && isMatter(matter) ? matters[matter] : undefined
    return isMap(entry) ? entry : undefined
  }
  const cited = (entry: Json, matter: Json | undefined): Json => {
    const place = named(matter)
    const article = place?.absent ? UNREGULATED : place?.article
    return isMap(entry) && entry.article === undefined && article !== undefined
      ? { ...entry, article }
      : entry
  }
  const isAbsent = (matter: string | undefined): boolean => named(matter)?.absent === true
  const list = (section: string): Json[] =>
    (Array.isArray(pack[section]) ? pack[section] : []).map((entry) =>
      cited(entry, isMap(entry) ? entry.matter : undefined),
    )
  const { jurisdiction, rolling } = pack
  return {
    ...pack,
    matters: titled(matters),
    periods: figuresWithArticles(pack, 'periods', cited, isAbsent),
    limits: figuresWithArticles(pack, 'limits', cited, isAbsent),
    lists: figuresWithArticles(pack, 'lists', cited),
    clauses: list('clauses').filter((clause) => !isMap(clause) || !named(clause.matter)?.absent),
    points: list('points'),
    forms: list('forms'),
    laws: list('laws'),
    ...(isMap(jurisdiction) && { jurisdiction: everywhere(jurisdiction, cited) }),
    ...(isMap(rolling) && { rolling: cited(rolling, rolling.matter) }),
  }
}

/** The periods, limits or lists with their articles, without those whose matter the text lacks. */
function figuresWithArticles(
  pack: JsonObject,
  section: 'periods' | 'limits' | 'lists',
  cited: (entry: Json, matter: Json | undefined) => Json,
  isLeftOut: (matter: string | undefined) => boolean = () => false,
): JsonObject {
  const known: Readonly<Record<string, string>> = figureMatters[section]
  const entries = Object.entries(isMap(pack[section]) ? pack[section] : {})
  return Object.fromEntries(
    entries
      .filter(([id, entry]) => !isLeftOut(ownMatter(entry) ?? known[id]))
      .map(([id, entry]) => [id, withLastValue(cited(entry, ownMatter(entry) ?? known[id]))]),
  )
}

/** The matters with their titles; unknown ones stay as they are. */
function titled(matters: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(matters).map(([id, entry]) => [
      id,
      isMap(entry) && isMatter(id) ? { title: matterTitles[id], ...entry } : entry,
    ]),
  )
}

/** The matter that an entry names itself. */
function ownMatter(entry: Json): string | undefined {
  return isMap(entry) && typeof entry.matter === 'string' ? entry.matter : undefined
}

/** The keys of a figure that a value may change. */
const FIGURE_KEYS: ReadonlySet<string> = new Set(['amount', 'unit', 'percent', 'count'])

/** A figure with dated values: each value has an article, and the figure itself has the last value. */
function withLastValue(entry: Json): Json {
  if (!isMap(entry) || !Array.isArray(entry.values)) return entry
  const { article = null } = entry
  const values = entry.values.map((value) =>
    isMap(value) && value.article === undefined ? { ...value, article } : value,
  )
  const last = values.at(-1)
  if (!isMap(last)) return entry
  const figure = Object.fromEntries(Object.entries(last).filter(([key]) => FIGURE_KEYS.has(key)))
  return { ...entry, ...figure, values }
}

/** The article of each map inside that names a matter. */
function everywhere(node: Json, cited: (entry: Json, matter: Json | undefined) => Json): Json {
  if (Array.isArray(node)) return node.map((item) => everywhere(item, cited))
  if (!isMap(node)) return node
  const inner = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, everywhere(value, cited)]),
  )
  return cited(inner, inner.matter)
}
