import { isLate } from '../deadlines/pending.ts'
import { clueOn } from '../facts/queries.ts'
import { stages } from '../stages/stage.ts'
import type { CaseView } from '../view.ts'
import { annualCharts } from './annual-charts.ts'
import { byDestination, byHead, isHandledIn, moneyOf, restorationRows, stepRows } from './annual-figures.ts'
import { quantityRows } from './quantities.ts'
import { departmentOf, isWithin, type Report, type ReportCell, type ReportColumn } from './report.ts'

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
export function annualReport(views: readonly CaseView[], year: string): Report {
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  const handled = views.filter((view) => isHandledIn(view, span))
  const found = views.filter(({ facts }) => isWithin(clueOn(facts), span))
  const { agreed, paid } = moneyOf(views, span)
  return {
    report: 'annual',
    title: '生态环境损害赔偿工作年度情况',
    period: year,
    matter: 'annual-report',
    columns,
    rows: [
      ...stepRows(views, span),
      ...rowsWithCounts('新收线索渠道', found, ({ facts, regulation }) =>
        regulation.label('channels', facts.case.clue.channel),
      ),
      ...rowsWithCounts('本年办理案件目前阶段', handled, ({ stage }) => stages[stage.case].title),
      ...rowsWithCounts('本年办理案件主管部门', handled, departmentOf),
      ...byHead(views, span),
      ...byDestination(views, span),
      ...restorationRows(views, span),
      ...quantityRows(views, span),
      ...overdueNow(handled),
    ],
    totals: [
      { title: '新收线索', value: found.length },
      { title: '本年办理案件', value: handled.length },
      { title: '协议赔偿金额', value: agreed },
      { title: '到账金额', value: paid },
      { title: '目前逾期的期限', value: handled.flatMap(overdueOf).length },
    ],
    charts: annualCharts(views, handled, year),
  }
}

function overdueOf({ deadlines }: CaseView) {
  return deadlines.filter(isLate)
}

function overdueNow(handled: readonly CaseView[]): ReportCell[][] {
  return rowsWithCounts('目前逾期', handled.flatMap(overdueOf), ({ title }) => title)
}

/** One row for each name, the most frequent first. */
function rowsWithCounts<T>(group: string, items: readonly T[], nameOf: (item: T) => string): ReportCell[][] {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name, count]) => [group, name, count, null])
}
