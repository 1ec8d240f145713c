import type { Calendar, CountedDate } from '../calendar/calendar.ts'
import { addDays, addMonths, addYears, type IsoDate } from '../calendar/dates.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Setting } from '../view.ts'

const UNIT_NAMES = { 'working-day': '个工作日', day: '日', month: '个月', year: '年' } as const

/** The end of a period: the date, and how it is said. */
export interface PeriodEnd {
  readonly date: IsoDate
  readonly certain: boolean
  readonly reasons: readonly string[]
  readonly step: string
}

/** A period as people say it: 5 个工作日, 60 日, 2 年. */
export function showPeriod(period: Period): string {
  return `${period.amount} ${UNIT_NAMES[period.unit]}`
}

/** A last day moved off a rest day, where the law in force moves it. 民法典第二百零三条 */
export function rolledEnd({ calendar, regulation }: Setting, end: IsoDate): CountedDate {
  return regulation.rolls ? calendar.nextWorkingDay(end) : { date: end, certain: true, reasons: [] }
}

/** The last day of a period that starts on the day after `start`. 民法典第二百零一条、第二百零二条 */
export function addPeriod(calendar: Calendar, start: IsoDate, period: Period): PeriodEnd {
  const step = `${period.title} ${showPeriod(period)}`
  const sure = { certain: true, reasons: [], step }
  switch (period.unit) {
    case 'working-day':
      return { ...calendar.addWorkingDays(start, period.amount), step }
    case 'day':
      return { date: addDays(start, period.amount), ...sure }
    case 'month':
      return { date: addMonths(start, period.amount), ...sure }
    case 'year':
      return { date: addYears(start, period.amount), ...sure }
  }
}
