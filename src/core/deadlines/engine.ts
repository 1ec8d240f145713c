import { daysBetween, type IsoDate, latest } from '../calendar/dates.ts'
import type { Setting } from '../view.ts'
import type { Plan } from './count.ts'
import type { Deadline, DeadlineRule, DeadlineStatus, OtherReading, Step, SubjectCount } from './define.ts'
import { addPeriod, rolledEnd } from './period.ts'
import { runClock } from './suspension.ts'

const START_NOT_COUNTED = '民法典第二百零一条'
const REST_DAY_ROLLS = '民法典第二百零三条'

/** What counting a plan gives, before today is looked at. */
interface Counted {
  readonly due: IsoDate | null
  readonly rolledDue: IsoDate | null
  readonly certain: boolean
  readonly suspended: boolean
  readonly steps: readonly Step[]
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
  const status = statusOf(plan, strict, setting)
  const finished = status === 'met' || status === 'met-late' || status === 'closed'
  const other = otherReading(plan, strict, setting)
  return {
    case: caseId,
    deadline: rule.id,
    title: rule.title,
    article: rule.article,
    subject,
    start: plan.start ?? null,
    due: strict.due,
    rolledDue: strict.rolledDue,
    status,
    daysLeft: finished || !strict.due ? null : daysBetween(setting.today, strict.due),
    certain: strict.certain,
    met: plan.metOn ?? null,
    trace: [...strict.steps.map((step) => underArticle(step, rule)), ...endSteps(plan, rule.article)],
    advisory: plan.period?.advisory ?? false,
    ...(other ? { otherReading: other } : {}),
  }
}

/** A dated step that no other provision gives stands under the article of the deadline itself. */
function underArticle(step: Step, { article }: DeadlineRule): Step {
  return step.date !== null && step.article === '' ? { ...step, article } : step
}

function countPlan(plan: Plan, setting: Setting): Counted {
  const { calendar } = setting
  const started = startSteps(plan)
  if (plan.fixed) {
    const { on, what, article } = plan.fixed
    return rolled(setting, on, true, [...started, { step: what, date: on, article }], [])
  }
  if (!plan.start || !plan.period) {
    return { due: null, rolledDue: null, certain: true, suspended: false, steps: started }
  }
  const nominal = addPeriod(calendar, plan.start, plan.period)
  const steps = [...started, { step: nominal.step, date: nominal.date, article: plan.period.article }]
  const clock = runClock(setting, plan.start, nominal.date, plan)
  if (clock.end === null) {
    return { due: null, rolledDue: null, certain: true, suspended: true, steps: [...steps, ...clock.steps] }
  }
  return rolled(setting, clock.end, nominal.certain, [...steps, ...clock.steps], nominal.reasons)
}

function startSteps(plan: Plan): Step[] {
  if (!plan.start || plan.fixed) return [...plan.before]
  const step = plan.period ? `${plan.startedBy}，次日起算，当日不计入` : plan.startedBy
  return [...plan.before, { step, date: plan.start, article: plan.period ? START_NOT_COUNTED : '' }]
}

/** The end moved off a rest day, where the law in force lets it roll; the strict end stands beside it. */
function rolled(
  setting: Setting,
  due: IsoDate,
  certain: boolean,
  steps: readonly Step[],
  reasons: readonly string[],
): Counted {
  const roll = rolledEnd(setting, due)
  const doubts = [...new Set([...reasons, ...roll.reasons])]
  const name = setting.calendar.day(due).name ?? '休息日'
  const moved =
    roll.date === due
      ? []
      : [{ step: `期满日为${name}，顺延至其后第一个工作日`, date: roll.date, article: REST_DAY_ROLLS }]
  return {
    due,
    rolledDue: roll.date,
    certain: certain && roll.certain,
    suspended: false,
    steps: [...steps, ...moved, ...doubts.map((step) => ({ step, date: null, article: '' }))],
  }
}

function endSteps(plan: Plan, article: string): Step[] {
  if (plan.metOn) return [{ step: '已办理', date: plan.metOn, article }]
  if (plan.closedOn) return [{ step: '已无需办理', date: plan.closedOn, article }]
  return []
}

function statusOf(plan: Plan, counted: Counted, setting: Setting): DeadlineStatus {
  if (plan.metOn) return counted.rolledDue && plan.metOn > counted.rolledDue ? 'met-late' : 'met'
  if (plan.closedOn) return 'closed'
  if (counted.suspended) return 'suspended'
  if (!counted.due || !counted.rolledDue) return 'duty'
  if (setting.today > counted.rolledDue) return 'overdue'
  if (setting.today > counted.due) return 'rolled'
  return isSoon(plan, counted.due, setting) ? 'soon' : 'open'
}

/** Within the office's reminder, past the early warning, or on the last working day before the end. */
function isSoon(plan: Plan, due: IsoDate, { calendar, config, today }: Setting): boolean {
  const warnedOn = plan.start && plan.warnAfter && addPeriod(calendar, plan.start, plan.warnAfter).date
  if (warnedOn && today >= warnedOn) return true
  if (daysBetween(today, due) <= (config.remind?.withinDays ?? 0)) return true
  return today >= calendar.previousWorkingDay(due).date
}

/** The count with what is unsettled in it read the other way, where that gives another day. */
function otherReading(plan: Plan, strict: Counted, setting: Setting): OtherReading | undefined {
  const unsettled = plan.suspensions.filter((span) => span.unsettled)
  const { otherStart } = plan
  if (!unsettled.length && !otherStart) return undefined
  const wide = countPlan(otherStart ? { ...plan, start: otherStart.start } : plan, setting)
  if (wide.due === strict.due) return undefined
  const spans = [...new Set(unsettled.map((span) => span.what))].join('、')
  const because = [spans && `${spans}的时间是否计入期限，条文未作明确规定`, otherStart?.because ?? '']
  return { due: wide.due, rolledDue: wide.rolledDue, because: because.filter(Boolean).join('；') }
}

/** Whether a deadline that is past by the strict reading is not past by the other. */
export function savedByOtherReading(deadline: Deadline, today: IsoDate): boolean {
  const { otherReading: other, met } = deadline
  if (!other) return false
  return other.rolledDue === null || latest(met ?? today, other.rolledDue) === other.rolledDue
}
