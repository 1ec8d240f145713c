import { type Matter, UNREGULATED } from './cite.ts'
import type { MatterEntry, RegulationPack } from './pack.ts'

const MARK = /⟦([a-z-]+)⟧/gu

/** An article, and `verified: false` where its provision was not read in its own text. */
export interface Provision {
  readonly article: string
  readonly verified?: false
}

/** An article with what is known of it. */
export function provision(article: string, verified: boolean | undefined): Provision {
  return verified === false && article !== '' ? { article, verified } : { article }
}

/** An article as people see it: with a mark where the provision was not read in its own text. */
export function shownArticle({ article, verified }: Provision): string {
  return verified === false ? `${article}（未核对）` : article
}

/** Citations of the law by matter. */
export interface Citations {
  /** Whether the text has this matter. */
  has: (matter: Matter) => boolean
  /** The articles alone, for headings and columns; `UNREGULATED` where the text lacks the matter. */
  articleOf: (matter: Matter) => string
  /** The same, and whether the provision was read in its own text. */
  provisionOf: (matter: Matter) => Provision
  /** The same as people see them: with a mark where the provision was not read in its own text. */
  shownArticleOf: (matter: Matter) => string
  /** The articles with paragraph and item; the title of the matter where the text lacks it. */
  citation: (matter: Matter) => string
  /** A message with each `cite` in it replaced by its citation. */
  written: (text: string) => string
}

/** The citations that a resolved pack gives. */
export function packCitations(pack: Pick<RegulationPack, 'matters'>): Citations {
  const entryOf = (matter: Matter): MatterEntry => pack.matters[matter] ?? { absent: true }
  const has = (matter: Matter): boolean => !entryOf(matter).absent
  const citation = (matter: Matter): string => {
    const { article, item = '' } = entryOf(matter)
    return article === undefined || !has(matter) ? (entryOf(matter).title ?? matter) : `${article}${item}`
  }
  const articleOf = (matter: Matter): string =>
    has(matter) ? (entryOf(matter).article ?? UNREGULATED) : UNREGULATED
  const provisionOf = (matter: Matter): Provision =>
    provision(articleOf(matter), !has(matter) || entryOf(matter).verified)
  return {
    has,
    articleOf,
    provisionOf,
    shownArticleOf: (matter) => shownArticle(provisionOf(matter)),
    citation,
    written: (text) => (text.includes('⟦') ? text.replace(MARK, (_, name: Matter) => citation(name)) : text),
  }
}
