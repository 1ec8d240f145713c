import type { PlacedFinding } from '../core/lint/engine.ts'
import type { PathSegment } from '../core/schema/node.ts'
import { schemaAt } from '../core/schema/walk.ts'
import type { Blocker, Item, Target } from '../core/stages/define.ts'
import type { Place } from './answers/set.ts'

/** Where in an item something stands that has to be changed: paths in its document. */
export type Places = readonly (readonly PathSegment[])[]

/** Why the law refuses an item. */
type Refuse = (item: Item) => readonly Blocker[]

/**
 * What of an item the law's refusals are about: the keys that a reason names, or those without which it would not stand.
 * Of two dates in the wrong order that is the later key.
 */
export function placesRefused(
  place: Place,
  item: Item,
  refusals: readonly Blocker[],
  refuse: Refuse,
): Places {
  const reasonsWithout = (key: string): string[] => refuse(without(item, key)).map(({ reason }) => reason)
  return refusals.flatMap(({ reason }) => {
    const named = keysNamed(reason).map((key) => [...place.path, ...key.split('.')])
    const known = named.filter((path) => schemaAt(place.name, path) !== undefined)
    if (known.length) return known
    const decisive = Object.keys(item).filter((key) => !reasonsWithout(key).includes(reason))
    return decisive.slice(-1).map((key) => [...place.path, key])
  })
}

/**
 * Whether the law would refuse the item for want of a key: its reason names it, and no key that is asked later and that
 * would do as well (公开的网址或者渠道).
 */
export function isWanting(key: string, item: Item, asked: readonly string[], refuse: Refuse): boolean {
  return refuse(without(item, key)).some(({ reason }) => {
    const named = keysNamed(reason)
    return asked.findLast((each) => named.includes(each)) === key
  })
}

/** The keys of an item that a reason names, as in 应当写明送达日期（servedOn）. */
function keysNamed(reason: string): string[] {
  return reason.match(/[a-z][A-Za-z0-9.]*/g) ?? []
}

function without(item: Item, key: string): Item {
  const { [key]: _, ...rest } = item
  return rest
}

/** What of an item the errors among some findings are about. An item that is appended is asked for as the first. */
export function placesFound(findings: readonly PlacedFinding[], { document, path, mode }: Target): Places {
  return findings
    .filter((finding) => finding.severity === 'error' && finding.document === document)
    .map((finding) =>
      mode === 'append' ? [...path, 0, ...finding.path.slice(path.length + 1)] : [...finding.path],
    )
}
