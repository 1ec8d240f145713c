import { unitOnPapers } from '../../facts/claimants.ts'
import type { Jurisdiction } from '../../facts/documents.ts'
import { lacksLead } from '../../facts/jurisdiction.ts'
import { type AnswersSoFar, blockIf, defineAction } from '../define.ts'

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
  ask: [
    'designation',
    'obligee',
    'handlingUnit',
    'handlingUnitKind',
    'inNameOf',
    'department',
    'leadUnit',
    'jointUnits',
  ],
  // The section exists already: its required keys go with the item, which must be whole by itself.
  defaults: ({ facts }) => {
    const { level, obligee, handlingUnit } = facts.case.jurisdiction
    return { level, obligee, handlingUnit }
  },
  refuse: ({ facts }, item) => [
    ...blockIf(
      item.designation === undefined && item.leadUnit === undefined,
      '应当在“指定管辖”中写明指定的机关和日期，或者写明赔偿权利人确定的“牵头部门”',
      ['designation', 'joint-handling'],
      { key: ['designation', 'leadUnit'] },
    ),
    ...blockIf(
      keepsFormerName(facts.case.jurisdiction, item),
      `承办单位改变，原来的“文书署名单位”（${facts.case.jurisdiction.inNameOf ?? ''}）不再适用，应当重新写明；新的承办单位以自己名义办案的，写它的名称`,
      'obligee',
      { key: 'inNameOf' },
    ),
  ],
})

/** Whether another unit would handle the case in the name of the one above the former unit. */
function keepsFormerName(
  { inNameOf = '', handlingUnit, handlingUnitKind: formerKind }: Jurisdiction,
  item: AnswersSoFar<'case.jurisdiction'>,
): boolean {
  const { handlingUnit: later = handlingUnit, handlingUnitKind: kind = formerKind } = item
  if (inNameOf === '' || later === handlingUnit || item.inNameOf !== undefined) return false
  return unitOnPapers({ inNameOf, handlingUnit: later, ...(kind && { handlingUnitKind: kind }) }) !== later
}
