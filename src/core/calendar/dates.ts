/** A plain calendar date `YYYY-MM-DD`, years 0001 to 9999, without time zone. Sorts as text. */
export type IsoDate = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

// Gregorian arithmetic on day numbers, with years that begin in March, so that the leap day is the last of a year:
// https://howardhinnant.github.io/date_algorithms.html. A library for it costs more start-up time than all of the
// counting; a test holds it to one.
const DAYS_OF_ERA = 146_097
const YEARS_OF_ERA = 400
const DAYS_TO_EPOCH = 719_468
const LAST_COUNTED_YEAR = 9999

// A repository holds hundreds of thousands of dates but only some thousands of different ones.
const numbers = new Map<IsoDate, number>()
const knownTexts = new Map<number, IsoDate>()

/** Whether the text is a date that exists: `2026-02-30`, `2026-2-3` and the year 0000 are not. */
export function isRealDate(text: string): boolean {
  return dayNumberIn(text) !== undefined
}

/**
 * The first and the last year that a date of a case, a call or the law may have; any other, as in 9999-12-20, is a
 * mistake.
 */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2199

/** Whether the text is a date that exists, in a year from 1900 to 2199; every date that is read is checked by this. */
export function isUsableDate(text: string): boolean {
  const number = dayNumberIn(text)
  return number !== undefined && number >= FIRST_DAY && number <= LAST_DAY
}

const FIRST_DAY = dayOfCivil(FIRST_YEAR, 1, 1)
const LAST_DAY = dayOfCivil(LAST_YEAR, 12, 31)

/** Whether a year is one that somebody may mean: 1900 to 2199. */
export function isUsableYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Days since 1970-01-01, for counting. Throws RangeError when the date does not exist. */
export function epochDay(date: IsoDate): number {
  const number = dayNumberIn(date)
  if (number === undefined) throw new RangeError(`不是真实存在的日期（应为 YYYY-MM-DD）：${date}`)
  return number
}

/** The date of a day number. Throws RangeError outside the years 0001 to 9999. */
export function fromEpochDay(number: number): IsoDate {
  const known = knownTexts.get(number)
  if (known !== undefined) return known
  if (
    !Number.isInteger(number) ||
    number < dayOfCivil(1, 1, 1) ||
    number > dayOfCivil(LAST_COUNTED_YEAR, 12, 31)
  ) {
    throw new RangeError(`日期超出可计算的范围（0001 年至 9999 年）：${number}`)
  }
  const text = civilText(civilOfDay(number))
  knownTexts.set(number, text)
  numbers.set(text, number)
  return text
}

/** The date `days` 天 later (earlier when negative). The start day is not counted (`start-day`). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromEpochDay(epochDay(date) + days)
}

/** The same day `months` months later; the month's last day where it has no such day (`month-end`). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return monthsLater(date, months)
}

/** The same day `years` years later; 29 February becomes 28 February in a common year (`month-end`). */
export function addYears(date: IsoDate, years: number): IsoDate {
  return monthsLater(date, years * 12)
}

/** 天 from `from` to `to`, the first not counted, the last counted; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return epochDay(to) - epochDay(from)
}

/** Day of the week, 1 Monday to 7 Sunday. */
export function weekday(date: IsoDate): number {
  return weekdayOfEpochDay(epochDay(date))
}

/** Day of the week of a day number, 1 Monday to 7 Sunday. 1970-01-01 was a Thursday. */
export function weekdayOfEpochDay(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/** -1, 0 or 1, for sorting. */
export function compare(a: IsoDate, b: IsoDate): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The earliest of the dates that are known; undefined when none is. */
export function earliest(first: IsoDate, ...others: readonly (IsoDate | undefined)[]): IsoDate
export function earliest(...dates: readonly (IsoDate | undefined)[]): IsoDate | undefined
export function earliest(...dates: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return extreme(dates, -1)
}

/** The latest of the dates that are known; undefined when none is. */
export function latest(first: IsoDate, ...others: readonly (IsoDate | undefined)[]): IsoDate
export function latest(...dates: readonly (IsoDate | undefined)[]): IsoDate | undefined
export function latest(...dates: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return extreme(dates, 1)
}

/** The latest of the dates; undefined when one of them is not known, or when there is none. */
export function latestOfAll(dates: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return dates.includes(undefined) ? undefined : latest(...dates)
}

/** `2026-03-02` → 2026 */
export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

/** `2026-03-02` → `2026-03` */
export function monthOf(date: IsoDate): string {
  return date.slice(0, 7)
}

/** `2026-03-02` → `2026-03-01`; takes a month (`2026-03`) as well. */
export function firstOfMonth(dateOrMonth: IsoDate): IsoDate {
  return `${monthOf(dateOrMonth)}-01`
}

/** `2026-03-02` → `2026-03-31`; takes a month (`2026-03`) as well. */
export function lastOfMonth(dateOrMonth: IsoDate): IsoDate {
  return addDays(addMonths(firstOfMonth(dateOrMonth), 1), -1)
}

/** `2026-03-02` → `2026Q1` */
export function quarterOf(date: IsoDate): string {
  return `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

/** `2026Q1` → `2026-01-01`; takes a date as well. */
export function firstOfQuarter(dateOrQuarter: string): IsoDate {
  const quarter = dateOrQuarter.includes('Q') ? dateOrQuarter : quarterOf(dateOrQuarter)
  return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3 - 2).padStart(2, '0')}-01`
}

/** `2026Q1` → `2026-03-31`; takes a date as well. */
export function lastOfQuarter(dateOrQuarter: string): IsoDate {
  return addDays(addMonths(firstOfQuarter(dateOrQuarter), 3), -1)
}

/** `2026-03-02` → `2026年3月2日`, as papers print it. */
export function chineseDate(date: IsoDate): string {
  return `${yearOf(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

function dayNumberIn(text: string): number | undefined {
  const known = numbers.get(text)
  if (known !== undefined) return known
  const civil = civilOf(text)
  if (!civil) return undefined
  const number = dayOfCivil(civil.year, civil.month, civil.day)
  numbers.set(text, number)
  return number
}

/** The parts of a date that exists. */
function civilOf(text: string): Civil | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(Number)
  if (!year || !month || !day || month > 12 || day > daysInMonth(year, month)) return undefined
  return { year, month, day }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % YEARS_OF_ERA === 0
}

function dayOfCivil(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / YEARS_OF_ERA)
  const yearOfEra = shiftedYear - era * YEARS_OF_ERA
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_ERA + dayOfEra - DAYS_TO_EPOCH
}

function civilOfDay(number: number): Civil {
  const days = number + DAYS_TO_EPOCH
  const era = Math.floor(days / DAYS_OF_ERA)
  const dayOfEra = days - era * DAYS_OF_ERA
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * YEARS_OF_ERA + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 }
}

function civilText({ year, month, day }: Civil): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The same day some months later; the month's last day where it has no such day. */
function monthsLater(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = civilOfDay(epochDay(date))
  const total = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(total / 12), (total % 12) + 1]
  return fromEpochDay(dayOfCivil(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth))))
}

function extreme(dates: readonly (IsoDate | undefined)[], sign: -1 | 1): IsoDate | undefined {
  let best: IsoDate | undefined
  for (const date of dates) {
    if (date !== undefined && (best === undefined || compare(date, best) === sign)) best = date
  }
  return best
}
