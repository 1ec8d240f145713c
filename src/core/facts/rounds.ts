import { type IsoDate, latest } from '../calendar/dates.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Agreement, Round, Service } from './documents.ts'
import type { Facts } from './facts.ts'
import { agreementOf, confirmationOf, failedOn, isRefused, releasedOn, roundNumber } from './queries.ts'
import { servedOn } from './service.ts'

/** The last round whose agreement with this obligor the court refused to confirm; 0 when there is none. */
export function lastRefusedRound(facts: Facts, obligor: string): number {
  const own = refusedAgreements(facts).filter(({ obligors }) => obligors.includes(obligor))
  return Math.max(0, ...own.map(roundNumber))
}

/** The agreements that the court refused to confirm: they are negotiated anew (`new-round`). */
function refusedAgreements(facts: Facts): Agreement[] {
  return facts.agreements.filter((agreed) => isRefused(facts, agreed))
}

/**
 * The agreement by which consultation with this obligor is settled: in force, and of no round that the court's refusal
 * undid.
 */
export function settlingAgreement(facts: Facts, obligor: string): Agreement | undefined {
  const agreement = agreementOf(facts, obligor)
  return agreement && roundNumber(agreement) > lastRefusedRound(facts, obligor) ? agreement : undefined
}

/**
 * Whether a round has nothing left to settle with an obligor: it was released or withdrawn, or an agreement of another
 * round binds it.
 */
export function hasNothingToSettle(facts: Facts, { round }: Pick<Round, 'round'>, obligor: string): boolean {
  if (releasedOn(facts, obligor)) return true
  const agreement = settlingAgreement(facts, obligor)
  return agreement !== undefined && roundNumber(agreement) !== round
}

/**
 * Whom a round is for: all obligors; in a later round those alone whose agreement of the round before the court
 * refused.
 */
export function addresseesOf(facts: Facts, { round }: Pick<Round, 'round'>): string[] {
  const before = round - 1
  const refused = refusedAgreements(facts).filter((agreed) => roundNumber(agreed) === before)
  if (refused.length) return [...new Set(refused.flatMap(({ obligors }) => obligors))]
  return facts.obligors.map(({ id }) => id).filter((id) => !isDoneBefore(facts, round, id))
}

/** Whether an earlier round has come to an end with an obligor: in an agreement that stands, or in nothing. */
function isDoneBefore(facts: Facts, round: number, obligor: string): boolean {
  const agreement = settlingAgreement(facts, obligor)
  if (agreement && roundNumber(agreement) < round) return true
  return facts.rounds.some((earlier) => earlier.round < round && failedOn(earlier, obligor) !== undefined)
}

/** The day the court refused to confirm the agreement of the round before this one with an obligor. */
export function refusedBefore(facts: Facts, { round }: Round, obligor: string): IsoDate | undefined {
  const before = round - 1
  const refused = refusedAgreements(facts).filter(
    (agreed) => roundNumber(agreed) === before && agreed.obligors.includes(obligor),
  )
  return latest(...refused.map((agreed) => confirmationOf(facts, agreed)?.ruledOn))
}

/**
 * Whether a notice reached an obligor on the day that it names for the reply, or after it, so that no time to reply was
 * left (the first day is not counted: `start-day`), and no other day was set, and the obligor has not replied all the
 * same (`reply-period`).
 */
export function isServedTooLate(
  { notice, replies }: Round,
  service: Service,
  publicNotice: Period | undefined,
): boolean {
  const { replyBy, replyWithinDays } = notice ?? {}
  if (replyBy === undefined || replyWithinDays !== undefined || service.replyBy !== undefined) return false
  if ((replies ?? []).some(({ obligor }) => obligor === service.obligor)) return false
  const on = servedOn(service, publicNotice)
  return on !== undefined && on >= replyBy
}
