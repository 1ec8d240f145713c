import { bindingOn, bindingReferences } from '../binding.ts'
import { breachOf, isBreached } from '../breach.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 催告履行: of what an agreement or judgment asked for and was not done; the limitation begins anew. 民法典第一百九十五条 */
export const demandPerformance = defineAction({
  id: 'demand-performance',
  title: '催告履行',
  article: '第二十四条',
  moves: false,
  subjects: (facts, view) =>
    bindingReferences(facts).filter((reference) => breachOf(view, reference) !== undefined),
  blockers: (view, subject) => {
    const breach = breachOf(view, subject ?? '')
    return blockIf(!breach || !isBreached(breach), '没有到期而未履行的义务', '第二十四条')
  },
  target: () => ({ document: 'court', path: ['demands'], mode: 'append' }),
  ask: ['obligors', 'on', 'content', 'performBy'],
  defaults: (view, subject) => {
    const failures = breachOf(view, subject ?? '')?.failures ?? []
    return {
      reference: subject,
      obligors: [...new Set(failures.flatMap(({ obligors }) => obligors))],
      on: view.today,
      ...(failures.length && { content: failures.map(({ what }) => what).join('；') }),
    }
  },
  refuse: ({ facts }, item, subject) => [
    ...blockIf(item.reference !== subject, `催告的依据应为 ${subject}`, '第二十四条'),
    ...blockIf(
      before(item.on, bindingOn(facts, subject)),
      '催告日期早于协议签订或者裁判生效的日期',
      '第二十四条',
    ),
    ...blockIf(
      typeof item.on === 'string' && before(item.performBy, item.on),
      '催告的履行期限早于催告日期',
      '第二十四条',
    ),
  ],
})
