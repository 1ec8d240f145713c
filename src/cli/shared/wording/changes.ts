import { isDeepEqual, isMapData } from '../../../core/facts/data.ts'
import { withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import { hasIds, pairedItems } from '../../../core/merge/pairs.ts'
import { itemKey } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import type { ItemPlace } from '../answers/set.ts'
import { clean } from '../output/clean.ts'
import { joinedValues, type Names, placeTitle, valueLine } from './item-text.ts'

const NOTHING = '（无）'

const REORDERED = '顺序有变'

/**
 * What differs between two versions of an item, a line each: 送达日期：2026-07-03 → 2026-07-04. Id and telephone numbers are
 * masked, since the lines stand in the history that everybody of the office reads.
 */
export function changeLines(place: ItemPlace, before: Item, after: Item, names: Names): string[] {
  return [...insideBoth({ place, names, ahead: '' }, before, after)].map(withMaskedNumbers)
}

/**
 * A commit message: its title, then the lines below it, each written so that it cannot be taken for a trailer of ejc.
 */
export function messageWith(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return title
  const below = lines.map((line) => clean(line.replace(/\s*[\n\r]\s*/g, ' ')))
  return [title, '', ...below].join('\n')
}

/** Where two versions are compared, and the titles of what they stand in. */
interface Compared {
  readonly place: ItemPlace
  readonly names: Names
  readonly ahead: string
}

function* insideBoth(compared: Compared, before: object, after: object): Iterable<string> {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const { place, ahead } = compared
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const inner = { ...place, path: [...place.path, key] }
    const title = `${ahead}${placeTitle(inner, is.has(key) ? after : before)}`
    yield* between({ ...compared, place: inner, ahead: title }, was.get(key), is.get(key))
  }
}

function* between(compared: Compared, from: unknown, to: unknown): Iterable<string> {
  const { place, names, ahead } = compared
  if (isDeepEqual(from, to)) return
  if (isEntries(from) || isEntries(to))
    yield* betweenLists(compared, isEntries(from) ? from : [], isEntries(to) ? to : [])
  else if (isMapData(from) || isMapData(to))
    yield* insideBoth(
      { ...compared, ahead: `${ahead} ` },
      isMapData(from) ? from : {},
      isMapData(to) ? to : {},
    )
  else if (!isNothing(from) || !isNothing(to))
    yield `${ahead}：${shown(place, from, names)} → ${shown(place, to, names)}`
}

/** Entry by entry, each beside the same one in the other version; called by its id, else by its number there. */
function* betweenLists(
  compared: Compared,
  from: readonly unknown[],
  to: readonly unknown[],
): Iterable<string> {
  const { place, ahead } = compared
  const pairs = pairedItems(place.name, place.path, from, to)
  const byId = hasIds(itemKey(place.name, place.path))
  for (const { before, after } of pairs) {
    const index = after?.index ?? before?.index ?? 0
    const { id } = after?.item ?? before?.item ?? {}
    const inner = { ...place, path: [...place.path, index] }
    const called = byId && typeof id === 'string' ? id : String(index + 1)
    yield* insideBoth(
      { ...compared, place: inner, ahead: `${ahead} ${called} ` },
      before?.item ?? {},
      after?.item ?? {},
    )
  }
  const stayed = pairs.flatMap(({ before, after }) => (before && after ? before.index : []))
  if (stayed.some((index, at) => at > 0 && index < (stayed[at - 1] ?? 0))) yield `${ahead}：${REORDERED}`
}

function isEntries(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.some((each) => typeof each === 'object')
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === undefined || value === null || (Array.isArray(value) && !value.length)
}

function shown(place: ItemPlace, value: unknown, names: Names): string {
  if (isNothing(value)) return NOTHING
  if (!Array.isArray(value)) return valueLine(place, value, names)
  const item = { ...place, path: [...place.path, 0] }
  return joinedValues(value.map((each) => valueLine(item, each, names)))
}
