import type { CaseView } from '../view.ts'
import { type AnnualCase, annualCase } from './annual-case.ts'
import { annualCharts } from './annual-charts.ts'
import { byDestination, byHead, moneyOfAll, restorationRows, stepRows } from './annual-figures.ts'
import { quantityRows } from './quantities.ts'
import { fromEach, type Report, type ReportCell, type ReportColumn } from './report.ts'

const columns: readonly ReportColumn[] = [
  { key: 'group', title: '类别', width: 10 },
  { key: 'item', title: '项目', width: 26 },
  { key: 'count', title: '数量', width: 6 },
  { key: 'amount', title: '金额（元）', width: 12 },
]

/**
 * 年度情况: clues, steps, agreements, payments and restorations of a year (`2026`), and the deadlines that are overdue
 * now.
 */
export function annualReport(views: Iterable<CaseView>, year: string): Report {
  return annualReportOf(annualCases(views, year), year)
}

/** What the report of a year needs of each case. */
export function annualCases(views: Iterable<CaseView>, year: string): AnnualCase[] {
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  return fromEach(views, (view) => [annualCase(view, span)])
}

/** The report of cases that were read already, of one library or of several. */
export function annualReportOf(cases: readonly AnnualCase[], year: string): Report {
  const newClues = cases.flatMap((each) => each.found ?? [])
  const handled = cases.flatMap((each) => (each.handled ? [{ ...each, ...each.handled }] : []))
  const overdue = handled.flatMap((each) => each.overdue)
  const { agreed, paid } = moneyOfAll(cases)
  return {
    report: 'annual',
    title: '生态环境损害赔偿工作年度情况',
    period: year,
    matter: 'annual-report',
    columns,
    rows: [
      ...stepRows(cases),
      ...rowsWithCounts('新收线索渠道', newClues, ({ channel }) => channel),
      ...rowsWithCounts('本年办理案件目前阶段', handled, ({ stage }) => stage),
      ...rowsWithCounts('本年办理案件主管部门', handled, ({ department }) => department),
      ...byHead(cases),
      ...byDestination(cases),
      ...restorationRows(cases),
      ...quantityRows(cases.map(({ quantities }) => quantities)),
      ...rowsWithCounts('目前逾期', overdue, (title) => title),
    ],
    totals: [
      { title: '新收线索', value: newClues.length },
      { title: '本年办理案件', value: handled.length },
      { title: '协议赔偿金额', value: agreed },
      { title: '到账金额', value: paid },
      { title: '目前逾期的期限', value: overdue.length },
    ],
    charts: annualCharts(cases, year),
  }
}

/** One row for each name, the most frequent first. */
function rowsWithCounts<T>(group: string, items: readonly T[], nameOf: (item: T) => string): ReportCell[][] {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name, count]) => [group, name, count, null])
}
