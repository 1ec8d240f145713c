import type { Facts } from '../../facts/facts.ts'
import { releasedOn } from '../../facts/queries.ts'
import { before, blockIf, defineAction, saysSomething } from '../define.ts'
import { officerNames } from '../officers.ts'
import { amountSmall } from '../simple-case.ts'

/** 认定简单案件: the two conditions that an officer determines; the estimate decides the third by itself. 第十五条第二款 */
export const determineSimpleCase = defineAction({
  id: 'determine-simple-case',
  title: '认定简单案件',
  article: '第十五条',
  moves: false,
  subjects: (facts) => (isSettled(facts) || facts.agreements.length > 0 ? [] : [null]),
  blockers: (view) => [
    ...blockIf(!view.facts.investigation?.initiation, '尚未启动索赔', '第十五条'),
    ...amountSmall(view).doubts.map((reason) => ({ reason, article: '第十五条' })),
  ],
  target: () => ({ document: 'case', path: ['simpleCase'], mode: 'upsert' }),
  ask: ['factsSimple', 'liabilityUndisputed', 'undisputedBy', 'basis', 'determinedOn', 'determinedBy'],
  required: ['factsSimple', 'liabilityUndisputed', 'basis', 'determinedOn'],
  defaults: (view) => {
    const [determinedBy] = officerNames(view)
    return { determinedOn: view.today, ...(determinedBy === undefined ? {} : { determinedBy }) }
  },
  refuse: ({ facts }, item) => [
    ...blockIf(!saysSomething(item.basis), '应当在“认定依据”中写明认定的事实和证据', '第十五条'),
    ...blockIf(
      before(item.determinedOn, facts.investigation?.initiation?.initiatedOn),
      '认定日期早于启动索赔日期',
      '第十五条',
    ),
  ],
})

/** Determined, and nobody was found liable since whose word on the liability is missing. */
function isSettled(facts: Facts): boolean {
  const { determinedOn, undisputedBy } = facts.case.simpleCase ?? {}
  const liable = facts.obligors.filter(({ id }) => !releasedOn(facts, id))
  return determinedOn !== undefined && liable.every(({ id }) => undisputedBy?.includes(id) ?? true)
}
