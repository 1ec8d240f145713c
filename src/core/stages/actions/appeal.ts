import { obligorName } from '../../facts/queries.ts'
import { suitIndex, suitOf } from '../addresses.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 上诉: of either side, before the judgment takes effect; and what the higher court decided. 民事诉讼法 */
export const appeal = defineAction({
  id: 'appeal',
  title: '记录上诉',
  article: '民事诉讼法',
  moves: false,
  advised: () => false,
  subjects: ({ court }) =>
    court.suits
      .filter(({ judgedOn, effectiveOn, result, appeal: made }) => {
        return judgedOn && !effectiveOn && !made?.judgedOn && result !== 'mediated' && result !== 'withdrawn'
      })
      .map(({ id }) => id),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'court',
    path: ['suits', suitIndex(facts, subject), 'appeal'],
    mode: 'upsert',
  }),
  ask: ['by', 'on', 'court', 'judgedOn', 'result'],
  choices: ({ facts }, subject) => ({
    by: [
      { code: 'obligee', label: '赔偿权利人一方' },
      ...facts.obligors
        .filter(({ id }) => suitOf(facts, subject)?.obligors.includes(id))
        .map(({ id, name }) => ({ code: id, label: name })),
    ],
  }),
  defaults: ({ facts, today }, subject) => {
    const made = suitOf(facts, subject)?.appeal
    return made ? { by: made.by, on: made.on } : { on: today }
  },
  refuse: ({ facts }, item, subject) => {
    const suit = suitOf(facts, subject)
    const parties = ['obligee', ...(suit?.obligors ?? [])]
    const names = ['赔偿权利人一方', ...(suit?.obligors ?? []).map((id) => obligorName(facts, id))]
    return [
      ...blockIf(!parties.includes(String(item.by)), `“上诉人”应为 ${names.join('、')} 之一`, '民事诉讼法'),
      ...blockIf(before(item.on, suit?.judgedOn), '上诉日期早于一审裁判日期', '民事诉讼法'),
      ...blockIf(
        typeof item.on === 'string' && before(item.judgedOn, item.on),
        '二审裁判日期早于上诉日期',
        '民事诉讼法',
      ),
      ...blockIf(
        item.judgedOn !== undefined && item.result === undefined,
        '应当写明“二审结果”',
        '民事诉讼法',
      ),
      ...blockIf(
        item.result !== undefined && item.judgedOn === undefined,
        '应当写明“二审裁判日期”',
        '民事诉讼法',
      ),
    ]
  },
})
