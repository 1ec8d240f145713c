import { contradictionIf, defineAction } from '../define.ts'
import { owedSubjects } from '../owed-subjects.ts'

/** 每月报告进展: each month after initiation until the supervision tasks are complete (`2026-05`). */
export const reportMonth = defineAction({
  id: 'report-month',
  title: '报告重大案件月度进展',
  matter: 'monthly-report',
  form: 'monthly-report',
  moves: false,
  follows: 'mark-major',
  several: true,
  always: true,
  subjects: (_, view) => owedSubjects(view, 'monthly-report'),
  blockers: () => [],
  section: 'supervision.monthlyReports',
  mode: 'append',
  ask: ['reportedOn', 'progress', 'to', 'document'],
  required: ['progress'],
  defaults: ({ facts, today }, subject) => {
    const to = facts.supervision.major?.supervisingUnit
    return { month: subject, reportedOn: today, ...(to && { to }) }
  },
  refuse: (_, item, subject) => [
    ...contradictionIf(item.month !== subject, `“报告月份”应为 ${subject}`, 'monthly-report', {
      key: 'month',
    }),
  ],
})
