import { isAppealable } from '../../facts/judgments.ts'
import { obligorName } from '../../facts/queries.ts'
import { suitIndex, suitOf } from '../addresses.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 上诉: by either side, before the judgment takes effect; and the decision of the higher court. */
export const appeal = defineAction({
  id: 'appeal',
  title: '记录上诉',
  matter: 'appeal',
  moves: false,
  follows: 'judge',
  advised: () => false,
  subjects: ({ court }) =>
    court.suits
      .filter((suit) => isAppealable(suit) && !suit.effectiveOn && !suit.appeal?.judgedOn)
      .map(({ id }) => id),
  blockers: () => [],
  section: 'court.suits[].appeal',
  at: (facts, subject) => [suitIndex(facts, subject)],
  mode: 'upsert',
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
  // Each party appeals for itself: the appeal on record moves aside for that of another.
  companions: ({ facts }, { by }, subject) => {
    const made = suitOf(facts, subject)?.appeal
    if (!made || made.by === by) return []
    const path = ['suits', suitIndex(facts, subject), 'otherAppeals']
    return [{ path, value: { by: made.by, on: made.on }, append: true }]
  },
  refuse: ({ facts }, item, subject) => {
    const suit = suitOf(facts, subject)
    const isKnown = suit?.otherAppeals?.some(({ by }) => by === item.by) === true
    const parties = ['obligee', ...(suit?.obligors ?? [])]
    const names = ['赔偿权利人一方', ...(suit?.obligors ?? []).map((id) => obligorName(facts, id))]
    return [
      ...contradictionIf(
        !parties.includes(item.by ?? ''),
        `“上诉人”应为 ${names.join('、')} 之一`,
        'appeal',
        { key: 'by' },
      ),
      ...contradictionIf(isKnown, '该方的上诉已经记录', 'appeal', { key: 'by' }),
      ...contradictionIf(
        item.judgedOn !== undefined && item.result === undefined,
        '应当写明“二审结果”',
        'appeal',
        { key: 'result' },
      ),
      ...contradictionIf(
        item.result !== undefined && item.judgedOn === undefined,
        '应当写明“二审裁判日期”',
        'appeal',
        { key: 'judgedOn' },
      ),
    ]
  },
})
