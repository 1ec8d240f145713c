import { exactPattern } from '../pattern.ts'
import type { CitableText } from './pack.ts'

/** Whether a text was in force at a date. `unknown`: the pack does not say when it applied. */
export type LawStatus = 'in-force' | 'not-yet' | 'no-longer' | 'draft' | 'unknown'

/**
 * The state of a text on a date (YYYY-MM-DD, both ends of its time inclusive).
 * A text whose dates were not verified never yields `not-yet` or `no-longer`: no finding rests on recollection.
 */
export function lawStatus(law: CitableText, date: string): LawStatus {
  return lawStatusWhen(law, { hasCome: (day) => day <= date, hasPassed: (day) => day < date })
}

/** On which side of a date something lies. */
interface Side {
  readonly hasCome: (date: string) => boolean
  readonly hasPassed: (date: string) => boolean
}

/** The same on a day of which no more is asked than on which side of the text's dates it lies. */
export function lawStatusWhen(law: CitableText, { hasCome, hasPassed }: Side): LawStatus {
  if (law.draft) return 'draft'
  if (!law.verified) return 'unknown'
  if (law.effectiveFrom !== undefined && !hasCome(law.effectiveFrom)) return 'not-yet'
  if (law.effectiveTo !== undefined && hasPassed(law.effectiveTo)) return 'no-longer'
  return 'in-force'
}

interface LawIndex {
  lawOf: (title: string) => CitableText | undefined
  citedLaws: (passage: string) => CitableText[]
}

/** Look-ups of citable texts by title and alias. */
export function lawIndex(laws: readonly CitableText[]): LawIndex {
  const byName = new Map(laws.flatMap((law) => textNames(law).map((name) => [name, law] as const)))
  // The longest name comes first, so that 海洋环境保护法 is not read as 环境保护法.
  const names = [...byName.keys()].sort((a, b) => b.length - a.length)
  const anyName = names.length > 0 ? new RegExp(names.map(exactPattern).join('|'), 'gu') : undefined
  const lawOf = (title: string) => byName.get(shortTitle(title))
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

function textNames({ title, aliases }: CitableText): string[] {
  return [title, ...aliases].map(shortTitle)
}

/** A title without 《》, white space, 中华人民共和国 and the year of its wording, as in （2023年修正）. */
function shortTitle(title: string): string {
  return title
    .replace(/[《》\s]/gu, '')
    .replace(/^中华人民共和国/u, '')
    .replace(/[（(][^（()）]*(?:年|修正|修订)[^（()）]*[)）]$/u, '')
}
