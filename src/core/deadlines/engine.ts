import { compare, daysBetween, earliest, type IsoDate, latest } from '../calendar/dates.ts'
import { reminderDays } from '../facts/reminder.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Setting } from '../setting.ts'
import type { Plan, StepDraft } from './count.ts'
import type { Deadline, DeadlineRule, DeadlineStatus, OtherReading, Step, SubjectCount } from './define.ts'
import {
  addPeriod,
  type Governing,
  governing,
  type PeriodEnd,
  rolledEnd,
  showPeriod,
  versionOn,
} from './period.ts'
import { runClock } from './suspension.ts'

/** What counting a plan gives, before today is looked at. */
interface Counted {
  readonly due: IsoDate | null
  readonly rolledDue: IsoDate | null
  readonly certain: boolean
  readonly suspended: boolean
  readonly steps: readonly StepDraft[]
  /** What the clock began under, where the law was changed while it ran. */
  readonly former?: Governing['former']
  /** The provision of the version that governs it, where the law has changed the period. */
  readonly article?: string
}

/** The deadline that a count amounts to on the day of `setting.today`. */
export function conclude(
  rule: DeadlineRule,
  caseId: string | null,
  { subject, count: { plan } }: SubjectCount,
  setting: Setting,
): Deadline {
  const strict = countPlan(
    { ...plan, suspensions: plan.suspensions.filter((span) => !span.unsettled) },
    setting,
  )
  const other = otherReading(plan, strict, setting)
  const status = statusOf(plan, strict, other, setting)
  const finished = status === 'met' || status === 'met-late' || status === 'closed'
  return {
    case: caseId,
    deadline: rule.id,
    title: rule.title,
    article: strict.article ?? setting.regulation.articleOf(rule.matter),
    subject,
    start: plan.start ?? null,
    due: strict.due,
    rolledDue: strict.rolledDue,
    status,
    daysLeft: finished || !strict.due ? null : daysBetween(setting.today, strict.due),
    certain: strict.certain,
    met: plan.metOn ?? null,
    trace: [...strict.steps, ...endSteps(plan)].map((step) => stepUnder(step, rule, setting)),
    advisory: plan.period?.advisory ?? false,
    ...(other ? { otherReading: other } : {}),
  }
}

/** A step with its article: that of its matter or figure; a dated one that has neither, that of the deadline itself. */
function stepUnder(draft: StepDraft, rule: DeadlineRule, { regulation }: Setting): Step {
  const { step, date, matter = date === null ? undefined : rule.matter } = draft
  const article = draft.article ?? (matter && regulation.has(matter) ? regulation.articleOf(matter) : '')
  return { step: regulation.written(step), date, article }
}

function countPlan(plan: Plan, setting: Setting): Counted {
  const { calendar } = setting
  const started = startSteps(plan)
  if (plan.fixed) {
    const { on, what, matter } = plan.fixed
    return rolled(setting, on, true, [...started, { step: what, date: on, matter }], [])
  }
  if (!plan.start || !plan.period) {
    return { due: null, rolledDue: null, certain: true, suspended: false, steps: started }
  }
  const { start } = plan
  const run = (version: Period) => {
    const nominal = addPeriod(calendar, start, version)
    return { nominal, clock: runClock(setting, start, nominal.date, plan) }
  }
  const dueOf = (version: Period): IsoDate | undefined => {
    const { end } = run(version).clock
    return end === null ? undefined : rolledEnd(setting, end).date
  }
  const governed = governing(start, plan.period, dueOf, plan.metOn)
  const { period, former } = governed
  const { nominal, clock } = run(period)
  const steps = [...started, ...periodSteps(governed, nominal), ...clock.steps]
  const known = { ...(former && { former }), ...(plan.period.versions && { article: period.article }) }
  if (clock.end === null) {
    return { due: null, rolledDue: null, certain: true, suspended: true, steps, ...known }
  }
  return { ...rolled(setting, clock.end, nominal.certain, steps, nominal.reasons), ...known }
}

/** The period itself, and what a change of the law did to it while it ran. */
function periodSteps({ period, former, missed }: Governing, end: PeriodEnd): StepDraft[] {
  const counted: StepDraft = { step: end.step, date: end.date, article: period.article }
  if (former) {
    const step = `原为 ${showPeriod(former.period)}，${former.changedOn} 尚未届满，自该日起改为 ${showPeriod(period)}`
    return [{ step, date: former.due, article: former.period.article }, counted]
  }
  if (!missed) return [counted]
  const step = `${missed.changedOn} 以前已经届满，不因其后改为 ${showPeriod(missed.period)}而恢复`
  return [counted, { step, date: end.date, article: missed.period.article }]
}

function startSteps(plan: Plan): StepDraft[] {
  if (!plan.start || plan.fixed) return [...plan.before]
  const step = plan.period ? `${plan.startedBy}，次日起算，当日不计入` : plan.startedBy
  const matter = plan.period ? ({ matter: 'start-day' } as const) : {}
  return [...plan.before, { step, date: plan.start, ...matter }]
}

/** The end moved off a rest day, where the law in force lets it roll; the strict end stands beside it. */
function rolled(
  setting: Setting,
  due: IsoDate,
  certain: boolean,
  steps: readonly StepDraft[],
  reasons: readonly string[],
): Counted {
  const roll = rolledEnd(setting, due)
  const doubts = [...new Set([...reasons, ...roll.reasons])]
  const name = setting.calendar.day(due).name ?? '休息日'
  const moved =
    roll.date === due
      ? []
      : [{ step: `期满日为${name}，顺延至其后第一个工作日`, date: roll.date, matter: 'rest-day' as const }]
  return {
    due,
    rolledDue: roll.date,
    certain: certain && roll.certain,
    suspended: false,
    steps: [...steps, ...moved, ...doubts.map((step) => ({ step, date: null }))],
  }
}

function endSteps(plan: Plan): StepDraft[] {
  if (plan.metOn) return [{ step: '已办理', date: plan.metOn }]
  if (plan.closedOn) return [{ step: '已无需办理', date: plan.closedOn }]
  return []
}

function statusOf(
  plan: Plan,
  counted: Counted,
  other: OtherReading | undefined,
  setting: Setting,
): DeadlineStatus {
  if (plan.metOn) return counted.rolledDue && plan.metOn > counted.rolledDue ? 'met-late' : 'met'
  if (plan.closedOn) return 'closed'
  if (counted.suspended) return 'suspended'
  if (!counted.due || !counted.rolledDue) return 'duty'
  if (setting.today > counted.rolledDue) return 'overdue'
  if (setting.today > counted.due) return 'rolled'
  return isSoon(plan, counted.due, other, setting) ? 'soon' : 'open'
}

/** Within the office's reminder (by the other reading too), past the early warning, or on the last working day before the end. */
function isSoon(
  plan: Plan,
  due: IsoDate,
  other: OtherReading | undefined,
  { calendar, config, today }: Setting,
): boolean {
  const warnedOn = plan.start && plan.warnAfter && addPeriod(calendar, plan.start, plan.warnAfter).date
  if (warnedOn && today >= warnedOn) return true
  const first = earliest(due, other?.due ?? undefined) ?? due
  if (daysBetween(today, first) <= reminderDays(config)) return true
  return today >= calendar.previousWorkingDay(due).date
}

/**
 * The other reading of what is unsettled, where it gives another day. Of several, the one that ends first warns while
 * there is time; once the strict day has passed, the one that ends last may still save it.
 */
function otherReading(plan: Plan, strict: Counted, setting: Setting): OtherReading | undefined {
  const readings = [
    unsettledReading(plan, setting),
    formerReading(plan, strict.former, setting),
    ...(plan.otherStart?.asBegun ? [begunReading(plan, plan.otherStart.asBegun, setting)] : []),
  ]
  const others = readings.filter((reading) => reading !== undefined && reading.due !== strict.due)
  const inOrder = others.toSorted((a, b) => compare(a?.rolledDue ?? '9', b?.rolledDue ?? '9'))
  const isPast = strict.rolledDue !== null && setting.today > strict.rolledDue
  const chosen = isPast ? inOrder.at(-1) : inOrder[0]
  return chosen && { ...chosen, because: setting.regulation.written(chosen.because) }
}

/** The count with the unsettled spans, or from the unsettled start. */
function unsettledReading(plan: Plan, setting: Setting): OtherReading | undefined {
  const unsettled = plan.suspensions.filter((span) => span.unsettled)
  const { start, because: why = '' } = plan.otherStart ?? {}
  if (!unsettled.length && !start) return undefined
  const wide = countPlan(start ? { ...plan, start } : plan, setting)
  const spans = [...new Set(unsettled.map((span) => span.what))].join('、')
  const because = [spans && `${spans}的时间是否计入期限，条文未作明确规定`, why]
  return { due: wide.due, rolledDue: wide.rolledDue, because: because.filter(Boolean).join('；') }
}

const UNSETTLED_CHANGE = '新旧如何衔接，条文未作明确规定'

/** The end by the version under which the clock began, where no text says which of the two governs it. */
function formerReading(plan: Plan, former: Governing['former'], setting: Setting): OtherReading | undefined {
  if (!former) return undefined
  const { period, changedOn } = former
  const { due, rolledDue } = countPlan({ ...plan, period: withoutVersions(period) }, setting)
  const because = `期限进行中法律有修改（${changedOn} 起），${UNSETTLED_CHANGE}；依原规定（${period.article}）为 ${showPeriod(period)}`
  return { due, rolledDue, because }
}

/** The end where only the period as it was when the clock began decides what interrupted it. */
function begunReading(plan: Plan, start: IsoDate, setting: Setting): OtherReading {
  const version = plan.period && versionOn(plan.period, start)
  const { due, rolledDue } = countPlan(
    { ...plan, start, ...(version && { period: withoutVersions(version) }) },
    setting,
  )
  const because = `中断发生时，依原规定（${version?.article ?? ''}）期限已经届满；${UNSETTLED_CHANGE}`
  return { due, rolledDue, because }
}

function withoutVersions({ versions: _, ...period }: Period): Period {
  return period
}

/** Whether a deadline that is past by the strict reading is not past by the other. */
export function savedByOtherReading(deadline: Deadline, today: IsoDate): boolean {
  const { otherReading: other, met } = deadline
  if (!other) return false
  return other.rolledDue === null || latest(met ?? today, other.rolledDue) === other.rolledDue
}
