/** Days that are set for the future, not reports of what happened. */
const plans = new Set(['dueOn', 'newDueOn'])

/** Whether the fact of this key is a day on which something happened, and so can't lie after today. */
export function isDayOfFact(key: string): boolean {
  if (key === 'on' || key === 'date' || key === 'occurredFrom' || key === 'occurredTo') return true
  return key.endsWith('On') && !plans.has(key)
}
