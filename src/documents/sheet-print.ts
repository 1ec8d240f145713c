import { strFromU8, strToU8 } from 'fflate'
import { columnLetters } from '../core/ledger/intake/book.ts'
import { rowsThatBeginPages } from './sheet-breaks.ts'
import { pagesFor, type SheetPages } from './sheet-pages.ts'
import { columnNumber, columnWidths, sharedStrings, withRowHeights } from './sheet-rows.ts'

/** How a sheet is printed. */
export interface Printing {
  /** The row that stands on every page, from 1; none for a sheet without one. */
  readonly head?: number
  /** Whether rows will be added, so that the printed area has no last row. */
  readonly isOpen?: boolean
  /** The rows that begin a page each, from 1. */
  readonly newPages?: readonly number[]
  /** The first rows of the parts that are not torn where a page can hold them, from 1. */
  readonly wholeParts?: readonly number[]
}

/** The numbers of papers in ECMA-376. */
const papers: Readonly<Record<SheetPages['paper'], number>> = { A4: 9, A3: 8 }

const MARGINS =
  '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
const FITTED = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
const FOOTER = '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>'

/**
 * Sets how the sheets of an .xlsx are printed, in their order: one page wide where that can be read, else
 * several, however many pages long, on paper that suits their width, with their heads and numbers on every page, and
 * all of what they hold and nothing else.
 */
export function withPrinting(parts: Map<string, Uint8Array>, sheets: readonly Printing[]): void {
  const names: string[] = []
  const workbook = strFromU8(parts.get('xl/workbook.xml') ?? new Uint8Array())
  const strings = sharedStrings(strFromU8(parts.get('xl/sharedStrings.xml') ?? new Uint8Array()))
  const titles = [...workbook.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name = '']) => name)
  for (const [index, printing] of sheets.entries()) {
    const path = `xl/worksheets/sheet${index + 1}.xml`
    const xml = strFromU8(parts.get(path) ?? new Uint8Array())
    const pages = pagesFor(columnWidths(xml))
    parts.set(path, strToU8(printed(withRowHeights(xml, strings), pages, printing)))
    names.push(...definedNames(titles[index] ?? '', index, sizeOf(xml), { ...printing, pages }))
  }
  parts.set('xl/workbook.xml', strToU8(withNames(workbook, names)))
}

function printed(xml: string, pages: SheetPages, printing: Printing): string {
  const starts = [...(printing.newPages ?? []), ...rowsThatBeginPages(xml, pages, printing.wholeParts ?? [])]
  const bare = xml
    .replace(/<sheetPr[ >].*?<\/sheetPr>|<sheetPr[^>]*\/>/s, '')
    .replace(/<(?:printOptions|pageMargins|pageSetup)[^>]*\/>|<headerFooter[ >].*?<\/headerFooter>/gs, '')
  // By ECMA-376, the properties of a sheet come first, and its pages before breaks, drawings and tables.
  return bare
    .replace(/(<worksheet[^>]*>)/, `$1${FITTED}`)
    .replace(
      /(?=<(?:rowBreaks|colBreaks|ignoredErrors|drawing|legacyDrawing|tableParts|extLst)\b|<\/worksheet>)/,
      `${MARGINS}${setupOf(pages)}${FOOTER}${breaksBefore(starts)}`,
    )
}

/** As many pages wide as it needs to be read: over the columns of a row first, then down. */
function setupOf({ paper, orientation, across }: SheetPages): string {
  const order = across > 1 ? ' pageOrder="overThenDown"' : ''
  return `<pageSetup paperSize="${papers[paper]}" orientation="${orientation}" fitToWidth="${across}" fitToHeight="0"${order}/>`
}

/** The last of the columns that a sheet can have. */
const LAST_COLUMN = 16383

function breaksBefore(rows: readonly number[]): string {
  if (!rows.length) return ''
  const breaks = rows.map((row) => `<brk id="${row - 1}" max="${LAST_COLUMN}" man="1"/>`).join('')
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${breaks}</rowBreaks>`
}

interface SheetSize {
  /** The letters of the last column. */
  readonly column: string
  readonly row: number
}

/** The last column and row that a sheet holds; merged cells count. */
function sizeOf(xml: string): SheetSize {
  const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"|<mergeCell ref="[A-Z]+\d+:([A-Z]+)(\d+)"/g)]
  const letters = cells.map(([, own, , merged]) => own ?? merged ?? 'A')
  const rows = cells.map(([, , own, , merged]) => Number(own ?? merged ?? 1))
  const last = letters.reduce((most, each) => Math.max(most, columnNumber(each)), 0)
  return { column: columnLetters(last), row: rows.reduce((most, row) => Math.max(most, row), 1) }
}

/** The names by which a spreadsheet knows the printed area and the repeated row. */
function definedNames(
  title: string,
  index: number,
  { column, row }: SheetSize,
  { head, isOpen, pages }: Printing & { readonly pages: SheetPages },
): string[] {
  const sheet = `'${title.replaceAll("'", "''").replaceAll('&apos;', '&apos;&apos;')}'`
  const name = (kind: string, range: string) =>
    `<definedName name="_xlnm.${kind}" localSheetId="${index}">${range}</definedName>`
  const area = isOpen ? `$A:$${column}` : `$A$1:$${column}$${row}`
  const titles = [
    ...(pages.left ? [`${sheet}!$A:$${columnLetters(pages.left - 1)}`] : []),
    ...(head === undefined ? [] : [`${sheet}!$${head}:$${head}`]),
  ]
  return [
    name('Print_Area', `${sheet}!${area}`),
    ...(titles.length ? [name('Print_Titles', titles.join(','))] : []),
  ]
}

/** The workbook with these names in place of those for printing that it has; names stand after the sheets. */
function withNames(workbook: string, names: readonly string[]): string {
  const kept = [...workbook.matchAll(/<definedName [^>]*>.*?<\/definedName>/gs)]
    .map(([found]) => found)
    .filter((found) => !found.includes('"_xlnm.Print_'))
  return workbook
    .replace(/<definedNames>.*?<\/definedNames>|<definedNames\/>/s, '')
    .replace('</sheets>', `</sheets><definedNames>${[...kept, ...names].join('')}</definedNames>`)
}
