import { addDays, compare, daysBetween, type IsoDate, latest } from '../calendar/dates.ts'
import type { Grounds } from '../setting.ts'
import type { CountPlan, StepDraft, Suspension } from './count.ts'
import { addPeriod, rolledEnd, showPeriod } from './period.ts'

/** The end of a clock, its suspensions and its extension counted; `end` is null while the clock is stopped. */
interface Clock {
  readonly end: IsoDate | null
  readonly steps: readonly StepDraft[]
}

/**
 * A clock that still runs: the spans that are not yet handled, the number of days subtracted so far, and the last of
 * those days.
 */
interface RunningClock {
  readonly start: IsoDate
  readonly pending: Suspension[]
  readonly steps: StepDraft[]
  takenOut: number
  countedTo: IsoDate
}

/**
 * Runs the clock from `start` to its nominal end: subtracts the suspensions that begin before the (rolled) end, then
 * adds the extension, then subtracts the suspensions that begin in the extended time.
 */
export function runClock(setting: Grounds, start: IsoDate, nominal: IsoDate, plan: CountPlan): Clock {
  const pending = plan.suspensions
    .filter(({ to }) => to === undefined || to > start)
    .toSorted((a, b) => compare(a.from, b.from))
  const clock: RunningClock = { start, pending, steps: [], takenOut: 0, countedTo: start }
  const first = subtractSuspensions(setting, clock, nominal)
  if (first === null || !plan.extension) return { end: first, steps: clock.steps }
  const extended = extend(setting, first, plan.extension, clock.steps)
  return { end: subtractSuspensions(setting, clock, extended), steps: clock.steps }
}

/** Moves `end` by each pending span that begins in time; null when one of them is still running. */
function subtractSuspensions(setting: Grounds, clock: RunningClock, end: IsoDate): IsoDate | null {
  let reached = end
  for (let span = clock.pending[0]; span; span = clock.pending[0]) {
    if (span.from > rolledEnd(setting, reached).date) break
    clock.pending.shift()
    if (span.to === undefined) return stopClock(clock, span)
    reached = addDays(reached, subtractSpan(clock, span, span.to, reached))
  }
  return reached
}

/**
 * The days of a span that no earlier span has subtracted: a day is subtracted once, however many appraisals it belongs
 * to.
 */
function subtractSpan(clock: RunningClock, span: Suspension, to: IsoDate, reached: IsoDate): number {
  const from = latest(span.from, clock.countedTo)
  if (to <= from) return 0
  const days = daysBetween(from, to)
  clock.takenOut += days
  clock.countedTo = to
  const rest = from === span.from ? '' : `（${from} 以前的不重复扣除）`
  const step = `扣除${span.what} ${from} 至 ${to}，计 ${days} 日${span.from < clock.start ? '' : rest}`
  clock.steps.push({ step, date: addDays(reached, days), matter: span.matter })
  return days
}

function stopClock(clock: RunningClock, span: Suspension): null {
  const used = daysBetween(clock.start, latest(span.from, clock.countedTo)) - clock.takenOut
  const step = `${span.what}自 ${span.from} 起尚未完成，期限中止；已用 ${used} 日`
  clock.steps.push({ step, date: null, matter: span.matter })
  return null
}

function extend(
  setting: Grounds,
  end: IsoDate,
  { period, approvedOn }: NonNullable<CountPlan['extension']>,
  steps: StepDraft[],
): IsoDate {
  const limit = rolledEnd(setting, end).date
  if (approvedOn > limit) {
    steps.push({
      step: `${period.title}于 ${approvedOn} 批准，晚于期满日 ${limit}，不产生延长效力`,
      date: end,
      article: period.article,
    })
    return end
  }
  const extended = addPeriod(setting.calendar, end, period).date
  steps.push({
    step: `${period.title} ${showPeriod(period)}（${approvedOn} 批准，在期满日 ${limit} 之前或当日）`,
    date: extended,
    article: period.article,
  })
  return extended
}
