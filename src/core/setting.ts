import type { Calendar } from './calendar/calendar.ts'
import type { IsoDate } from './calendar/dates.ts'
import type { ConfigDocument } from './facts/documents.ts'
import type { Regulation } from './regulation/regulation.ts'

/**
 * Everything beside the facts on which conclusions rest: the law, the calendar, the office's configuration and the day.
 */
export interface Setting {
  readonly regulation: Regulation
  readonly calendar: Calendar
  readonly config: ConfigDocument
  readonly today: IsoDate
}
