import type { IsoDate } from '../calendar/dates.ts'
import { type Addressed, addressed } from './addressed.ts'
import type { ProcuratorateNotice, ProcuratorialSuggestion } from './documents.ts'
import type { Facts } from './facts.ts'

/**
 * The suggestions on record, and that by which the clue came where it is not recorded by itself: it counts from the day
 * on which the clue was received. That a clue came by one is a fact of its own; its words alone tell nothing for
 * certain.
 */
export function suggestionsOf(facts: Facts): ProcuratorialSuggestion[] {
  const { procuratorate, clue } = facts.case
  const { suggestions = [] } = procuratorate ?? {}
  const { receivedOn, reference, bySuggestion } = clue
  if (bySuggestion !== true || receivedOn === undefined || suggestionOf(facts, receivedOn)) return suggestions
  return [{ receivedOn, ...(reference !== undefined && { number: reference }) }, ...suggestions]
}

/** Words by which papers of the procuratorate that suggest something are known: 检察建议, 检行公建〔2026〕3号. */
const SUGGESTING = /检察建议|检.*建〔/u

/** Whether a clue reads as if it came by a suggestion, and nobody said whether it did. */
export function mayHaveComeBySuggestion(facts: Facts): boolean {
  const { reference = '', receivedOn, bySuggestion } = facts.case.clue
  if (bySuggestion !== undefined || receivedOn === undefined || !SUGGESTING.test(reference)) return false
  return suggestionOf(facts, receivedOn) === undefined
}

/**
 * The suggestions of `suggestionsOf` with their addresses: the day of receipt; of several of one day, their numbers
 * too, `2026-03-02/检建1号`.
 */
export function addressedSuggestions(facts: Facts): Addressed<ProcuratorialSuggestion>[] {
  return addressed(
    suggestionsOf(facts),
    ({ receivedOn }) => receivedOn,
    ({ number }) => number,
  )
}

/** The suggestion received on a day. */
export function suggestionOf(facts: Facts, receivedOn: string): ProcuratorialSuggestion | undefined {
  return facts.case.procuratorate?.suggestions?.find((each) => each.receivedOn === receivedOn)
}

/** The public notices of the procuratorate. */
export function noticesOf({ case: { procuratorate } }: Facts): ProcuratorateNotice[] {
  return procuratorate?.notices ?? []
}

/** The public notice of a day. */
export function noticeOf(facts: Facts, publishedOn: string): ProcuratorateNotice | undefined {
  return noticesOf(facts).find((each) => each.publishedOn === publishedOn)
}

/** The day on which the procuratorate was told of the initiation. */
export function informedOn({ investigation }: Facts): IsoDate | undefined {
  return investigation?.procuratorateInformed?.on
}
