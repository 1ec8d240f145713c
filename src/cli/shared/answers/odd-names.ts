import { isMapData } from '../../../core/facts/data.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import { schemaAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import { isUnlikePerson } from '../../../core/unlike-name.ts'
import type { ItemPlace } from './set.ts'

/** What stands in the lists of persons of an item and is more likely a part of a sentence, each with its list. */
export function oddNames({ name, path }: Pick<ItemPlace, 'name' | 'path'>, item: Item): string[] {
  const below = (value: unknown, at: readonly PathSegment[]): string[] => {
    if (Array.isArray(value)) return value.flatMap((each, index) => below(each, [...at, index]))
    if (isMapData(value)) return Object.entries(value).flatMap(([key, each]) => below(each, [...at, key]))
    const isPerson = typeof value === 'string' && schemaAt(name, at)?.['x-format'] === 'name'
    if (!isPerson || !isUnlikePerson(value)) return []
    return [`${schemaAt(name, at.slice(0, -1))?.title ?? ''}中的“${value}”`]
  }
  return below(item, path)
}
