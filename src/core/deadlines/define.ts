import type { IsoDate } from '../calendar/dates.ts'
import type { Facts } from '../facts/facts.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Setting } from '../view.ts'
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
  /** The last day after moving off a rest day. 民法典第二百零三条 */
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
  readonly period: (id: string) => Period
}

interface Heading {
  readonly id: string
  readonly title: string
  readonly article: string
}

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
  const { id, title, article, count } = definition
  return {
    id,
    title,
    article,
    *counts(facts, context) {
      const counted = count(facts, context)
      if (counted) yield { subject: null, count: counted }
    },
  }
}

/** Defines a deadline that stands once for each of something. */
export function defineDeadlineForEach<T>(definition: EachDefinition<T>): DeadlineRule {
  const { id, title, article, each, subject, count } = definition
  return {
    id,
    title,
    article,
    *counts(facts, context) {
      for (const item of each(facts, context)) {
        const counted = count(item, context, facts)
        if (counted) yield { subject: subject(item, facts), count: counted }
      }
    },
  }
}
