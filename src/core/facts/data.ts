import type { Path } from './locations.ts'

/** Facts as plain data, without regard to their schema. */
export type DataMap = Record<string, unknown>

/** Whether data is a map, and neither a list nor a single value. */
export function isMapData(data: unknown): data is DataMap {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

/** The value under a key of a map or a number of a list; undefined where there is none. */
export function childAt(data: unknown, step: string | number): unknown {
  if (Array.isArray(data)) return data[Number(step)]
  return isMapData(data) && Object.hasOwn(data, step) ? data[step] : undefined
}

/** The value at a path; undefined where there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(childAt, data)
}

/** Whether two pieces of JSON-like data are the same, whatever the order of keys. */
export function isDeepEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isDeepEqual(item, right[index]))
  }
  if (!isMapData(left) || !isMapData(right)) return left === right
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isDeepEqual(left[key], right[key]))
  )
}
