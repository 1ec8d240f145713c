import type { Calendar } from './calendar/calendar.ts'
import { addDays, type IsoDate } from './calendar/dates.ts'
import type { ConfigDocument } from './facts/documents.ts'
import type { Regulation } from './regulation/regulation.ts'

/**
 * Everything beside the facts on which conclusions rest: the law, the calendar, the office's configuration and the day.
 */
export interface Setting extends Day, Grounds {}

/** What does not change from one day to the next. */
export interface Grounds {
  readonly regulation: Regulation
  readonly calendar: Calendar
  readonly config: ConfigDocument
}

/**
 * The day on which something is concluded. What asks only on which side of a date it lies asks `hasCome` or `hasPassed`
 * and not `today`, so that the conclusion can be kept until that answer changes.
 */
export interface Day {
  readonly today: IsoDate
  /** Notes what was asked about the day. */
  readonly watch?: DayWatch
}

/** What was asked about a day, while something was concluded. */
export interface DayWatch {
  /** Whether the day is a date or comes after it. */
  hasCome(date: IsoDate): boolean
  /** Whether it comes after it. */
  hasPassed(date: IsoDate): boolean
  /** The day itself, for what is made anew on each day, as the days left are; nothing else may be concluded from it. */
  readonly date: IsoDate
  /** The first later day on which what was concluded so far may be different. */
  until(): IsoDate
}

/** Later than any day. */
const NEVER = '9999-12-31'

/** The same setting, which notes from now on what is asked about its day. */
export function watched(setting: Setting): Setting & { readonly watch: DayWatch } {
  const { regulation, calendar, config, today } = setting
  let until = NEVER
  const note = (date: IsoDate) => {
    if (date < until) until = date
  }
  const watch: DayWatch = {
    date: today,
    hasCome(date) {
      if (date <= today) return true
      note(date)
      return false
    },
    hasPassed(date) {
      if (date < today) return true
      if (date < until) note(addDays(date, 1))
      return false
    },
    until: () => until,
  }
  return {
    regulation,
    calendar,
    config,
    watch,
    // Whoever takes the date itself may write it down: nothing of that is true tomorrow.
    get today() {
      note(addDays(today, 1))
      return today
    },
  }
}

/** Whether today is the date or comes after it. */
export function hasCome(day: Day, date: IsoDate): boolean {
  return day.watch ? day.watch.hasCome(date) : date <= day.today
}

/** Whether today comes after the date. */
export function hasPassed(day: Day, date: IsoDate): boolean {
  return day.watch ? day.watch.hasPassed(date) : date < day.today
}

/** The same setting with something more or something else in it; a spread would take the date. */
export function settingWith<T extends object>(setting: Setting, more: T): Setting & T {
  const { regulation, calendar, config, watch } = setting
  return {
    regulation,
    calendar,
    config,
    ...(watch && { watch }),
    ...more,
    get today() {
      return setting.today
    },
  }
}
