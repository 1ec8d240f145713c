import type { ActionId, RuleId } from '../../generated/ids.ts'
import type { PeriodId } from '../../generated/matters.ts'
import type { IsoDate } from '../calendar/dates.ts'
import type { Facts } from '../facts/facts.ts'
import type { Matter } from '../regulation/cite.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Setting } from '../setting.ts'
import type { Count } from './count.ts'

/**
 * closed: nothing more is owed though it was not met · open · soon: within the reminder, or on the last working day before ·
 * rolled: past `due`, not past `rolledDue` · overdue · met · met-late · suspended: an appraisal is running ·
 * duty: the text sets no number of days, so it is never overdue
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

/** One step by which a date was reached, with the article that gives it. */
export interface Step {
  readonly step: string
  readonly date: IsoDate | null
  readonly article: string
}

/** The date by the other reading, where the text is unsettled. */
export interface OtherReading {
  readonly due: IsoDate | null
  readonly rolledDue: IsoDate | null
  readonly because: string
}

export interface Deadline {
  readonly case: string | null
  readonly deadline: string
  readonly title: string
  readonly article: string
  /** The address of what it is about (`1/o2`, `A1/B1`, `G1`, `P1`, `2025-04`), or null. */
  readonly subject: string | null
  readonly start: IsoDate | null
  /** The last day, as counted. */
  readonly due: IsoDate | null
  /** The last day after moving off a rest day. */
  readonly rolledDue: IsoDate | null
  readonly status: DeadlineStatus
  /** Days from today to `due`; negative when past; null when met, closed, suspended or without a date. */
  readonly daysLeft: number | null
  /** False when the date leans on a year whose holidays are not known yet. */
  readonly certain: boolean
  readonly met: IsoDate | null
  readonly trace: readonly Step[]
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
 * duty: something must be done, and is owed until it is · right: something may be done, and is lost with the period ·
 * limitation: a claim may be met with the plea that its time is over
 */
export type DeadlineKind = 'duty' | 'right' | 'limitation'

/** What an officer does once the last day has passed; `finish` is said where nothing else is. */
export interface WhenLate {
  /** In Chinese; may hold `cite`. */
  readonly advice: string
  /** The matter that the advice rests on: without it in the text, the usual advice is given. */
  readonly matter?: Matter
  /** The actions that help then, the first that is possible; about the same subject only where that is said. */
  readonly actions?: readonly ActionId[]
  readonly sameSubject?: true
  /** Only where the text leaves the next step to the officer: 「可以视为」, 「可以要求」. */
  readonly severity?: 'warning'
}

/** The rules that tell of a deadline in the place of the general ones. */
export interface ToldBy {
  readonly overdue?: RuleId
  readonly metLate?: RuleId
  readonly closedUndone?: RuleId
}

/** What a deadline says of itself, beside how it is counted. */
export interface Heading {
  readonly id: string
  readonly title: string
  /** Where a text lacks the matter, there is no such deadline. */
  readonly matter: Matter
  readonly kind: DeadlineKind
  /** Who has to act. */
  readonly owedBy: 'office' | 'obligor' | 'appraiser'
  /** The actions by which it is met, the usual one first; none where no action of an officer meets it. */
  readonly metBy: readonly ActionId[]
  /** Where the fact stands that it belongs to, so that a finding has a line; the case itself where that is undefined. */
  readonly place: FactFinder
  /** What helps once it is late, where doing it late does not. */
  readonly whenLate?: WhenLate
  /** The action that ends its suspension. */
  readonly resumedBy?: ActionId
  /** The debt of an obligor that it is about: past its day, the debt is in breach. */
  readonly debt?: 'money' | 'work'
  /** The ground of failure (`failureGrounds`) that its last day gives. */
  readonly failureGround?: string
  /** Owed though the text does not apply to the damage. */
  readonly beyondScope?: true
  readonly toldBy?: ToldBy
}

/** Finds a fact by the parts of a subject: `1/o2` gives 1 and o2. */
export type FactFinder = (facts: Facts, first: string, second: string) => object | undefined

/** A deadline of which a case has at most one. */
interface SingleDefinition extends Heading {
  readonly count: (facts: Facts, context: CountContext) => Count | undefined
}

/** A deadline of which a case has one for each of something: an obligor, an objection, an instalment, a month. */
interface EachDefinition<T> extends Heading {
  readonly each: (facts: Facts, context: CountContext) => Iterable<T>
  readonly subject: (item: T, facts: Facts) => string
  readonly count: (item: T, context: CountContext, facts: Facts) => Count | undefined
}

export interface SubjectCount {
  readonly subject: string | null
  readonly count: Count
}

export interface DeadlineRule extends Heading {
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
