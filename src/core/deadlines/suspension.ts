import { addDays, daysBetween, type IsoDate, latest } from '../calendar/dates.ts'
import type { Setting } from '../view.ts'
import type { Plan, Suspension } from './count.ts'
import type { Step } from './define.ts'
import { addPeriod, rolledEnd, showPeriod } from './period.ts'

/** Where a clock ends once its suspensions and its extension are counted; `end` is null while it stands still. */
interface Clock {
  readonly end: IsoDate | null
  readonly steps: readonly Step[]
}

/** Overlapping or touching spans as one, in order; one that is still running swallows all that follow. */
export function union(suspensions: readonly Suspension[]): Suspension[] {
  const spans: Suspension[] = []
  for (const span of [...suspensions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = spans.at(-1)
    if (!last || (last.to !== undefined && span.from > last.to)) {
      spans.push(span)
    } else if (last.to !== undefined) {
      spans[spans.length - 1] = {
        ...last,
        to: span.to && latest(last.to, span.to),
        what: last.what === span.what ? last.what : `${last.what}、${span.what}`,
        unsettled: last.unsettled || span.unsettled,
      }
    }
  }
  return spans
}

/** A clock on its way: the end it has reached, the days taken out so far, and the spans still to be looked at. */
interface RunningClock {
  readonly start: IsoDate
  readonly pending: Suspension[]
  readonly steps: Step[]
  takenOut: number
}

/**
 * Runs the clock from `start` to its nominal end, taking out the suspensions that begin before the (rolled) end it has
 * reached, then the extension, then those that begin inside the extended time.
 */
export function runClock(setting: Setting, start: IsoDate, nominal: IsoDate, plan: Plan): Clock {
  const pending = union(plan.suspensions).filter((span) => span.to === undefined || span.to > start)
  const clock: RunningClock = { start, pending, steps: [], takenOut: 0 }
  const first = takeOut(setting, clock, nominal)
  if (first === null || !plan.extension) return { end: first, steps: clock.steps }
  const extended = extend(setting, first, plan.extension, clock.steps)
  return { end: takeOut(setting, clock, extended), steps: clock.steps }
}

/** Moves `end` by each pending span that begins in time; null when one of them is still running. */
function takeOut(setting: Setting, clock: RunningClock, end: IsoDate): IsoDate | null {
  let reached = end
  for (let span = clock.pending[0]; span; span = clock.pending[0]) {
    if (span.from > rolledEnd(setting, reached).date) break
    clock.pending.shift()
    const from = latest(span.from, clock.start)
    if (span.to === undefined) {
      const used = daysBetween(clock.start, from) - clock.takenOut
      const step = `${span.what}自 ${span.from} 起尚未完成，期限中止；已用 ${used} 日`
      clock.steps.push({ step, date: null, article: span.article })
      return null
    }
    const days = daysBetween(from, span.to)
    clock.takenOut += days
    reached = addDays(reached, days)
    const step = `扣除${span.what} ${from} 至 ${span.to}，计 ${days} 日`
    clock.steps.push({ step, date: reached, article: span.article })
  }
  return reached
}

function extend(
  setting: Setting,
  end: IsoDate,
  { period, approvedOn }: NonNullable<Plan['extension']>,
  steps: Step[],
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
