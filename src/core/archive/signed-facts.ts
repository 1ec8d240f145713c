import { childAt, isMapData } from '../facts/data.ts'
import type { Facts } from '../facts/facts.ts'
import type { SignedPaper } from '../facts/signed-papers.ts'
import type { ArchiveItem } from './item.ts'

/** The keys that say when a paper of others was made, what number it bears, and who made it. */
const DAYS = ['ruledOn', 'judgedOn', 'decidedOn', 'heldOn', 'servedOn', 'on']
const NUMBERS = ['rulingNumber', 'judgmentNumber', 'caseNumber']
const MAKERS = ['court']

/** What the facts around a signed paper say of it: the nearest section that says it counts. */
export function signedFacts(
  facts: Facts,
  { document, path }: SignedPaper,
): Pick<ArchiveItem, 'date' | 'documentNumber' | 'responsible'> {
  const sections: unknown[] = [facts.documents[document]]
  for (const step of path) sections.push(childAt(sections.at(-1), step))
  const nearest = (keys: readonly string[]): string | null => {
    for (const section of sections.toReversed()) {
      if (!isMapData(section)) continue
      const found = keys.map((key) => section[key]).find((value) => typeof value === 'string')
      if (typeof found === 'string') return found
    }
    return null
  }
  return { date: nearest(DAYS), documentNumber: nearest(NUMBERS), responsible: nearest(MAKERS) }
}
