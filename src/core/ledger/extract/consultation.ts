import type { IsoDate } from '../../calendar/dates.ts'
import type { Round, Service } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { hasAgreed } from '../../facts/meetings.ts'
import { claimedObligors, failedOn } from '../../facts/queries.ts'
import type { CaseRow } from '../columns.ts'
import { common, unlessEmpty } from './filled.ts'
import { agreementsInRow, roundInRow } from './round-in-row.ts'

/** The notice, its service, the meetings and what came of them, in the round of which the row tells. */
export function consultationValues(
  facts: Facts,
): Pick<CaseRow, 'notifiedOn' | 'servedOn' | 'metOn' | 'outcome'> {
  return {
    notifiedOn: noticeInRow(facts)?.issuedOn,
    servedOn: servedOn(facts),
    metOn: unlessEmpty(meetingDays(facts)),
    outcome: outcomeOf(facts),
  }
}

export function noticeInRow(facts: Facts): Round['notice'] {
  return roundInRow(facts)?.notice
}

/** The service of that notice on an obligor. */
export function serviceOf(facts: Facts, obligor: string): Service | undefined {
  return roundInRow(facts)?.services?.find((service) => service.obligor === obligor)
}

/** The day on which all were served; where they differ, the sheet of the obligors says each. */
function servedOn(facts: Facts): IsoDate | undefined {
  return common(claimedObligors(facts).map(({ id }) => serviceOf(facts, id)?.servedOn))
}

function meetingDays(facts: Facts): IsoDate[] {
  const days = (roundInRow(facts)?.meetings ?? []).map(({ heldOn }) => heldOn)
  return [...new Set(days)].toSorted()
}

/**
 * What came of the consultation: agreed once anything was signed; else what came of it with every obligor alike, where
 * the ledger says in which meeting. Nothing where it differs, or is still open with one of them.
 */
function outcomeOf(facts: Facts): string | undefined {
  if (agreementsInRow(facts).some(({ signedOn }) => signedOn !== undefined)) return 'agreed'
  const round = roundInRow(facts)
  if (!round?.meetings?.length) return undefined
  return common(claimedObligors(facts).map(({ id }) => outcomeWith(facts, round, id)))
}

function outcomeWith(facts: Facts, round: Round, obligor: string): string | undefined {
  const failedIn = (round.meetings ?? []).some(({ failedWith }) => failedWith?.includes(obligor))
  if (failedIn || failedOn(round, obligor)) return 'failed'
  return hasAgreed(facts, round, obligor) ? 'agreed' : undefined
}
