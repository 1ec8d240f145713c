import { latest } from '../../calendar/dates.ts'
import { before, blockIf, defineAction, saysSomething } from '../define.ts'
import { appraisalsAboveLimit, isTreatedAsSimple } from '../simple-case.ts'

/** 复核简单案件: where the final amount is above the limit, whether the case goes on as a simple one, and why. 第十五条第二款 */
export const reviewSimpleCase = defineAction({
  id: 'review-simple-case',
  title: '复核简单案件',
  article: '第十五条',
  moves: false,
  subjects: ({ case: { simpleCase } }, view) =>
    isTreatedAsSimple(view.facts) && !simpleCase?.reviewedOn && appraisalsAboveLimit(view).length > 0
      ? [null]
      : [],
  blockers: () => [],
  target: () => ({ document: 'case', path: ['simpleCase'], mode: 'upsert' }),
  ask: ['reviewedOn', 'review'],
  required: ['reviewedOn', 'review'],
  defaults: ({ today }) => ({ reviewedOn: today }),
  refuse: (view, item) => [
    ...blockIf(!saysSomething(item.review), '应当在“复核意见”中写明是否继续按简单案件办理及理由', '第十五条'),
    ...blockIf(
      before(
        item.reviewedOn,
        latest(...appraisalsAboveLimit(view).map(({ appraisal }) => appraisal.receivedOn)),
      ),
      '复核日期早于收到鉴定评估的日期',
      '第十五条',
    ),
  ],
})
