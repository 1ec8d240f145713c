import type { IsoDate } from '../../../core/calendar/dates.ts'
import { daysLeftOn } from '../../../core/deadlines/days-left.ts'
import type { Deadline } from '../../../core/deadlines/define.ts'
import type { Outlook } from './outlook.ts'

/** How a case stood on a day. */
export interface KeptOutlook extends Outlook {
  readonly on: IsoDate
}

/** The same today, where nothing but the days left differs. */
export function outlookToday(kept: KeptOutlook, today: IsoDate): Outlook {
  if (kept.on === today) return kept
  const { listed, deadlines } = kept
  return {
    ...kept,
    listed: { ...listed, nextDue: listed.nextDue && counted(listed.nextDue, today) },
    deadlines: deadlines.map((each) => ({ ...each, deadline: counted(each.deadline, today) })),
  }
}

function counted<T extends Pick<Deadline, 'due' | 'rolledDue' | 'status' | 'daysLeft'>>(
  deadline: T,
  today: IsoDate,
): T {
  return { ...deadline, daysLeft: daysLeftOn(deadline.due, deadline.rolledDue, deadline.status, today) }
}
