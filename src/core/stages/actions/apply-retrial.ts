import { inEffectSince } from '../../facts/judgments.ts'
import { suitIndex, suitOf } from '../addresses.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 申请再审: of the claimant, against a judgment in effect; and what the court made of it. */
export const applyRetrial = defineAction({
  id: 'apply-retrial',
  title: '记录申请再审',
  matter: 'retrial',
  moves: false,
  follows: 'judge',
  advised: () => false,
  subjects: ({ court }) =>
    court.suits
      .filter((suit) => inEffectSince(suit) && suit.result !== 'withdrawn' && !suit.retrial?.result)
      .map(({ id }) => id),
  blockers: () => [],
  section: 'court.suits[].retrial',
  at: (facts, subject) => [suitIndex(facts, subject)],
  mode: 'upsert',
  ask: ['appliedOn', 'court', 'grounds', 'ruledOn', 'result'],
  defaults: ({ facts, today }, subject) => {
    return { appliedOn: suitOf(facts, subject)?.retrial?.appliedOn ?? today }
  },
  refuse: (_, { ruledOn, result }) => [
    ...contradictionIf(ruledOn !== undefined && result === undefined, '应当写明“再审审查结果”', 'retrial', {
      key: 'result',
    }),
    ...contradictionIf(
      result !== undefined && result !== 'withdrawn' && ruledOn === undefined,
      '应当写明“再审审查裁定日期”',
      'retrial',
      { key: 'ruledOn' },
    ),
  ],
})
