import { isMapData } from '../../../core/facts/data.ts'
import type { Facts } from '../../../core/facts/facts.ts'
import type { Item } from '../../../core/stages/define.ts'

/** What is made or received on the day of its step, and the keys that may tell the day: a film of a service, a report. */
const DAY_KEYS: Readonly<Record<string, readonly string[]>> = {
  recording: ['servedOn'],
  receipt: ['servedOn'],
  report: ['receivedOn', 'submittedOn', 'reportedOn', 'completedOn'],
  opinion: ['acceptedOn'],
  minutes: ['heldOn'],
  voucher: ['paidOn'],
  document: ['ruledOn', 'judgedOn'],
}

/** The day of a piece of evidence that the item itself tells, beside its number or around it. */
export function dayOf(item: Item, id: string): { readonly collectedOn?: string } {
  const around = partsAround(item, id)
  const [nearest] = around
  const [, days = []] = Object.entries(DAY_KEYS).find(([key]) => nearest?.[key] === id) ?? []
  const told = around.flatMap((part) => days.map((day) => part[day]))
  const collectedOn = told.find((day) => typeof day === 'string')
  return typeof collectedOn === 'string' ? { collectedOn } : {}
}

/** The parts of an item in which a number of evidence stands, the nearest first; empty where it stands nowhere. */
function partsAround(part: Item, id: string): Item[] {
  for (const value of Object.values(part)) {
    if (value === id) return [part]
    const inside = (Array.isArray(value) ? value : [value]).filter(isMapData)
    const found = inside.map((each) => partsAround(each, id)).find((parts) => parts.length > 0)
    if (found) return [...found, part]
  }
  return []
}

/** A piece of evidence with the day of its step, when that day is corrected. */
export interface MovedDay {
  readonly id: string
  readonly title: string
  readonly from: string
  readonly to: string
}

/**
 * The evidence that has the day of the step as it was recorded, where the corrected step tells another day. What another
 * step names too keeps its day: it may have come with that one.
 */
export function movedDays(
  recorded: Item,
  corrected: Item,
  { evidence, documents }: Pick<Facts, 'evidence' | 'documents'>,
): MovedDay[] {
  const { evidence: _, ...steps } = documents
  return evidence.flatMap(({ id, title, collectedOn: from }) => {
    const to = dayOf(corrected, id).collectedOn
    const isOfStep = from !== undefined && dayOf(recorded, id).collectedOn === from
    const isNamedElsewhere = timesNamed(steps, id) > timesNamed(recorded, id)
    return isOfStep && !isNamedElsewhere && to !== undefined && to !== from ? { id, title, from, to } : []
  })
}

function timesNamed(value: unknown, id: string): number {
  if (value === id) return 1
  const parts: unknown[] = Array.isArray(value) ? value : isMapData(value) ? Object.values(value) : []
  return parts.reduce<number>((times, part) => times + timesNamed(part, id), 0)
}
