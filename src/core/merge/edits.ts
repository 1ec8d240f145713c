import { isMapData } from '../facts/data.ts'
import type { Path } from '../facts/locations.ts'
import type { SchemaName } from '../schema/validate.ts'
import { itemKey } from '../schema/walk.ts'
import { keyedItems } from './keys.ts'

/**
 * The list entries of `before` that are missing in `after`, the last of each list first, so that each path stays right
 * after the removals before it.
 */
export function removedItems(name: SchemaName, before: unknown, after: unknown, path: Path = []): Path[] {
  if (isMapData(before) && isMapData(after)) {
    return Object.keys(before).flatMap((key) =>
      Object.hasOwn(after, key) ? removedItems(name, before[key], after[key], [...path, key]) : [],
    )
  }
  const key = itemKey(name, path)
  const old = key && keyedItems(before, key)
  const fresh = key && keyedItems(after, key)
  if (!old || !fresh) return []
  const entries = [...old].map(([id, item], index) => ({ id, item, at: [...path, index] }))
  const inside = entries.flatMap(({ id, item, at }) => removedItems(name, item, fresh.get(id), at))
  const gone = entries.filter(({ id }) => !fresh.has(id)).map(({ at }) => at)
  return [...inside, ...gone.reverse()]
}
