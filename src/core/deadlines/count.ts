import type { IsoDate } from '../calendar/dates.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Step } from './define.ts'

/** A span that is taken out of a period: the first day is not counted, the last is; still running without `to`. */
export interface Suspension {
  readonly from: IsoDate
  readonly to: IsoDate | undefined
  /** The text does not settle whether this kind of span stops the clock. */
  readonly unsettled: boolean
  readonly what: string
  readonly article: string
}

/** How a deadline is counted, written down step by step; the engine does the counting. */
export interface Plan {
  readonly start: IsoDate | undefined
  readonly startedBy: string
  readonly before: readonly Step[]
  readonly period?: Period
  readonly fixed?: { readonly on: IsoDate; readonly what: string; readonly article: string }
  readonly suspensions: readonly Suspension[]
  readonly extension?: { readonly period: Period; readonly approvedOn: IsoDate }
  readonly warnAfter?: Period
  /** Where the text does not settle whether a fact begins the period anew: the start if it does. */
  readonly otherStart?: OtherStart
  readonly metOn?: IsoDate
  readonly closedOn?: IsoDate
}

/** The start by the other reading of a text that is unsettled, and what is unsettled in it. */
export interface OtherStart {
  readonly start: IsoDate
  readonly because: string
}

/** A count under construction. Each method answers a new count; a date that is not known yet changes nothing. */
export interface Count {
  readonly plan: Plan
  /** The period that runs from the start. */
  add(period: Period): Count
  /** Spans not counted, together only once where they overlap. */
  suspendDuring(suspensions: readonly Suspension[]): Count
  /** One extension from the unextended end, if approved on or before that (rolled) end. */
  extendBy(period: Period, approvedOn: IsoDate | undefined): Count
  /** An early warning a shorter period after the start. */
  warnAfter(period: Period): Count
  /** The start by the other reading, where it is not that of the strict one. */
  orFrom(other: OtherStart | undefined): Count
  /** The fact that fulfils it. */
  metOn(date: IsoDate | undefined): Count
  /** The fact by which nothing more is owed. */
  closedOn(date: IsoDate | undefined): Count
  /** A step that came before the start, for the trace. */
  because(step: Step): Count
}

function counting(plan: Plan): Count {
  return {
    plan,
    add: (period) => counting({ ...plan, period }),
    suspendDuring: (suspensions) => counting({ ...plan, suspensions: [...plan.suspensions, ...suspensions] }),
    extendBy: (period, approvedOn) =>
      approvedOn ? counting({ ...plan, extension: { period, approvedOn } }) : counting(plan),
    warnAfter: (warnAfter) => counting({ ...plan, warnAfter }),
    orFrom: (otherStart) => (otherStart ? counting({ ...plan, otherStart }) : counting(plan)),
    metOn: (metOn) => (metOn ? counting({ ...plan, metOn }) : counting(plan)),
    closedOn: (closedOn) => (closedOn ? counting({ ...plan, closedOn }) : counting(plan)),
    because: (step) => counting({ ...plan, before: [...plan.before, step] }),
  }
}

/** Counts a period from a fact; the start day itself is not counted. 民法典第二百零一条 */
export function countFrom(start: IsoDate, startedBy: string): Count {
  return counting({ start, startedBy, before: [], suspensions: [] })
}

/** A last day that somebody fixed: the notice, the agreement, the court, the office. */
export function countTo(on: IsoDate, what: string, article: string, start?: IsoDate): Count {
  return counting({ start, startedBy: what, before: [], suspensions: [], fixed: { on, what, article } })
}

/** A duty without a number of days in the text (及时): open from a fact on, never overdue. */
export function dutySince(since: IsoDate, startedBy: string): Count {
  return counting({ start: since, startedBy, before: [], suspensions: [] })
}
