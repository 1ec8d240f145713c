import { isPending } from '../deadlines/pending.ts'
import type { CaseView } from '../view.ts'
import { basisOf } from './basis.ts'
import { collectFields, defineForm } from './define.ts'
import { asSentence, asWritten, dateOrBlank } from './fields.ts'
import { letterFields } from './letter.ts'

/** 重大案件进展月报: one for each month reported or still owed (`2026-05`). */
export const monthlyReport = defineForm({
  id: 'monthly-report',
  phase: 'supervision',
  signing: 'office',
  numberedBy: { step: 'report-month', key: 'document' },
  datedOn: ({ supervision }, subject) =>
    supervision.monthlyReports.find(({ month }) => month === subject)?.reportedOn,
  subjects: (view) => [...new Set([...reported(view), ...owed(view)])].sort(),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { supervision } = view.facts
    const report = supervision.monthlyReports.find(({ month }) => month === subject)
    const path = `supervision.monthlyReports[${subject ?? ''}]`
    const to = report?.to ?? supervision.major?.supervisingUnit
    const progress = need('本月进展', report?.progress, `${path}.progress`, 'report-month')
    const fields = {
      ...letterFields(view, report?.reportedOn, report?.document),
      收文机关: need('收文机关', to, 'supervision.major.supervisingUnit', 'mark-major'),
      依据: basisOf(view, { local: 'monthly-report', otherwise: '你单位' }, collector),
      报告月份: monthName(subject),
      本月进展: { paragraphs: asWritten(progress) },
      督办要求: requirements(view),
    }
    return collector.filled(fields)
  },
})

const reported = ({ facts }: CaseView): string[] => facts.supervision.monthlyReports.map(({ month }) => month)

function owed({ deadlines }: CaseView): string[] {
  return deadlines.flatMap(({ deadline, subject, status }) =>
    deadline === 'monthly-report' && subject && isPending({ status }) ? [subject] : [],
  )
}

/** `2026-05` → 2026年5月. */
function monthName(month: string | null): string {
  const [year = '', number = ''] = (month ?? '').split('-')
  return month === null ? '' : `${year}年${Number(number)}月`
}

function requirements({ facts }: CaseView): string {
  const { tasks, dueOn } = facts.supervision.major ?? {}
  return [tasks && `督办任务：${tasks}`, dueOn && `办结期限：${dateOrBlank(dueOn)}`]
    .map((text) => asSentence(text))
    .join('')
}
