import { before, blockIf, defineAction } from '../define.ts'
import { stages } from '../stage.ts'

/**
 * 更正损害情况、记录初步估算: what the check and the investigation brought to light of it; the estimate decides whether the
 * case can be a simple one, the scope whether the text applies at all. 第五条、第十五条第二款
 */
export const recordDamage = defineAction({
  id: 'record-damage',
  title: '记录初步估算、更正损害情况',
  article: '第十五条',
  moves: false,
  // A slip in the scope must not keep a case out for good.
  always: true,
  advised: ({ facts: { case: file, investigation } }) =>
    file.damage.estimatedLoss === undefined &&
    investigation?.initiation !== undefined &&
    investigation.conclusion === undefined,
  blockers: ({ stage }) =>
    blockIf(
      stages[stage.case].end,
      `本案已${stages[stage.case].title}`,
      stage.case === 'closed' ? '第三十八条' : '第十四条',
    ),
  target: () => ({ document: 'case', path: ['damage'], mode: 'upsert' }),
  ask: ['estimatedLoss', 'estimateBasis', 'knownOn', 'scope'],
  defaults: ({ facts }) => ({ ...facts.case.damage }),
  refuse: (_, item) => [
    ...blockIf(
      typeof item.occurredFrom === 'string' && before(item.occurredTo, item.occurredFrom),
      '损害行为结束的日期早于开始的日期',
      '第五条',
    ),
    ...blockIf(
      typeof item.occurredFrom === 'string' && before(item.knownOn, item.occurredFrom),
      '知道损害的日期早于损害行为开始的日期',
      '生态环境法典第一千零五十四条',
    ),
  ],
})
