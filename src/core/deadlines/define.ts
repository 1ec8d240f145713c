import type { ActionId, DeadlineId, RuleId } from '../../generated/ids.ts'
import type { PeriodId } from '../../generated/matters.ts'
import type { IsoDate } from '../calendar/dates.ts'
import type { Facts } from '../facts/facts.ts'
import type { Provision } from '../regulation/citation.ts'
import type { Matter } from '../regulation/cite.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Setting } from '../setting.ts'
import type { Count } from './count.ts'

/**
 * closed: nothing more is owed though it was not met · open · soon: within the reminder, or on the last working day
 * before · rolled: past `due`, not past `rolledDue` · overdue · met · met-late · suspended: an appraisal is running ·
 * duty: it is owed, but the text sets no number of days, so it is never overdue (the kind `duty` says something else:
 * that somebody owes an act, be there a number of days or not) · history: of a case taken over from a ledger, and
 * nobody can tell any more whether it was met before that (补录前)
 */
export type DeadlineStatus =
  | 'closed'
  | 'open'
  | 'soon'
  | 'rolled'
  | 'overdue'
  | 'met'
  | 'met-late'
  | 'suspended'
  | 'duty'
  | 'history'

/** One step by which a date was reached, with the article that gives it. */
export interface CountStep extends Provision {
  readonly step: string
  readonly date: IsoDate | null
}

/** The date by the other reading, where the text is unsettled. */
export interface OtherReading {
  readonly due: IsoDate | null
  readonly rolledDue: IsoDate | null
  /** As in `Deadline`: only where this date is not certain. */
  readonly latestDue?: IsoDate
  readonly because: string
}

export interface Deadline extends Provision {
  readonly case: string | null
  readonly deadline: string
  readonly title: string
  /** The address of what it is about (`1/o2`, `A1/B1`, `G1`, `P1`, `2025-04`), or null. */
  readonly subject: string | null
  readonly start: IsoDate | null
  /** The last day, as counted. */
  readonly due: IsoDate | null
  /** The last day after moving off a rest day. */
  readonly rolledDue: IsoDate | null
  readonly status: DeadlineStatus
  /**
   * Days from today to `due`, after that day to `rolledDue`; negative once that has passed; null when met, closed,
   * suspended or without a date. It is another number each day. A rule of lint does not read it, but calls
   * `daysLeftOn` with `today`: only so are its findings worked out anew each day.
   */
  readonly daysLeft: number | null
  /** False when the date leans on days whose arrangement is not known yet (暂定). */
  readonly certain: boolean
  /** Where it is not certain: the last day if every day that may still become a day off becomes one. */
  readonly latestDue?: IsoDate
  readonly met: IsoDate | null
  readonly trace: readonly CountStep[]
  /** True where the text gives no such period, or only a recommended one. */
  readonly advisory: boolean
  readonly otherReading?: OtherReading
}

/** What a count may ask beside the facts. */
export interface CountContext extends Setting {
  /** A period of the text; undefined where the text lacks it. */
  readonly period: (id: PeriodId) => Period | undefined
}

/**
 * duty: somebody must do something, and owes it until it is done · right: somebody may do something, and loses the
 * right with the period · limitation: the debtor may plead that the time for the claim is over
 */
export type DeadlineKind = 'duty' | 'right' | 'limitation'

/** What an officer does once the last day has passed, where that is not simply to do it late. */
export interface WhenLate {
  /** In Chinese; may hold `cite`. */
  readonly advice: string
  /** The matter that the advice rests on; where the text lacks it, the usual advice is given. */
  readonly matter?: Matter
  /**
   * The actions that help then: the first that is possible is proposed; with `sameSubject`, only one about the same
   * subject.
   */
  readonly actions?: readonly ActionId[]
  readonly sameSubject?: true
  /** Only where the text leaves the next step to the officer: 「可以视为」, 「可以要求」. */
  readonly severity?: 'warning'
}

/** The rules that report a deadline instead of the general rules. */
export interface ReportedByRules {
  readonly overdue?: RuleId
  readonly metLate?: RuleId
  readonly openAtClosing?: RuleId
}

/** The description of a deadline, without the rule of its count. */
export interface DeadlineDescription {
  readonly id: string
  readonly title: string
  /** Where a text lacks the matter, there is no such deadline. */
  readonly matter: Matter
  /** The deadline after which it comes in the procedure, where the order of the text would place it elsewhere. */
  readonly after?: DeadlineId
  readonly kind: DeadlineKind
  /** Who has to act. */
  readonly owedBy: 'office' | 'obligor' | 'appraiser'
  /** The actions by which it is met, the usual one first; none where no action of an officer meets it. */
  readonly metBy: readonly ActionId[]
  /**
   * Other subjects that such an action may have: a suit is about an obligor, while the deadline is about a
   * preservation.
   */
  readonly metFor?: (facts: Facts, subject: string) => readonly string[]
  /**
   * Finds the fact that it belongs to, so that a finding has a line; where that is undefined, the finding is about the
   * case itself.
   */
  readonly place: FactFinder
  /** The steps to take once it is late, where doing it late does not help. */
  readonly whenLate?: WhenLate
  /** The action that ends its suspension. */
  readonly resumedBy?: ActionId
  /** The debt of an obligor that it is about: after its last day, the debt is in breach. */
  readonly debt?: 'money' | 'work'
  /**
   * It is about a claim on an obligor: in a case taken over from a ledger, it counts in full however long ago its last
   * day was.
   */
  readonly claim?: true
  /** The ground of failure (`failureGrounds`) that its last day gives. */
  readonly failureGround?: string
  /** It is owed even if the text does not apply to the damage. */
  readonly beyondScope?: true
  /** It runs beside the procedure: neither the next step nor the closing waits for it, and being late is no error. */
  readonly besideProcedure?: true
  readonly reportedBy?: ReportedByRules
}

/** Finds a fact by the parts of a subject: `1/o2` gives 1 and o2. */
export type FactFinder = (
  facts: Facts,
  first: string,
  second: string,
  ...more: readonly string[]
) => object | undefined

/** A deadline of which a case has at most one. */
interface SingleDefinition extends DeadlineDescription {
  readonly count: (facts: Facts, context: CountContext) => Count | undefined
}

/** A deadline of which a case has one for each of something: an obligor, an objection, an instalment, a month. */
interface EachDefinition<T> extends DeadlineDescription {
  readonly each: (facts: Facts, context: CountContext) => Iterable<T>
  readonly subject: (item: T, facts: Facts) => string
  readonly count: (item: T, context: CountContext, facts: Facts) => Count | undefined
}

export interface SubjectCount {
  readonly subject: string | null
  readonly count: Count
}

export interface DeadlineRule extends DeadlineDescription {
  readonly counts: (facts: Facts, context: CountContext) => Iterable<SubjectCount>
}

/** Defines a deadline of which a case has at most one. */
export function defineDeadline(definition: SingleDefinition): DeadlineRule {
  const { count, ...heading } = definition
  return {
    ...heading,
    *counts(facts, context) {
      const counted = count(facts, context)
      if (counted) yield { subject: null, count: counted }
    },
  }
}

/** Defines a deadline that stands once for each of something. */
export function defineDeadlineForEach<T>(definition: EachDefinition<T>): DeadlineRule {
  const { each, subject, count, ...heading } = definition
  return {
    ...heading,
    *counts(facts, context) {
      for (const item of each(facts, context)) {
        const counted = count(item, context, facts)
        if (counted) yield { subject: subject(item, facts), count: counted }
      }
    },
  }
}
