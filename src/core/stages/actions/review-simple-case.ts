import { blockIf, defineAction, saysSomething } from '../define.ts'
import { appraisalsAboveLimit, isTreatedAsSimple } from '../simple-case.ts'

/** 复核简单案件: where the final amount is above the limit, whether the case goes on as a simple one, and why. */
export const reviewSimpleCase = defineAction({
  id: 'review-simple-case',
  title: '复核简单案件',
  matter: 'simple-case',
  moves: false,
  follows: 'determine-simple-case',
  subjects: ({ case: { simpleCase } }, view) =>
    isTreatedAsSimple(view.facts) && !simpleCase?.reviewedOn && appraisalsAboveLimit(view).length > 0
      ? [null]
      : [],
  blockers: () => [],
  section: 'case.simpleCase',
  mode: 'upsert',
  ask: ['reviewedOn', 'review'],
  required: ['reviewedOn', 'review'],
  defaults: ({ today }) => ({ reviewedOn: today }),
  refuse: (_, item) => [
    ...blockIf(
      !saysSomething(item.review),
      '应当在“复核意见”中写明是否继续按简单案件办理及理由',
      'simple-case',
      { key: 'review' },
    ),
  ],
})
