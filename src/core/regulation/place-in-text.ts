import { articleName, parseArticle } from './article.ts'
import type { RegulationPack } from './pack.ts'

/**
 * Greater than any number of an article: after the articles come annexes, then matters of other laws, then matters
 * without a place.
 */
const AFTER_ARTICLES = 10_000
const ELSEWHERE = 20_000
const NOWHERE = 30_000

/** Where in a text an article or annex stands, for putting entries in the order of the text. */
export function placeInText(article: string | undefined): number {
  if (article === undefined) return NOWHERE
  const annex = /^附件\s*(\d+)/u.exec(article)?.[1]
  if (annex !== undefined) return AFTER_ARTICLES + Number(annex)
  return parseArticle(article.split('、')[0] ?? '') ?? ELSEWHERE
}

/** The article of an entry of a resolved pack, with paragraph and item; undefined where the pack gives none. */
export function citationIn(pack: RegulationPack, section: string, key: string): string | undefined {
  const { matters, periods, limits, lists, clauses, forms, laws, points, jurisdiction, rolling } = pack
  switch (section) {
    case 'matters': {
      const entry = new Map(Object.entries(matters)).get(key)
      return entry?.article && `${entry.article}${entry.item ?? ''}`
    }
    case 'periods':
      return periods[key]?.article
    case 'limits':
      return limits[key]?.article
    case 'lists':
      return lists[key]?.article
    case 'articles':
      return articleName(Number(key))
    case 'annexes':
      return `附件${key}`
    case 'clauses':
      return clauses.find(({ code }) => code === key)?.article
    case 'jurisdiction':
      return jurisdiction?.article
    case 'rolling':
      return rolling?.article
    default:
      return [...forms, ...laws, ...points].find(({ id }) => id === key)?.article
  }
}
