import { type DataMap, isDeepEqual, isMapData } from '../facts/data.ts'
import type { Path } from '../facts/locations.ts'
import type { SchemaName } from '../schema/validate.ts'
import { itemKey } from '../schema/walk.ts'
import { keyedItems } from './keys.ts'

/** An entry of a list in two versions of it; undefined in the version that does not have it. */
export interface ItemPair {
  readonly before: PlacedItem | undefined
  readonly after: PlacedItem | undefined
}

interface PlacedItem {
  readonly item: DataMap
  /** The position in its version of the list. */
  readonly index: number
}

/** Finds the pairs among the entries that have no partner yet. */
type Pairing = (before: readonly PlacedItem[], after: readonly PlacedItem[]) => ItemPair[]

/**
 * The entries of two versions of a list, each with its partner: by id where the list has ids; else the ones that are
 * equal, then those of the same key, then those that have most in common. So an entry that was removed does not make
 * all entries behind it look changed. In the order of the later version, an entry that is gone where it stood.
 */
export function pairedItems(
  name: SchemaName,
  path: Path,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly ItemPair[] {
  const key = itemKey(name, path)
  const pairings: readonly Pairing[] = hasIds(key)
    ? [sameKey(key ?? [])]
    : [equal, ...(key ? [sameKey(key)] : []), mostAlike]
  let [old, fresh] = [placed(before), placed(after)]
  const found: ItemPair[] = []
  for (const pairing of pairings) {
    const pairs = pairing(old, fresh)
    found.push(...pairs)
    old = old.filter((each) => !pairs.some((pair) => pair.before === each))
    fresh = fresh.filter((each) => !pairs.some((pair) => pair.after === each))
  }
  const alone = [
    ...old.map((each) => ({ before: each, after: undefined })),
    ...fresh.map((each) => ({ before: undefined, after: each })),
  ]
  return [...found, ...alone].sort((a, b) => placeOf(a) - placeOf(b))
}

/** Whether the entries of a list have ids, which never change, so that another id is another entry. */
export function hasIds(key: readonly string[] | undefined): boolean {
  return key?.length === 1 && key[0] === 'id'
}

function placed(list: readonly unknown[]): readonly PlacedItem[] {
  return list.map((item, index) => ({ item: isMapData(item) ? item : {}, index }))
}

function placeOf({ before, after }: ItemPair): number {
  return after?.index ?? before?.index ?? 0
}

const equal: Pairing = (before, after) => {
  const free = new Set(after)
  return before.flatMap((old) => {
    const partner = [...free].find(({ item }) => isDeepEqual(item, old.item))
    if (!partner) return []
    free.delete(partner)
    return { before: old, after: partner }
  })
}

function sameKey(key: readonly string[]): Pairing {
  return (before, after) => {
    const [olds, news] = [keyed(before, key), keyed(after, key)]
    return [...olds].flatMap(([name, old]) => {
      const partner = news.get(name)
      return partner ? { before: old, after: partner } : []
    })
  }
}

function keyed(items: readonly PlacedItem[], key: readonly string[]): ReadonlyMap<string, PlacedItem> {
  const names = keyedItems(
    items.map(({ item }) => item),
    key,
  )
  return new Map(
    [...(names?.keys() ?? [])].flatMap((name, index) => {
      const item = items[index]
      return item ? [[name, item] as const] : []
    }),
  )
}

/** The pairs with most values in common first; what has nothing in common is paired in the order of the lists. */
const mostAlike: Pairing = (before, after) => {
  const candidates = before
    .flatMap((old) => after.map((fresh) => ({ old, fresh, common: inCommon(old.item, fresh.item) })))
    .sort((a, b) => b.common - a.common)
  const taken = new Set<PlacedItem>()
  return candidates.flatMap(({ old, fresh }) => {
    if (taken.has(old) || taken.has(fresh)) return []
    taken.add(old).add(fresh)
    return { before: old, after: fresh }
  })
}

function inCommon(one: DataMap, other: DataMap): number {
  return Object.keys(one).filter((key) => Object.hasOwn(other, key) && isDeepEqual(one[key], other[key]))
    .length
}
