import { chineseDate, isRealDate } from '../calendar/dates.ts'
import { isDeepEqual, isMapData } from '../facts/data.ts'
import { type DocumentName, documentNames, isDocumentName } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import type { Path } from '../facts/locations.ts'
import { subjectLabel } from '../facts/subjects.ts'
import { choicesOf } from '../schema/choices.ts'
import { itemKey, schemaAt, titleAt } from '../schema/walk.ts'
import type { CaseView } from '../view.ts'
import { actions } from './actions/index.ts'
import type { Action, Item } from './define.ts'

/**
 * Something that stands in the facts of a case: a section, or one of a list, with the step that records such things.
 */
export interface Recorded {
  /** The id of the action, `new` for the registration, or the address of a section that no action writes. */
  readonly step: string
  readonly title: string
  /** What tells it from others of its step: `1/o2`, `A1`, `2026-10`; null where there can be one alone. */
  readonly subject: string | null
  /** The subject in words. */
  readonly about: string
  readonly document: DocumentName
  readonly path: Path
  /** The keys that belong to the step: those of the whole section, or those that the action fills in. */
  readonly keys: readonly string[]
  /** Whether the step made the section, and did not only fill in some keys of it. */
  readonly whole: boolean
  readonly value: Item
  /** The day by which people remember it. */
  readonly on: string | undefined
  /**
   * It is not on record yet: a step before the case was taken over from a ledger, and the action that would have
   * recorded it.
   */
  readonly missing?: { readonly action: Action; readonly subject: string | null }
}

/** The step that registers a case. */
export const REGISTRATION = 'new'
export const REGISTRATION_TITLE = '登记线索'

/** The keys of case.yaml that the registration fills in. */
const registered: readonly string[] =
  'title cause clue damage jurisdiction obligors officers summary remarks lint'.split(' ')

/** Everything that was recorded in a case and can be corrected, step by step, the newest first. */
export function recordedIn(view: CaseView): Recorded[] {
  const byActions = actions.flatMap((action) => numbered(recordedBy(action, view)))
  const all = [...byActions, registration(view.facts)]
  return [...all, ...otherSections(view, all)].toSorted((a, b) => compareDays(a.on, b.on))
}

/** Of those that nothing tells apart, as two payments on one day, the second is `P1/2026-10-08#2`. */
function numbered(ofStep: readonly Recorded[]): Recorded[] {
  return ofStep.map((each, index) => {
    const before = ofStep.slice(0, index).filter(({ subject }) => subject === each.subject).length
    if (before === 0 || each.subject === null) return each
    return { ...each, subject: `${each.subject}#${before + 1}`, about: `${each.about} 第${before + 1}项` }
  })
}

/** Newest first; what has no day comes last. */
function compareDays(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1
  return a < b ? 1 : -1
}

function registration({ case: known }: Facts): Recorded {
  const value: Item = { ...known }
  return {
    step: REGISTRATION,
    title: REGISTRATION_TITLE,
    subject: null,
    about: '',
    document: 'case',
    path: [],
    keys: registered,
    whole: false,
    value,
    on: known.clue.foundOn ?? known.clue.receivedOn,
  }
}

/** What an action has recorded. One that fills in some keys of a section has done so where one of them has a value. */
function recordedBy(action: Action, view: CaseView): Recorded[] {
  const places = placesAt(view.facts, sectionOf(action))
  return places.flatMap(({ document, path, value }) => {
    const whole = action.writes.mode !== 'upsert'
    const own = action.ask.filter((key) => value[key] !== undefined)
    const isOwn = whole ? !isOfAnother(action, value) : own.length > 0
    if (!isOwn || (!own.length && isOpenedByAnother(action, value))) return []
    const keys = whole ? keysOfWhole(document, path, action) : action.ask
    const { id: step } = action
    const title = action.otherKind?.(value) ?? action.title
    const place = placeName(view, document, path)
    const on = dayOf(document, path, value, keys)
    return [{ step, title, ...place, document, path, keys, whole, value, on }]
  })
}

/** Whether an item of a list was made by another action than this one, one that appends it or sets it in its place. */
function isOfAnother(action: Action, value: Item): boolean {
  if (action.mark !== undefined) return value[action.mark] === undefined
  return actions.some(
    (other) =>
      other.mark !== undefined && value[other.mark] !== undefined && sectionOf(other) === sectionOf(action),
  )
}

/** Whether a section inside of an item stands there that another action sets: it has opened the item for it. */
function isOpenedByAnother(action: Action, value: Item): boolean {
  const inside = `${sectionOf(action)}.`
  return actions.some(
    ({ writes: { section, mode } }) =>
      mode === 'set' && section.startsWith(inside) && value[section.slice(inside.length)] !== undefined,
  )
}

/** The section that an action makes or fills in: of one that appends to a list, the item. */
function sectionOf({ writes: { section, mode } }: Action): string {
  return mode === 'append' ? `${section}[]` : section
}

/** Sections and items of lists that no step reaches: nothing that was recorded is beyond correction. */
function otherSections(view: CaseView, known: readonly Recorded[]): Recorded[] {
  const { facts } = view
  return documentNames.flatMap((document) => {
    const data: unknown = facts.documents[document]
    if (!isMapData(data)) return []
    const reached = known.filter((each) => each.document === document).map(({ path }) => path)
    const keys = Object.keys(data).filter((key) => document !== 'case' || !registered.includes(key))
    const sections = keys.flatMap((key) => {
      const value = data[key]
      const isOpen = schemaAt(document, [key])?.['x-ask'] !== false
      if (!isOpen) return []
      if (isMapData(value)) return [{ path: [key], value }]
      return Array.isArray(value)
        ? value.flatMap((each, index) => (isMapData(each) ? [{ path: [key, index], value: each }] : []))
        : []
    })
    return sections
      .filter(({ path }) => !reached.some((at) => isDeepEqual(at, path)))
      .map(({ path, value }): Recorded => {
        const { properties = {} } = schemaAt(document, path) ?? {}
        const inside = (key: string): boolean => reached.some((at) => startsWith(at, [...path, key]))
        const askedKeys = Object.keys(properties).filter(
          (key) => !inside(key) && isAskable(document, path, key),
        )
        return {
          step: [document, path[0]].join('.'),
          title: titleAt(document, path) ?? String(path[0]),
          ...placeName(view, document, path),
          document,
          path,
          keys: askedKeys,
          whole: true,
          value,
          on: dayOf(document, path, value, askedKeys),
        }
      })
      .filter(({ keys: own }) => own.length > 0)
  })
}

interface Place {
  readonly document: DocumentName
  readonly path: Path
  readonly value: Item
}

/** The sections of the case at an address: each `[]` stands for every item of its list. */
function placesAt(facts: Facts, section: string): Place[] {
  const [document = '', ...steps] = section.split('.')
  if (!isDocumentName(document)) return []
  let found: readonly { readonly path: Path; readonly value: unknown }[] = [
    { path: [], value: facts.documents[document] },
  ]
  for (const step of steps) {
    const key = step.replace(/\[\]$/, '')
    found = found.flatMap(({ path, value }) => {
      const child = isMapData(value) ? value[key] : undefined
      const at = [...path, key]
      if (!step.endsWith('[]')) return [{ path: at, value: child }]
      return Array.isArray(child) ? child.map((each, index) => ({ path: [...at, index], value: each })) : []
    })
  }
  return found.flatMap(({ path, value }) => (isMapData(value) ? [{ document, path, value }] : []))
}

/**
 * The keys of a section that a step makes: those that it asks, then the others, without what other steps record inside.
 */
function keysOfWhole(document: DocumentName, path: Path, action: Action): string[] {
  const here = sectionOf(action)
  const inside = new Set(
    actions.flatMap(({ writes, ask }) => {
      if (writes.section === here && writes.mode === 'upsert')
        return ask.filter((key) => !action.ask.includes(key))
      return writes.section.startsWith(`${here}.`)
        ? [writes.section.slice(here.length + 1).replace(/(?:\[\])?(?:\..*)?$/, '')]
        : []
    }),
  )
  const others = Object.keys(schemaAt(document, path)?.properties ?? {}).filter(
    (key) => !action.ask.includes(key) && !inside.has(key) && isAskable(document, path, key),
  )
  return [...action.ask, ...others]
}

function isAskable(document: DocumentName, path: Path, key: string): boolean {
  return key !== 'id' && schemaAt(document, [...path, key])?.['x-ask'] !== false
}

/**
 * The address of a section by what tells the items of its lists apart, and the same in words: `1/o2`, 第1轮 韦某; an
 * item with an id has that alone.
 */
function placeName(view: CaseView, document: DocumentName, path: Path): Pick<Recorded, 'subject' | 'about'> {
  let value: unknown = view.facts.documents[document]
  let named: readonly NamedPart[] = []
  for (const [index, step] of path.entries()) {
    value = Array.isArray(value) ? value[Number(step)] : isMapData(value) ? value[step] : undefined
    if (typeof step !== 'number' || !isMapData(value)) continue
    const list = path.slice(0, index)
    const parts = partsOf(view, document, list, step, value)
    const isAlone = document !== 'appraisals' && itemKey(document, list)?.[0] === 'id'
    named = isAlone ? parts : [...named, ...parts]
  }
  if (!named.length) return { subject: null, about: '' }
  return {
    subject: named.map(({ code }) => code).join('/'),
    about: named.map(({ label }) => label).join(' '),
  }
}

/** A part of an address, and what it says. */
interface NamedPart {
  readonly code: string
  readonly label: string
}

/** The values of an item that tell it from the others of its list; its day, or its number, where there are none. */
function partsOf(
  view: CaseView,
  document: DocumentName,
  list: Path,
  index: number,
  item: Item,
): readonly NamedPart[] {
  const keys = (itemKey(document, list) ?? []).filter(
    (key) => typeof item[key] !== 'object' && item[key] !== undefined,
  )
  if (keys.length)
    return keys.map((key) => ({
      code: String(item[key]),
      label: labelOf(view, document, [...list, index, key], String(item[key])),
    }))
  const day = Object.values(item).find((each) => typeof each === 'string' && isRealDate(each))
  if (typeof day === 'string') return [{ code: day, label: chineseDate(day) }]
  return [{ code: String(index + 1), label: `第${index + 1}项` }]
}

function labelOf(view: CaseView, document: DocumentName, path: Path, code: string): string {
  const key = path.at(-1)
  const node = schemaAt(document, path) ?? {}
  if (key === 'round') return `第${code}轮`
  if (key === 'number') return `第${code}次`
  if (isRealDate(code)) return chineseDate(code)
  const choice = choicesOf(node, view.regulation.lists)?.find((each) => each.code === code)
  if (choice) return choice.label
  const isAddress = key === 'id' || key === 'role' || key === 'month' || node['x-ref'] !== undefined
  return isAddress ? subjectLabel(view.facts, code, view.regulation) : code
}

/** The first day that stands under the keys of a step. */
function dayOf(document: DocumentName, path: Path, value: Item, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const day = value[key]
    if (typeof day === 'string' && schemaAt(document, [...path, key])?.['x-format'] === 'date') return day
  }
  return undefined
}

function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((step, index) => path[index] === step)
}
