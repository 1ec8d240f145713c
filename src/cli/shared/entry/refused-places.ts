import type { PlacedFinding } from '../../../core/lint/define.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import type { Item, Refusal, Target } from '../../../core/stages/define.ts'
import type { ItemPlace } from '../answers/set.ts'

/** Where in an item something stands that has to be changed: paths in its document. */
export type Places = readonly (readonly PathSegment[])[]

/** The keys of an item that the refusals are about. */
export function placesRefused({ path }: Pick<ItemPlace, 'path'>, refusals: readonly Refusal[]): Places {
  return refusals.flatMap(({ keys }) => keys.map((key) => [...path, key]))
}

/**
 * Whether the law would refuse the item because this key is missing; false where a key that is asked later would do as
 * well.
 */
export function isWanting(
  key: string,
  item: Item,
  { asked, refuse }: { asked: readonly string[]; refuse: (item: Item) => readonly Refusal[] },
): boolean {
  const { [key]: _, ...rest } = item
  return refuse(rest).some(({ keys }) => asked.findLast((each) => keys.includes(each)) === key)
}

/**
 * The places of an item that the errors among some findings are about. An appended item is asked for as the first of
 * its list.
 */
export function placesFound(findings: readonly PlacedFinding[], { document, path, mode }: Target): Places {
  return findings
    .filter((finding) => finding.severity === 'error' && finding.document === document)
    .map((finding) =>
      mode === 'append' ? [...path, 0, ...finding.path.slice(path.length + 1)] : [...finding.path],
    )
}
