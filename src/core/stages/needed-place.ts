import { isMapData } from '../facts/data.ts'
import { type DocumentName, isDocumentName } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import { itemKey, schemaAt } from '../schema/walk.ts'
import type { CaseView } from '../view.ts'
import type { Item } from './define.ts'
import { type Recorded, recordedIn } from './recorded.ts'

/** Where a fact that a paper lacks belongs: a section that is recorded, and the key that it lacks. */
export interface NeededPlace {
  readonly recorded: Recorded
  readonly document: DocumentName
  /** The section itself, or one inside what was recorded. */
  readonly path: Path
  readonly value: Item
  readonly key: string
  /** The key seen from what was recorded, as `--set` takes it. */
  readonly keyOfRecorded: string
}

/**
 * Finds where the fact at the path of a need belongs (`consultation.rounds[1].notice.panel`); undefined where the step that
 * records it was not done yet, so that it is done and not completed.
 */
export function neededPlace(view: CaseView, needed: string): NeededPlace | undefined {
  const [document = '', ...steps] = needed.split(/\.|(?=\[)/)
  if (!isDocumentName(document)) return undefined
  let value: unknown = view.facts.documents[document]
  const path: (string | number)[] = []
  for (const step of steps) {
    const next = step.startsWith('[') ? indexOf(document, path, value, step.slice(1, -1)) : step
    const child =
      typeof next === 'string' ? (isMapData(value) ? value[next] : undefined) : itemAt(value, next)
    if (isMapData(value) && typeof next === 'string' && !isMapData(child) && !hasMaps(child))
      return placeIn(view, document, path, value, next)
    if (child === undefined || next === undefined) return undefined
    path.push(next)
    value = child
  }
  return undefined
}

/** A list of sections, inside which the way goes on. */
function hasMaps(value: unknown): boolean {
  return Array.isArray(value) && value.some(isMapData)
}

function itemAt(value: unknown, index: number | undefined): unknown {
  return Array.isArray(value) && index !== undefined ? value[index] : undefined
}

/** The index of the item that a need names by its key, or by its number. */
function indexOf(document: DocumentName, list: Path, value: unknown, name: string): number | undefined {
  if (!Array.isArray(value)) return undefined
  const keys = itemKey(document, list) ?? []
  const index = value.findIndex((item) => isMapData(item) && keys.some((key) => String(item[key]) === name))
  if (index >= 0) return index
  return /^\d+$/.test(name) && Number(name) < value.length ? Number(name) : undefined
}

function placeIn(
  view: CaseView,
  document: DocumentName,
  path: Path,
  value: Item,
  key: string,
): NeededPlace | undefined {
  if (!schemaAt(document, [...path, key])) return undefined
  const around = recordedIn(view).filter((each) => {
    const beneath = [...path, key][each.path.length]
    const isAround = each.document === document && each.path.every((step, index) => path[index] === step)
    return isAround && typeof beneath === 'string' && each.keys.includes(beneath)
  })
  const [recorded] = around.toSorted((a, b) => b.path.length - a.path.length)
  if (!recorded) return undefined
  const keyOfRecorded = [...path, key].slice(recorded.path.length).join('.')
  return { recorded, document, path, value, key, keyOfRecorded }
}
