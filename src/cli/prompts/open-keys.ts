import { isMet } from '../../core/schema/conditions.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { isIdle } from './agreed.ts'
import { hasNothingToName } from './choices.ts'
import { isOfClauses, lacksClauses } from './clauses.ts'
import type { Asking } from './context.ts'
import { isAskedOtherwise } from './one-paper.ts'

/** A section to be filled in. */
export interface SectionToFill {
  readonly place: ItemPlace
  readonly keys: readonly string[]
  readonly required: readonly string[]
  readonly given: Item
  /** Values that are proposed, and stay where they are not asked for. */
  readonly defaults: Item
  /** Values that are proposed only. */
  readonly former?: Item
  /** Whether the officer has chosen the key from those that may be left out. */
  readonly isTicked?: boolean
}

/** Whether a key may be asked now: nothing answers it, and there is something to answer it with. */
export function isOpenIn(section: SectionToFill, key: string, answers: Item, asking: Asking): boolean {
  const { place, given } = section
  const at = { ...place, path: [...place.path, key] }
  const node = schemaAt(place.name, at.path)
  if (!node || !isMet(node['x-when'] ?? '', answers)) return false
  if (isGiven(node, given[key]) && !(isOfClauses(at) && lacksClauses(given[key], asking))) return false
  if (answers[key] === undefined && isIdle(at, answers)) return false
  if (isAskedOtherwise(place, key, section.keys, answers, asking)) return false
  const named = schemaAt(place.name, [...at.path, 0]) ?? node
  return mustAnswer(key, section, answers, asking) || !hasNothingToName(named, at, asking)
}

/** Whether the whole value was given, so that nothing of it is left to ask. */
function isGiven(node: SchemaNode, given: unknown): boolean {
  if (given === undefined) return false
  if (!node.properties || typeof given !== 'object' || given === null) return true
  const present = Object.keys(given)
  return (node.required ?? []).every((key) => present.includes(key))
}

/** Whether a key can't be left empty: by the schema or the action, or by what was answered beside it. */
export function mustAnswer(
  key: string,
  { place, required }: SectionToFill,
  answers: Item,
  { owed }: Asking,
): boolean {
  return required.includes(key) || owed([...place.path, key], answers)
}
