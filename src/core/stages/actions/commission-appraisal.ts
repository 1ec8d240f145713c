import { isFromPolice } from '../../facts/appraisals.ts'
import { fenOf } from '../../facts/money.ts'
import type { CaseView } from '../../view.ts'
import { nextId } from '../addresses.ts'
import { commissionersOf } from '../appraisal-parties.ts'
import { type Blocker, before, blockIf, defineAction, type Item, strings } from '../define.ts'
import { blockedInvestigation } from '../investigation.ts'
import { isPoliceOpinion } from '../simple-case.ts'

/** 委托鉴定评估: during the investigation; an expert opinion only in a simple case. 第十五条 */
export const commissionAppraisal = defineAction({
  id: 'commission-appraisal',
  title: '委托鉴定评估',
  article: '第十五条',
  moves: false,
  advised: ({ facts }) => facts.appraisals.length === 0,
  subjects: ({ investigation }) => (investigation?.conclusion ? [] : [null]),
  blockers: ({ facts }) => blockedInvestigation(facts, '第十五条'),
  target: () => ({ document: 'appraisals', path: ['appraisals'], mode: 'append' }),
  ask: ['kind', 'commissionedBy', 'body', 'experts', 'materials', 'commissionedOn', 'commissionNumber'],
  required: ['commissionedOn'],
  choices: (view) => ({ commissionedBy: commissionersOf(view) }),
  defaults: ({ facts, today }) => ({
    id: nextId('A', facts.appraisals),
    commissionedBy: ['obligee'],
    commissionedOn: today,
  }),
  refuse: (view, item) => [
    ...aboveSimpleCase(view, item),
    ...blockIf(
      before(item.commissionedOn, view.facts.investigation?.initiation?.initiatedOn) &&
        !isFromPolice(strings(item.commissionedBy)),
      '委托日期早于启动索赔日期（公安机关委托的除外）',
      '第十五条',
    ),
  ],
})

/** Opinions by experts and determinations from documents are for simple cases alone. */
function aboveSimpleCase({ facts, regulation }: CaseView, item: Item): readonly Blocker[] {
  const { kind, commissionedBy } = item
  if (isPoliceOpinion(kind, strings(commissionedBy))) return []
  if (kind !== 'expert-opinion' && kind !== 'comprehensive-determination') return []
  const estimate = facts.case.damage.estimatedLoss
  const limit = regulation.amount('simple-case')
  return blockIf(
    estimate !== undefined && fenOf(estimate) > fenOf(limit),
    `初步估算 ${estimate} 元，超过简单案件的 ${limit} 元，不能采用${regulation.label('appraisalKinds', kind)}`,
    '第十五条',
  )
}
