import type { Facts } from '../../facts/facts.ts'
import { endedOn } from '../../facts/queries.ts'
import { contradictionIf, defineAction } from '../define.ts'

/**
 * 申请保全: of property, evidence or conduct, before or during a suit, of whoever may make a judgment hard to carry
 * out.
 */
export const preserve = defineAction({
  id: 'preserve',
  title: '申请保全',
  matter: 'preservation',
  form: 'preservation-application',
  moves: false,
  follows: 'initiate',
  advised: () => false,
  subjects: (facts) => (facts.investigation?.initiation && open(facts).length ? [null] : []),
  blockers: () => [],
  section: 'court.preservations',
  mode: 'append',
  ask: ['kind', 'obligors', 'court', 'appliedOn', 'grantedOn', 'takenOn', 'number', 'description', 'until'],
  required: ['obligors', 'court'],
  defaults: ({ facts, config, today }) => ({
    obligors: proposed(facts),
    ...(config.court && { court: config.court }),
    appliedOn: today,
  }),
  refuse: (_, { obligors = [] }) =>
    contradictionIf(!obligors.length, '应当写明“被保全义务人”', 'preservation', { key: 'obligors' }),
})

/** The obligors of whom something is still asked. */
function open(facts: Facts): string[] {
  return facts.obligors.map(({ id }) => id).filter((id) => !endedOn(facts, id))
}

/**
 * Those whose property is under no preservation; where all of theirs is, all: there may be more, or evidence, or
 * conduct.
 */
function proposed(facts: Facts): string[] {
  const live = facts.court.preservations.filter(({ kind, liftedOn }) => kind === 'property' && !liftedOn)
  const free = open(facts).filter((id) => !live.some(({ obligors }) => obligors?.includes(id)))
  return free.length ? free : open(facts)
}
