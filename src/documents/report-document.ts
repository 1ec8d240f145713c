import type { Table } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import type { Chart, PrintedTable, ReportCell } from '../core/reports/report.ts'
import { cellText, pageCell, printedText, reportPeriodText, totalTexts } from '../core/reports/text.ts'
import { type CellParagraph, chartTable, withoutBorders } from './chart.ts'
import { openPackage, packPackage } from './package.ts'
import { printableInReport } from './printable.ts'
import { withFixedTimes } from './sheet.ts'
import type { Docx } from './volume-parts.ts'

const twipsPerMillimetre = 1440 / 25.4
const margin = Math.round(20 * twipsPerMillimetre)
/** A4 landscape. docx turns the page itself, so width and height are those of the upright page. */
const reportPage = { width: 11906, height: 16838 }
const reportTextWidth = reportPage.height - margin - margin
const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia })
/** Sizes in half points: 小二, 小四, 五号, 小五, 五号. */
const sizes = { title: 36, line: 24, part: 21, cell: 18, chart: 21 }
/** The least height of a line to sign on, in twips. */
const signingHeight = 560
/** Between two charts, in twips. */
const gap = 400

/**
 * A report as the bytes of a .docx, the same for the same report: a table on A4 landscape with its head on every page.
 * @param unit the name of the office on the paper
 */
export async function reportDocument(report: PrintedTable, unit: string): Promise<Uint8Array> {
  const docx = await import('./docx-library.ts')
  const { Document, Packer, PageOrientation } = docx
  const line = (text: string, options = {}) => lineOf(docx, text, options)
  const { title, period } = report
  const under = [unit, reportPeriodText(period)].filter(Boolean).join('　')
  const children = [
    line(title, { face: '方正小标宋简体', size: sizes.title, align: 'center' }),
    line(under, { face: '楷体_GB2312', align: 'center' }),
    ...pagesOf(report).flatMap((page) => [tableOf(docx, page), line('')]),
    line(totalTexts(report).join('；')),
    ...chartsOf(docx, report),
  ]
  const size = { ...reportPage, orientation: PageOrientation.LANDSCAPE }
  const margins = { top: margin, bottom: margin, left: margin, right: margin }
  const document = new Document({
    title,
    creator: 'ejc',
    lastModifiedBy: 'ejc',
    sections: [
      {
        properties: { page: { size, margin: margins } },
        footers: { default: pageNumbers(docx) },
        children,
      },
    ],
  })
  return fixed(new Uint8Array(await Packer.toBuffer(document)), title)
}

/** 第 1 页，共 3 页, so that a page that is handed on alone is known to be one of several. */
function pageNumbers({ Footer, PageNumber, Paragraph, TextRun }: Docx) {
  const children = ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页']
  const run = new TextRun({ children, font: font('仿宋_GB2312'), size: sizes.cell })
  return new Footer({ children: [new Paragraph({ alignment: 'center', children: [run] })] })
}

interface LineOptions {
  readonly face?: string
  /** In half points. */
  readonly size?: number
  readonly align?: 'left' | 'center' | 'right'
  /** Whether it stays on the page of what follows. */
  readonly keepNext?: boolean
}

function lineOf({ Paragraph, TextRun }: Docx, text: string, options: LineOptions) {
  const { face = '仿宋_GB2312', size = sizes.line, align = 'left', keepNext = false } = options
  return new Paragraph({
    alignment: align,
    keepNext,
    children: printableInReport(printedText(text))
      .split('\n')
      .map((part, index) => new TextRun({ text: part, font: font(face), size, ...(index && { break: 1 }) })),
  })
}

/** The number of Chinese characters that fit into a line of the page. */
const PAGE_WIDTH = 96
/** The columns that stand at the left of each part of a table that is too wide for a page. */
const NAMING = 2

/**
 * The table; where it is too wide for a page, its columns one group below the other, each with those that name the row;
 * where it has parts, each of them, so that what stands above a part stands on every page of it.
 */
function pagesOf(report: PrintedTable): PrintedTable[] {
  const { columns, rows, parts } = report
  if (parts?.size) return partsOf(report, [...parts])
  const width = (from: number, to: number) =>
    columns.slice(from, to).reduce((sum, each) => sum + each.width, 0)
  if (!report.brief) return [report]
  const room = PAGE_WIDTH - width(0, NAMING)
  const groups: number[][] = []
  for (let from = NAMING; from < columns.length; ) {
    let to = from + 1
    while (to < columns.length && width(from, to + 1) <= room) to++
    groups.push([...columns.keys()].filter((index) => index < NAMING || (index >= from && index < to)))
    from = to
  }
  return groups.map((shown) => ({
    ...report,
    columns: shown.flatMap((index) => columns[index] ?? []),
    rows: rows.map((row) => shown.map((index) => row[index] ?? null)),
  }))
}

function partsOf(report: PrintedTable, parts: readonly (readonly [index: number, title: string])[]) {
  return parts.map(([from, title], at) => ({
    ...report,
    rows: report.rows.slice(from, parts[at + 1]?.[0]),
    parts: new Map([[0, title]]),
  }))
}

/** How wide each column is, in twentieths of a point: together they fill the line. */
function columnWidths(columns: PrintedTable['columns']): number[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  return columns.map(({ width }) => Math.floor((reportTextWidth * width) / all))
}

function tableOf(docx: Docx, { columns, rows, parts }: PrintedTable): Table {
  const { Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } = docx
  const widths = columnWidths(columns)
  const cell = (text: string, index: number, options: LineOptions) =>
    new TableCell({
      children: [lineOf(docx, text, { size: sizes.cell, ...options })],
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
    })
  const head = columns.map(({ title }, index) =>
    cell(title, index, { face: '黑体', align: 'center', keepNext: parts !== undefined }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.flatMap((row, index) => {
        const part = parts?.get(index)
        const shown = row.map((value, at) => cellText(pageCell(value, columns[at] ?? {})))
        const children = shown.map((text, at) => cell(text, at, alignmentOf(row[at] ?? null)))
        const own = new TableRow({ cantSplit: parts !== undefined, children })
        return part === undefined ? [own] : [partHead(docx, part, columns.length), own]
      }),
    ],
  })
}

/** What stands above a part of a table, on each page of it. */
function partHead(docx: Docx, text: string, columnSpan: number) {
  const { HeightRule, TableCell, TableRow, VerticalAlignTable } = docx
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: signingHeight, rule: HeightRule.ATLEAST },
    children: [
      new TableCell({
        children: [lineOf(docx, text, { size: sizes.part, face: '黑体', keepNext: true })],
        columnSpan,
        verticalAlign: VerticalAlignTable.CENTER,
      }),
    ],
  })
}

/** The charts, two side by side, on pages of their own. */
function chartsOf(docx: Docx, { title, charts = [] }: PrintedTable) {
  if (!charts.length) return []
  const { Paragraph, Table, TableLayoutType, TableRow, WidthType } = docx
  const half = Math.floor(reportTextWidth / 2)
  const pairs = charts.flatMap((chart, index) => (index % 2 ? [] : [[chart, charts[index + 1]]]))
  return [
    new Paragraph({ pageBreakBefore: true, children: [] }),
    lineOf(docx, `${title}图`, { face: '黑体', align: 'center' }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: half * 2, type: WidthType.DXA },
      columnWidths: [half, half],
      borders: withoutBorders(docx),
      rows: pairs.map(
        (pair) =>
          new TableRow({ cantSplit: true, children: pair.map((chart) => chartCell(docx, chart, half)) }),
      ),
    }),
  ]
}

function chartCell(docx: Docx, chart: Chart | undefined, width: number) {
  const { Paragraph, TableCell, WidthType } = docx
  const line: CellParagraph = (text, align) => lineOf(docx, text, { size: sizes.cell, align })
  const children = chart
    ? [
        line('', 'center'),
        lineOf(docx, `${chart.title}（${chart.unit}）`, { face: '黑体', size: sizes.chart, align: 'center' }),
        chartTable(docx, chart, width - gap, line),
      ]
    : []
  // A cell must end with a paragraph, also after a table.
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [...children, new Paragraph('')],
  })
}

/** Figures are aligned to the right, texts to the left. */
function alignmentOf(value: ReportCell): LineOptions {
  return typeof value === 'string' || value === null ? {} : { align: 'right' }
}

function fixed(bytes: Uint8Array, title: string): Uint8Array {
  const parts = openPackage(bytes, title)
  const core = parts.get('docProps/core.xml')
  if (core) parts.set('docProps/core.xml', strToU8(withFixedTimes(strFromU8(core))))
  return packPackage(parts)
}
