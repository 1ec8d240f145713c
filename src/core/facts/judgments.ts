import type { PeriodId } from '../../generated/matters.ts'
import { compare, type IsoDate } from '../calendar/dates.ts'
import type { Appeal, Suit } from './documents.ts'

/** The questions that are asked of judgments: whether and within which period they can be appealed, and by whom. */

/** The party that claims, as `appeal.by` names it. */
export const CLAIMANT = 'obligee'

/** Whether a first judgment can be appealed: a mediation and a withdrawal can't. */
export function isAppealable({ judgedOn, result }: Suit): boolean {
  return judgedOn !== undefined && result !== 'mediated' && result !== 'withdrawn'
}

/** Whether it is a ruling, as one that does not admit the suit, and no judgment. */
export function isRuling({ result }: Pick<Suit, 'result'>): boolean {
  return result === 'inadmissible'
}

/** The period within which it can be appealed. */
export function appealPeriodOf(suit: Pick<Suit, 'result'>): PeriodId {
  return isRuling(suit) ? 'appeal-ruling' : 'appeal'
}

/** The day of service on a party, from which its own period for an appeal runs; undefined where it is not on record. */
export function judgmentServedOn(
  { servedOn, services = [] }: Pick<Suit, 'servedOn' | 'services'>,
  party: string,
): IsoDate | undefined {
  return party === CLAIMANT ? servedOn : services.find(({ obligor }) => obligor === party)?.servedOn
}

/** The days of service on record, the earliest first. */
export function knownServices({ servedOn, services = [] }: Suit): IsoDate[] {
  const others = services.map((each) => each.servedOn)
  return [...(servedOn ? [servedOn] : []), ...others].toSorted(compare)
}

/**
 * The day from which a judgment is in effect: that on record; where there is none though the court of second instance
 * has decided, the day of its decision, which is final (`court-procedure`): silence would let the periods run out
 * unseen.
 */
export function inEffectSince(suit: Suit): IsoDate | undefined {
  return suit.effectiveOn ?? (isFinalUnrecorded(suit) ? suit.appeal?.judgedOn : undefined)
}

/** Whether the second instance has decided for good, and the day of effect is not on record. */
export function isFinalUnrecorded(suit: Suit): boolean {
  const { effectiveOn, appeal, result, results } = suit
  const isFinal = appeal?.judgedOn !== undefined && appeal.result !== undefined && !reopenedTrialOn(suit)
  return effectiveOn === undefined && isFinal && (result !== undefined || results !== undefined)
}

/** The appeals of all parties against a judgment, in the order of their record. */
export function appealsOf({ appeal, otherAppeals = [] }: Pick<Suit, 'appeal' | 'otherAppeals'>): Appeal[] {
  return [...otherAppeals, ...(appeal ? [appeal] : [])]
}

/** The day on which the claimant appealed. */
export function ownAppealOn(suit: Pick<Suit, 'appeal' | 'otherAppeals'>): IsoDate | undefined {
  return appealsOf(suit).find(({ by }) => by === CLAIMANT)?.on
}

/**
 * The day on which a judgment was set aside, so that a new one takes its place: the higher court sent the case back, or
 * a retrial was ordered. Undefined where it stands.
 */
export function reopenedTrialOn({ appeal, retrial }: Suit): IsoDate | undefined {
  if (appeal?.result === 'remanded') return appeal.judgedOn
  return retrial?.result === 'ordered' ? retrial.ruledOn : undefined
}
