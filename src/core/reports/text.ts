import { chineseDate, isRealDate } from '../calendar/dates.ts'
import { showYuan, yuanOf } from '../facts/money.ts'
import type { Citations } from '../regulation/citation.ts'
import { beginningOfWhole, endOfWhole } from '../whole-words.ts'
import type { Bar, Chart, PrintedTable, Report, ReportCell, ReportColumn } from './report.ts'

const quarterNumerals: Readonly<Record<string, string>> = { 1: '一', 2: '二', 3: '三', 4: '四' }

/** A period in words: `2026Q3` → 2026年第三季度, `2026-10` → 2026年10月, `2026` → 2026年; a day → 截至 that day. */
export function reportPeriodText(period: string): string {
  if (isRealDate(period)) return `截至${chineseDate(period)}`
  const [year = '', quarter] = period.split('Q')
  if (quarter) return `${year}年第${quarterNumerals[quarter] ?? quarter}季度`
  const [first = '', month] = year.split('-')
  return month ? `${first}年${Number(month)}月` : `${first}年`
}

/** A cell as people read it; an amount in yuan without the unit, which its column names. */
export function cellText(cell: ReportCell): string {
  if (cell === null) return ''
  return typeof cell === 'bigint' ? showYuan(cell).replace(' 元', '') : String(cell)
}

/** A cell as a page has room for it in its column. */
export function pageCell(cell: ReportCell, { most }: Pick<ReportColumn, 'most'>): ReportCell {
  return typeof cell === 'string' && most !== undefined ? shortText(cell, most) : cell
}

/** Of a text of more characters the beginning and the end, since the end of a case's name says what it is about. */
export function shortText(text: string, most: number): string {
  if (text.length <= most) return text
  const tail = text.length - Math.floor(most / 3)
  const head = tail - (text.length - most) - 1
  // The day or number that a cut would divide is left out, unless nothing else would be left.
  const [end, start] = [beginningOfWhole(text, head) || head, endOfWhole(text, tail)]
  return `${text.slice(0, end)}…${text.slice(start < text.length ? start : tail)}`
}

/** A day that stands by itself, not in a number or an address. */
const DAY = /(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w/-])/g

/** A text as it is printed: days as 2026年3月2日. */
export function printedText(text: string): string {
  return text.replace(DAY, (day) => (isRealDate(day) ? chineseDate(day) : day))
}

/** The figures under the table, in one line each: 协议赔偿金额：529,700.00 元. */
export function totalTexts({ totals }: Pick<PrintedTable, 'totals'>): string[] {
  return totals.map(
    ({ title, value }) => `${title}：${typeof value === 'bigint' ? showYuan(value) : cellText(value)}`,
  )
}

/** 分 in one hundredth of 万元. */
const FEN_PER_STEP = 10_000n

/** What stands at a bar: a count, or an amount in 万元 with two places, rounded. */
export function barText({ value }: Bar): string {
  if (typeof value === 'number' || value === 0n) return String(value)
  return showYuan((value + FEN_PER_STEP / 2n) / FEN_PER_STEP).replace(' 元', '')
}

/** A cell for programs: an amount as a decimal string in yuan. */
function plainCell(cell: ReportCell): string | number | null {
  return typeof cell === 'bigint' ? yuanOf(cell) : cell
}

/** A report for programs: the article that asks for it, and its rows by the keys of the columns. */
export function reportData(made: Report, { articleOf }: Pick<Citations, 'articleOf'>) {
  const { report, title, period, matter, columns, rows, totals, charts = [], sheets = [] } = made
  return {
    report,
    title,
    period,
    article: articleOf(matter),
    columns: columns.map(({ key, title }) => ({ key, title })),
    rows: rowsData({ columns, rows }),
    // The first sheet is the table itself.
    ...(sheets.length && {
      sheets: sheets.slice(1).map((sheet) => ({ sheet: sheet.title, rows: rowsData(sheet) })),
    }),
    totals: totals.map(({ title, value }) => ({ title, value: plainCell(value) })),
    charts: charts.map(chartData),
  }
}

function rowsData({ columns, rows }: Pick<PrintedTable, 'columns' | 'rows'>) {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ key }, index) => [key, plainCell(row[index] ?? null)])),
  )
}

/** A chart for programs: amounts in yuan. */
export function chartData({ title, unit, bars }: Chart) {
  return {
    title,
    unit: unit === '万元' ? '元' : unit,
    bars: bars.map(({ label, value }) => ({ label, value: plainCell(value) })),
  }
}
