import { daysBetween, type IsoDate } from '../calendar/dates.ts'
import type { Deadline } from './define.ts'

/** Whether something is still owed: neither met, in time or late, nor closed. */
export function isPending({ status }: Pick<Deadline, 'status'>): boolean {
  return status !== 'met' && status !== 'met-late' && status !== 'closed'
}

/** Whether a deadline is past its last day; one that the text only recommends never counts as late. */
export function isLate({ status, advisory }: Pick<Deadline, 'status' | 'advisory'>): boolean {
  return status === 'overdue' && !advisory
}

/** Whether the last day of what still runs comes within so many 天, or is being moved off a rest day. */
export function isNear(
  { status, rolledDue }: Pick<Deadline, 'status' | 'rolledDue'>,
  today: IsoDate,
  withinDays: number,
): boolean {
  return status === 'rolled' || (rolledDue !== null && daysBetween(today, rolledDue) <= withinDays)
}
