import type { RelatedProceeding } from './documents.ts'
import type { Facts } from './facts.ts'

/** Channels by which the case came from those who investigate and prosecute crimes. */
const fromJustice: ReadonlySet<string> = new Set(['criminal-case', 'judicial-referral'])

/**
 * A suspected crime on record that was not handed over, nor came from those who investigate crimes; one that an authority
 * already conducts is known to them.
 */
export function suspectedCrime({ case: file, court }: Facts): RelatedProceeding | undefined {
  if (court.transfers.length > 0 || fromJustice.has(file.clue.channel)) return undefined
  return (file.relatedProceedings ?? []).find(
    ({ kind, authority }) => kind === 'criminal' && !authority?.trim(),
  )
}
