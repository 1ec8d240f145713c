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
 * Finds where the fact at the path of a need belongs (`consultation.rounds[1].notice.panel`); undefined where the step
 * that records it was not done yet, so that it is done and not completed.
 */
export function neededPlace(view: CaseView, needed: string): NeededPlace | undefined {
  const [document = '', ...steps] = needed.split(/\.|(?=\[)/)
  if (!isDocumentName(document)) return undefined
  let value: unknown = view.facts.documents[document]
  const path: (string | number)[] = []
  for (const [at, step] of steps.entries()) {
    if (step.startsWith('[')) {
      const index = indexOf(document, path, value, step.slice(1, -1))
      value = Array.isArray(value) ? value[index] : undefined
      path.push(index)
      continue
    }
    if (!isMapData(value)) return undefined
    const child = value[step]
    if (!isMapData(child) && !hasMaps(child)) return placeIn(view, document, path, value, steps.slice(at))
    value = child
    path.push(step)
  }
  return undefined
}

/** A list of sections, inside which the way goes on. */
function hasMaps(value: unknown): boolean {
  return Array.isArray(value) && value.some(isMapData)
}

/** The index of the item that a need names by its key (`G1`, `G1/2026-03-02`), or by its number; there may be none. */
function indexOf(document: DocumentName, list: Path, value: unknown, name: string): number {
  const keys = itemKey(document, list) ?? []
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const namesOf = (item: Item): string[] => keys.map((key) => String(item[key]))
  const index = items.findIndex(
    (item) => isMapData(item) && [...namesOf(item), namesOf(item).join('/')].includes(name),
  )
  return index < 0 ? Number(name) : index
}

function placeIn(
  view: CaseView,
  document: DocumentName,
  path: Path,
  value: Item,
  [key = '', ...below]: readonly string[],
): NeededPlace | undefined {
  if (!schemaAt(document, [...path, key])) return undefined
  const around = recordedIn(view).filter((each) => {
    const beneath = [...path, key][each.path.length]
    const isAround = each.document === document && each.path.every((step, index) => path[index] === step)
    return isAround && typeof beneath === 'string' && each.keys.includes(beneath)
  })
  const [recorded] = around.toSorted((a, b) => b.path.length - a.path.length)
  if (!recorded) return undefined
  // A section that is not there yet is begun by the key inside it: record.negotiation.
  const isBegun = value[key] !== undefined || below.some((step) => step.startsWith('['))
  const inside = isBegun ? [] : below
  const keyOfRecorded = [...path, key, ...inside].slice(recorded.path.length).join('.')
  return { recorded, document, path, value, key, keyOfRecorded }
}
