/** Keys of dates that are only agreed, set or planned: deadlines are about them. */
export const setDates: ReadonlySet<string> = new Set([
  'at',
  'claimBy',
  'completeBy',
  'dueOn',
  'evaluateBy',
  'newDueOn',
  'performBy',
  'replyBy',
  'startBy',
  'until',
])

/** Whether the fact of this key is a day on which something happened, and so can't lie after today. */
export function isDayOfFact(key: string): boolean {
  if (key === 'on' || key === 'date' || key === 'occurredFrom' || key === 'occurredTo') return true
  return key.endsWith('On') && !setDates.has(key)
}
