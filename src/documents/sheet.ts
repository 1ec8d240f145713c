import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { CellObject, Row, SheetData } from 'write-excel-file/node'
import { yuanOf } from '../core/facts/money.ts'
import type { Chart, PrintedTable, ReportCell } from '../core/reports/report.ts'
import { pageCell, printedText, reportPeriodText, totalTexts } from '../core/reports/text.ts'
import { packPackage } from './package.ts'
import { printableInSheet } from './printable.ts'
import { CHART_SHEET, chartRows, rowsOfCharts, withDataBars } from './sheet-charts.ts'
import { withPrinting } from './sheet-print.ts'
import { signsOf } from './sheet-rows.ts'

const SHEET = '报表'
/** Title, unit and period, and the titles of the columns. */
const HEAD_ROWS = 3
const headingStyle = { fontWeight: 'bold', align: 'center', alignVertical: 'center' } as const
const partStyle = { fontWeight: 'bold', alignVertical: 'center', height: 30 } as const
const bodyStyle = { wrap: true, alignVertical: 'center', borderStyle: 'thin' } as const

/**
 * A report as the bytes of an .xlsx, the same for the same report. Every text is typed as text, so that none becomes a
 * formula; amounts are numbers in yuan.
 * @param unit the name of the office on the sheet
 */
export async function reportSheet(report: PrintedTable, unit: string): Promise<Uint8Array> {
  const { default: writeExcel } = await import('write-excel-file/node')
  const { columns, rows, title, period } = report
  const span = columns.length
  const wide = (value: string, style: CellObject = {}): Row => [
    { ...textCell(value), ...style, columnSpan: span },
    ...columns.slice(1).map(() => null),
  ]
  const data: SheetData = [
    wide(title, { ...headingStyle, fontSize: 16, height: 30 }),
    wide([unit, reportPeriodText(period)].filter(Boolean).join('　')),
    columns.map((column) => ({ ...textCell(column.title), ...headingStyle, ...bodyStyle })),
    ...rows.flatMap((row, index) => {
      const part = report.parts?.get(index)
      const cells = row.map((cell, at) => ({ ...valueCell(pageCell(cell, columns[at] ?? {})), ...bodyStyle }))
      return part === undefined ? [cells] : [wide(part, partStyle), cells]
    }),
    ...totalTexts(report).map((total) => wide(total)),
  ]
  const table = {
    data,
    sheet: SHEET,
    orientation: 'landscape' as const,
    stickyRowsCount: HEAD_ROWS,
    columns: columns.map((column, index) => ({ width: widthOf(column, rows, index) })),
  }
  const charts = report.charts ?? []
  const bytes = await writeExcel(charts.length ? [table, chartSheet(charts)] : [table]).toBuffer()
  const parts = normalizedParts(unzipSync(new Uint8Array(bytes)))
  const second = parts.get(CHART_SHEET)
  if (second) parts.set(CHART_SHEET, strToU8(withDataBars(strFromU8(second), charts)))
  withPrinting(parts, [
    { head: HEAD_ROWS, newPages: rowsOfParts(report).slice(1) },
    ...(second ? [{ wholeParts: rowsOfCharts(charts) }] : []),
  ])
  return packPackage(parts)
}

/** The rows, from 1, on which the titles of the parts stand. */
function rowsOfParts({ parts }: PrintedTable): number[] {
  return [...(parts?.keys() ?? [])].map((first, index) => HEAD_ROWS + first + index + 1)
}

/** The margins of a cell, in characters. */
const AROUND = 2

/** Up to the width of the column, as narrow as its texts allow; one without any is there to be written in. */
function widthOf(
  { title, width }: PrintedTable['columns'][number],
  rows: PrintedTable['rows'],
  index: number,
): number {
  const texts = rows.map((row) => shownText(row[index] ?? '')).filter((text) => text !== '')
  if (!texts.length) return width * 2
  const lines = [title, ...texts].flatMap((text) => text.split('\n'))
  const longest = lines.reduce((most, line) => Math.max(most, signsOf(line)), 0)
  return Math.min(width * 2, longest) + AROUND
}

function shownText(cell: ReportCell): string {
  return typeof cell === 'bigint' ? `${yuanOf(cell)},000` : printedText(String(cell ?? ''))
}

/** The figures of the charts, one block below the other: a title, a head and the bars. */
function chartSheet(charts: readonly Chart[]) {
  const data: SheetData = chartRows(charts).map((row) =>
    row.map((cell) => ({ ...valueCell(cell), ...(row.length > 1 && bodyStyle) })),
  )
  return { data, sheet: '图表', columns: [{ width: 40 }, { width: 30 }] }
}

function textCell(value: string): CellObject {
  return { value: printableInSheet(printedText(value)), type: String }
}

function valueCell(cell: ReportCell): CellObject {
  if (cell === null || cell === '') return {}
  if (typeof cell === 'string') return textCell(cell)
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: Number(yuanOf(cell)), type: Number, format: '#,##0.00' }
}

/** The parts of a workbook as a package writes them, with fixed times, and with fonts as the standard wants them. */
export function normalizedParts(parts: Readonly<Record<string, Uint8Array>>): Map<string, Uint8Array> {
  const mends: Readonly<Record<string, (xml: string) => string>> = {
    'docProps/core.xml': withFixedTimes,
    'xl/styles.xml': withOrderedFonts,
  }
  return new Map(
    Object.entries(parts).map(([path, bytes]) => {
      const mend = mends[path]
      return [path, mend ? strToU8(mend(strFromU8(bytes))) : bytes]
    }),
  )
}

/** The font of what has none of its own: without a name and a size, each program takes another. */
const named = { sz: '<sz val="11"/>', name: '<name val="宋体"/>' }

/** CT_Font of ECMA-376, as far as reports use it. */
const fontOrder = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'charset']

/** The properties of fonts in the order of the standard, each with its name and size. */
function withOrderedFonts(xml: string): string {
  const rank = (element: string): number => fontOrder.indexOf(/\w+/.exec(element)?.[0] ?? '')
  return xml.replace(/<font>(.*?)<\/font>/gs, (_, children: string) => {
    const own = (children.match(/<[^>]+\/>/g) ?? []).filter((each) => !/^<(?:family|scheme) /.test(each))
    const lacking = Object.entries(named).flatMap(([key, element]) =>
      own.some((each) => each.startsWith(`<${key} `)) ? [] : [element],
    )
    const ordered = [...own, ...lacking].toSorted((a, b) => rank(a) - rank(b))
    return `<font>${ordered.join('')}</font>`
  })
}

const made = '2025-01-01T00:00:00Z'

/** The properties of an Office file with a fixed time in place of the time of making. */
export function withFixedTimes(xml: string): string {
  return xml.replace(/>\d{4}-\d\d-\d\dT[^<]*</g, `>${made}<`)
}
