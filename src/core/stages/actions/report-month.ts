import { firstOfMonth } from '../../calendar/dates.ts'
import { before, blockIf, defineAction, owedSubjects } from '../define.ts'

/** 每月报告进展: each month after initiation until the supervision tasks are complete (`2026-05`). 第三十四条第二款 */
export const reportMonth = defineAction({
  id: 'report-month',
  title: '报告重大案件月度进展',
  article: '第三十四条',
  form: 'monthly-report',
  moves: false,
  always: true,
  subjects: (_, view) => owedSubjects(view, 'monthly-report'),
  blockers: () => [],
  target: () => ({ document: 'supervision', path: ['monthlyReports'], mode: 'append' }),
  ask: ['reportedOn', 'progress', 'to', 'document'],
  required: ['progress'],
  defaults: ({ facts, today }, subject) => {
    const to = facts.supervision.major?.supervisingUnit
    return { month: subject, reportedOn: today, ...(to && { to }) }
  },
  refuse: (_, item, subject) => [
    ...blockIf(item.month !== subject, `“报告月份”应为 ${subject}`, '第三十四条'),
    ...blockIf(
      subject !== null && before(item.reportedOn, firstOfMonth(subject)),
      '报告日期早于所报告的月份',
      '第三十四条',
    ),
  ],
})
