import type { Missing } from '../../../core/forms/define.ts'
import type { PlacedFinding } from '../../../core/lint/define.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import type { Item, Refusal, Target } from '../../../core/stages/define.ts'
import { neededPlace } from '../../../core/stages/needed-place.ts'
import type { CaseView } from '../../../core/view.ts'
import type { ItemPlace } from '../answers/set.ts'
import { missingOfStep } from '../wording/step-paper.ts'

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
 * The places of an item that the errors and warnings among some findings are about: of what is lacking, each key.
 */
export function placesFound(findings: readonly PlacedFinding[], target: Target): Places {
  const places = findings
    .filter(({ severity, document }) => severity !== 'notice' && document === target.document)
    .flatMap((finding) => {
      const own = finding.keys?.map((key) => [...finding.path, key]) ?? [[...finding.path]]
      return own.map((place) => askedAt(place, target))
    })
  return [...new Map(places.map((place) => [place.join('.'), place])).values()]
}

/** The places of an item in which facts belong that a paper lacks. */
function placesLacking(view: CaseView, missing: readonly Missing[], target: Target): Places {
  return missing.flatMap(({ path }) => {
    const needed = neededPlace(view, path)
    if (needed?.document !== target.document) return []
    const isInside = target.path.every((step, index) => needed.path[index] === step)
    return isInside ? [askedAt([...needed.path, needed.key], target)] : []
  })
}

/** Where something is wrong or lacking after a step: by the rules, and for the paper that the step issues. */
export function placesToChange(
  { id, target }: { readonly id: string; readonly target: Target },
  before: CaseView | undefined,
  { findings, after }: { readonly findings: readonly PlacedFinding[]; readonly after: CaseView },
): Places {
  return [...placesFound(findings, target), ...placesLacking(after, missingOfStep(id, before, after), target)]
}

/** Where a place of the document is asked for: an appended item as the first of its list. */
function askedAt(place: readonly PathSegment[], { path, mode }: Target): readonly PathSegment[] {
  return mode === 'append' ? [...path, 0, ...place.slice(path.length + 1)] : place
}
