import type { IsoDate } from '../calendar/dates.ts'
import { takenOverOn, wasPast } from '../facts/backfilled.ts'
import type { Facts } from '../facts/facts.ts'
import { obligorOf } from '../facts/queries.ts'
import type { CountPlan, StepDraft } from './count.ts'
import type { CountedAtLatest } from './counting.ts'
import type { DeadlineDescription, OtherReading } from './define.ts'

/** What is known of a deadline that nobody met, before its status is told. */
export interface Unmet {
  readonly plan: CountPlan
  readonly subject: string | null
  readonly counted: CountedAtLatest
  readonly other: OtherReading | undefined
}

/**
 * Whether a deadline of a case that was taken over from a ledger is history: its last day, by every reading, lies
 * before the day of the takeover; without a last day, the case had gone past it by then. What obligors owe, and the
 * time to pursue it, counts in full however long ago its last day was.
 */
export function isHistory(rule: DeadlineDescription, unmet: Unmet, facts: Facts): boolean {
  const day = takenOverOn(facts)
  if (day === undefined || isClaim(rule)) return false
  const { plan, subject, counted, other } = unmet
  if (counted.due === null)
    return plan.start !== undefined && wasPast(facts, plan.start, obligorsIn(facts, subject))
  const ends = [counted, ...(other ? [other] : [])].map(lastDay)
  return ends.every((last) => last !== null && last < day)
}

/** Whether it is a claim on an obligor, or the time within which one is pursued. */
function isClaim({ debt, claim, kind }: DeadlineDescription): boolean {
  return debt !== undefined || claim === true || kind === 'limitation'
}

function lastDay({ rolledDue, latestDue }: Pick<CountedAtLatest, 'rolledDue' | 'latestDue'>): IsoDate | null {
  return latestDue ?? rolledDue
}

/** The obligors that a subject names: o2 of 1/o2. */
function obligorsIn(facts: Facts, subject: string | null): string[] {
  return (subject?.split('/') ?? []).filter((part) => obligorOf(facts, part) !== undefined)
}

/** How the count of a deadline that is history ends: by the takeover, of which the record is kept with the case. */
export function historyStep(facts: Facts, { due }: CountedAtLatest): StepDraft {
  const step =
    due === null
      ? '补录时已经办到后面的环节，没有载明这一项，不再列为待办'
      : '补录时最后一日已过，没有载明是否办理，不计逾期'
  return { step, date: takenOverOn(facts) ?? null, matter: 'one-case-one-file' }
}
