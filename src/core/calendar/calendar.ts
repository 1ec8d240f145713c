import type { CalendarSources } from './data.ts'
import { epochDay, fromEpochDay, type IsoDate, weekdayOfEpochDay } from './dates.ts'
import { type ArrangedDay, arrangedDays } from './layers.ts'
import { createUncertainty } from './uncertainty.ts'

/** What is known of one day. */
export interface CalendarDay {
  date: IsoDate
  working: boolean
  certain: boolean
  /** Why the day is provisional (暂定). */
  reason?: string
  /** 春节, 壮族三月三, 调休上班 … */
  name?: string
  /** The notice that arranged the day. */
  source?: string
}

/** A date reached by counting, with the reasons (Chinese) for which it is provisional (暂定). */
export interface CountedDate {
  date: IsoDate
  certain: boolean
  reasons: string[]
}

/** A number of 工作日, with the reasons (Chinese) for which it is provisional (暂定). */
export interface CountedDays {
  days: number
  certain: boolean
  reasons: string[]
}

/** All of its functions throw RangeError when a date does not exist. */
export interface Calendar {
  day(date: IsoDate): CalendarDay
  /** The date itself when it is a working day, or else the next one (`rest-day`). */
  nextWorkingDay(date: IsoDate): CountedDate
  /** The last working day before the date, never the date itself. */
  previousWorkingDay(date: IsoDate): CountedDate
  /** The `count`th 工作日 after the date, which itself is not counted; the date itself when 0. */
  addWorkingDays(date: IsoDate, count: number): CountedDate
  /** 工作日 after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: IsoDate, to: IsoDate): CountedDays
  /** Years with a published State Council arrangement, ascending. */
  readonly coveredYears: readonly number[]
}

const monday = 1
const friday = 5

/**
 * Working days by 全国年节及纪念日放假办法: weekends, over them the State Council's arrangement of each year, over
 * that the region's rest days, over all the repository's own days. A year without arrangement is computed from
 * weekends, and every answer that looked at one of its days says so.
 */
export function createCalendar(sources: CalendarSources): Calendar {
  const days = arrangedDays(sources)
  const coveredYears = coveredYearsOf(sources)
  const reasonsBetween = createUncertainty(sources, coveredYears)
  const working = (number: number) => isWorking(number, days.get(number))
  const counted = (number: number, from: number, to: number): CountedDate => ({
    date: fromEpochDay(number),
    ...certainty(reasonsBetween(from, to)),
  })
  return {
    coveredYears,
    day: (date) => describe(date, days.get(epochDay(date)), reasonsBetween(epochDay(date), epochDay(date))),
    nextWorkingDay: (date) => {
      const start = epochDay(date)
      const end = walk(start - 1, 1, 1, working)
      return counted(end, start, end)
    },
    previousWorkingDay: (date) => {
      const start = epochDay(date)
      const end = walk(start, 1, -1, working)
      return counted(end, end, start - 1)
    },
    addWorkingDays: (date, count) => {
      const start = epochDay(date)
      const end = walk(start, count, 1, working)
      return counted(end, start + 1, end)
    },
    workingDaysBetween: (from, to) => countBetween(epochDay(from), epochDay(to), working, reasonsBetween),
  }
}

function coveredYearsOf({ years, extra = [] }: CalendarSources): number[] {
  const national = extra.filter((document) => document.kind === 'national')
  return [...new Set([...years, ...national].map(({ year }) => year))].sort((a, b) => a - b)
}

function isWorking(number: number, arranged: ArrangedDay | undefined): boolean {
  if (arranged) return arranged.working
  const day = weekdayOfEpochDay(number)
  return day >= monday && day <= friday
}

/** The day on which the `count`th working day is met, going one day at a time from the day after `start`. */
function walk(start: number, count: number, step: 1 | -1, working: (number: number) => boolean): number {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`工作日数应为不小于 0 的整数：${count}`)
  let number = start
  for (let left = count; left > 0; ) {
    number += step
    if (working(number)) left -= 1
  }
  return number
}

function countBetween(
  from: number,
  to: number,
  working: (number: number) => boolean,
  reasonsBetween: (from: number, to: number) => string[],
): CountedDays {
  const first = Math.min(from, to) + 1
  const last = Math.max(from, to)
  let days = 0
  for (let number = first; number <= last; number += 1) if (working(number)) days += 1
  return { days: to < from ? 0 - days : days, ...certainty(reasonsBetween(first, last)) }
}

function certainty(reasons: string[]): { certain: boolean; reasons: string[] } {
  return { certain: reasons.length === 0, reasons }
}

function describe(date: IsoDate, arranged: ArrangedDay | undefined, reasons: string[]): CalendarDay {
  return {
    date,
    working: isWorking(epochDay(date), arranged),
    certain: reasons.length === 0,
    ...(reasons.length > 0 && { reason: reasons.join('；') }),
    ...(arranged && { name: arranged.name, source: arranged.source }),
  }
}
