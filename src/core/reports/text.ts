import { chineseDate, isRealDate } from '../calendar/dates.ts'
import { showYuan, yuanOf } from '../facts/money.ts'
import type { Report, ReportCell } from './report.ts'

const quarters: Readonly<Record<string, string>> = { 1: '一', 2: '二', 3: '三', 4: '四' }

/** A period in words: `2026Q3` → 2026年第三季度, `2026-10` → 2026年10月, `2026` → 2026年; a day → 截至 that day. */
export function periodText(period: string): string {
  if (isRealDate(period)) return `截至${chineseDate(period)}`
  const [year = '', quarter] = period.split('Q')
  if (quarter) return `${year}年第${quarters[quarter] ?? quarter}季度`
  const [first = '', month] = year.split('-')
  return month ? `${first}年${Number(month)}月` : `${first}年`
}

/** A cell as people read it; an amount in yuan without the unit, which its column names. */
export function cellText(cell: ReportCell): string {
  if (cell === null) return ''
  return typeof cell === 'bigint' ? showYuan(cell).replace(' 元', '') : String(cell)
}

/** The figures under the table, in one line each: 协议赔偿金额：529,700.00 元. */
export function totalTexts({ totals }: Report): string[] {
  return totals.map(
    ({ title, value }) => `${title}：${typeof value === 'bigint' ? showYuan(value) : cellText(value)}`,
  )
}

/** A cell for programs: an amount as a decimal string in yuan. */
function plainCell(cell: ReportCell): string | number | null {
  return typeof cell === 'bigint' ? yuanOf(cell) : cell
}

/** A report for programs: its rows by the keys of the columns. */
export function reportData(report: Report) {
  const { columns, rows, totals, ...heading } = report
  return {
    ...heading,
    columns: columns.map(({ key, title }) => ({ key, title })),
    rows: rows.map((row) =>
      Object.fromEntries(columns.map(({ key }, index) => [key, plainCell(row[index] ?? null)])),
    ),
    totals: totals.map(({ title, value }) => ({ title, value: plainCell(value) })),
  }
}
