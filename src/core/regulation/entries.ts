import type { Path } from '../facts/locations.ts'
import { isMap } from './complete.ts'
import type { Json, JsonObject } from './pack.ts'

/** The keys that identify the entries of a list. */
export const IDENTIFYING_KEYS = ['code', 'id', 'number'] as const

/** An entry of a section of a pack: its key, its path and its data. */
export interface PackEntry {
  readonly key: string
  readonly path: Path
  readonly data: JsonObject
}

/**
 * The entries of a map or of a list, in their order; `path` is that of the section. Removed ones (null) are left out.
 */
export function packEntries(section: Json | undefined, path: Path = []): PackEntry[] {
  const entries: [string, string | number, Json][] = Array.isArray(section)
    ? section.map((item, index) => [identifierIn(item) ?? '', index, item])
    : Object.entries(isMap(section) ? section : {}).map(([key, entry]) => [key, key, entry])
  return entries.flatMap(([key, step, data]) => (isMap(data) ? [{ key, path: [...path, step], data }] : []))
}

/** The value that identifies an item of a list; undefined where the item has no such key. */
export function identifierIn(item: Json): string | undefined {
  if (!isMap(item)) return undefined
  const key = IDENTIFYING_KEYS.map((name) => item[name]).find((value) => value !== undefined)
  return key === undefined ? undefined : String(key)
}

/** Turns a path that names list items by their identifying values into one with their numbers in the lists. */
export function placedPath(data: Json, path: Path): Path {
  const placed: (string | number)[] = []
  let node: Json | undefined = data
  for (const step of path) {
    const place: string | number =
      Array.isArray(node) && typeof step === 'string'
        ? node.findIndex((item) => identifierIn(item) === step)
        : step
    // A missing entry is reported at the entry that should hold it.
    if (place === -1) break
    placed.push(place)
    node = stepInto(node, place)
  }
  return placed
}

/** The value at a path of plain data; undefined where there is none. */
export function packValueAt(data: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((node, step) => stepInto(node, step), data)
}

function stepInto(node: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(node)) return typeof step === 'number' ? node[step] : undefined
  return isMap(node) && Object.hasOwn(node, step) ? node[step] : undefined
}
