import { isDeepEqual, isMapData, valueAt } from '../facts/data.ts'
import type { DocumentName } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import { itemKey, schemaAt } from '../schema/walk.ts'
import type { CaseView } from '../view.ts'
import { actionOf } from './actions/index.ts'
import type { Action, Item, Refusal } from './define.ts'
import { refusedItem } from './possible.ts'
import type { Recorded } from './recorded.ts'

/** A section that was recorded, as its action sees it: the case without it, and the subject that the action had. */
export interface RecordedAction {
  readonly action: Action
  readonly without: CaseView
  readonly subject: string | null
}

/**
 * The action that recorded something, in the case `without` it; undefined where no action would record it there now.
 * What goes may move the items after it, so that the action would write to the end of the list.
 */
export function recordedAction(recorded: Recorded, without: CaseView): RecordedAction | undefined {
  const action = actionOf(recorded.step)
  if (!action) return undefined
  const fitting = action
    .subjects(without.facts, without)
    .map((subject) => ({ subject, path: action.target(without.facts, subject).path }))
    .filter(
      ({ subject, path }) =>
        isDeepEqual(sectionOf(path), sectionOf(recorded.path)) && knowsIt(action, subject, recorded, without),
    )
  const found = fitting.find(({ path }) => isDeepEqual(path, recorded.path)) ?? fitting[0]
  return found && { action, without, subject: found.subject }
}

/** The path of a section; of an item of a list, that of the list. */
function sectionOf(path: Path): Path {
  return typeof path.at(-1) === 'number' ? path.slice(0, -1) : path
}

/** Whether all that an action knows before it asks stands in what was recorded. */
function knowsIt(action: Action, subject: string | null, { value }: Recorded, without: CaseView): boolean {
  return Object.entries(action.defaults?.(without, subject) ?? {}).every(
    ([key, known]) => known === undefined || action.ask.includes(key) || isDeepEqual(known, value[key]),
  )
}

/** What the law refuses of a corrected item and did not refuse of the recorded one. */
export function refusedCorrection(
  { action, without, subject }: RecordedAction,
  recorded: Item,
  corrected: Item,
): readonly Refusal[] {
  const known = new Set(refusedItem(without, action, recorded, subject).map(({ reason }) => reason))
  return refusedItem(without, action, corrected, subject).filter(({ reason }) => !known.has(reason))
}

/** The places that go when something recorded is taken away: it, and what around it says nothing without it. */
export function placesWithout(
  data: unknown,
  { document, path, keys, value, whole }: Recorded,
): readonly Path[] {
  const gone: Path[] = whole
    ? [path]
    : keys.filter((key) => value[key] !== undefined).map((key) => [...path, key])
  let around = whole ? path.slice(0, -1) : path
  let left = gone.reduce<unknown>((current, each) => removedAt(current, each), data)
  while (around.length > 0 && saysNothing(document, around, valueAt(left, around))) {
    gone.push(around)
    left = removedAt(left, around)
    around = around.slice(0, -1)
  }
  return gone
}

/**
 * Whether what stands at a place says nothing by itself: an empty list or section, an item with no more than its key.
 */
function saysNothing(document: DocumentName, path: Path, value: unknown): boolean {
  const last = path.at(-1)
  const around = schemaAt(document, path.slice(0, -1))
  const isOwed = path.length > 1 && typeof last === 'string' && around?.required?.includes(last) === true
  if (isOwed) return false
  if (Array.isArray(value)) return value.length === 0
  if (!isMapData(value)) return false
  const key = typeof last === 'number' ? (itemKey(document, path.slice(0, -1)) ?? []) : []
  return Object.keys(value).every((each) => key.includes(each))
}

function removedAt(data: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return undefined
  if (Array.isArray(data)) {
    return data.flatMap((each, index) => {
      if (index !== step) return [each]
      return rest.length ? [removedAt(each, rest)] : []
    })
  }
  if (!isMapData(data)) return data
  const value = rest.length ? removedAt(data[step], rest) : undefined
  const others = Object.entries(data).filter(([key]) => key !== step)
  return Object.fromEntries(
    value === undefined
      ? others
      : Object.entries(data).map(([key, each]) => [key, key === step ? value : each]),
  )
}
