import { literally } from '../pattern.ts'
import type { Law } from './pack.ts'

/** Whether a text could be relied on at a date. `unknown`: the pack does not say when it applied. */
export type LawStatus = 'in-force' | 'not-yet' | 'no-longer' | 'draft' | 'unknown'

/**
 * The state of a text on a date (YYYY-MM-DD, both ends of its time inclusive).
 * A text whose dates were not verified never yields `not-yet` or `no-longer`: no finding rests on recollection.
 */
export function lawStatus(law: Law, date: string): LawStatus {
  if (law.draft) return 'draft'
  if (!law.verified) return 'unknown'
  if (law.effectiveFrom !== undefined && date < law.effectiveFrom) return 'not-yet'
  if (law.effectiveTo !== undefined && date > law.effectiveTo) return 'no-longer'
  return 'in-force'
}

interface LawIndex {
  lawOf: (title: string) => Law | undefined
  citedLaws: (passage: string) => Law[]
}

/** Look-ups of citable texts by title and alias. */
export function lawIndex(laws: readonly Law[]): LawIndex {
  const byName = new Map(laws.flatMap((law) => namesOf(law).map((name) => [name, law] as const)))
  // The longest name first, so that 海洋环境保护法 is not taken for 环境保护法.
  const names = [...byName.keys()].sort((a, b) => b.length - a.length)
  const anyName = names.length > 0 ? new RegExp(names.map(literally).join('|'), 'gu') : undefined
  const lawOf = (title: string) => byName.get(bare(title))
  const namedIn = (text: string) =>
    anyName ? [...text.matchAll(anyName)].map(([name]) => byName.get(name)) : []
  return {
    lawOf,
    citedLaws: (passage) => {
      // A title in 《》 is a whole: 《XX市环境保护法实施办法》 does not cite 环境保护法.
      const found = passage
        .split(/(《[^《》]*》)/u)
        .flatMap((part) => (part.startsWith('《') ? [lawOf(part)] : namedIn(part)))
      return [...new Set(found.filter((law) => law !== undefined))]
    },
  }
}

function namesOf({ title, aliases }: Law): string[] {
  return [title, ...aliases].map(bare)
}

/** A title without 《》, white space, 中华人民共和国 and the year of its wording, as in （2023年修正）. */
function bare(title: string): string {
  return title
    .replace(/[《》\s]/gu, '')
    .replace(/^中华人民共和国/u, '')
    .replace(/[（(][^（()）]*(?:年|修正|修订)[^（()）]*[)）]$/u, '')
}
