import { type Column, type LedgerSheet, ledgerColumns, sheetNames } from '../columns.ts'
import { addressOf, type LedgerSheetData, type MergedView, mergedView, shownText } from './book.ts'
import type { Noughts } from './cells/amounts.ts'
import { plainText } from './cells/parsed.ts'
import { isForeignMoney, noughtsIn, unitBeside } from './units.ts'

/** What an officer writes for a column that is not to be imported. */
export const NOT_IMPORTED = '不导入'

/** Which column a heading of the office's own means, by the heading without blanks and brackets. */
export type HeadingMap = ReadonlyMap<string, string>

/** A column of the sheet that is read. */
export interface MatchedColumn {
  readonly column: Column
  /** The heading as the file has it, on one line. */
  readonly heading: string
  readonly noughts: Noughts
}

/** A heading that means no column. */
export interface UnmatchedHeading {
  readonly sheet: string
  readonly heading: string
  /** Why it can't be the column that it names. */
  readonly because?: string
  /** Another column has the very same heading: only in the file can they be told apart. */
  readonly isTwice?: true
}

/** How the table of a sheet lies. */
export interface SheetLayout {
  readonly sheet: LedgerSheetData
  readonly view: MergedView
  readonly kind: LedgerSheet
  /** The last row of the headings. */
  readonly headBottom: number
  /** By the index of the column. */
  readonly columns: ReadonlyMap<number, MatchedColumn>
  /** The index of the column that counts the rows or cases. */
  readonly serial: number | undefined
  readonly unmatched: readonly UnmatchedHeading[]
}

const LOOKED_AT = 40
const MOST_LINES = 3
/** The heading of what is wrong with a row, in the file that is given back to be mended. */
export const PROBLEMS = '问题'

/** The heading of a count of the rows or cases: no fact, but rows that it tells apart are not of one case. */
export const SERIAL = '序号'
const serials = new Set([SERIAL, '行号', '顺序号', 'no'])

/** A heading without blanks, brackets, marks and what is in brackets; a time is a date. */
export function bareHeading(heading: string): string {
  const known = bareNames.get(heading)
  if (known !== undefined) return known
  const name = plainText(heading)
    .replace(/[（(【[].*?[）)】\]]/gu, '')
    .replace(/[\s*＊:：、，,/／·.．。“”"'_-]/gu, '')
    .replace(/时间/gu, '日期')
    .toLowerCase()
  if (bareNames.size < MOST_KNOWN) bareNames.set(heading, name)
  return name
}

/** The same headings are asked for again and again. */
const bareNames = new Map<string, string>()
const MOST_KNOWN = 10_000

/** The layout of a sheet; undefined where no row looks like the headings of a ledger. */
export function layoutOf(sheet: LedgerSheetData, map: HeadingMap): SheetLayout | undefined {
  const view = mergedView(sheet)
  const kinds: readonly LedgerSheet[] = ['cases', 'obligors', 'payments']
  const found = kinds.flatMap((kind) => bestOf(sheet, view, kind, map) ?? [])
  const chosen = found.find(({ kind }) => sheetNames[kind] === sheet.name.trim()) ?? found[0]
  return chosen && withUnmatched(chosen, map)
}

type Draft = Omit<SheetLayout, 'unmatched' | 'serial'> & { readonly headTop: number }

/** The rows of a sheet that look most like the headings of a kind of ledger. */
function bestOf(
  sheet: LedgerSheetData,
  view: MergedView,
  kind: LedgerSheet,
  map: HeadingMap,
): Draft | undefined {
  let best: Draft | undefined
  for (const { number: headTop } of sheet.rows.slice(0, LOOKED_AT))
    for (let lines = 1; lines <= MOST_LINES; lines += 1) {
      const place = { sheet, view, kind, headTop, headBottom: headTop + lines - 1 }
      const draft = { ...place, columns: columnsIn(place, map) }
      if (isBetter(draft, best)) best = draft
    }
  if (!best || !isLedger(best)) return undefined
  const headBottom = mergedBottom(best)
  const place = { ...best, headBottom }
  return { ...place, columns: columnsIn(place, map, unitBeside(sheet, place)) }
}

/** Whether more columns are found, or as many in fewer lines: a title above the headings does not belong to them. */
function isBetter(draft: Draft, best: Draft | undefined): boolean {
  const linesOf = ({ headTop, headBottom }: Draft): number => headBottom - headTop
  if (!best || draft.columns.size !== best.columns.size) return draft.columns.size > (best?.columns.size ?? 0)
  return linesOf(draft) < linesOf(best)
}

/** Headings that are merged downward end the head, whatever stands in the rows beside them. */
function mergedBottom({ view, headTop, headBottom, columns }: Draft): number {
  const bottoms = [...columns.keys()].map((column) => view.rangeAt(headTop, column)?.bottom ?? headBottom)
  return Math.min(Math.max(headBottom, ...bottoms), headTop + MOST_LINES - 1)
}

/** Whether the columns found are those of a ledger of this kind. */
function isLedger({ kind, columns }: Draft): boolean {
  const ids = new Set([...columns.values()].map(({ column }) => column.id))
  const some = (...wanted: string[]): boolean => wanted.some((id) => ids.has(id))
  if (kind === 'payments') return ids.has('paidOn') && ids.has('amount') && some('number', 'payer')
  if (kind === 'obligors')
    return (
      ids.has('name') &&
      ids.has('number') &&
      some('kind', 'certificate', 'representative', 'address', 'share')
    )
  return (ids.has('title') && ids.size >= 2) || (some('number', 'obligors') && ids.size >= 5)
}

type HeadPlace = Pick<Draft, 'sheet' | 'view' | 'kind' | 'headTop' | 'headBottom'>

/** The columns that the headings mean; `unit` is that of amounts whose heading names none. */
function columnsIn(place: HeadPlace, map: HeadingMap, unit: Noughts = 0): ReadonlyMap<number, MatchedColumn> {
  const columnsByIndex = new Map<number, MatchedColumn>()
  const taken = new Set<string>()
  for (const index of indexesOf(place)) {
    const levels = levelsAt(place, index)
    const column = columnFor(levels, place.kind, map)
    if (!column || taken.has(column.id) || wrongUnit(column, levels)) continue
    taken.add(column.id)
    const heading = headingText(levels)
    columnsByIndex.set(index, { column, heading, noughts: noughtsIn(heading) ?? unit })
  }
  return columnsByIndex
}

/** The columns that have something in the head. */
function indexesOf({ sheet, view, headTop, headBottom }: HeadPlace): number[] {
  const indexes = new Set<number>()
  for (const { number, cells } of sheet.rows) {
    if (number < headTop || number > headBottom) continue
    for (const index of cells.keys()) {
      const range = view.rangeAt(number, index)
      for (let each = index; each <= (range?.right ?? index); each += 1) indexes.add(each)
    }
  }
  return [...indexes].sort((a, b) => a - b)
}

/** The lines of a heading, from the top, each once. */
function levelsAt({ view, headTop, headBottom }: HeadPlace, index: number): string[] {
  const levels: string[] = []
  let last = ''
  for (let row = headTop; row <= headBottom; row += 1) {
    const found = view.at(row, index)
    const text = shownText(found?.cell.content).replace(/\s*\n\s*/gu, '')
    const key = found ? `${found.row},${found.column}` : ''
    if (text !== '' && key !== last) levels.push(text)
    last = key
  }
  return levels
}

function headingText(levels: readonly string[]): string {
  return levels.join('/')
}

/** The column that a heading means: as the officer said, else all its lines together, else its last line alone. */
function columnFor(levels: readonly string[], kind: LedgerSheet, map: HeadingMap): Column | undefined {
  const ways = waysOf(levels)
  const columns = ledgerColumns[kind]
  const said = ways.map((way) => map.get(way)).find((name) => name !== undefined)
  if (said !== undefined) return said === NOT_IMPORTED ? undefined : columnNamed(said, columns)
  for (const way of ways) {
    const found = columnNamed(way, columns)
    if (found) return found
  }
  return undefined
}

/** How a heading may be read. */
function waysOf(levels: readonly string[]): string[] {
  const bare = levels.map(bareHeading)
  return [bare.join(''), bare.slice(-2).join(''), bare.at(-1) ?? ''].filter((way) => way !== '')
}

/** A column by its heading, another heading for it, or its id. */
export function columnNamed(name: string, columns: readonly Column[]): Column | undefined {
  const wanted = bareHeading(name)
  const byHeading = columns.find(({ heading, id }) => bareHeading(heading) === wanted || id === name)
  return byHeading ?? columns.find(({ synonyms }) => synonyms.some((each) => bareHeading(each) === wanted))
}

/** The unit that a heading ought to name, where it names one that can't be reckoned. */
function wrongUnit({ kind, heading }: Column, levels: readonly string[]): string | undefined {
  if (kind === 'amount' || kind === 'payments')
    return isForeignMoney(headingText(levels)) ? '人民币' : undefined
  if (kind !== 'quantity') return undefined
  const own = unitIn(heading)
  const written = unitIn(headingText(levels))
  return written === '' ||
    written === own ||
    sameUnits.some((units) => units.includes(own) && units.includes(written))
    ? undefined
    : own
}

const sameUnits = [
  ['立方米', '立方', 'm3', 'm³', '方'],
  ['平方米', '平方', '平米', 'm2', '㎡'],
  ['吨', 't'],
]

function unitIn(heading: string): string {
  return /[（(](?:单位[:：])?(.*?)[）)]/u.exec(heading)?.[1]?.trim() ?? ''
}

function withUnmatched(draft: Draft, map: HeadingMap): SheetLayout {
  const { sheet, headBottom, headTop, columns } = draft
  const body = sheet.rows.filter(({ number }) => number > headBottom)
  const indexes = indexesOf(draft)
  const isSerial = (index: number): boolean =>
    !columns.has(index) && waysOf(levelsAt(draft, index)).some((way) => serials.has(way))
  const serial = indexes.find(isSerial)
  const unmatched = indexes.flatMap((index): UnmatchedHeading[] => {
    const levels = levelsAt(draft, index)
    const ways = waysOf(levels)
    if (columns.has(index)) return []
    const twin = [...columns].find(([, { heading }]) => bareHeading(heading) === ways[0])
    const holds = body.some(({ cells }) => cells.has(index))
    if (twin && holds) return [twiceHeaded(sheet.name, headingText(levels), [twin[0], index], headTop)]
    if (ways.some((way) => map.get(way) === NOT_IMPORTED || way === PROBLEMS)) return []
    if (isSerial(index) || levels.length === 0 || !holds) return []
    return [{ sheet: sheet.name, heading: headingText(levels), ...becauseOf(draft, levels, map) }]
  })
  return { ...draft, serial, unmatched }
}

function twiceHeaded(
  sheet: string,
  heading: string,
  indexes: readonly number[],
  row: number,
): UnmatchedHeading {
  const places = indexes.map((index) => addressOf(row, index)).join('、')
  return {
    sheet,
    heading,
    because: `有两栏都叫这个（${places}）：请在台账里改名，或者删去一栏`,
    isTwice: true,
  }
}

function becauseOf(
  { kind, columns }: Draft,
  levels: readonly string[],
  map: HeadingMap,
): { because?: string } {
  const column = columnFor(levels, kind, map)
  if (!column) return {}
  const unit = wrongUnit(column, levels)
  if (unit !== undefined) return { because: `单位应为${unit}` }
  const other = [...columns.values()].find((each) => each.column.id === column.id)
  return { because: `与“${other?.heading ?? column.heading}”重复` }
}
