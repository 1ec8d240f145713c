import type { CalendarSources } from './data.ts'
import { daysBetween, epochDay, fromEpochDay, type IsoDate, weekdayOfEpochDay, yearOf } from './dates.ts'
import { type ArrangedDay, arrangedDays, type DayBasis } from './layers.ts'
import { createStatutoryYears } from './statutory.ts'
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
  /** The notice that arranged the day, or the article by which it rests every year. */
  source?: string
  /** Which of them; absent where only the day of the week speaks. */
  basis?: DayBasis
}

/**
 * By how many 天 something that was done, or still is to be done, on a day comes after its last day, which moves off a
 * day of rest; 0 where it is in time, or where a day is not known.
 */
export function daysLate(
  { nextWorkingDay }: Pick<Calendar, 'nextWorkingDay'>,
  dueOn: IsoDate | undefined,
  day: IsoDate | undefined,
): number {
  if (dueOn === undefined || day === undefined) return 0
  return Math.max(0, daysBetween(nextWorkingDay(dueOn).date, day))
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
  /**
   * The same days, but for those that an arrangement still to come may give off: they rest. What is past by it is past
   * whatever will be arranged.
   */
  readonly atLatest: Calendar
  /** The years whose State Council arrangement is published, ascending. */
  readonly coveredYears: readonly number[]
}

const monday = 1
const friday = 5

type IsWorking = (day: number) => boolean
type ReasonsBetween = (from: number, to: number) => string[]

/**
 * Working days by 全国年节及纪念日放假办法: weekends, over them the holidays of every year, over them the State
 * Council's arrangement of each year, over that the region's rest days, over all the repository's own days. What is
 * arranged around the holidays of a year without arrangement is not known, and every answer that looked at one of its
 * days says so.
 */
export function createCalendar(sources: CalendarSources): Calendar {
  // Looked up for every day of every count: null is a day of which only the weekday speaks.
  const days = new Map<number, ArrangedDay | null>(arrangedDays(sources))
  const coveredYears = coveredYearsOf(sources)
  const isCovered = (year: number) => coveredYears.includes(year)
  const statutoryYear = createStatutoryYears(sources, isCovered)
  const { reasonsBetween, mayRest } = createUncertainty(sources, isCovered, statutoryYear)
  const dayAt = (day: number): ArrangedDay | null => {
    const known = days.get(day)
    if (known !== undefined) return known
    const found = statutoryYear(yearOf(fromEpochDay(day)))?.days.get(day) ?? null
    days.set(day, found)
    return found
  }
  const working = (day: number) => isWorking(day, dayAt(day))
  const describe = (date: IsoDate): CalendarDay => {
    const day = epochDay(date)
    return describeDay(date, dayAt(day), reasonsBetween(day, day))
  }
  const counting = (isWorkingDay: IsWorking) => countingBy(isWorkingDay, reasonsBetween)
  const strict = { ...counting((day) => working(day) && !mayRest(day)), coveredYears, day: describe }
  const atLatest: Calendar = {
    ...strict,
    get atLatest() {
      return atLatest
    },
  }
  return { ...counting(working), coveredYears, day: describe, atLatest }
}

function countingBy(
  isWorkingDay: IsWorking,
  reasonsBetween: ReasonsBetween,
): Pick<Calendar, 'nextWorkingDay' | 'previousWorkingDay' | 'addWorkingDays' | 'workingDaysBetween'> {
  const counted = (day: number, from: number, to: number): CountedDate => ({
    date: fromEpochDay(day),
    ...certainty(reasonsBetween(from, to)),
  })
  return {
    nextWorkingDay: (date) => {
      const start = epochDay(date)
      const end = walkDays(start - 1, 1, 1, isWorkingDay)
      return counted(end, start, end)
    },
    previousWorkingDay: (date) => {
      const start = epochDay(date)
      const end = walkDays(start, 1, -1, isWorkingDay)
      return counted(end, end, start - 1)
    },
    addWorkingDays: (date, count) => {
      const start = epochDay(date)
      const end = walkDays(start, count, 1, isWorkingDay)
      return counted(end, start + 1, end)
    },
    workingDaysBetween: (from, to) =>
      countBetween(epochDay(from), epochDay(to), isWorkingDay, reasonsBetween),
  }
}

function coveredYearsOf({ years, extra = [] }: CalendarSources): number[] {
  const national = extra.filter((document) => document.kind === 'national')
  return [...new Set([...years, ...national].map(({ year }) => year))].sort((a, b) => a - b)
}

function isWorking(number: number, arranged: ArrangedDay | null): boolean {
  if (arranged) return arranged.working
  const day = weekdayOfEpochDay(number)
  return day >= monday && day <= friday
}

/** Finds the `count`th working day, one day at a time from the day after `start`. */
function walkDays(start: number, count: number, step: 1 | -1, working: (number: number) => boolean): number {
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

function describeDay(date: IsoDate, arranged: ArrangedDay | null, reasons: string[]): CalendarDay {
  return {
    date,
    working: isWorking(epochDay(date), arranged),
    certain: reasons.length === 0,
    ...(reasons.length > 0 && { reason: reasons.join('；') }),
    ...(arranged && { name: arranged.name, source: arranged.source, basis: arranged.basis }),
  }
}
