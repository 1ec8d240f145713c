import type { IsoDate } from '../calendar/dates.ts'
import type { Matter } from '../regulation/cite.ts'
import type { Period } from '../regulation/regulation.ts'

/**
 * A step of a count: it names a matter, or the article that gives its figure; without either, the matter of the
 * deadline counts.
 */
export interface StepDraft {
  readonly step: string
  readonly date: IsoDate | null
  readonly matter?: Matter
  readonly article?: string
  /** Only of an article: its provision was not read in its own text. */
  readonly verified?: false
}

/**
 * A span that is subtracted from a period: its first day is not counted, its last day is; without `to` it still runs.
 */
export interface Suspension {
  readonly from: IsoDate
  readonly to: IsoDate | undefined
  /** The text does not settle whether this kind of span stops the clock. */
  readonly unsettled: boolean
  readonly what: string
  readonly matter: Matter
}

/** How a deadline is counted, written down step by step; the engine does the counting. */
export interface CountPlan {
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
  /** A longest period that no interruption prolongs, from a start of its own. */
  readonly outer?: { readonly period: Period; readonly from: IsoDate; readonly what: string }
  /** Where the text does not settle whether a fact restarts the period: the start if it does. */
  readonly otherStart?: OtherStart
  /** The last day is not moved off a rest day. */
  readonly exact?: true
  /** Where the last day is not moved, and it is unsettled whether a rest day would move it: why. */
  readonly mayRoll?: string
  /** It is closed, not overdue, once its last day has passed: the right is gone, and nobody owes anything. */
  readonly lapses?: true
  /** What the day rests on, where that is no provision of the law. */
  readonly source?: string
  readonly metOn?: IsoDate
  readonly closedOn?: IsoDate
  /** The same, if it comes no later than the last day. */
  readonly closedInTimeOn?: IsoDate
}

/** The start by the other reading of an unsettled text, and what is unsettled in it. */
export interface OtherStart {
  readonly start?: IsoDate
  /** The period by the other reading, where it is the period that is unsettled. */
  readonly period?: Period
  readonly because?: string
  /** The start if only those interruptions count that came in time by the period as it was before the law changed. */
  readonly byFormerPeriod?: IsoDate
}

/**
 * A count under construction. Each method returns a new count; a date that is not known yet changes nothing. It is a
 * class since all counts share these methods: a case has dozens of counts, and each step of one makes a new count.
 */
export class Count {
  readonly plan: CountPlan

  constructor(plan: CountPlan) {
    this.plan = plan
  }

  /** The period that runs from the start; where the text has no such period, there is no deadline. */
  add(period: Period | undefined): Count {
    return this.with(period ? { period } : { unregulated: true })
  }

  /** Spans that are not counted; days on which several overlap are subtracted once. */
  suspendDuring(suspensions: readonly Suspension[]): Count {
    return suspensions.length ? this.with({ suspensions: [...this.plan.suspensions, ...suspensions] }) : this
  }

  /** One extension from the unextended end, if it was approved on or before that (rolled) end. */
  extendBy(period: Period | undefined, approvedOn: IsoDate | undefined): Count {
    return period && approvedOn ? this.with({ extension: { period, approvedOn } }) : this
  }

  /** An early warning, a shorter period after the start. */
  warnAfter(warnAfter: Period | undefined): Count {
    return warnAfter ? this.with({ warnAfter }) : this
  }

  /** A longest period from a day of its own, after which the clock does not run on whatever restarts it. */
  notAfter(period: Period | undefined, from: IsoDate | undefined, what: string): Count {
    return period && from ? this.with({ outer: { period, from, what } }) : this
  }

  /** The start by the other reading, where the strict one gives another start. */
  orFrom(otherStart: OtherStart | undefined): Count {
    return otherStart ? this.with({ otherStart }) : this
  }

  /** Leaves the last day where it is, also on a rest day. */
  exactly(): Count {
    return this.with({ exact: true })
  }

  /** The same, where it is unsettled whether a rest day would move it: the moved day is the other reading. */
  exactlyUnless(mayRoll: string): Count {
    return this.with({ exact: true, mayRoll })
  }

  /** Closes it once its last day has passed. */
  closingAfterLastDay(lapses = true): Count {
    return lapses ? this.with({ lapses }) : this
  }

  /** Says what the day rests on, where that is no provision of the law. */
  restingOn(source: string): Count {
    return this.with({ source })
  }

  /** The fact that fulfils it. */
  metOn(metOn: IsoDate | undefined): Count {
    return metOn ? this.with({ metOn }) : this
  }

  /** The fact by which nothing more is owed. */
  closedOn(closedOn: IsoDate | undefined): Count {
    return closedOn ? this.with({ closedOn }) : this
  }

  /** The same, if it comes no later than the last day: what is done later does not count as done. */
  closedInTimeOn(closedInTimeOn: IsoDate | undefined): Count {
    return closedInTimeOn ? this.with({ closedInTimeOn }) : this
  }

  /** A step that comes before the start, for the trace. */
  because(step: StepDraft): Count {
    return this.with({ before: [...this.plan.before, step] })
  }

  private with(more: Partial<CountPlan>): Count {
    return new Count({ ...this.plan, ...more })
  }
}

/** Counts a period from a fact; the start day itself is not counted (`start-day`). */
export function countFrom(start: IsoDate, startedBy: string): Count {
  return new Count({ start, startedBy, before: [], suspensions: [] })
}

/** A last day that somebody fixed: the notice, the agreement, the court, the office. */
export function countTo(on: IsoDate, what: string, matter: Matter, start?: IsoDate): Count {
  return new Count({ start, startedBy: what, before: [], suspensions: [], fixed: { on, what, matter } })
}

/** A duty without a number of days in the text (及时): open from a fact on, never overdue. */
export function dutySince(since: IsoDate, startedBy: string): Count {
  return new Count({ start: since, startedBy, before: [], suspensions: [] })
}
