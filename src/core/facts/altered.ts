import { keyedItems } from '../merge/keys.ts'
import { itemKey, schemaAt, titleAt } from '../schema/walk.ts'
import { isMapData } from './data.ts'
import type { DocumentName } from './documents.ts'
import type { Path } from './locations.ts'
import { isDayOfFact } from './past.ts'

/** A day or an amount on record that a later version of the document changes or removes. */
export interface AlteredFact {
  /** What is on record, with its section: 送达记录·送达日期. */
  readonly title: string
  readonly from: string
  /** Null where it was removed. */
  readonly to: string | null
}

interface KnownValue {
  readonly title: string
  readonly value: string
}

/**
 * The days of facts and the amounts that the next version of a document changes or removes; an addition is no
 * alteration.
 */
export function alteredFacts(name: DocumentName, before: unknown, after: unknown): AlteredFact[] {
  const later = new Map(factsIn(name, after, [], ''))
  return [...factsIn(name, before, [], '')].flatMap(([address, { title, value }]) => {
    const to = later.get(address)?.value ?? null
    return to === value ? [] : { title, from: value, to }
  })
}

/**
 * Days and amounts by their addresses; the address of a list item is its key without the day, since the day may be what
 * changed.
 */
function* factsIn(
  name: DocumentName,
  value: unknown,
  path: Path,
  address: string,
): Iterable<[string, KnownValue]> {
  const key = (itemKey(name, path) ?? []).filter((property) => !isDayOfFact(property))
  const items = keyedItems(value, key)
  if (items) {
    for (const [own, item] of items) yield* factsIn(name, item, [...path, 0], `${address}/${own}`)
    return
  }
  if (!isMapData(value)) return
  for (const [property, child] of Object.entries(value)) {
    const place = [...path, property]
    if (typeof child !== 'string') yield* factsIn(name, child, place, `${address}/${property}`)
    else if (isDayOfFact(property) || schemaAt(name, place)?.['x-format'] === 'money')
      yield [`${address}/${property}`, { title: valueTitle(name, place), value: child }]
  }
}

function valueTitle(name: DocumentName, path: Path): string {
  const [section, own] = [titleAt(name, path.slice(0, -1)), titleAt(name, path)]
  return [section, own].filter(Boolean).join('·')
}
