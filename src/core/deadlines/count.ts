import type { IsoDate } from '../calendar/dates.ts'
import type { Matter } from '../regulation/cite.ts'
import type { Period } from '../regulation/regulation.ts'

/** A step as it is counted: under a matter, or under the provision that gives a figure, else under the deadline's own. */
export interface StepDraft {
  readonly step: string
  readonly date: IsoDate | null
  readonly matter?: Matter
  readonly article?: string
}

/** A span that is taken out of a period: the first day is not counted, the last is; still running without `to`. */
export interface Suspension {
  readonly from: IsoDate
  readonly to: IsoDate | undefined
  /** The text does not settle whether this kind of span stops the clock. */
  readonly unsettled: boolean
  readonly what: string
  readonly matter: Matter
}

/** How a deadline is counted, written down step by step; the engine does the counting. */
export interface Plan {
  readonly start: IsoDate | undefined
  readonly startedBy: string
  readonly before: readonly StepDraft[]
  readonly period?: Period
  /** The text has no such period: there is nothing to count. */
  readonly unregulated?: true
  readonly fixed?: { readonly on: IsoDate; readonly what: string; readonly matter: Matter }
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
  readonly start?: IsoDate
  readonly because?: string
  /** The start where only what was in time by the period as it was then counts as an interruption. */
  readonly asBegun?: IsoDate
}

/** A count under construction. Each method answers a new count; a date that is not known yet changes nothing. */
export interface Count {
  readonly plan: Plan
  /** The period that runs from the start; without one in the text there is no deadline. */
  add(period: Period | undefined): Count
  /** Spans not counted, together only once where they overlap. */
  suspendDuring(suspensions: readonly Suspension[]): Count
  /** One extension from the unextended end, if approved on or before that (rolled) end. */
  extendBy(period: Period | undefined, approvedOn: IsoDate | undefined): Count
  /** An early warning a shorter period after the start. */
  warnAfter(period: Period | undefined): Count
  /** The start by the other reading, where it is not that of the strict one. */
  orFrom(other: OtherStart | undefined): Count
  /** The fact that fulfils it. */
  metOn(date: IsoDate | undefined): Count
  /** The fact by which nothing more is owed. */
  closedOn(date: IsoDate | undefined): Count
  /** A step that came before the start, for the trace. */
  because(step: StepDraft): Count
}

function counting(plan: Plan): Count {
  return {
    plan,
    add: (period) => counting(period ? { ...plan, period } : { ...plan, unregulated: true }),
    suspendDuring: (suspensions) => counting({ ...plan, suspensions: [...plan.suspensions, ...suspensions] }),
    extendBy: (period, approvedOn) =>
      period && approvedOn ? counting({ ...plan, extension: { period, approvedOn } }) : counting(plan),
    warnAfter: (warnAfter) => (warnAfter ? counting({ ...plan, warnAfter }) : counting(plan)),
    orFrom: (otherStart) => (otherStart ? counting({ ...plan, otherStart }) : counting(plan)),
    metOn: (metOn) => (metOn ? counting({ ...plan, metOn }) : counting(plan)),
    closedOn: (closedOn) => (closedOn ? counting({ ...plan, closedOn }) : counting(plan)),
    because: (step) => counting({ ...plan, before: [...plan.before, step] }),
  }
}

/** Counts a period from a fact; the start day itself is not counted (`start-day`). */
export function countFrom(start: IsoDate, startedBy: string): Count {
  return counting({ start, startedBy, before: [], suspensions: [] })
}

/** A last day that somebody fixed: the notice, the agreement, the court, the office. */
export function countTo(on: IsoDate, what: string, matter: Matter, start?: IsoDate): Count {
  return counting({ start, startedBy: what, before: [], suspensions: [], fixed: { on, what, matter } })
}

/** A duty without a number of days in the text (及时): open from a fact on, never overdue. */
export function dutySince(since: IsoDate, startedBy: string): Count {
  return counting({ start: since, startedBy, before: [], suspensions: [] })
}
