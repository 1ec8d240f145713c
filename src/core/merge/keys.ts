import { type DataMap, isMapData } from '../facts/data.ts'

/**
 * The entries of a list by the properties that identify them: `o1`, `P1,2026-03-01`. Of two entries with the same
 * properties, the second is `…#2`. Undefined where `list` is no list of maps.
 */
export function keyedItems(list: unknown, key: readonly string[]): ReadonlyMap<string, DataMap> | undefined {
  if (!Array.isArray(list) || !list.every(isMapData)) return undefined
  const items = new Map<string, DataMap>()
  for (const item of list) {
    const name = key.map((property) => partOf(item, property)).join(',')
    items.set(free(name, items), item)
  }
  return items
}

/** A part that holds a comma, or looks like the number of a repetition, is quoted. */
function partOf(item: DataMap, property: string): string {
  const value = Object.hasOwn(item, property) ? item[property] : undefined
  if (value === undefined) return ''
  return typeof value === 'string' && /^[^,#"[\]]+$/.test(value) ? value : JSON.stringify(value)
}

function free(name: string, items: ReadonlyMap<string, unknown>): string {
  let count = 1
  const numbered = (): string => (count === 1 ? name : `${name}#${count}`)
  while (items.has(numbered())) count++
  return numbered()
}
