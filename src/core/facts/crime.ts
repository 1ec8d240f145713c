import type { RelatedProceeding } from './documents.ts'
import type { Facts } from './facts.ts'

/** Channels by which those who investigate and prosecute crimes hand over a case. */
const fromJustice: ReadonlySet<string> = new Set(['criminal-case', 'judicial-referral'])

/**
 * A suspected crime on record that was not handed over, and that those who investigate crimes do not know yet: they did
 * not hand over the case, and no authority conducts proceedings on the crime.
 */
export function suspectedCrime({ case: file, court }: Facts): RelatedProceeding | undefined {
  if (court.transfers.length > 0 || fromJustice.has(file.clue.channel ?? '')) return undefined
  return (file.relatedProceedings ?? []).find(
    ({ kind, authority }) => kind === 'criminal' && !authority?.trim(),
  )
}
