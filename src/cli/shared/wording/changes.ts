import { withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import type { Item } from '../../../core/stages/define.ts'
import type { ItemPlace } from '../answers/set.ts'
import { clean } from '../output/clean.ts'
import { joinedValues, type Names, placeTitle, valueLine } from './item-text.ts'

const NOTHING = '（无）'

/**
 * What differs between two versions of an item, a line each: 送达日期：2026-07-03 → 2026-07-04. Id and telephone numbers are
 * masked, since the lines stand in the history that everybody of the office reads.
 */
export function changeLines(place: ItemPlace, before: Item, after: Item, names: Names): string[] {
  const [was, is] = [leavesOf(place, before, names), leavesOf(place, after, names)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((title) => {
    const [from, to] = [was.get(title), is.get(title)]
    if (from?.value === to?.value) return []
    return [withMaskedNumbers(`${title}：${from?.shown ?? NOTHING} → ${to?.shown ?? NOTHING}`)]
  })
}

/**
 * A commit message with what it says below its title, one line each, so that no line can look like a trailer of ours.
 */
export function messageWith(title: string, lines: readonly string[]): string {
  const below = lines.map((line) => clean(line.replace(/\s*[\n\r]\s*/g, ' ')))
  return [title, '', ...below].join('\n')
}

/** A value of an item that is no section: as the file holds it, and as people read it. */
interface Leaf {
  readonly value: string
  readonly shown: string
}

function leavesOf(place: ItemPlace, item: Item, names: Names): ReadonlyMap<string, Leaf> {
  return new Map(inside(place, item, names, ''))
}

function* inside(place: ItemPlace, section: object, names: Names, before: string): Iterable<[string, Leaf]> {
  for (const [key, value] of Object.entries(section))
    yield* under({ ...place, path: [...place.path, key] }, value, section, names, before)
}

function* under(
  place: ItemPlace,
  value: unknown,
  beside: object,
  names: Names,
  before: string,
): Iterable<[string, Leaf]> {
  const title = `${before}${placeTitle(place, beside)}`
  if (value === undefined || value === null) return
  if (Array.isArray(value) && value.some((each) => typeof each === 'object')) {
    for (const [index, each] of value.entries())
      yield* inside({ ...place, path: [...place.path, index] }, each ?? {}, names, `${title} ${index + 1} `)
  } else if (Array.isArray(value)) {
    if (!value.length) return
    const item = { ...place, path: [...place.path, 0] }
    const shown = joinedValues(value.map((each) => valueLine(item, each, names)))
    yield [title, { value: JSON.stringify(value), shown }]
  } else if (typeof value === 'object') yield* inside(place, value, names, `${title} `)
  else {
    yield [title, { value: JSON.stringify(value), shown: valueLine(place, value, names) }]
  }
}
