import { yuanOf } from '../core/facts/money.ts'
import type { PrintedTable, ReportCell } from '../core/reports/report.ts'
import { printableInReport } from './printable.ts'

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/u

/**
 * A table as the bytes of a .csv that Excel and WPS open without asking: UTF-8 with a mark, CRLF, one row a line; no
 * text becomes a formula. Amounts are decimal numbers in yuan. What stands above a part is left out: a column names it;
 * a row that stands in several parts is one row.
 */
export function tableCsv({ columns, rows }: PrintedTable): Uint8Array {
  const lines = [columns.map(({ title }) => title), ...[...new Set(rows)].map((row) => row.map(cellOf))]
  return Buffer.from(`\ufeff${lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('')}`)
}

function cellOf(cell: ReportCell): string {
  if (cell === null) return ''
  return typeof cell === 'bigint' ? yuanOf(cell) : printableInReport(String(cell))
}

function quoted(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
