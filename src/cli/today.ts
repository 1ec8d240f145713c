import { type IsoDate, isRealDate } from '../core/calendar/dates.ts'
import { UsageError } from './exit.ts'

/** The day of the call: as given, or the clock's in its own time zone. Throws UsageError for a date that does not exist. */
export function parseToday(value: string | undefined): IsoDate {
  if (value === undefined) return localDate(new Date())
  if (isRealDate(value)) return value
  throw new UsageError(`--today 写的是“${value}”，不是存在的日期。请按 YYYY-MM-DD 填写，例如 2026-03-02。`)
}

function localDate(now: Date): IsoDate {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
