import { isAppealable } from '../../facts/judgments.ts'
import { obligorName } from '../../facts/queries.ts'
import { suitIndex, suitOf } from '../addresses.ts'
import { contradictionIf, defineAction } from '../define.ts'

/**
 * 记录裁判送达: on the office, whose own period for an appeal runs from it, and on each defendant, where it is known.
 */
export const serveJudgment = defineAction({
  id: 'serve-judgment',
  title: '记录裁判送达',
  matter: 'appeal',
  moves: false,
  follows: 'judge',
  subjects: ({ court }) =>
    court.suits.filter((suit) => isAppealable(suit) && !suit.effectiveOn).map(({ id }) => id),
  advised: ({ facts }, subject) => suitOf(facts, subject)?.servedOn === undefined,
  blockers: () => [],
  section: 'court.suits[]',
  at: (facts, subject) => [suitIndex(facts, subject)],
  mode: 'upsert',
  ask: ['servedOn', 'services'],
  required: ['servedOn'],
  defaults: ({ facts, today }, subject) => {
    const suit = suitOf(facts, subject)
    if (!suit) return {}
    const { id, obligors, servedOn = today, services } = suit
    return { id, obligors, servedOn, ...(services && { services }) }
  },
  refuse: ({ facts }, { services = [] }, subject) => {
    const defendants = suitOf(facts, subject)?.obligors ?? []
    const strangers = services.map(({ obligor }) => obligor).filter((id) => !defendants.includes(id))
    return contradictionIf(
      strangers.length > 0,
      `${strangers.map((id) => obligorName(facts, id)).join('、')}不是诉讼 ${subject} 的被告`,
      'appeal',
      { key: 'services' },
    )
  },
})
