import type { Cell, CellValue, ReadOptions, Sheet, SheetFilterInfo, Workbook, WriteSheet } from 'hucre'
import { fromEpochDay } from '../core/calendar/dates.ts'
import {
  addressOf,
  type CellContent,
  columnLetters,
  type LedgerBook,
  type LedgerCell,
  type LedgerSheetData,
  type MergedRange,
  type SheetRemark,
  type SheetRow,
} from '../core/ledger/intake/book.ts'
import { plainSigns } from '../core/plain-input.ts'
import { DocumentError } from './error.ts'
import {
  type BookFormat,
  decodedText,
  formatOf,
  needsPassword,
  trimmedCell,
  withoutPhonetic,
} from './ledger-bytes.ts'

type Library = typeof import('./ledger-library.ts')
type Reader = (options: ReadOptions) => Promise<Workbook>

/** Rows that are read of a sheet that is larger than the library reads whole. */
const MOST_ROWS = 20_000
const PICTURE = /^=?(?:_xlfn\.)?DISPIMG\(/u

const lessChecked: Readonly<Partial<Record<BookFormat, string>>> = {
  xls: '.xls 格式只能读到数据和合并单元格，隐藏的工作表、隐藏的行、公式和批注看不出来；最好另存为 .xlsx 再导入。',
  ods: '.ods 格式看不出隐藏的行和批注；最好另存为 .xlsx 再导入。',
  csv: '.csv 格式没有日期、数字的类型，也没有合并单元格和隐藏的行，一律按文字读。',
}

/**
 * Reads a ledger, its format told by its content. The one module that knows the library (`hucre`): others get sheets of
 * typed cells. Throws DocumentError, in plain words, for what can't be read as a ledger.
 */
export async function readLedgerBook(bytes: Uint8Array, file: string): Promise<LedgerBook> {
  const format = formatOf(bytes, file)
  const library = await import('./ledger-library.ts')
  const remarks = [lessChecked[format] ?? []].flat()
  if (format === 'csv') return { format, sheets: [csvSheet(library, bytes, file)], remarks }
  const prepared = format === 'xlsx' ? withoutPhonetic(bytes) : bytes
  const open: Reader = (options) =>
    format === 'xls' ? library.readXls(prepared, options) : library.read(prepared, options)
  const opened = await openSheets(open, file)
  remarks.push(...opened.remarks)
  if (opened.sheets.length === 0) throw new DocumentError(file, ['没有能读的工作表。', ...remarks])
  return { format, sheets: opened.sheets, remarks }
}

interface Opened {
  readonly sheets: readonly LedgerSheetData[]
  readonly remarks: readonly string[]
}

/**
 * Every sheet. Where the library can't read the whole book, for example because of a sheet of charts, the sheets are
 * read one by one.
 */
async function openSheets(open: Reader, file: string): Promise<Opened> {
  try {
    return { sheets: sheetsOf(await open({})), remarks: [] }
  } catch {
    const names = await sheetNamesIn(open, file)
    const remarks: string[] = []
    const sheets: LedgerSheetData[] = []
    for (const name of names) {
      const sheet = await openSheet(open, name)
      if (sheet) sheets.push(...sheet)
      else remarks.push(`工作表“${name}”不是表格（如图表），没有读。`)
    }
    return { sheets, remarks }
  }
}

async function sheetNamesIn(open: Reader, file: string): Promise<readonly string[]> {
  const names: string[] = []
  const listing = (info: SheetFilterInfo): boolean => {
    names.push(info.name)
    return false
  }
  try {
    await open({ sheets: listing })
  } catch (error) {
    if (names.length === 0) throw unreadable(file, error)
  }
  return names
}

/** One sheet by its name; undefined where it is none. */
async function openSheet(open: Reader, name: string): Promise<LedgerSheetData[] | undefined> {
  try {
    return sheetsOf(await open({ sheets: [name] }))
  } catch {
    return firstRows(open, name)
  }
}

/** A cell somewhere far below makes a sheet too large to be read whole. */
async function firstRows(open: Reader, name: string): Promise<LedgerSheetData[] | undefined> {
  try {
    const book = await open({ sheets: [name], range: `A1:CZ${MOST_ROWS}` })
    const message = `这张表很大，只读了前 ${MOST_ROWS} 行：请删去下方多余的单元格，再导入`
    return sheetsOf(book).map((sheet) => ({ ...sheet, remarks: [...sheet.remarks, { message }] }))
  } catch {
    return undefined
  }
}

function unreadable(file: string, error: unknown): DocumentError {
  const name = error instanceof Error ? error.name : ''
  if (name === 'EncryptedFileError' || name === 'DecryptionError') return needsPassword(file)
  return new DocumentError(file, [
    '文件已损坏，或者不是能读的格式。请在 Excel 或 WPS 中打开，另存为 .xlsx，再导入。',
  ])
}

function sheetsOf({ sheets, dateSystem }: Workbook): LedgerSheetData[] {
  return sheets.map((sheet) => sheetOf(sheet, dateSystem === '1904'))
}

function sheetOf(sheet: Sheet, from1904: boolean): LedgerSheetData {
  const rows = sheet.rows.flatMap((values, index) => rowOf(sheet, values, index))
  const merges = mergesOf(sheet, rows)
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    merges,
    from1904,
    remarks: [...hiddenColumns(sheet, rows), ...hiddenTexts(rows, merges), ...notesBeside(sheet)],
  }
}

/** Columns that the sheet hides; they are taken like the others. */
function hiddenColumns({ columns = [] }: Sheet, rows: readonly SheetRow[]): SheetRemark[] {
  const hidden = columns.flatMap(({ hidden: isHidden }, index) =>
    isHidden && rows.some(({ cells }) => cells.has(index)) ? [columnLetters(index)] : [],
  )
  return hidden.length
    ? [{ message: `${hidden.join('、')} 列是隐藏的，照样读了：不要的，请从台账里删去` }]
    : []
}

/** A ledger has some hundreds of merged cells. */
const MOST_MERGES = 5000
/** So many rows and columns after the last that is filled, merged cells still count. */
const BEYOND = 100

/** The merged cells, up to a little beyond what is filled: a range may be drawn over all of the sheet's million rows. */
function mergesOf({ merges = [] }: Sheet, rows: readonly SheetRow[]): MergedRange[] {
  const lastRow = (rows.at(-1)?.number ?? 0) + BEYOND
  const lastColumn = rows.reduce((last, { cells }) => Math.max(last, ...cells.keys()), 0) + BEYOND
  return merges.slice(0, MOST_MERGES).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow + 1,
    left: startCol,
    bottom: Math.min(endRow + 1, Math.max(lastRow, startRow + 1)),
    right: Math.min(endCol, Math.max(lastColumn, startCol)),
  }))
}

function rowOf({ cells, rowDefs }: Sheet, values: readonly CellValue[], index: number): SheetRow[] {
  const held = new Map<number, LedgerCell>()
  values.forEach((value, column) => {
    const cell = cells?.get(`${index},${column}`)
    const content = contentOf(value, cell)
    if (content) held.set(column, { content, ...noteOf(cell) })
  })
  return held.size ? [{ number: index + 1, hidden: rowDefs?.get(index)?.hidden === true, cells: held }] : []
}

function noteOf(cell: Cell | undefined): { note?: string } {
  const note = trimmedCell(cell?.comment?.text ?? '')
  return note === '' ? {} : { note }
}

/** What a cell holds; undefined for an empty one. */
function contentOf(value: CellValue | undefined, cell: Cell | undefined): CellContent | undefined {
  if (value instanceof Date) return dayOf(value)
  if (typeof value === 'number') return { kind: 'number', number: value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (typeof value !== 'string') return isUnsaved(cell) ? { kind: 'unsaved-formula' } : undefined
  const text = plainSigns(trimmedCell(value))
  if (cell?.type === 'error' || ERROR.test(text)) return { kind: 'error', text }
  if (PICTURE.test(text)) return { kind: 'picture' }
  return text === '' ? undefined : { kind: 'text', text }
}

// Old formats do not say that a cell is an error: it comes as this text.
const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/u

function isUnsaved(cell: Cell | undefined): boolean {
  return cell?.formula !== undefined && (cell.formulaResult ?? null) === null
}

const secondMs = 1000
const daySeconds = 24 * 60 * 60
/** Before this a date is no date: serial 0, as Excel shows an empty cell with a format. */
const firstDay = Date.UTC(1900, 0, 1)

/** The day of the rounded second: 43831.99999999 is the day after. Dates are kept in UTC. */
function dayOf(value: Date): CellContent | undefined {
  if (Number.isNaN(value.getTime()) || value.getTime() < firstDay) return undefined
  return { kind: 'date', date: fromEpochDay(Math.floor(Math.round(value.getTime() / secondMs) / daySeconds)) }
}

/** Notes on cells that hold nothing: they belong to no fact. */
function notesBeside({ cells, rows }: Sheet): SheetRemark[] {
  return [...(cells ?? [])].flatMap(([key, cell]): SheetRemark[] => {
    const [row = 0, column = 0] = key.split(',').map(Number)
    const { note } = noteOf(cell)
    if (note === undefined || contentOf(rows[row]?.[column], cell)) return []
    const text = note.replace(/\s*\n\s*/gu, '，')
    return [{ address: addressOf(row + 1, column), message: `空单元格上的批注“${text}”没有记入` }]
  })
}

/** Texts that stay below merged cells: what the first cell shows counts. */
function hiddenTexts(rows: readonly SheetRow[], merges: readonly MergedRange[]): SheetRemark[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const remarks: SheetRemark[] = []
  let looked = 0
  for (const { top, left, bottom, right } of merges)
    for (let row = top; row <= bottom && looked < MOST_LOOKED_AT; row += 1) {
      looked += 1
      for (const column of byNumber.get(row)?.cells.keys() ?? []) {
        looked += 1
        if (column < left || column > right || (row === top && column === left)) continue
        const message = `合并单元格下面还藏着内容，没有采用，以 ${addressOf(top, left)} 显示的为准`
        remarks.push({ address: addressOf(row, column), message })
      }
    }
  return remarks.slice(0, MOST_REMARKS)
}

/** So many rows and cells are looked at for hidden texts, and so many texts are named: a ledger has a few. */
const MOST_LOOKED_AT = 5_000_000
const MOST_REMARKS = 200

/** A table of texts, every cell as it is written. */
function csvSheet({ parseCsv }: Library, bytes: Uint8Array, file: string): LedgerSheetData {
  const text = decodedText(bytes)
  if (text === undefined)
    throw new DocumentError(file, ['文字编码认不出来。请另存为 .xlsx，或者 UTF-8 的 .csv。'])
  if (!quotesMatch(text))
    throw new DocumentError(file, [
      '引号不成对，从那里起分不清行和栏。请在 Excel 或 WPS 中打开、核对，另存为 .xlsx，再导入。',
    ])
  const lines = parseCsv(text, { typeInference: false })
  const rows = lines.flatMap((values, index) =>
    rowOf({ name: '', rows: [] }, values.map(withoutFormula), index),
  )
  const name = file.replace(/\.[^.]*$/u, '')
  return { name, hidden: false, rows, merges: [], from1904: false, remarks: [] }
}

/** Whether the quotation marks pair: one too many makes the rest of a file the text of one cell. */
function quotesMatch(text: string): boolean {
  return [...text.matchAll(/"/gu)].length % 2 === 0
}

/** A number as a formula that is a text: ="450822…", as some programs keep long numbers. */
function withoutFormula(value: CellValue): CellValue {
  return typeof value === 'string' ? (/^="([^"]*)"$/u.exec(value)?.[1] ?? value) : value
}

/** A sheet to write, and a cell of it, as the library has them. */
export type WrittenSheet = WriteSheet
export type WrittenCell = Partial<Cell>

/** Sheets as the bytes of an .xlsx. */
export async function packBook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('./ledger-library.ts')
  return writeXlsx({ sheets: [...sheets] })
}
