import { blockIf, defineAction } from '../define.ts'

/** 逾期说明: in writing, once the day set for the supervised case has passed; one a case. */
export const explainOverdue = defineAction({
  id: 'explain-overdue',
  title: '书面说明逾期未办结',
  matter: 'overdue-explanation',
  form: 'overdue-explanation',
  moves: false,
  follows: 'mark-major',
  always: true,
  subjects: ({ supervision: { major, overdueExplanations } }) =>
    major?.grounds?.length && major.dueOn && !overdueExplanations.length ? [null] : [],
  blockers: ({ facts, deadlines }) =>
    blockIf(
      !deadlines.some(({ deadline }) => deadline === 'overdue-explanation'),
      `督办办结期限（${facts.supervision.major?.dueOn}）没有逾期`,
      'overdue-explanation',
    ),
  section: 'supervision.overdueExplanations',
  mode: 'append',
  ask: ['explainedOn', 'reason', 'to', 'newDueOn', 'document'],
  defaults: ({ facts, today }) => {
    const to = facts.supervision.major?.supervisingUnit
    return { explainedOn: today, ...(to && { to }) }
  },
})
