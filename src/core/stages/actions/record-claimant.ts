import { contradictionIf, defineAction } from '../define.ts'

/** 登记其他赔偿权利人: another government that claims jointly, with the unit that handles the case for it. */
export const recordClaimant = defineAction({
  id: 'record-claimant',
  title: '登记共同索赔的其他赔偿权利人',
  matter: 'obligee',
  moves: false,
  after: 'designate',
  advised: () => false,
  blockers: () => [],
  section: 'case.jurisdiction.obligees',
  mode: 'append',
  ask: ['name', 'handlingUnit', 'creditCode', 'representative', 'address', 'phone'],
  refuse: ({ facts }, { name }) => {
    const { obligee, obligees = [] } = facts.case.jurisdiction
    const known = [obligee, ...obligees.map((each) => each.name)]
    return contradictionIf(
      name !== undefined && known.includes(name),
      `${name ?? ''}已经登记为赔偿权利人`,
      'obligee',
      { key: 'name' },
    )
  },
})
