import type { Path } from '../facts/locations.ts'
import { isMap } from './complete.ts'
import type { Json, JsonObject } from './pack.ts'

/** The keys by which the entries of a list are told apart. */
export const KEYS = ['code', 'id', 'number'] as const

/** An entry of a section of a pack: what tells it apart, where it stands, and what it says. */
export interface Entry {
  readonly key: string
  readonly path: Path
  readonly data: JsonObject
}

/** The entries of a map or of a list, in their order; `path` is that of the section. Removed ones (null) are left out. */
export function entriesOf(section: Json | undefined, path: Path = []): Entry[] {
  const entries: [string, string | number, Json][] = Array.isArray(section)
    ? section.map((item, index) => [keyOf(item) ?? '', index, item])
    : Object.entries(isMap(section) ? section : {}).map(([key, entry]) => [key, key, entry])
  return entries.flatMap(([key, step, data]) => (isMap(data) ? [{ key, path: [...path, step], data }] : []))
}

/** What tells an item of a list apart; undefined where it has no such key. */
export function keyOf(item: Json): string | undefined {
  if (!isMap(item)) return undefined
  const key = KEYS.map((name) => item[name]).find((value) => value !== undefined)
  return key === undefined ? undefined : String(key)
}

/** A path that names items of lists by what tells them apart, with their places in the lists instead. */
export function placedPath(data: Json, path: Path): Path {
  const placed: (string | number)[] = []
  let node: Json | undefined = data
  for (const step of path) {
    const place: string | number =
      Array.isArray(node) && typeof step === 'string' ? node.findIndex((item) => keyOf(item) === step) : step
    // A missing entry is told at the entry that would hold it.
    if (place === -1) break
    placed.push(place)
    node = childOf(node, place)
  }
  return placed
}

/** The value at a path of plain data; undefined where there is none. */
export function valueAt(data: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((node, step) => childOf(node, step), data)
}

function childOf(node: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(node)) return typeof step === 'number' ? node[step] : undefined
  return isMap(node) && Object.hasOwn(node, step) ? node[step] : undefined
}
