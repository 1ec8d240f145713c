import { isDeepEqual } from '../../core/facts/data.ts'
import type { PathSegment } from '../../core/schema/node.ts'
import type { Item } from '../../core/stages/define.ts'
import type { WantedItem } from '../shared/answers/collect.ts'
import type { Asking } from './context.ts'
import { nameOfKey } from './key-name.ts'

/** A key of the item that was not asked for, since the call states it or leaves it open: it may be asked for later. */
export interface UnaskedKey {
  readonly key: string
  /** The address at which its question stands. */
  readonly at: string
  /** Its title, with what the call states of it. */
  readonly name: string
}

/** The item without what is to be asked for though the call states it: that is proposed. */
export function withoutAskedAgain(
  wanted: WantedItem,
  given: Item,
  again: ReadonlySet<string>,
): { readonly wanted: WantedItem; readonly given: Item } {
  const parted = (isAgain: boolean): Item =>
    Object.fromEntries(Object.entries(given).filter(([key]) => again.has(key) === isAgain))
  return { wanted: { ...wanted, defaults: { ...wanted.defaults, ...parted(true) } }, given: parted(false) }
}

/** The keys that the call states, of a correction those that it changes; then those that it leaves open. */
export function unaskedKeys(
  {
    wanted,
    given,
    open,
  }: { readonly wanted: WantedItem; readonly given: Item; readonly open: readonly string[] },
  item: Item,
  asking: Asking,
): readonly UnaskedKey[] {
  const { amends } = wanted
  const stated = Object.keys(given).filter((key) => !amends || !isDeepEqual(given[key], amends[key]))
  return [...stated, ...open].map((key) => ({
    key,
    at: [...wanted.path, key].join('.'),
    name: nameOfKey(key, wanted, item, asking),
  }))
}

/** The key in which a place of the document lies. */
export function unaskedAbout(
  unasked: readonly UnaskedKey[],
  path: readonly PathSegment[],
): UnaskedKey | undefined {
  const place = `${path.join('.')}.`
  return unasked.find(({ at }) => place.startsWith(`${at}.`))
}
