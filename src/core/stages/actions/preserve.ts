import type { Facts } from '../../facts/facts.ts'
import { endedOn } from '../../facts/queries.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 申请保全: of property, evidence or conduct, before or during a suit, of whoever may make a judgment hard to carry out. */
export const preserve = defineAction({
  id: 'preserve',
  title: '申请保全',
  matter: 'preservation',
  moves: false,
  advised: () => false,
  subjects: (facts) => (facts.investigation?.initiation && unpreserved(facts).length ? [null] : []),
  blockers: () => [],
  section: 'court.preservations',
  mode: 'append',
  ask: ['kind', 'obligors', 'court', 'appliedOn', 'grantedOn', 'number', 'description', 'until'],
  required: ['obligors', 'court'],
  defaults: ({ facts, config, today }) => ({
    obligors: unpreserved(facts),
    ...(config.court && { court: config.court }),
    appliedOn: today,
  }),
  refuse: (_, { obligors = [] }) =>
    contradictionIf(!obligors.length, '应当写明“被保全义务人”', 'preservation', { key: 'obligors' }),
})

/** The obligors not at an end whose property is under no preservation. */
function unpreserved(facts: Facts): string[] {
  const live = facts.court.preservations.filter(({ kind, liftedOn }) => kind === 'property' && !liftedOn)
  return facts.obligors
    .map(({ id }) => id)
    .filter((id) => !endedOn(facts, id) && !live.some(({ obligors }) => obligors?.includes(id)))
}
