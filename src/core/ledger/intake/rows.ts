import type { Lists } from '../../schema/choices.ts'
import type { LedgerValue } from '../columns.ts'
import { addressOf, type SheetRow, shownText } from './book.ts'
import { parseCell } from './cells/cell.ts'
import { plainText } from './cells/parsed.ts'
import type { Fault } from './fault.ts'
import { bareHeading, type MatchedColumn, type SheetLayout } from './headings.ts'

/** What a row says in one column. */
export interface RowValue {
  readonly value: LedgerValue
  readonly heading: string
  /** The row that holds it: above, where cells are merged. */
  readonly heldIn: number
  /** The last row for which it stands. */
  readonly until: number
}

/** A row of a table, read cell by cell. */
export interface ReadRow {
  readonly row: number
  readonly hidden: boolean
  /** By the id of the column; empty cells are left out. */
  readonly values: ReadonlyMap<string, RowValue>
  readonly faults: readonly Fault[]
}

/** The rows of a table, and what lies below the headings and is none. */
export interface ReadRows {
  readonly rows: readonly ReadRow[]
  readonly skipped: readonly { readonly row: number; readonly message: string }[]
}

const TOTAL = /^(?:合计|总计|小计|共计|总数|累计|合\s*计|本页小计)/u
const REMARK = /^(?:注|备注|说明|填表|填报|制表|审核|单位负责人|联系电话|统计|附注|※|\*)/u

/** What stands alone between cases: 2024年度, 一、已结案件. */
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

function readRow(layout: SheetLayout, { number, hidden }: SheetRow, lists: Lists): ReadRow {
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
  return { row: number, hidden, values, faults }
}

type ReadCell = RowValue & { readonly remark?: Fault }

function readCell(
  { view, sheet }: SheetLayout,
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
  if ('fault' in parsed) {
    const place = isOwn ? '' : `（合并单元格 ${addressOf(found.row, index)}）`
    return { ...about, message: `${parsed.fault}${place}`, refuses: true }
  }
  const remark = parsed.remark !== undefined && isOwn && { ...about, message: parsed.remark, refuses: false }
  if (parsed.value === undefined && !remark) return undefined
  const until = view.rangeAt(row, index)?.bottom ?? row
  return { value: parsed.value, heading, heldIn: found.row, until, ...(remark && { remark }) }
}
