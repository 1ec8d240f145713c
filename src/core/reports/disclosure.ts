import type { Deadline } from '../deadlines/define.ts'
import type { Disclosure } from '../facts/documents.ts'
import { subjectLabel } from '../facts/subjects.ts'
import { labelAt } from '../schema/choices.ts'
import type { CaseView } from '../view.ts'
import { fromEach, maskedRow, type Report, type ReportCell, type ReportColumn } from './report.ts'

const columns: readonly ReportColumn[] = [
  { key: 'case', title: '案件编号', width: 9 },
  { key: 'title', title: '案件名称', width: 20 },
  { key: 'matter', title: '公开事项', width: 14 },
  { key: 'since', title: '事项发生', width: 11 },
  { key: 'publishedOn', title: '公开日期', width: 11 },
  { key: 'status', title: '公开情况', width: 6 },
  { key: 'where', title: '公开途径', width: 20 },
]

/** 信息公开情况: what each case has published and still owes. */
export function disclosureReport(views: Iterable<CaseView>, today: string): Report {
  const cases = fromEach(views, (view) => [
    {
      rows: [...owedRows(view), ...otherRows(view)],
      published: disclosuresOwed(view.deadlines).map((duty) => !isUnpublished(duty)),
    },
  ])
  const duties = cases.flatMap(({ published }) => published)
  return {
    report: 'disclosure',
    title: '生态环境损害赔偿信息公开情况',
    period: today,
    matter: 'disclosure',
    columns,
    rows: cases.flatMap(({ rows }) => rows),
    totals: [
      { title: '应公开事项', value: duties.length },
      { title: '已公开', value: duties.filter((isPublished) => isPublished).length },
      { title: '未公开', value: duties.filter((isPublished) => !isPublished).length },
    ],
  }
}

function disclosuresOwed(deadlines: readonly Deadline[]): Deadline[] {
  return deadlines.filter(({ deadline }) => deadline === 'disclosure')
}

/** The closing of a case ends the reminder, not the duty. */
function isUnpublished({ met }: Deadline): boolean {
  return met === null
}

function owedRows(view: CaseView): ReportCell[][] {
  const { facts, regulation, deadlines } = view
  return disclosuresOwed(deadlines).map((duty) => {
    const published = facts.supervision.disclosures.find((each) => meetsDuty(each, duty))
    const label = subjectLabel(facts, duty.subject, regulation)
    return rowOf(view, label, [duty.start, duty.met, duty.met ? '已公开' : '未公开', placeOf(published)])
  })
}

/** Other publications: matters of public interest, and publications that a later one replaces. */
function otherRows(view: CaseView): ReportCell[][] {
  const { facts, regulation, deadlines } = view
  const duties = disclosuresOwed(deadlines)
  return facts.supervision.disclosures
    .filter((published) => !duties.some((duty) => meetsDuty(published, duty)))
    .map((published) => {
      const { matter, subject, publishedOn } = published
      const label = subjectLabel(facts, subject === undefined ? matter : `${matter}/${subject}`, regulation)
      return rowOf(view, label, [null, publishedOn, '已公开', placeOf(published)])
    })
}

function rowOf(view: CaseView, matter: string, cells: readonly ReportCell[]): ReportCell[] {
  return maskedRow(view, [view.facts.id, view.facts.case.title, matter, ...cells])
}

/** Whether a publication met a duty. */
function meetsDuty({ matter, subject, publishedOn }: Disclosure, duty: Deadline): boolean {
  const [owed, id] = (duty.subject ?? '').split('/')
  return matter === owed && publishedOn === duty.met && (subject === undefined || subject === id)
}

function placeOf(published: Disclosure | undefined): string | null {
  const { medium, channel, url } = published ?? {}
  const where = channel ?? (medium && labelAt('supervision', ['disclosures', 0, 'medium'], medium))
  return [where, url].filter(Boolean).join(' ') || null
}
