import { lacksLead } from '../../facts/jurisdiction.ts'
import { blockIf, defineAction } from '../define.ts'

/** 指定管辖、确定牵头部门: a dispute over who handles the case, or several departments in a joint team. */
export const designate = defineAction({
  id: 'designate',
  title: '指定管辖或者确定牵头部门',
  matter: 'designation',
  moves: false,
  advised: ({ facts }) => lacksLead(facts.case.jurisdiction),
  subjects: ({ case: { jurisdiction }, investigation }) =>
    lacksLead(jurisdiction) || (!jurisdiction.designation && !investigation?.conclusion) ? [null] : [],
  blockers: () => [],
  section: 'case.jurisdiction',
  mode: 'upsert',
  ask: ['designation', 'obligee', 'handlingUnit', 'handlingUnitKind', 'department', 'leadUnit', 'jointUnits'],
  // The section exists already: its required keys go with the item, which must be whole by itself.
  defaults: ({ facts }) => {
    const { level, obligee, handlingUnit } = facts.case.jurisdiction
    return { level, obligee, handlingUnit }
  },
  refuse: (_, item) =>
    blockIf(
      item.designation === undefined && item.leadUnit === undefined,
      '应当在“指定管辖”中写明指定的机关和日期，或者写明赔偿权利人确定的“牵头部门”',
      ['designation', 'joint-handling'],
      { key: ['designation', 'leadUnit'] },
    ),
})
