import type { Facts } from '../../facts/facts.ts'
import { endedOn } from '../../facts/queries.ts'
import { before, blockIf, defineAction, strings } from '../define.ts'

/** 申请保全: of property, evidence or conduct, before or during a suit, of whoever may make a judgment hard to carry out. */
export const preserve = defineAction({
  id: 'preserve',
  title: '申请保全',
  article: '民事诉讼法',
  moves: false,
  advised: () => false,
  subjects: (facts) => (facts.investigation?.initiation && unpreserved(facts).length ? [null] : []),
  blockers: () => [],
  target: () => ({ document: 'court', path: ['preservations'], mode: 'append' }),
  ask: ['kind', 'obligors', 'court', 'appliedOn', 'grantedOn', 'number', 'description', 'until'],
  required: ['obligors', 'court'],
  defaults: ({ facts, config, today }) => ({
    obligors: unpreserved(facts),
    ...(config.court && { court: config.court }),
    appliedOn: today,
  }),
  refuse: ({ facts }, item) => [
    ...blockIf(!strings(item.obligors).length, '应当写明“被保全义务人”', '民事诉讼法'),
    ...blockIf(
      before(item.appliedOn, facts.investigation?.initiation?.initiatedOn),
      '申请保全的日期早于启动索赔日期',
      '第十三条',
    ),
    ...blockIf(
      typeof item.appliedOn === 'string' && before(item.grantedOn, item.appliedOn),
      '保全裁定日期早于申请日期',
      '民事诉讼法',
    ),
  ],
})

/** The obligors not at an end whose property is under no preservation. */
function unpreserved(facts: Facts): string[] {
  const live = facts.court.preservations.filter(({ kind, liftedOn }) => kind === 'property' && !liftedOn)
  return facts.obligors
    .map(({ id }) => id)
    .filter((id) => !endedOn(facts, id) && !live.some(({ obligors }) => obligors?.includes(id)))
}
