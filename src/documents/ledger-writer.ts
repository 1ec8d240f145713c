import { unzipSync } from 'fflate'
import { columnLetters } from '../core/ledger/intake/book.ts'
import { packBook, type WrittenCell, type WrittenSheet } from './ledger-book.ts'
import { packPackage } from './package.ts'
import { printableInSheet } from './printable.ts'
import { normalizedParts } from './sheet.ts'
import { withPrinting } from './sheet-print.ts'

/** A cell to write; empty where it has none of these. */
export interface BookCell {
  readonly text?: string
  readonly number?: number
  /** YYYY-MM-DD */
  readonly date?: string
  /** Whether it is coloured, as what is to be mended. */
  readonly marked?: boolean
  /** What is noted on it. */
  readonly note?: string
}

/** A column of a sheet to write. */
export interface BookHead {
  readonly title: string
  readonly note?: string
  readonly format?: 'date' | 'amount' | 'text'
  /** What the drop-down list offers; other words may be written too. */
  readonly choices?: readonly string[]
}

export interface BookSheet {
  readonly name: string
  readonly heads: readonly BookHead[]
  readonly rows: readonly (readonly BookCell[])[]
  /** The number of further rows that have drop-down lists. */
  readonly emptyRows?: number
}

const formats = { date: 'yyyy-mm-dd', amount: '#,##0.00', text: '@' } as const
const thin = { style: 'thin' } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }
const MARK = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFF2CC' } } as const
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFDDEBF7' } } as const
const headStyle = {
  font: { bold: true },
  fill: HEAD,
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
} as const

/**
 * Sheets under one line of headings as the bytes of an .xlsx, the same for the same sheets, the headings on each page.
 * Every text is typed as text, so that no number loses figures and none becomes a formula.
 */
export async function writeLedgerBook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const parts = normalizedParts(unzipSync(await packBook(sheets.map(sheetOf))))
  withPrinting(
    parts,
    sheets.map(({ emptyRows = 0 }) => ({ head: 1, isOpen: emptyRows > 0 })),
  )
  return packPackage(parts)
}

function sheetOf({ name, heads, rows, emptyRows = 0 }: BookSheet): WrittenSheet {
  const cells = new Map<string, WrittenCell>()
  heads.forEach(({ title, note }, column) => {
    const comment = note === undefined ? {} : commentOf(note)
    cells.set(`0,${column}`, {
      value: printableInSheet(title),
      type: 'string',
      style: headStyle,
      ...comment,
    })
  })
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      cells.set(`${index + 1},${column}`, cellOf(cell))
    })
  })
  const last = rows.length + emptyRows
  return {
    name,
    rows: [
      heads.map(({ title }) => printableInSheet(title)),
      ...rows.map((row) => row.map((cell) => cellOf(cell).value ?? null)),
    ],
    cells,
    columns: heads.map(({ title, format = 'text' }) => ({
      width: widthOf(title, format),
      numFmt: formats[format],
    })),
    rowDefs: new Map([[0, { height: 32 }]]),
    freezePane: { rows: 1 },
    dataValidations: last === 0 ? [] : heads.flatMap((head, column) => validationOf(head, column, last)),
  }
}

function validationOf(
  { choices }: BookHead,
  column: number,
  last: number,
): NonNullable<WrittenSheet['dataValidations']> {
  if (!choices) return []
  const letters = columnLetters(column)
  return [
    {
      type: 'list',
      values: [...choices],
      range: `${letters}2:${letters}${last + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: '请从列表中选',
      errorMessage: `可选：${choices.join('、')}`.slice(0, 220),
    },
  ]
}

function cellOf({ note, ...cell }: BookCell): WrittenCell {
  return { ...filledCell(cell), ...(note !== undefined && commentOf(note)) }
}

function commentOf(text: string): Pick<WrittenCell, 'comment'> {
  return { comment: { author: 'ejc', text: printableInSheet(text) } }
}

function filledCell({ text, number, date, marked }: BookCell): WrittenCell {
  const fill = marked ? { fill: MARK } : {}
  const style = (numFmt: string) => ({
    numFmt,
    border,
    ...fill,
    alignment: { vertical: 'center', wrapText: true } as const,
  })
  if (date !== undefined)
    return { value: new Date(`${date}T00:00:00Z`), type: 'date', style: style(formats.date) }
  if (number !== undefined) return { value: number, type: 'number', style: style('General') }
  return {
    value: text === undefined ? null : printableInSheet(text),
    type: 'string',
    style: style(formats.text),
  }
}

const NARROW = 8
const WIDE = 14
const DATE = 11

/** Headings run over two lines, so that a sheet of many columns stays legible on one page. */
function widthOf(title: string, format: BookHead['format']): number {
  if (format === 'date') return DATE
  return Math.min(WIDE, Math.max(NARROW, title.length + 2))
}
