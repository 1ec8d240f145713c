import type { Deadline, DeadlineStatus } from '../deadlines/define.ts'
import { sayProvisional } from '../deadlines/provisional.ts'
import { stageTitle } from '../stages/stage.ts'
import type { CaseView } from '../view.ts'
import { fromEach, maskedRow, type Report, type ReportColumn } from './report.ts'
import { isMajor, monthlyReports } from './supervision.ts'

const columns: readonly ReportColumn[] = [
  { key: 'case', title: '案件编号', width: 9 },
  { key: 'title', title: '案件名称', width: 16 },
  { key: 'supervisingUnit', title: '督办单位', width: 12 },
  { key: 'stage', title: '目前阶段', width: 6 },
  { key: 'dueOn', title: '应报日期', width: 8 },
  { key: 'reportedOn', title: '报告日期', width: 8 },
  { key: 'status', title: '报告情况', width: 6 },
  { key: 'progress', title: '本月进展', width: 30 },
]

/** How a monthly report stands. */
const standings: Readonly<Partial<Record<DeadlineStatus, string>>> = {
  met: '按期报告',
  'met-late': '逾期报告',
  overdue: '逾期未报',
}

/** 重大案件月度进展: every major case that had to report on the month (`2026-10`), or did. */
export function majorCasesReport(views: Iterable<CaseView>, month: string): Report {
  const major = fromEach(views, (view) => {
    if (!isMajor(view)) return []
    const [owed, record] = [owedFor(view, month), recordFor(view, month)]
    if (!owed && !record) return []
    return [{ row: row(view, month), isReported: Boolean(record), isOverdue: owed?.status === 'overdue' }]
  })
  const reported = major.filter(({ isReported }) => isReported)
  const overdue = major.filter(({ isOverdue }) => isOverdue)
  return {
    report: 'monthly',
    title: '重大生态环境损害赔偿案件月度进展',
    period: month,
    matter: 'monthly-report',
    columns,
    rows: major.map(({ row }) => row),
    totals: [
      { title: '应报案件', value: major.length },
      { title: '已报', value: reported.length },
      { title: '逾期未报', value: overdue.length },
    ],
  }
}

function recordFor({ facts }: CaseView, month: string) {
  return facts.supervision.monthlyReports.find((each) => each.month === month)
}

function owedFor({ deadlines }: CaseView, month: string): Deadline | undefined {
  return monthlyReports(deadlines).find(({ subject }) => subject === month)
}

function row(view: CaseView, month: string) {
  const { facts, stage } = view
  const [record, owed] = [recordFor(view, month), owedFor(view, month)]
  const standing = (owed && standings[owed.status]) ?? (record ? '已报告' : '尚未到期')
  return maskedRow(view, [
    facts.id,
    facts.case.title,
    facts.supervision.major?.supervisingUnit ?? null,
    stageTitle(facts, stage.case),
    owed?.rolledDue ?? null,
    record?.reportedOn ?? null,
    sayProvisional(standing, { certain: owed?.status === 'met' || owed?.certain !== false }),
    record?.progress ?? null,
  ])
}
