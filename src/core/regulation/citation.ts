import { type Matter, UNREGULATED } from './cite.ts'
import type { MatterEntry, RegulationPack } from './pack.ts'

const MARK = /⟦([a-z-]+)⟧/gu

/** What is said of the law by matter. */
export interface Citations {
  /** Whether the text has this matter. */
  has: (matter: Matter) => boolean
  /** The articles alone, as headings and columns name them; `UNREGULATED` where the text lacks the matter. */
  articleOf: (matter: Matter) => string
  /** The articles with paragraph and item; the title of the matter where the text lacks it. */
  citation: (matter: Matter) => string
  /** A message with each `cite` in it replaced by its citation. */
  written: (text: string) => string
}

/** The citations that a resolved pack gives. */
export function citationsOf(pack: Pick<RegulationPack, 'matters'>): Citations {
  const entryOf = (matter: Matter): MatterEntry => pack.matters[matter] ?? { absent: true }
  const has = (matter: Matter): boolean => !entryOf(matter).absent
  const citation = (matter: Matter): string => {
    const { article, item = '' } = entryOf(matter)
    return article === undefined || !has(matter) ? (entryOf(matter).title ?? matter) : `${article}${item}`
  }
  return {
    has,
    articleOf: (matter) => (has(matter) ? (entryOf(matter).article ?? UNREGULATED) : UNREGULATED),
    citation,
    written: (text) => (text.includes('⟦') ? text.replace(MARK, (_, name: Matter) => citation(name)) : text),
  }
}
