import { addMonths, chineseDate, daysBetween, weekday } from '../../src/core/calendar/dates.ts'
import { everyDay, nanningCalendar } from './calendars.ts'

// Prints what the calendar answers under the TZ of this process, for time-zone.test.ts to compare.
const calendar = nanningCalendar()
const answers = [...everyDay('2015-01-01', '2027-12-31')].map((date) => [
  date,
  weekday(date),
  calendar.day(date).working,
  calendar.addWorkingDays(date, 5).date,
  addMonths(date, 1),
  daysBetween(date, '2026-11-24'),
  chineseDate(date),
])
console.log(JSON.stringify(answers))
