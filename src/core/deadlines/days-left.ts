import { daysBetween, type IsoDate } from '../calendar/dates.ts'
import type { DeadlineStatus } from './define.ts'
import { isPending } from './status.ts'

/**
 * The days to the nominal last day, which is the safe one; from the day after it those to the day to which it was moved
 * off the days of rest, since only after that day is anything late (`rest-day`).
 */
export function daysLeftOn(
  due: IsoDate | null,
  rolledDue: IsoDate | null,
  status: DeadlineStatus,
  today: IsoDate,
): number | null {
  if (due === null || !isPending({ status })) return null
  return daysBetween(today, today > due ? (rolledDue ?? due) : due)
}
