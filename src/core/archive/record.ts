import { chineseDate, compare, isRealDate } from '../calendar/dates.ts'
import { type DataMap, isMapData } from '../facts/data.ts'
import { type DocumentName, documentNames } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import { parseFen, showYuan } from '../facts/money.ts'
import { type Choice, choicesOf } from '../schema/choices.ts'
import { titledBeside } from '../schema/conditions.ts'
import { schemaAt, titleAt } from '../schema/walk.ts'
import type { CaseView } from '../view.ts'

/** A line of the record: the title of a section and how deep it lies, or what is recorded and its value. */
export type RecordLine =
  | { readonly heading: string; readonly depth: number }
  | { readonly label: string; readonly value: string; readonly depth: number }

/** What one file of the case records, in the words of the schemas. */
export interface RecordPart {
  readonly title: string
  readonly lines: readonly RecordLine[]
}

/** Keys that only the program needs: digests stand in the manifest, ids in the data. */
const UNTOLD: ReadonlySet<string> = new Set(['schema', 'sha256', 'id'])

/** The whole record of a case in plain words, in place of its data: every fact, with names in place of ids. */
export function recordOf(view: CaseView): RecordPart[] {
  const names = namesById(view)
  return documentNames.flatMap((name): RecordPart[] => {
    const { [name]: data } = view.facts.documents
    if (!isMapData(data)) return []
    const lines = [...linesIn({ view, names, name }, data, [], 0)]
    return lines.length ? [{ title: titleAt(name, []) ?? name, lines }] : []
  })
}

interface Place {
  readonly view: CaseView
  readonly names: ReadonlyMap<string, string>
  readonly name: DocumentName
}

function* linesIn(
  place: Place,
  section: Readonly<Record<string, unknown>>,
  path: Path,
  depth: number,
): Iterable<RecordLine> {
  const told = Object.entries(section).filter(([key, value]) => isTold(place, path, key, value))
  // What a section itself says comes before what lies in it, so that nobody takes it for a part of that.
  const simple = told.filter(([, value]) => !isMapData(value) && !isListOfMaps(value))
  const own = path.length && typeof path.at(-1) === 'number' ? ownName(section) : undefined
  for (const [key, value] of [...simple, ...told.filter((each) => !simple.includes(each))]) {
    if (value === own && NAMES.includes(key)) continue
    yield* linesOf(place, value, [...path, key], titleOf(place, [...path, key], section), depth)
  }
}

/** The number of the case is what everybody calls it; other ids only tie facts together. */
function isTold({ name }: Place, path: Path, key: string, value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  return !UNTOLD.has(key) || (key === 'id' && name === 'case' && path.length === 0)
}

function isListOfMaps(value: unknown): boolean {
  return Array.isArray(value) && value.some(isMapData)
}

function* linesOf(
  place: Place,
  value: unknown,
  path: Path,
  title: string,
  depth: number,
): Iterable<RecordLine> {
  if (Array.isArray(value) && !isListOfMaps(value)) {
    const said = value.map((each) => valueText(place, each, [...path, 0]))
    if (said.length) yield { label: title, value: said.join('、'), depth }
  } else if (Array.isArray(value)) {
    for (const [index, each] of inOrder(place, value, path).entries()) {
      yield { heading: headingOf(title, each, index, value.length), depth }
      yield* linesIn(place, each, [...path, index], depth + 1)
    }
  } else if (isMapData(value)) {
    yield { heading: title, depth }
    yield* linesIn(place, value, path, depth + 1)
  } else yield { label: title, value: valueText(place, value, path), depth }
}

const DATED: readonly string[] = ['date', 'dateTime']

/** Items that each must bear a day, by that day: what was entered late stands where it happened. Others as they stand. */
function inOrder({ name }: Place, items: readonly unknown[], path: Path): DataMap[] {
  const maps = items.filter(isMapData)
  const { required = [] } = schemaAt(name, [...path, 0]) ?? {}
  const day = required.find((key) => DATED.includes(schemaAt(name, [...path, 0, key])?.['x-format'] ?? ''))
  return day === undefined ? maps : maps.toSorted((a, b) => compare(String(a[day]), String(b[day])))
}

function titleOf({ view, name }: Place, path: Path, beside: Readonly<Record<string, unknown>>): string {
  const key = String(path.at(-1))
  const { clauses } = view.regulation.lists
  if (path.at(-2) === 'clauses') return clauses?.find(({ code }) => code === key)?.label ?? key
  return titledBeside(schemaAt(name, path) ?? {}, { ...beside }).title ?? key
}

const NAMES = ['name', 'title']

/** What an item is called, where it says so itself. */
function ownName(item: Readonly<Record<string, unknown>>): string | undefined {
  const own = NAMES.map((key) => item[key]).find((each) => typeof each === 'string')
  return typeof own === 'string' ? own : undefined
}

/** An item of a list by its own name, else by its number where there are several. */
function headingOf(
  title: string,
  item: Readonly<Record<string, unknown>>,
  index: number,
  count: number,
): string {
  const own = ownName(item)
  if (own !== undefined) return `${title}：${own}`
  return count > 1 ? `${title}（${index + 1}）` : title
}

function valueText({ view, names, name }: Place, value: unknown, path: Path): string {
  const node = schemaAt(name, path) ?? {}
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = String(value)
  if (name === 'case' && path.join() === 'regulation') return view.regulation.title
  const label = choicesOf(node, view.regulation.lists)?.find(({ code }) => code === text)?.label
  if (label !== undefined) return label
  const fen = node['x-format'] === 'money' ? parseFen(text) : undefined
  if (fen !== undefined) return showYuan(fen)
  if (node['x-format'] === 'date' && isRealDate(text)) return chineseDate(text)
  return names.get(text) ?? text
}

/** Whoever may be named in place of an obligor. */
const PARTIES: readonly Choice[] = [
  { code: 'obligee', label: '赔偿权利人一方' },
  { code: 'public-security', label: '公安机关' },
]

/** What each id of the case is called in the record: by its name or title, else as its section is headed. */
function namesById({ facts }: CaseView): ReadonlyMap<string, string> {
  const names = new Map(PARTIES.map(({ code, label }) => [code, label]))
  const visit = (name: DocumentName, value: unknown, path: Path): void => {
    if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) {
        if (isMapData(each) && typeof each.id === 'string' && !names.has(each.id))
          names.set(each.id, nameOfItem(name, each, path, { index, count: value.length }))
        visit(name, each, [...path, index])
      }
    } else if (isMapData(value))
      for (const [key, each] of Object.entries(value)) visit(name, each, [...path, key])
  }
  for (const name of documentNames) visit(name, facts.documents[name], [])
  return names
}

function nameOfItem(
  name: DocumentName,
  item: Readonly<Record<string, unknown>>,
  path: Path,
  { index, count }: { readonly index: number; readonly count: number },
): string {
  return ownName(item) ?? headingOf(titleAt(name, path) ?? '', item, index, count)
}
