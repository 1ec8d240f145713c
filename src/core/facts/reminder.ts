import type { ConfigDocument } from './documents.ts'

/**
 * The reminder of an office that has set none: a week. `ejc init` writes it down, so that the office sees and changes
 * it.
 */
export const usualReminder = { withinDays: 7 } as const

/** 天 before the last day of a deadline from which the office is reminded of it. */
export function reminderDays({ remind }: Pick<ConfigDocument, 'remind'>): number {
  return remind?.withinDays ?? usualReminder.withinDays
}
