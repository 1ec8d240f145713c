import type { Facts } from '../../facts/facts.ts'
import { isPendingSuit } from '../../facts/queries.ts'
import { suitIndex, suitOf } from '../addresses.ts'
import { before, blockIf, defineAction, type Item } from '../define.ts'

/** 裁判: the judgment or mediation, and the day on which it takes effect. 第二十四条、法释〔2019〕8号第十二条 */
export const judge = defineAction({
  id: 'judge',
  title: '记录裁判',
  article: '第二十四条',
  moves: true,
  // While the court deliberates nothing is asked of the office.
  advised: () => false,
  subjects: ({ court }) => court.suits.filter(isPendingSuit).map(({ id }) => id),
  blockers: ({ facts }, subject) =>
    blockIf(!suitOf(facts, subject)?.filedOn, `诉讼 ${subject} 尚未提起（filedOn）`, '第二十二条'),
  target: (facts, subject) => ({
    document: 'court',
    path: ['suits', suitIndex(facts, subject)],
    mode: 'upsert',
  }),
  ask: [
    'judgedOn',
    'result',
    'effectiveOn',
    'judgmentNumber',
    'performBy',
    'restoration',
    'restorationCost',
    'payments',
  ],
  required: ['judgedOn'],
  // The section is there already: what identifies it goes with the item, which must be whole by itself.
  defaults: ({ facts }, subject) => {
    const suit = suitOf(facts, subject)
    return suit
      ? { id: suit.id, obligors: suit.obligors, ...(suit.judgedOn && { judgedOn: suit.judgedOn }) }
      : {}
  },
  refuse: ({ facts }, item, subject) => refuseJudgment(facts, item, subject),
})

function refuseJudgment(facts: Facts, item: Item, subject: string | null) {
  const suit = suitOf(facts, subject)
  const appeal = suit?.appeal
  const judgedOn = typeof item.judgedOn === 'string' ? item.judgedOn : undefined
  const effective = item.effectiveOn !== undefined
  return [
    ...blockIf(before(item.judgedOn, suit?.filedOn), '裁判日期早于起诉日期', '第二十二条'),
    ...blockIf(before(item.effectiveOn, judgedOn), '生效日期早于裁判日期', '第二十四条'),
    ...blockIf(
      effective && appeal !== undefined && appeal.judgedOn === undefined,
      '上诉尚未裁判，一审判决没有生效；先用 appeal 记录二审结果',
      '民事诉讼法',
    ),
    ...blockIf(
      effective && before(item.effectiveOn, appeal?.judgedOn),
      '生效日期早于二审裁判日期',
      '民事诉讼法',
    ),
    ...blockIf(effective && item.result === undefined, '裁判生效的，应当写明结果（result）', '第二十四条'),
  ]
}
