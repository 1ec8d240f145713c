import { isDeepEqual, isMapData } from '../../../core/facts/data.ts'
import { withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import type { Lists } from '../../../core/schema/choices.ts'
import { titleAt } from '../../../core/schema/walk.ts'
import type { FileConflict } from '../../../repository/sync/merging.ts'
import { itemText } from './item-text.ts'

/** Where a conflict stands, in the titles of the schema: 赔偿义务人 o1 › 联系电话. */
export function conflictPlace({ schema, path, address, file }: FileConflict): string {
  if (schema === null) return file
  const keys = [...address.matchAll(/\[([^\]]*)\]/g)].map(([, key = '']) => key)
  const words: string[] = []
  path.forEach((segment, index) => {
    const title = titleAt(schema, path.slice(0, index + 1)) ?? String(segment)
    if (typeof segment === 'number') words.push(`${words.pop() ?? ''} ${keys.shift() ?? ''}`.trim())
    else words.push(title)
  })
  return words.join(' › ') || titleAt(schema, []) || file
}

/** One line of a comparison: what it is, and what each side says. */
export interface Compared {
  readonly title: string
  readonly ours: string
  readonly theirs: string
}

/**
 * A line of a comparison: numbers of persons are masked and long texts cut, so that the two may look the same although
 * they are not; it says so then.
 */
function apart({ title, ours, theirs }: Compared): Compared {
  return { title, ours, theirs: ours === theirs ? `${theirs}（与左边不同，不同处被遮盖或者略去）` : theirs }
}

/** What the two sides say, fact by fact; equal facts are left out. */
export function comparedFacts(conflict: FileConflict, lists: Lists): Compared[] {
  const { ours, theirs, path, schema } = conflict
  const nothing = conflict.base === undefined ? '（无）' : '（已删除）'
  if (schema === null)
    return [apart({ title: '', ours: plainText(ours, nothing), theirs: plainText(theirs, nothing) })]
  const isMap = [ours, theirs].every((value) => value === undefined || isMapData(value))
  if (!isMap) {
    const place = { name: schema, path: path.slice(0, -1), lists }
    const said = (value: unknown): string =>
      value === undefined ? nothing : valueText(place, String(path.at(-1)), value)
    return [apart({ title: '', ours: said(ours), theirs: said(theirs) })]
  }
  const place = { name: schema, path, lists }
  const of = (side: unknown, key: string): unknown => (isMapData(side) ? side[key] : undefined)
  const keys = [...new Set([ours, theirs].flatMap((side) => (isMapData(side) ? Object.keys(side) : [])))]
  return keys.flatMap((key): Compared[] => {
    const said = (side: unknown): string =>
      side === undefined ? nothing : of(side, key) === undefined ? '' : valueText(place, key, of(side, key))
    const line = { title: titleAt(schema, [...path, key]) ?? key, ours: said(ours), theirs: said(theirs) }
    const isSame = isMapData(ours) && isMapData(theirs) && isDeepEqual(of(ours, key), of(theirs, key))
    return isSame ? [] : [apart(line)]
  })
}

const plainText = (value: unknown, nothing: string): string =>
  value === undefined ? nothing : withMaskedNumbers(String(value))

/** A value in the words of its schema, without its title. */
function valueText(place: Parameters<typeof itemText>[0], key: string, value: unknown): string {
  const lines = itemText(
    place,
    { [key]: value },
    { facts: { obligors: [] }, choices: {} },
    UNBROKEN_WIDTH,
  ).split('\n')
  return lines
    .map((line) => line.trim())
    .reduce((text, line) => `${text}${text.endsWith('：') || text === '' ? '' : '；'}${line}`, '')
    .replace(/^[^：]*：；?/, '')
}

/** So wide that no text is wrapped here. */
const UNBROKEN_WIDTH = 10_000
