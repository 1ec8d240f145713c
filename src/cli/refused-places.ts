import type { PlacedFinding } from '../core/lint/engine.ts'
import type { PathSegment } from '../core/schema/node.ts'
import { keyOrder, titleAt } from '../core/schema/walk.ts'
import type { Blocker, Item, Target } from '../core/stages/define.ts'
import type { Place } from './answers/set.ts'

/** Where in an item something stands that has to be changed: paths in its document. */
export type Places = readonly (readonly PathSegment[])[]

/** Why the law refuses an item. */
type Refuse = (item: Item) => readonly Blocker[]

/**
 * What of an item the law's refusals are about: the keys whose titles a reason quotes, or those without which it would not stand.
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
    const named = pathsNamed(place, reason)
    if (named.length) return named
    const decisive = Object.keys(item).filter((key) => !reasonsWithout(key).includes(reason))
    return decisive.slice(-1).map((key) => [...place.path, key])
  })
}

/**
 * Whether the law would refuse the item for want of a key: its reason quotes the title, and of no key that is asked later
 * and that would do as well (公开网址或者公开渠道).
 */
export function isWanting(
  key: string,
  item: Item,
  { place, asked, refuse }: { place: Place; asked: readonly string[]; refuse: Refuse },
): boolean {
  return refuse(without(item, key)).some(({ reason }) => {
    const named = pathsNamed(place, reason).map((path) => path[place.path.length])
    return asked.findLast((each) => named.includes(each)) === key
  })
}

/** Where in an item the keys stand whose titles a reason quotes, as in 应当写明“送达日期”; of a list, the list. */
function pathsNamed({ name, path }: Place, reason: string): Places {
  const titles = new Set(Array.from(reason.matchAll(/“([^”]+)”/g), ([, title = '']) => title))
  return titles.size ? pathsTitled(name, path, titles) : []
}

function pathsTitled(name: Place['name'], path: readonly PathSegment[], titles: ReadonlySet<string>): Places {
  return (keyOrder(name, path) ?? []).flatMap((key): Places => {
    const here = [...path, key]
    if (titles.has(titleAt(name, here) ?? '')) return [here]
    return pathsTitled(name, [...here, 0], titles).length ? [here] : pathsTitled(name, here, titles)
  })
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
