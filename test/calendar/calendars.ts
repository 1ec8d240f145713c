import { readCalendars } from '../../src/build/generate/calendars.ts'
import { type Calendar, createCalendar } from '../../src/core/calendar/calendar.ts'
import { type CalendarAddition, regionalCalendarOf } from '../../src/core/calendar/data.ts'
import { addDays } from '../../src/core/calendar/dates.ts'

const data = await readCalendars()

export const guangxi = regionalCalendarOf(data, '450100')
export const national = data.national
export const statutory = data.statutory

/** The State Council's years alone, without the holidays of every year. */
export function nationalCalendar(extra: CalendarAddition[] = []): Calendar {
  return createCalendar({ years: national, extra })
}

/** The calendar of a repository in Nanning. */
export function nanningCalendar(extra: CalendarAddition[] = []): Calendar {
  return createCalendar({ years: national, regional: guangxi, extra })
}

/** Every day from the first to the last, both included. */
export function* everyDay(from: string, to: string): Generator<string> {
  for (let date = from; date <= to; date = addDays(date, 1)) yield date
}
