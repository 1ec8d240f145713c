import type { IsoDate } from '../../calendar/dates.ts'

/** What stands in a cell of a ledger, as the reader of the file took it. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** #N/A and the like. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula whose result was never stored in the file. */
  | { readonly kind: 'unsaved-formula' }
  /** A picture in a cell, as WPS keeps it. */
  | { readonly kind: 'picture' }

/** A cell: its content, and the officer's note on it. */
export interface LedgerCell {
  readonly content: CellContent
  readonly note?: string
}

/** A row that holds something. */
export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number
  readonly hidden: boolean
  /** By the index of the column, from 0. */
  readonly cells: ReadonlyMap<number, LedgerCell>
}

/** Cells merged into one; rows from 1, columns from 0, both ends included. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Something that the officer must know of a sheet, and where. */
export interface SheetRemark {
  readonly address?: string
  readonly message: string
}

export interface LedgerSheetData {
  readonly name: string
  readonly hidden: boolean
  /** The rows that hold something, in their order. */
  readonly rows: readonly SheetRow[]
  readonly merges: readonly MergedRange[]
  /** Whether numbers of days count from 1904. */
  readonly from1904: boolean
  readonly remarks: readonly SheetRemark[]
}

/** A ledger as read from a file. */
export interface LedgerBook {
  readonly format: 'xlsx' | 'xls' | 'ods' | 'csv'
  readonly sheets: readonly LedgerSheetData[]
  /** What concerns the whole file. */
  readonly remarks: readonly string[]
}

const letters = 26

/** The letters of a column, from its index: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / letters)
  const last = String.fromCharCode('A'.charCodeAt(0) + (index % letters))
  return before > 0 ? columnLetters(before - 1) + last : last
}

/** The address of a cell: B3. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

/** The cells of a sheet with merged ones resolved: each shows what the first of its range holds. */
export interface MergedView {
  /** What stands at a place, and the place that holds it. */
  at(
    row: number,
    column: number,
  ): { readonly cell: LedgerCell; readonly row: number; readonly column: number } | undefined
  /** The merged range that holds a place. */
  rangeAt(row: number, column: number): MergedRange | undefined
}

/** Looks through the merged cells of a sheet. */
export function mergedView(sheet: LedgerSheetData): MergedView {
  const rows = new Map(sheet.rows.map((row) => [row.number, row]))
  const ranges = rangesByColumn(sheet.merges)
  const rangeAt = (row: number, column: number): MergedRange | undefined =>
    ranges.get(column)?.find(({ top, bottom }) => top <= row && row <= bottom)
  return {
    rangeAt,
    at(row, column) {
      const range = rangeAt(row, column)
      const place = range ? { row: range.top, column: range.left } : { row, column }
      const cell = rows.get(place.row)?.cells.get(place.column)
      return cell && { cell, ...place }
    },
  }
}

function rangesByColumn(merges: readonly MergedRange[]): ReadonlyMap<number, readonly MergedRange[]> {
  const found = new Map<number, MergedRange[]>()
  for (const range of merges)
    for (let column = range.left; column <= range.right; column += 1) {
      const known = found.get(column)
      if (known) known.push(range)
      else found.set(column, [range])
    }
  return found
}

/** The text of a cell as people see it; empty where nothing can be read from it. */
export function shownText(content: CellContent | undefined): string {
  if (!content) return ''
  if (content.kind === 'text' || content.kind === 'error') return content.text
  if (content.kind === 'number') return String(content.number)
  if (content.kind === 'date') return content.date
  if (content.kind === 'boolean') return content.value ? 'TRUE' : 'FALSE'
  return ''
}
