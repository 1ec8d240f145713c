import type { Calendar, CountedDate } from '../calendar/calendar.ts'
import { addDays, addMonths, addYears, type IsoDate } from '../calendar/dates.ts'
import type { Period } from '../regulation/regulation.ts'
import { PERIOD_UNITS } from '../regulation/units.ts'
import type { Grounds } from '../setting.ts'

/** A period with each value that the law gave it over time: 3 年；自 2026-08-15 起 5 年. */
export function showVersions(period: Period): string {
  const values = period.versions ?? [{ from: undefined, period }]
  return values
    .map(({ from, period: value }) => `${from === undefined ? '' : `自 ${from} 起 `}${showPeriod(value)}`)
    .join('；')
}

/** The end of a period: the date, and the step that explains it. */
export interface PeriodEnd {
  readonly date: IsoDate
  readonly certain: boolean
  readonly reasons: readonly string[]
  readonly step: string
}

/** A period as people say it: 5 个工作日, 60 日, 2 年. */
export function showPeriod(period: Pick<Period, 'amount' | 'unit'>): string {
  return `${period.amount} ${PERIOD_UNITS[period.unit]}`
}

/** A last day moved off a rest day, where the law in force moves it. */
export function rolledEnd({ calendar, regulation }: Grounds, end: IsoDate): CountedDate {
  return regulation.rolls ? calendar.nextWorkingDay(end) : { date: end, certain: true, reasons: [] }
}

/** The version of a period that governs a clock, and what a change of the law did while it ran. */
export interface GoverningVersion {
  readonly period: Period
  /** The period under which the clock began, and its last day, where a change reached the clock. */
  readonly former?: { readonly period: Period; readonly due: IsoDate; readonly changedOn: IsoDate }
  /** The change that came too late, since the clock had run out before it. */
  readonly missed?: { readonly period: Period; readonly due: IsoDate; readonly changedOn: IsoDate }
}

/** The value of a period on a day; of one that the law never changed, the period itself. */
export function versionOn(period: Period, day: IsoDate): Period {
  return period.versions?.findLast(({ from }) => from === undefined || from <= day)?.period ?? period
}

/**
 * The version of a period that governs a clock which begins on `start`: the one in force on that day, unless a later
 * version says that it reaches running clocks. Such a change does not revive a clock that had run out, does not touch
 * one that was met (`until`), and ends no clock before the day of the change. `dueOf` gives the last day by a version;
 * undefined while the clock is stopped.
 */
export function governingVersion(
  start: IsoDate,
  period: Period,
  dueOf: (version: Period) => IsoDate | undefined,
  until?: IsoDate,
): GoverningVersion {
  let governed: GoverningVersion = { period: versionOn(period, start) }
  for (const { from, period: changed, running } of period.versions ?? []) {
    if (!running || from === undefined || from <= start || (until !== undefined && until < from)) continue
    const due = dueOf(governed.period)
    if (due === undefined || (dueOf(changed) ?? from) < from) continue
    if (due < from) return { ...governed, missed: { period: changed, due, changedOn: from } }
    governed = { period: changed, former: { period: governed.period, due, changedOn: from } }
  }
  return governed
}

/** The last day of a period that starts on the day after `start`, by its value on that day. */
export function addPeriod(calendar: Calendar, start: IsoDate, period: Period): PeriodEnd {
  const { title, amount, unit } = versionOn(period, start)
  const step = `${title} ${showPeriod({ amount, unit })}`
  const sure = { certain: true, reasons: [], step }
  switch (unit) {
    case 'working-day':
      return { ...calendar.addWorkingDays(start, amount), step }
    case 'day':
      return { date: addDays(start, amount), ...sure }
    case 'month':
      return { date: addMonths(start, amount), ...sure }
    case 'year':
      return { date: addYears(start, amount), ...sure }
  }
}
