import type { IsoDate } from '../calendar/dates.ts'
import { type Provision, provision } from '../regulation/citation.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Grounds } from '../setting.ts'
import type { CountPlan, StepDraft } from './count.ts'
import type { Deadline } from './define.ts'
import {
  addPeriod,
  type GoverningVersion,
  governingVersion,
  type PeriodEnd,
  rolledEnd,
  showPeriod,
} from './period.ts'
import { runClock } from './suspension.ts'

/** The result of counting a plan, before it is compared with today. */
export interface Counted {
  readonly due: IsoDate | null
  readonly rolledDue: IsoDate | null
  readonly certain: boolean
  readonly suspended: boolean
  readonly steps: readonly StepDraft[]
  /** The version of the period under which the clock began, where the law changed while it ran. */
  readonly former?: GoverningVersion['former']
  /**
   * The provision of the version that governs the clock, where the law has changed the period, or of the longest
   * period.
   */
  readonly provision?: Provision
}

/** A count, and the latest day that its last day can be. */
export interface CountedAtLatest extends Counted {
  /** Only where the count is not certain. */
  readonly latestDue?: IsoDate
}

/** A count. Where the calendar of its days is not published yet, also the latest day that its last day can be. */
export function countAtLatest(plan: CountPlan, setting: Grounds): CountedAtLatest {
  const counted = countPlan(plan, setting)
  if (counted.certain) return counted
  const { regulation, calendar, config } = setting
  const { rolledDue } = countPlan(plan, { regulation, config, calendar: calendar.atLatest })
  return rolledDue === null ? counted : { ...counted, latestDue: rolledDue }
}

/** The latest possible last day of a deadline whose last day is not certain. */
export function atLatest({ latestDue }: CountedAtLatest): Pick<Deadline, 'latestDue'> {
  return latestDue === undefined ? {} : { latestDue }
}

function countPlan(plan: CountPlan, setting: Grounds): Counted {
  const { calendar } = setting
  const started = startSteps(plan)
  if (plan.fixed) return countFixed(plan, plan.fixed, setting)
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
    if (end === null) return undefined
    // The longest period ends the count: no suspension or extension goes on after it.
    return rolledEnd(setting, outerEnd(plan, end, setting)?.due ?? end).date
  }
  const governed = governingVersion(start, plan.period, dueOf, plan.metOn)
  const { period, former } = governed
  const { nominal, clock } = run(period)
  const steps = [...started, ...periodSteps(governed, nominal), ...clock.steps]
  const known = {
    ...(former && { former }),
    ...(plan.period.versions && { provision: { article: period.article } }),
  }
  if (clock.end === null) {
    return { due: null, rolledDue: null, certain: true, suspended: true, steps, ...known }
  }
  const outer = outerEnd(plan, clock.end, setting)
  if (outer) {
    const byOuter = { ...known, provision: outer.provision }
    return { ...rolled(setting, outer.due, true, [...steps, outer.step], []), ...byOuter }
  }
  return { ...rolled(setting, clock.end, nominal.certain, steps, nominal.reasons), ...known }
}

/** A count to a fixed day. Only where the count is not exact, a rest day moves it. */
function countFixed(
  plan: CountPlan,
  { on, what, matter }: NonNullable<CountPlan['fixed']>,
  setting: Grounds,
): Counted {
  const started = startSteps(plan)
  if (!plan.exact) return rolled(setting, on, true, [...started, { step: what, date: on, matter }], [])
  const { source: article } = plan
  const step = { step: what, date: on, ...(article === undefined ? { matter } : { article }) }
  return { due: on, rolledDue: on, certain: true, suspended: false, steps: [...started, step] }
}

/** The end of the longest period, where the clock would run past it. */
function outerEnd(
  { outer }: CountPlan,
  end: IsoDate,
  { calendar }: Grounds,
): { due: IsoDate; step: StepDraft; provision: Provision } | undefined {
  if (!outer) return undefined
  const { date, step } = addPeriod(calendar, outer.from, outer.period)
  if (end <= date) return undefined
  const said = `${step}（自${outer.what} ${outer.from} 起），逾此不予保护，不适用中断`
  const known = provisionOfPeriod(outer.period)
  return { due: date, step: { step: said, date, ...known }, provision: known }
}

function provisionOfPeriod({ article, verified }: Period): Provision {
  return provision(article, verified)
}

/** The steps for the period, and for a change of the law while it ran. */
function periodSteps({ period, former, missed }: GoverningVersion, end: PeriodEnd): StepDraft[] {
  const counted: StepDraft = { step: end.step, date: end.date, ...provisionOfPeriod(period) }
  if (former) {
    const step = `原为 ${showPeriod(former.period)}，${former.changedOn} 尚未届满，自该日起改为 ${showPeriod(period)}`
    return [{ step, date: former.due, ...provisionOfPeriod(former.period) }, counted]
  }
  if (!missed) return [counted]
  const step = `${missed.changedOn} 以前已经届满，不因其后改为 ${showPeriod(missed.period)}而恢复`
  return [counted, { step, date: missed.due, ...provisionOfPeriod(missed.period) }]
}

function startSteps(plan: CountPlan): StepDraft[] {
  if (!plan.start || plan.fixed) return [...plan.before]
  const step = plan.period ? `${plan.startedBy}，次日起算，当日不计入` : plan.startedBy
  const matter = plan.period ? ({ matter: 'start-day' } as const) : {}
  return [...plan.before, { step, date: plan.start, ...matter }]
}

/** The end, and the end moved off a rest day where the law in force moves it. */
function rolled(
  setting: Grounds,
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
