import { before, blockIf, defineAction } from '../define.ts'

/** 逾期说明: in writing, once the day set for the supervised case has passed; one a case. 第三十四条第二款 */
export const explainOverdue = defineAction({
  id: 'explain-overdue',
  title: '书面说明逾期未办结',
  article: '第三十四条',
  form: 'overdue-explanation',
  moves: false,
  always: true,
  subjects: ({ supervision: { major, overdueExplanations } }) =>
    major?.grounds?.length && major.dueOn && !overdueExplanations.length ? [null] : [],
  blockers: ({ facts, deadlines }) =>
    blockIf(
      !deadlines.some(({ deadline }) => deadline === 'overdue-explanation'),
      `督办办结期限（${facts.supervision.major?.dueOn}）没有逾期`,
      '第三十四条',
    ),
  target: () => ({ document: 'supervision', path: ['overdueExplanations'], mode: 'append' }),
  ask: ['explainedOn', 'reason', 'to', 'newDueOn', 'document'],
  defaults: ({ facts, today }) => {
    const to = facts.supervision.major?.supervisingUnit
    return { explainedOn: today, ...(to && { to }) }
  },
  refuse: ({ facts }, item) =>
    blockIf(
      before(item.explainedOn, facts.supervision.major?.dueOn),
      '说明日期早于督办办结期限',
      '第三十四条',
    ),
})
