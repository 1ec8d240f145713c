import type { Facts } from '../../facts/facts.ts'
import { releasedOn } from '../../facts/queries.ts'
import { blockIf, contradictionIf, defineAction, saysSomething } from '../define.ts'
import { officerNames } from '../officers.ts'
import { amountSmall } from '../simple-case.ts'

/** 认定简单案件: an officer determines two conditions; the estimate decides the third. */
export const determineSimpleCase = defineAction({
  id: 'determine-simple-case',
  title: '认定简单案件',
  matter: 'simple-case',
  needsPermission: true,
  moves: false,
  subjects: (facts) => (isDetermined(facts) || facts.agreements.length > 0 ? [] : [null]),
  // What it makes simple are the investigation and its appraisal; later it is still possible.
  advised: ({ facts }) =>
    !facts.investigation?.conclusion && !facts.appraisals.some(({ receivedOn }) => receivedOn !== undefined),
  blockers: (view) => [
    ...contradictionIf(!view.facts.investigation?.initiation, '尚未启动索赔', 'simple-case', {
      lacks: 'initiate',
    }),
    ...amountSmall(view).doubts.flatMap((reason) => blockIf(true, reason, 'simple-case')),
  ],
  section: 'case.simpleCase',
  mode: 'upsert',
  ask: ['factsSimple', 'liabilityUndisputed', 'undisputedBy', 'basis', 'determinedOn', 'determinedBy'],
  required: ['factsSimple', 'liabilityUndisputed', 'basis', 'determinedOn'],
  defaults: (view) => {
    const [determinedBy] = officerNames(view)
    return { determinedOn: view.today, ...(determinedBy === undefined ? {} : { determinedBy }) }
  },
  refuse: (_, item) => [
    ...blockIf(!saysSomething(item.basis), '应当在“认定依据”中写明认定的事实和证据', 'simple-case', {
      key: 'basis',
    }),
  ],
})

/**
 * Whether the conditions are determined, and every liable obligor, also one found later, has agreed to the liability.
 */
function isDetermined(facts: Facts): boolean {
  const { determinedOn, undisputedBy } = facts.case.simpleCase ?? {}
  const liable = facts.obligors.filter(({ id }) => !releasedOn(facts, id))
  return determinedOn !== undefined && liable.every(({ id }) => undisputedBy?.includes(id) ?? true)
}
