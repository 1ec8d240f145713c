import { daysBetween, type IsoDate } from '../calendar/dates.ts'
import type { Deadline } from './define.ts'
import { deadlineDescription } from './index.ts'
import { mayBeInTime } from './provisional.ts'

export { isPending } from './status.ts'

/**
 * Whether somebody is late: the last day is past, nothing was done, and it was no mere right. One that the text only
 * recommends never counts as late.
 */
export function isLate({ status, advisory, deadline }: Lapse): boolean {
  return status === 'overdue' && !advisory && !isRight({ deadline })
}

/** Whether a right was let pass: nobody is late, but it may be gone. */
export function isForgone({ status, advisory, deadline }: Lapse): boolean {
  return status === 'overdue' && !advisory && isRight({ deadline })
}

type Lapse = Pick<Deadline, 'status' | 'advisory' | 'deadline'>

function isRight(deadline: Pick<Deadline, 'deadline'>): boolean {
  return deadlineDescription(deadline)?.kind === 'right'
}

/** Whether somebody is late whatever arrangement of days off is still to come (暂定). */
export function isSurelyLate(deadline: Deadline, today: IsoDate): boolean {
  return isLate(deadline) && !mayBeInTime(deadline, today)
}

/** Whether a deadline that still runs ends within so many 天, or a rest day is moving its last day now. */
export function isNear(
  { status, rolledDue }: Pick<Deadline, 'status' | 'rolledDue'>,
  today: IsoDate,
  withinDays: number,
): boolean {
  return status === 'rolled' || (rolledDue !== null && daysBetween(today, rolledDue) <= withinDays)
}
