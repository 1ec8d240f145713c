import type { Period } from '../regulation/regulation.ts'
import type { Meeting, Round, Service } from './documents.ts'
import type { Facts } from './facts.ts'
import { agreementOf, confirmationOf, releasedOn, roundNumber, servedOn } from './queries.ts'

/** Whether a round has nothing left to settle with an obligor: let go, withdrawn, or bound by another round's agreement. */
export function isElsewhere(facts: Facts, { round }: Pick<Round, 'round'>, obligor: string): boolean {
  if (releasedOn(facts, obligor)) return true
  const agreement = agreementOf(facts, obligor)
  if (!agreement || roundNumber(agreement) === round) return false
  return confirmationOf(facts, agreement)?.result !== 'refused'
}

/** Whom a round is for: all obligors; in a later round those whose agreement the court refused. */
export function addresseesOf(facts: Facts, { round }: Pick<Round, 'round'>): string[] {
  const earlier = facts.agreements.filter((agreed) => roundNumber(agreed) === round - 1)
  return earlier.length
    ? [...new Set(earlier.flatMap(({ obligors }) => obligors))]
    : facts.obligors.map(({ id }) => id)
}

/** Whether a meeting was held with an obligor: one that it names in any way, or one that names nobody. */
export function concernsObligor(meeting: Meeting, obligor: string): boolean {
  const { attended = [], absent = [], excused = [], withdrew = [], agreedWith = [] } = meeting
  const named = [...attended, ...absent, ...excused, ...withdrew, ...agreedWith]
  return named.length === 0 || named.includes(obligor)
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
