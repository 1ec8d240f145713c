import { type DataMap, isDeepEqual, isMapData } from '../facts/data.ts'
import type { Path } from '../facts/locations.ts'
import type { SchemaName } from '../schema/validate.ts'
import { itemKey } from '../schema/walk.ts'
import { mapIn } from './entries.ts'
import { keyedItems } from './keys.ts'

/**
 * The result where both sides changed the same fact differently: one side's version, or both as two entries of a list.
 * `open` leaves it undecided, in a document that is only the base of a later merge: a value that neither side has
 * stands for it, so that the later merge asks again; what one side removed and the other changed stays there, so that a
 * removal is never undone by it.
 */
export type Decision = 'ours' | 'theirs' | 'both' | 'open'

/** A fact that both sides changed differently, or that one changed and the other removed. */
export interface Conflict {
  /**
   * The fact by its keys, list entries by their identifying properties: `obligors[o2].phone`; empty for the whole
   * document.
   */
  readonly address: string
  /** The same place by keys and positions, for the titles of the schema. */
  readonly path: Path
  /** undefined where there is none. */
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
  /** Whether both can stand, as two entries of a list. */
  readonly both: boolean
}

/** The decision on the fact at an address; undefined while nobody has decided. */
export type Decide = (address: string) => Decision | undefined

export interface Merged {
  /** The merged document; where nobody decided, it holds our version. */
  readonly data: unknown
  /** The conflicts that nobody decided. */
  readonly conflicts: readonly Conflict[]
}

/** The data of one document on the three sides; undefined where there is none. */
export interface Versions {
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
}

interface MergePlace {
  readonly name: SchemaName
  readonly path: Path
  readonly address: string
}

interface Merge {
  readonly decide: Decide
  readonly conflicts: Conflict[]
}

/**
 * Merges what two sides made of a document, fact by fact: maps by key, lists by the `x-key` of the schema, lists of
 * plain words as sets, other lists as one value. A change of one side alone is taken; where both sides changed a fact
 * differently, `decide` decides.
 */
export function mergeDocument(
  name: SchemaName,
  versions: Versions,
  decide: Decide = () => undefined,
): Merged {
  const merge = { decide, conflicts: [] }
  const data = mergeValue({ name, path: [], address: '' }, versions, merge)
  return { data, conflicts: merge.conflicts }
}

function mergeValue(place: MergePlace, versions: Versions, merge: Merge): unknown {
  const { base, ours, theirs } = versions
  if (isDeepEqual(ours, theirs) || isDeepEqual(base, theirs)) return ours
  if (isDeepEqual(base, ours)) return theirs
  if (isMapData(ours) && isMapData(theirs)) return mergeMap(place, { base: mapIn(base), ours, theirs }, merge)
  const key = itemKey(place.name, place.path)
  if (key) {
    const [before, mine, yours] = [base ?? [], ours, theirs].map((list) => keyedItems(list, key))
    if (before && mine && yours) return mergeList(place, { before, mine, yours }, key.length > 1, merge)
  }
  if (isWords(base ?? []) && isWords(ours) && isWords(theirs)) return mergeWords(base ?? [], ours, theirs)
  return conflict(place, versions, false, merge)
}

/** Whether a value is a list of plain words, as of the officers who took part, none of them twice. */
function isWords(value: unknown): value is readonly string[] {
  const isText = (word: unknown): boolean => typeof word === 'string'
  return Array.isArray(value) && value.every(isText) && new Set(value).size === value.length
}

/** Our words without those that they removed, and theirs that they added. */
function mergeWords(base: unknown, ours: readonly string[], theirs: readonly string[]): string[] {
  const before = new Set(isWords(base) ? base : [])
  const yours = new Set(theirs)
  const kept = ours.filter((word) => yours.has(word) || !before.has(word))
  return [...kept, ...theirs.filter((word) => !before.has(word) && !ours.includes(word))]
}

function mergeMap(
  place: MergePlace,
  { base, ours, theirs }: Record<'base' | 'ours' | 'theirs', DataMap>,
  merge: Merge,
): DataMap {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  const of = (map: DataMap, key: string): unknown => (Object.hasOwn(map, key) ? map[key] : undefined)
  const entries = [...keys].flatMap((key) => {
    const address = place.address === '' ? key : `${place.address}.${key}`
    const inner = { ...place, path: [...place.path, key], address }
    const value = mergeValue(
      inner,
      { base: of(base, key), ours: of(ours, key), theirs: of(theirs, key) },
      merge,
    )
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(entries)
}

type Items = ReadonlyMap<string, unknown>

/**
 * `mayRepeat`: several facts identify an entry, so that two that look alike may still be two, as payments of one day.
 */
function mergeList(
  place: MergePlace,
  { before, mine, yours }: Record<'before' | 'mine' | 'yours', Items>,
  mayRepeat: boolean,
  merge: Merge,
): unknown[] {
  return [...new Set([...mine.keys(), ...yours.keys()])].flatMap((key, index) => {
    const versions = { base: before.get(key), ours: mine.get(key), theirs: yours.get(key) }
    const inner = { ...place, path: [...place.path, index], address: `${place.address}[${key}]` }
    const isAdded = mayRepeat && versions.base === undefined
    const merged = isAdded ? mergeAdded(inner, versions, merge) : [mergeValue(inner, versions, merge)]
    return merged.filter((item) => item !== undefined)
  })
}

/**
 * An entry that one side or both added: one entry if the two versions do not contradict each other, else perhaps two.
 */
function mergeAdded(place: MergePlace, versions: Versions, merge: Merge): unknown[] {
  const attempt: Merge = { decide: () => undefined, conflicts: [] }
  const merged = mergeValue(place, versions, attempt)
  if (!attempt.conflicts.length) return [merged]
  if (merge.decide(place.address) === 'open') return [mergeValue(place, versions, merge)]
  if (merge.decide(place.address) === 'both') return [versions.ours, versions.theirs]
  return [conflict(place, versions, true, merge)]
}

function conflict({ address, path }: MergePlace, versions: Versions, both: boolean, merge: Merge): unknown {
  const choice = merge.decide(address)
  if (choice === 'theirs') return versions.theirs
  if (choice === 'open') return undecided(versions)
  if (choice === undefined || choice === 'both') merge.conflicts.push({ address, path, ...versions, both })
  return versions.ours
}

/** What stands for a fact on which nobody has decided: what is left of it, or a value that neither side has. */
function undecided({ ours, theirs }: Versions): unknown {
  if (ours === undefined) return theirs
  return theirs === undefined ? ours : { undecided: [ours, theirs] }
}
