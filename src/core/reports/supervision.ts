import type { Deadline, DeadlineStatus } from '../deadlines/define.ts'
import { sayProvisional } from '../deadlines/provisional.ts'
import { stages } from '../stages/stage.ts'
import type { CaseView } from '../view.ts'
import { fromEach, maskedRow, type Report, type ReportColumn } from './report.ts'

const columns: readonly ReportColumn[] = [
  { key: 'case', title: '案件编号', width: 9 },
  { key: 'title', title: '案件名称', width: 14 },
  { key: 'grounds', title: '重大案件类型', width: 14 },
  { key: 'supervisingUnit', title: '督办单位', width: 10 },
  { key: 'handlingUnit', title: '承办单位', width: 10 },
  { key: 'initiatedOn', title: '启动日期', width: 8 },
  { key: 'reports', title: '书面报告', width: 14 },
  { key: 'monthlyReports', title: '月报已报/应报', width: 6 },
  { key: 'monthsOwed', title: '未报月份', width: 7 },
  { key: 'measures', title: '督办措施', width: 5 },
  { key: 'dueOn', title: '督办期限', width: 8 },
  { key: 'state', title: '办理状态', width: 10 },
]

/** 重大案件督办台账: every case marked as major, whatever its stage. */
export function supervisionReport(views: Iterable<CaseView>, today: string): Report {
  const major = fromEach(views, (view) => {
    if (!isMajor(view)) return []
    const owed = monthlyReports(view.deadlines).filter(isReportOwed).length
    const isComplete = Boolean(view.facts.supervision.major?.tasksCompletedOn)
    return [{ row: row(view, today), owed, isComplete }]
  })
  return {
    report: 'supervision',
    title: '重大生态环境损害赔偿案件督办台账',
    period: today,
    matter: 'supervision-tasks',
    columns,
    rows: major.map(({ row }) => row),
    totals: [
      { title: '重大案件', value: major.length },
      { title: '已完成督办任务', value: major.filter(({ isComplete }) => isComplete).length },
      { title: '逾期未报的月报', value: major.reduce((sum, { owed }) => sum + owed, 0) },
    ],
  }
}

/** Whether a case was marked as major. */
export function isMajor({ facts }: CaseView): boolean {
  return Boolean(facts.supervision.major?.grounds?.length)
}

/** The monthly reports that a case owes or owed, without those after the tasks were complete. */
export function monthlyReports(deadlines: readonly Deadline[]): Deadline[] {
  return deadlines.filter(({ deadline, status }) => deadline === 'monthly-report' && status !== 'closed')
}

function isReportOwed({ status }: { readonly status: DeadlineStatus }): boolean {
  return status === 'overdue'
}

function row(view: CaseView, today: string) {
  const { facts, regulation, deadlines } = view
  const { major, measures = [] } = facts.supervision
  const months = monthlyReports(deadlines)
  const met = months.filter((each) => each.met)
  const owed = months.filter(isReportOwed)
  return maskedRow(view, [
    facts.id,
    facts.case.title,
    (major?.grounds ?? []).map((code) => regulation.label('majorGrounds', code)).join('；'),
    major?.supervisingUnit ?? null,
    facts.case.jurisdiction.handlingUnit,
    facts.investigation?.initiation?.initiatedOn ?? null,
    (major?.reports ?? []).map(({ on, to }) => `${on} ${to}`).join('；') || '没有记录',
    `${met.length}/${met.length + owed.length}`,
    owed.map((month) => sayProvisional(month.subject ?? '', month)).join('、') || null,
    measures.length,
    major?.dueOn ?? null,
    supervisionState(view, today),
  ])
}

/** The state of the supervision; says so if its day has passed without an explanation. */
function supervisionState({ facts, stage }: CaseView, today: string): string {
  const { major, overdueExplanations } = facts.supervision
  const at = stages[stage.case].title
  if (major?.tasksCompletedOn) return `${at}；${major.tasksCompletedOn} 完成督办任务`
  if (!major?.dueOn || major.dueOn >= today) return at
  return `${at}；逾期未办结，${overdueExplanations.length ? '已书面说明' : '未书面说明'}`
}
