import { Temporal } from 'temporal-polyfill'

/** A plain calendar date `YYYY-MM-DD`, years 0001 to 9999, without time zone. Sorts as text. */
export type IsoDate = string

const pattern = /^\d{4}-\d{2}-\d{2}$/
const epoch = Temporal.PlainDate.from('1970-01-01')
const lastEpochDay = epoch.until('9999-12-31', { largestUnit: 'day' }).days
const firstEpochDay = epoch.until('0001-01-01', { largestUnit: 'day' }).days

// A repository holds hundreds of thousands of dates but only some thousands of different ones: each is parsed
// once, and all counting happens on day numbers.
const numbers = new Map<IsoDate, number>()
const texts = new Map<number, IsoDate>()

/** Whether the text is a date that exists: `2026-02-30`, `2026-2-3` and the year 0000 are not. */
export function isRealDate(text: string): boolean {
  return numberOf(text) !== undefined
}

/** Days since 1970-01-01, for counting. Throws RangeError when the date does not exist. */
export function epochDay(date: IsoDate): number {
  const number = numberOf(date)
  if (number === undefined) throw new RangeError(`不是真实存在的日期（应为 YYYY-MM-DD）：${date}`)
  return number
}

/** The date of a day number. Throws RangeError outside the years 0001 to 9999. */
export function fromEpochDay(number: number): IsoDate {
  const known = texts.get(number)
  if (known !== undefined) return known
  if (!Number.isInteger(number) || number < firstEpochDay || number > lastEpochDay) {
    throw new RangeError(`日期超出可计算的范围（0001 年至 9999 年）：${number}`)
  }
  const text = epoch.add({ days: number }).toString()
  texts.set(number, text)
  numbers.set(text, number)
  return text
}

/** The date `days` 天 later (earlier when negative). The start day is not counted: 民法典第二百零一条. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromEpochDay(epochDay(date) + days)
}

/** The same day `months` months later; the month's last day where it has no such day: 民法典第二百零二条. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return shifted(date, { months })
}

/** The same day `years` years later; 29 February becomes 28 February in a common year: 民法典第二百零二条. */
export function addYears(date: IsoDate, years: number): IsoDate {
  return shifted(date, { years })
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
  return pick(dates, -1)
}

/** The latest of the dates that are known; undefined when none is. */
export function latest(first: IsoDate, ...others: readonly (IsoDate | undefined)[]): IsoDate
export function latest(...dates: readonly (IsoDate | undefined)[]): IsoDate | undefined
export function latest(...dates: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return pick(dates, 1)
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

function numberOf(text: string): number | undefined {
  const known = numbers.get(text)
  if (known !== undefined) return known
  if (!pattern.test(text) || text.startsWith('0000')) return undefined
  const number = parsed(text)
  if (number !== undefined) numbers.set(text, number)
  return number
}

function parsed(text: string): number | undefined {
  try {
    const date = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return epoch.until(date, { largestUnit: 'day' }).days
  } catch {
    return undefined
  }
}

function shifted(date: IsoDate, by: { months: number } | { years: number }): IsoDate {
  const start = Temporal.PlainDate.from(fromEpochDay(epochDay(date)))
  const end = start.add(by, { overflow: 'constrain' })
  return fromEpochDay(epoch.until(end, { largestUnit: 'day' }).days)
}

function pick(dates: readonly (IsoDate | undefined)[], sign: -1 | 1): IsoDate | undefined {
  let best: IsoDate | undefined
  for (const date of dates) {
    if (date !== undefined && (best === undefined || compare(date, best) === sign)) best = date
  }
  return best
}
