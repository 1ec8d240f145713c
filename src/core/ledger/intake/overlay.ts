import { type DataMap, isMapData } from '../../facts/data.ts'
import { type CaseData, type DocumentName, documentNames } from '../../facts/documents.ts'
import { keyedItems } from '../../merge/keys.ts'
import { type Conflict, mergeDocument } from '../../merge/merge.ts'
import type { SchemaName } from '../../schema/validate.ts'
import { itemKey, titleAt } from '../../schema/walk.ts'
import type { Part } from './documents/parts.ts'

/** What a row changes in a case that is there. */
export interface Overlaid {
  /** The documents that change, as they would be. */
  readonly changed: CaseData
  /** Where the case says something else than the ledger, and stays as it is: the titles of the facts. */
  readonly kept: readonly string[]
}

/**
 * Brings what a row says into a case: three ways, from what the import wrote at first (`base`) to what the case says
 * now and what the row says now. What only the row changed is taken; what changed in ejc since stays. A row that is
 * silent removes nothing.
 */
export function overlay(
  base: CaseData,
  ours: CaseData,
  row: Readonly<Partial<Record<DocumentName, Part>>>,
): Overlaid {
  const changed: Partial<Record<DocumentName, unknown>> = {}
  const kept: string[] = []
  for (const name of documentNames) {
    const said = row[name]
    if (said === undefined) continue
    const theirs = laidOver(name, base[name], said, [])
    const { data, conflicts } = mergeDocument(name, { base: base[name], ours: ours[name], theirs })
    kept.push(...conflicts.map((conflict) => titleOf(name, conflict)))
    if (!isSame(data, ours[name])) changed[name] = data
  }
  return { changed, kept: [...new Set(kept)] }
}

/** A value over another: keys and entries that it does not name stay, but for lists that a row names whole. */
function laidOver(
  name: SchemaName,
  under: unknown,
  over: unknown,
  path: readonly (string | number)[],
): unknown {
  if (isMapData(under) && isMapData(over)) return mapOver(name, under, over, path)
  const key = itemKey(name, path)
  const [below, above] = key ? [keyedItems(under, key), keyedItems(over, key)] : []
  if (!below || !above) return over
  const stays = isWhole(name, path) ? [] : below.keys()
  return [...new Set([...stays, ...above.keys()])].map((id, index) => {
    const [old, fresh] = [below.get(id), above.get(id)]
    return fresh === undefined ? old : laidOver(name, old, fresh, [...path, index])
  })
}

/** Whether a row names all of a list: officers that it does not name any more have handed the case over. */
function isWhole(name: SchemaName, path: readonly (string | number)[]): boolean {
  return name === 'case' && path.join('.') === 'officers'
}

function mapOver(
  name: SchemaName,
  under: DataMap,
  over: DataMap,
  path: readonly (string | number)[],
): DataMap {
  const said = Object.entries(over).map(([key, value]) => [
    key,
    laidOver(name, under[key], value, [...path, key]),
  ])
  return { ...under, ...Object.fromEntries(said) }
}

/** Equal but for the order of keys; an undefined key is none. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isMapData(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}

function titleOf(name: SchemaName, { path }: Conflict): string {
  return titleAt(name, path) ?? path.join('.')
}
