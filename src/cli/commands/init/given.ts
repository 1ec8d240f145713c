import type { ConfigDocument } from '../../../core/facts/documents.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import type { Item } from '../../../core/stages/define.ts'
import { itemOrEmpty } from '../../shared/answers/collect.ts'
import { readFrom } from '../../shared/answers/from.ts'
import { applySets, type ItemPlace } from '../../shared/answers/set.ts'
import { pathsSet } from '../../shared/answers/set-keys.ts'

/** What the call gives, and what an earlier call has written where this one corrects it. */
export interface GivenConfig {
  readonly from: string | undefined
  readonly sets: readonly string[]
  readonly recorded?: ConfigDocument | undefined
}

/**
 * What the call gives of ejc.yaml: of the sections that `--set` names, what was recorded in them stays, so that one value
 * of a person or a list is corrected alone. A value that `--set` clears is there as undefined.
 * @throws UsageError naming the option, the key and what would be right.
 */
export function givenConfig(place: ItemPlace, { from, sets, recorded }: GivenConfig): Item {
  if (from !== undefined) return itemOrEmpty(applySets(place, readFrom(from), sets))
  const whole = itemOrEmpty(applySets(place, recorded ?? {}, sets, recorded !== undefined))
  const paths = pathsSet(place, sets)
  const given = Object.fromEntries(paths.map(([key]) => [key, whole[String(key)]]))
  if (!('unit' in given)) return given
  const unit = itemOrEmpty(whole.unit)
  const ofUnit = paths.filter(([key, inside]) => key === 'unit' && inside !== undefined)
  return { ...given, unit: Object.fromEntries(ofUnit.map(([, key]) => [key, unit[String(key)]])) }
}

/** Names the option that a problem comes from; of several, those of the same section. */
export function withOption(
  place: ItemPlace,
  { from, sets }: GivenConfig,
  { path, text }: { readonly path: readonly PathSegment[]; readonly text: string },
): string {
  const isAbout = (given: readonly PathSegment[]): boolean =>
    given.length > 1 ? given.slice(0, -1).every((key, index) => key === path[index]) : given[0] === path[0]
  const paths = from === undefined ? pathsSet(place, sets) : []
  const options = sets.filter((_, index) => isAbout(paths[index] ?? ['']))
  return [...options.map((set) => `--set ${set}`), text].join('：')
}
