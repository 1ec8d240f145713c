import type { Lists } from '../../schema/choices.ts'
import type { Column, LedgerValue } from '../columns.ts'
import { addressOf, type SheetRow, shownText } from './book.ts'
import { parseCell } from './cells/cell.ts'
import { plainText } from './cells/parsed.ts'
import type { Fault } from './fault.ts'
import { bareHeading, type MatchedColumn, type SheetLayout } from './headings.ts'
import { type CellNote, noteText } from './notes.ts'

/** What a row says in one column. */
export interface RowValue {
  readonly value: LedgerValue
  readonly heading: string
  /** The row that holds the value: in merged cells, the first row of them. */
  readonly heldIn: number
  /** The last row that the value counts for. */
  readonly until: number
}

/** A row of a table, read cell by cell. */
export interface ReadRow {
  readonly row: number
  readonly hidden: boolean
  /** The running number (序号) of the row: its own, or that of the row above where the cells are merged. */
  readonly serial?: string
  /** By the id of the column; empty cells are left out. */
  readonly values: ReadonlyMap<string, RowValue>
  readonly faults: readonly Fault[]
  readonly notes: readonly CellNote[]
}

/** The rows of a table, and the lines below the headings that are no rows of it. */
export interface ReadRows {
  readonly rows: readonly ReadRow[]
  readonly skipped: readonly { readonly row: number; readonly message: string }[]
}

const TOTAL = /^(?:合计|总计|小计|共计|总数|累计|合\s*计|本页小计)/u
const REMARK = /^(?:注|备注|说明|填表|填报|制表|审核|单位负责人|联系电话|统计|附注|※|\*)/u

/** A heading between the cases: 2024年度, 一、已结案件. */
const SECTION =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|\d{4}年(?:度|份)?(?:$|[^\d]{0,8}$)|第[一二三四1-4]季度)/u

/** Reads the rows below the headings: not totals, notes and repeated headings. */
export function readRows(layout: SheetLayout, lists: Lists): ReadRows {
  const rows: ReadRow[] = []
  const skipped: { row: number; message: string }[] = []
  for (const row of layout.sheet.rows) {
    if (row.number <= layout.headBottom) continue
    const why = whyNoRow(layout, row)
    if (why !== undefined) skipped.push({ row: row.number, message: why })
    else if (holdsAnything(layout, row)) rows.push(readRow(layout, row, lists))
  }
  return { rows, skipped }
}

function holdsAnything({ columns }: SheetLayout, { cells }: SheetRow): boolean {
  return [...cells.keys()].some((index) => columns.has(index))
}

/** Why a row is none of the table; undefined where it is one. */
function whyNoRow(layout: SheetLayout, row: SheetRow): string | undefined {
  const texts = [...row.cells].map(([, { content }]) => plainText(shownText(content)))
  const first = texts.find((text) => text !== '') ?? ''
  if (TOTAL.test(first)) return '是合计，没有读'
  if (isHeadAgain(layout, row)) return '是重复的标题，没有读'
  if (REMARK.test(first) && !holdsTitle(layout, row)) return '是表下的说明，没有读'
  if (row.cells.size > 1 || layout.columns.size <= 2) return undefined
  const [index = -1] = row.cells.keys()
  const isWide = (layout.view.rangeAt(row.number, index)?.right ?? index) > index
  if (SECTION.test(first)) return '是分段的标题，没有读'
  return isWide || !layout.columns.has(index) ? '是表下的说明，没有读' : undefined
}

function holdsTitle({ columns }: SheetLayout, { cells }: SheetRow): boolean {
  return [...columns].some(([index, { column }]) => column.id === 'title' && cells.has(index))
}

const LEAST_AGAIN = 3

function isHeadAgain({ columns }: SheetLayout, { cells }: SheetRow): boolean {
  const same = [...columns].filter(([index, { heading }]) => {
    const text = bareHeading(shownText(cells.get(index)?.content))
    return text !== '' && bareHeading(heading).endsWith(text)
  })
  return same.length >= LEAST_AGAIN
}

function readRow(layout: SheetLayout, sheetRow: SheetRow, lists: Lists): ReadRow {
  const { number, hidden } = sheetRow
  const values = new Map<string, RowValue>()
  const faults: Fault[] = []
  for (const [index, matched] of layout.columns) {
    const read = readCell(layout, number, index, matched, lists)
    if (!read) continue
    if ('message' in read) faults.push(read)
    else {
      values.set(matched.column.id, read)
      if (read.remark) faults.push(read.remark)
    }
  }
  return {
    row: number,
    hidden,
    ...serialOf(layout, number),
    values,
    faults,
    notes: notesIn(layout, sheetRow),
  }
}

function serialOf({ view, serial }: SheetLayout, row: number): Pick<ReadRow, 'serial'> {
  const text = serial === undefined ? '' : plainText(shownText(view.at(row, serial)?.cell.content))
  return text === '' ? {} : { serial: text }
}

/** What was noted on the cells of a row, of its table and beside it. */
function notesIn({ sheet, columns }: SheetLayout, { number: row, cells }: SheetRow): CellNote[] {
  return [...cells].flatMap(([index, { note }]): CellNote[] => {
    if (note === undefined) return []
    const matched = columns.get(index)
    const column = matched?.heading ?? addressOf(row, index)
    return [{ sheet: sheet.name, row, column, text: noteText(note), isKept: matched !== undefined }]
  })
}

type ReadCell = RowValue & { readonly remark?: Fault }

/** Kinds of columns whose values are added up: a value in a cell merged over several rows counts once. */
export const COUNTED: ReadonlySet<Column['kind']> = new Set(['amount', 'quantity', 'payments'])

function readCell(
  { view, sheet, kind }: SheetLayout,
  row: number,
  index: number,
  { column, heading, noughts }: MatchedColumn,
  lists: Lists,
): ReadCell | Fault | undefined {
  const found = view.at(row, index)
  // A cell merged across belongs to the first of its columns.
  if (!found || found.column !== index) return undefined
  const about = { sheet: sheet.name, row, column: heading }
  const parsed = parseCell(found.cell.content, { column, noughts, from1904: sheet.from1904, lists })
  const isOwn = found.row === row
  const range = view.rangeAt(row, index)
  if (kind !== 'cases' && range && range.bottom > range.top && COUNTED.has(column.kind))
    return {
      ...about,
      message: '几行合并在一个单元格里，分不清各是多少：请拆开单元格，各写各的',
      refuses: true,
    }
  if ('fault' in parsed) {
    const place = isOwn ? '' : `（合并单元格 ${addressOf(found.row, index)}）`
    return { ...about, message: `${parsed.fault}${place}`, refuses: true }
  }
  const remark = parsed.remark !== undefined && isOwn && { ...about, message: parsed.remark, refuses: false }
  if (parsed.value === undefined && !remark) return undefined
  const until = range?.bottom ?? row
  return { value: parsed.value, heading, heldIn: found.row, until, ...(remark && { remark }) }
}
