import type { ConfigDocument } from './documents.ts'

/** What an office is reminded by that has set nothing: a week. `ejc init` writes it down, to be seen and changed. */
export const usualReminder = { withinDays: 7 } as const

/** 天 before the last day of a deadline from which the office is reminded of it. */
export function reminderDays({ remind }: Pick<ConfigDocument, 'remind'>): number {
  return remind?.withinDays ?? usualReminder.withinDays
}
