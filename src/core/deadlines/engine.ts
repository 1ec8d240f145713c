import { addDays, earliest, type IsoDate } from '../calendar/dates.ts'
import type { Facts } from '../facts/facts.ts'
import { reminderDays } from '../facts/reminder.ts'
import { type Provision, provision } from '../regulation/citation.ts'
import { type Day, hasCome, hasPassed, type Setting } from '../setting.ts'
import type { CountPlan, StepDraft } from './count.ts'
import { atLatest, type Counted, type CountedAtLatest, countAtLatest } from './counting.ts'
import { daysLeftOn } from './days-left.ts'
import type {
  CountStep,
  Deadline,
  DeadlineRule,
  DeadlineStatus,
  OtherReading,
  SubjectCount,
} from './define.ts'
import { historyStep, isHistory } from './history.ts'
import { otherReading } from './other-reading.ts'
import { addPeriod } from './period.ts'
import { mayStillBeInTime } from './provisional.ts'
import { isPending } from './status.ts'

/**
 * The deadline that follows from a count, on the day of `setting.today`. `facts` are those of its case: in one that was
 * taken over from a ledger, what ran out before that is history.
 */
export function concludedDeadline(
  rule: DeadlineRule,
  caseId: string | null,
  { subject, count: { plan } }: SubjectCount,
  setting: Setting,
  facts?: Facts,
): Deadline {
  const strict = countAtLatest(
    { ...plan, suspensions: plan.suspensions.filter((span) => !span.unsettled) },
    setting,
  )
  const byOtherReading = otherReading(plan, strict, setting)
  const known = statusOf(plan, strict, byOtherReading, setting)
  const isLeftBehind =
    facts !== undefined &&
    isLeft(known) &&
    isHistory(rule, { plan, subject, counted: strict, other: byOtherReading }, facts)
  const status = isLeftBehind ? 'history' : known
  return {
    case: caseId,
    deadline: rule.id,
    title: rule.title,
    ...provisionOf(plan, strict, rule, setting),
    subject,
    start: plan.start ?? null,
    due: strict.due,
    rolledDue: strict.rolledDue,
    status,
    daysLeft: daysLeftOn(strict.due, strict.rolledDue, status, setting.watch?.date ?? setting.today),
    certain: strict.certain,
    ...atLatest(strict),
    met: plan.metOn ?? null,
    trace: [...strict.steps, ...endSteps(plan, status, strict, facts)].map((step) =>
      stepUnder(step, rule, setting),
    ),
    advisory: plan.period?.advisory ?? false,
    ...(byOtherReading ? { otherReading: byOtherReading } : {}),
  }
}

/**
 * The provision that a deadline rests on: what its day was told by, the version or longest period that governs it, its
 * matter.
 */
function provisionOf(
  { source, period }: CountPlan,
  { provision: counted }: Counted,
  { matter }: DeadlineRule,
  { regulation }: Setting,
): Provision {
  if (source !== undefined) return { article: source }
  if (counted) return counted
  const isOpen = period !== undefined && !period.verified && !period.advisory
  return isOpen ? provision(regulation.articleOf(matter), false) : regulation.provisionOf(matter)
}

/**
 * A step with its article: that of its matter or figure; a dated step that has neither takes the article of the
 * deadline.
 */
function stepUnder(draft: StepDraft, rule: DeadlineRule, { regulation }: Setting): CountStep {
  const { step, date, matter = date === null ? undefined : rule.matter } = draft
  const { article, verified } = draft
  const own = article === undefined ? undefined : provision(article, verified)
  const ofMatter = matter && regulation.has(matter) ? regulation.provisionOf(matter) : { article: '' }
  return { step: regulation.written(step), date, ...(own ?? ofMatter) }
}

/** Whether nobody met it, and nothing keeps it open by itself. */
function isLeft(status: DeadlineStatus): boolean {
  return isPending({ status }) && status !== 'suspended'
}

function endSteps(
  plan: CountPlan,
  status: DeadlineStatus,
  counted: Counted,
  facts: Facts | undefined,
): StepDraft[] {
  if (plan.metOn) return [{ step: '已办理', date: plan.metOn }]
  const closedOn = closingDay(plan, counted)
  if (closedOn) return [{ step: '已无需办理', date: closedOn }]
  if (status === 'closed') return [{ step: '最后一日已过，不能再行使', date: counted.rolledDue }]
  if (status === 'history' && facts) return [historyStep(facts, counted)]
  return []
}

/** The day from which nothing more is owed. */
function closingDay({ closedOn, closedInTimeOn }: CountPlan, { rolledDue }: Counted): IsoDate | undefined {
  const isInTime = closedInTimeOn !== undefined && rolledDue !== null && closedInTimeOn <= rolledDue
  return closedOn ?? (isInTime ? closedInTimeOn : undefined)
}

function statusOf(
  plan: CountPlan,
  counted: CountedAtLatest,
  other: OtherReading | undefined,
  setting: Setting,
): DeadlineStatus {
  if (plan.metOn) return counted.rolledDue && plan.metOn > counted.rolledDue ? 'met-late' : 'met'
  if (closingDay(plan, counted)) return 'closed'
  if (counted.suspended) return 'suspended'
  if (!counted.due || !counted.rolledDue) return 'duty'
  if (hasPassed(setting, counted.rolledDue)) {
    return plan.lapses && !mayStillBeInTime(counted, setting) ? 'closed' : 'overdue'
  }
  if (hasPassed(setting, counted.due)) return 'rolled'
  return isSoon(plan, counted.due, other, setting) ? 'soon' : 'open'
}

/**
 * Whether today is within the office's reminder (by the other reading too), past the early warning, or the last working
 * day before the end.
 */
function isSoon(plan: CountPlan, due: IsoDate, other: OtherReading | undefined, setting: Setting): boolean {
  const { calendar, config } = setting
  const warnedOn = plan.start && plan.warnAfter && addPeriod(calendar, plan.start, plan.warnAfter).date
  if (warnedOn && hasCome(setting, warnedOn)) return true
  const first = earliest(due, other?.due ?? undefined) ?? due
  if (hasCome(setting, addDays(first, -reminderDays(config)))) return true
  return hasCome(setting, calendar.previousWorkingDay(due).date)
}

/** Whether a deadline that is past by the strict reading is not past by the other. */
export function savedByOtherReading(deadline: Deadline, day: Day): boolean {
  const { otherReading: other, met } = deadline
  if (!other) return false
  const last = other.latestDue ?? other.rolledDue
  if (last === null) return true
  return met === null ? !hasPassed(day, last) : met <= last
}
