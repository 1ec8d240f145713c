import type { Reminder } from './documents.ts'
import type { Facts } from './facts.ts'

/** A reminder of an officer by its id. */
export function reminderOf({ case: { reminders = [] } }: Facts, id: string): Reminder | undefined {
  return reminders.find((each) => each.id === id)
}
