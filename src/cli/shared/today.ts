import { type IsoDate, isUsableDate } from '../../core/calendar/dates.ts'
import { beijingTime } from '../../repository/beijing.ts'
import { UsageError } from './exit.ts'

/** The day of the call: as given, or today's in Beijing. Throws UsageError for a date that does not exist or that nobody means. */
export function parseToday(value: string | undefined): IsoDate {
  if (value === undefined) return beijingTime(new Date().toISOString()).slice(0, 'YYYY-MM-DD'.length)
  if (isUsableDate(value)) return value
  throw new UsageError(
    `--today 写的是“${value}”，不是 1900 至 2199 年间存在的日期。请按 YYYY-MM-DD 填写，例如 2026-03-02。`,
  )
}
