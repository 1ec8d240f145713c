import type { IsoDate } from '../calendar/dates.ts'
import { type Day, hasPassed } from '../setting.ts'
import type { Deadline } from './define.ts'

/** A date, or how something stands by it, with 暂定 behind it where the arrangement of its days is not known yet. */
export function sayProvisional(text: string, { certain }: { readonly certain: boolean }): string {
  return certain ? text : `${text}（暂定）`
}

/** The same with words behind it: 2027-01-04 届满, 2027-01-04（暂定）届满. */
export function sayProvisionalAnd(
  words: string,
  date: string,
  { certain }: { readonly certain: boolean },
): string {
  return certain ? `${date} ${words}` : `${date}（暂定）${words}`
}

/** Whether an arrangement that is still to come may make in time what is late as counted now. */
export function mayBeInTime({ latestDue }: Pick<Deadline, 'latestDue'>, doneOn: IsoDate): boolean {
  return latestDue !== undefined && doneOn <= latestDue
}

/** Whether an arrangement that is still to come may make in time what is done today. */
export function mayStillBeInTime({ latestDue }: Pick<Deadline, 'latestDue'>, day: Day): boolean {
  return latestDue !== undefined && !hasPassed(day, latestDue)
}
