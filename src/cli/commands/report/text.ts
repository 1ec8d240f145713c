import type { Citations } from '../../../core/regulation/citation.ts'
import type { Report } from '../../../core/reports/report.ts'
import { cellText, periodText, totalTexts } from '../../../core/reports/text.ts'
import { clean, type Output } from '../../shared/output/output.ts'
import { table } from '../../shared/output/table.ts'

/** Where a report was written, and how much it holds. */
export function writtenText({ rows, charts }: Report, file: string): string {
  const drawn = charts?.length ? `，附图 ${charts.length} 张` : ''
  return clean(`已写入 ${file}：${rows.length} 行${drawn}。`)
}

/** Prints a report as a table. */
export function printReport(made: Report, { articleOf }: Citations, out: Output): void {
  const { title, period, matter, columns, rows } = made
  out.print(out.style.bold(`${title}（${periodText(period)}，${articleOf(matter)}）`))
  if (rows.length) {
    const heads = columns.map((column) => ({ title: column.title, flexible: column.width > 9 }))
    const cells = rows.map((row) => row.map(cellText))
    out.print(table(heads, cells, out.width, out.style.dim))
  } else out.note('没有应当列入的案件。')
  out.print(clean(totalTexts(made).join('；')))
}
