import { unzipSync } from 'fflate'
import type { CellObject, SheetData } from 'write-excel-file/node'
import { daysBetween, isRealDate } from '../core/calendar/dates.ts'
import { yuanOf } from '../core/facts/money.ts'
import type { PlainSheet, ReportCell } from '../core/reports/report.ts'
import { packPackage } from './package.ts'
import { printableInSheet } from './printable.ts'
import { normalizedParts } from './sheet.ts'
import { withPrinting } from './sheet-print.ts'
import { signsOf } from './sheet-rows.ts'

type Kind = PlainSheet['columns'][number]['kind']

/** Day 0 of a spreadsheet that counts from 1900. */
const DAY_ZERO = '1899-12-30'
/** Before this day, spreadsheets count a day that never was. */
const FIRST_DAY = '1900-03-01'

const head = { fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true } as const
const body = { alignVertical: 'center', wrap: true, borderStyle: 'thin' } as const

/**
 * Sheets of a head and rows as the bytes of an .xlsx, the same for the same sheets. Days and amounts are typed, so that
 * they can be sorted and summed; every other cell is a text, so that no number loses figures and none becomes a
 * formula.
 */
export async function plainSheets(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  const { default: writeExcel } = await import('write-excel-file/node')
  const bytes = await writeExcel(sheets.map(sheetOf)).toBuffer()
  const parts = normalizedParts(unzipSync(new Uint8Array(bytes)))
  withPrinting(
    parts,
    sheets.map(() => ({ head: 1 })),
  )
  return packPackage(parts)
}

function sheetOf({ title, columns, rows }: PlainSheet) {
  const data: SheetData = [
    columns.map((column) => ({ ...textCell(column.title), ...head, ...body })),
    ...rows.map((row) =>
      columns.map(({ kind }, index) => ({ ...typedCell(row[index] ?? null, kind), ...body })),
    ),
  ]
  return {
    data,
    sheet: title,
    orientation: 'landscape' as const,
    stickyRowsCount: 1,
    columns: columns.map((column, index) => ({ width: widthOf(column, rows, index) })),
  }
}

/** Room for a date, and for the shortest heading, in characters. */
const DATE = 11
const NARROW = 7

/**
 * As narrow as what a column holds allows, since a ledger has many columns and is to be printed on few pages side by side;
 * headings and long texts run over several lines, but for what stands in brackets.
 */
function widthOf(
  { kind, width, title }: PlainSheet['columns'][number],
  rows: PlainSheet['rows'],
  index: number,
): number {
  const narrow = Math.max(NARROW, signsOf(/（.*）/u.exec(title)?.[0] ?? '') + 1)
  const texts = rows.map((row) => row[index] ?? null).filter((cell) => cell !== null && cell !== '')
  if (!texts.length) return narrow
  if (kind === 'date') return DATE
  const signs = texts.map((cell) => signsOf(typeof cell === 'bigint' ? yuanOf(cell) : String(cell)))
  const longest = signs.reduce((most, each) => Math.max(most, each))
  return Math.min(width * 2, Math.max(narrow, longest + 2))
}

function textCell(value: string): CellObject {
  return { value: printableInSheet(value), type: String, format: '@' }
}

function typedCell(cell: ReportCell, kind: Kind): CellObject {
  if (cell === null || cell === '') return {}
  if (typeof cell === 'bigint') return { value: Number(yuanOf(cell)), type: Number, format: '#,##0.00' }
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (kind === 'date' && isRealDate(cell) && cell >= FIRST_DAY)
    return { value: daysBetween(DAY_ZERO, cell), type: Number, format: 'yyyy-mm-dd' }
  return textCell(cell)
}
