import { compare, type IsoDate } from '../calendar/dates.ts'
import { bankruptcyClaims } from '../facts/bankruptcy.ts'
import type { Suit } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { fruitlessSuits } from '../facts/suits.ts'
import { cite } from '../regulation/cite.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Setting } from '../setting.ts'
import type { OtherStart } from './count.ts'
import { addPeriod, governingVersion, rolledEnd } from './period.ts'

/** What interrupts a limitation: the day of the interruption, and the day from which the period restarts. */
interface Interruption {
  readonly on: IsoDate
  readonly restartsOn: IsoDate
  /** It concerns what was not yet due too, so that it interrupts a period that begins while it lasts. */
  readonly ofNotYetDue?: true
}

/** The claim whose limitation runs: against whom, since when, and which suits concern it. */
interface Claim {
  readonly from: IsoDate
  readonly obligor: string
  /** Whether a suit is about this claim; all are where it is left out. */
  readonly concerns?: (suit: Suit) => boolean
  /** The days that interrupt it, apart from suits. */
  readonly interruptedOn: readonly IsoDate[]
  /** The days of promise and performance that are not recorded as interruptions. */
  readonly promisedOn?: readonly IsoDate[]
  /** The days that interrupt it against others who owe the same jointly. */
  readonly jointlyOn?: readonly IsoDate[]
}

/** The day from which an interrupted limitation restarts, and the other reading where the text is unsettled. */
export interface LimitationRestart {
  /** Undefined while nothing has interrupted it. */
  readonly restartedOn: IsoDate | undefined
  readonly other: OtherStart | undefined
}

const UNSETTLED = `起诉使时效中断（${cite('limitation-interruption')}），撤诉、驳回起诉或者驳回诉讼请求的是否仍从程序终结时重新计算，条文未作明确规定`

const PROMISED = `签订协议、履行协议使时效中断（${cite('limitation-interruption')}），没有登记为时效中断的，从严不计`

export const JOINTLY = `对一个连带债务人的时效中断，对其他连带债务人也发生效力（${cite('joint-interruption')}，未与原文核对），从严不计`

/** How a count says that its period began anew. */
export const RESTARTED = '时效中断，重新计算'

/**
 * The day from which a limitation restarts. It is settled that a suit interrupts it, and that the period then restarts
 * at the end of the proceedings. It is not settled whether a suit without result does: the strict reading says no, the
 * other yes. What was promised and performed stands in the other reading as long as nobody recorded it as an
 * interruption.
 */
export function limitationRestart(
  facts: Facts,
  claim: Claim,
  setting: Setting,
  period: Period | undefined,
): LimitationRestart {
  const { from, obligor, concerns, interruptedOn, promisedOn = [], jointlyOn = [] } = claim
  const demands = [...interruptedOn.map(restartingOn), ...bankruptcyClaims(facts, obligor)]
  const suits = fruitlessSuits(facts, obligor, concerns).map(({ filedOn, overOn }) => ({
    on: filedOn,
    restartsOn: overOn,
  }))
  const restartedOn = lastRestart(from, demands, setting, period)
  const bySuits = lastRestart(from, [...demands, ...suits], setting, period)
  const others = jointlyOn.map(restartingOn)
  const byJoint = lastRestart(from, [...demands, ...suits, ...others], setting, period)
  const promises = promisedOn.map(restartingOn)
  const wide = lastRestart(from, [...demands, ...suits, ...others, ...promises], setting, period)
  const because = wide === bySuits ? UNSETTLED : wide === byJoint ? JOINTLY : PROMISED
  const byFormerPeriod = lastRestartByFormerPeriod(from, demands, setting, period)
  const other = {
    ...(wide !== undefined && wide !== restartedOn && { start: wide, because }),
    ...(byFormerPeriod !== restartedOn && { byFormerPeriod: byFormerPeriod ?? from }),
  }
  return { restartedOn, other: Object.keys(other).length ? other : undefined }
}

function restartingOn(on: IsoDate): Interruption {
  return { on, restartsOn: on }
}

/**
 * The restart after the last interruption that came while the period ran: an interruption before or after the period
 * has no effect.
 */
export function lastRestart(
  from: IsoDate,
  interruptions: readonly Interruption[],
  setting: Setting,
  period: Period | undefined,
): IsoDate | undefined {
  return period && lastInside(from, interruptions, (start) => lastDay(setting, start, period))
}

/** The same by the period as it was when each clock began, without regard to later changes of the law. */
function lastRestartByFormerPeriod(
  from: IsoDate,
  interruptions: readonly Interruption[],
  setting: Setting,
  period: Period | undefined,
): IsoDate | undefined {
  const ending = (start: IsoDate): IsoDate =>
    period ? rolledEnd(setting, addPeriod(setting.calendar, start, period).date).date : start
  return period && lastInside(from, interruptions, ending)
}

function lastInside(
  from: IsoDate,
  interruptions: readonly Interruption[],
  endOf: (start: IsoDate) => IsoDate,
): IsoDate | undefined {
  let restartedOn: IsoDate | undefined
  for (const { on, restartsOn, ofNotYetDue } of interruptions.toSorted((a, b) => compare(a.on, b.on))) {
    const start = restartedOn ?? from
    const isInside = on > start || (ofNotYetDue === true && restartsOn > start)
    if (isInside && on <= endOf(start)) restartedOn = restartsOn
  }
  return restartedOn
}

/** The last day of a clock, moved off a rest day, by the version that governs it. */
function lastDay(setting: Setting, start: IsoDate, period: Period): IsoDate {
  const plain = ({ versions: _, ...version }: Period): Period => version
  const dueOf = (version: Period): IsoDate =>
    rolledEnd(setting, addPeriod(setting.calendar, start, plain(version)).date).date
  return dueOf(governingVersion(start, period, dueOf).period)
}
