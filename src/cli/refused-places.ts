import type { PlacedFinding } from '../core/lint/engine.ts'
import type { PathSegment } from '../core/schema/node.ts'
import { schemaAt } from '../core/schema/walk.ts'
import type { Blocker, Item, Target } from '../core/stages/define.ts'
import type { Place } from './answers/set.ts'

/** Where in an item something stands that has to be changed: paths in its document. */
export type Places = readonly (readonly PathSegment[])[]

/**
 * What of an item the law's refusals are about: the keys that a reason names, or those without which it would not stand.
 * Of two dates in the wrong order that is the later key.
 */
export function placesRefused(
  place: Place,
  item: Item,
  refusals: readonly Blocker[],
  refuse: (item: Item) => readonly Blocker[],
): Places {
  const reasonsWithout = (key: string): string[] => {
    const { [key]: _, ...rest } = item
    return refuse(rest).map(({ reason }) => reason)
  }
  return refusals.flatMap(({ reason }) => {
    const named = (reason.match(/[a-z][A-Za-z0-9.]*/g) ?? [])
      .map((word) => [...place.path, ...word.split('.')])
      .filter((path) => schemaAt(place.name, path) !== undefined)
    if (named.length) return named
    const decisive = Object.keys(item).filter((key) => !reasonsWithout(key).includes(reason))
    return decisive.slice(-1).map((key) => [...place.path, key])
  })
}

/** What of an item the errors among some findings are about. An item that is appended is asked for as the first. */
export function placesFound(findings: readonly PlacedFinding[], { document, path, mode }: Target): Places {
  return findings
    .filter((finding) => finding.severity === 'error' && finding.document === document)
    .map((finding) =>
      mode === 'append' ? [...path, 0, ...finding.path.slice(path.length + 1)] : [...finding.path],
    )
}
