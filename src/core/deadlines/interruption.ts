import { compare, earliest, type IsoDate } from '../calendar/dates.ts'
import type { Facts } from '../facts/facts.ts'
import { interruptionsOf } from '../facts/queries.ts'
import { fruitlessSuits } from '../facts/suits.ts'
import { cite } from '../regulation/cite.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Setting } from '../setting.ts'
import type { OtherStart } from './count.ts'
import { addPeriod, governing, rolledEnd } from './period.ts'

/** What interrupts a limitation: the day on which it does, and the day from which the period runs anew. */
interface Interruption {
  readonly on: IsoDate
  readonly anewFrom: IsoDate
}

/** The claim whose limitation runs: against whom, since when, and under which agreement if it rests on one. */
interface Claim {
  readonly from: IsoDate
  readonly obligor: string
  readonly agreement?: string
}

/** Where a limitation runs from once it was interrupted, and the other reading where the text is unsettled. */
export interface Begun {
  /** Undefined while nothing has interrupted it. */
  readonly anew: IsoDate | undefined
  readonly other: OtherStart | undefined
}

const UNSETTLED = `起诉使时效中断（${cite('limitation-interruption')}），撤诉、驳回起诉或者驳回诉讼请求的是否仍从程序终结时重新计算，条文未作明确规定`

/** The demands and what else is on record to interrupt a period against an obligor. */
export function byDemand(facts: Facts, obligor: string): Interruption[] {
  return interruptionsOf(facts, obligor).map((on) => ({ on, anewFrom: on }))
}

/**
 * Where a limitation begins anew. That a suit interrupts it is settled, also from when it then runs: the end of the
 * proceedings. Whether one that came to nothing does is not: strictly it does not, and the other reading counts it.
 */
export function begunAnew(facts: Facts, claim: Claim, setting: Setting, period: Period | undefined): Begun {
  const { from, obligor, agreement } = claim
  const demands = byDemand(facts, obligor)
  const suits = fruitlessSuits(facts, obligor, agreement).map(({ filedOn, overOn }) => ({
    on: filedOn,
    anewFrom: overOn,
  }))
  const anew = lastBegun(from, demands, setting, period)
  const wide = lastBegun(from, [...demands, ...suits], setting, period)
  const asBegun = lastBegunAsBegun(from, demands, setting, period)
  const other = {
    ...(wide !== undefined && wide !== anew && { start: wide, because: UNSETTLED }),
    ...(asBegun !== anew && { asBegun: asBegun ?? from }),
  }
  return { anew, other: Object.keys(other).length ? other : undefined }
}

/** Of several obligors, the start against whom it ends first, by the strict reading and, where that differs, by the other. */
export function firstBegun(
  begun: readonly Begun[],
  from: IsoDate,
): { start: IsoDate; other: Begun['other'] } {
  const start = earliest(...begun.map(({ anew }) => anew ?? from)) ?? from
  const wide = earliest(...begun.map(({ anew, other }) => other?.start ?? anew ?? from)) ?? from
  return { start, other: wide === start ? undefined : { start: wide, because: UNSETTLED } }
}

/** The last interruption inside the period then running: one before it begins, or after it has ended, does nothing. */
export function lastBegun(
  from: IsoDate,
  interruptions: readonly Interruption[],
  setting: Setting,
  period: Period | undefined,
): IsoDate | undefined {
  return period && lastInside(from, interruptions, (start) => lastDay(setting, start, period))
}

/** The same by the period as it was when each clock began, whatever a change of the law made of it. */
function lastBegunAsBegun(
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
  let anew: IsoDate | undefined
  for (const { on, anewFrom } of interruptions.toSorted((a, b) => compare(a.on, b.on))) {
    const start = anew ?? from
    if (on > start && on <= endOf(start)) anew = anewFrom
  }
  return anew
}

/** The last day of a clock, moved off a rest day, by the version that governs it. */
function lastDay(setting: Setting, start: IsoDate, period: Period): IsoDate {
  const plain = ({ versions: _, ...version }: Period): Period => version
  const dueOf = (version: Period): IsoDate =>
    rolledEnd(setting, addPeriod(setting.calendar, start, plain(version)).date).date
  return dueOf(governing(start, period, dueOf).period)
}
