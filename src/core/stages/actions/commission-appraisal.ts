import { fenOf } from '../../facts/money.ts'
import type { CaseView } from '../../view.ts'
import { nextIdOfKind } from '../addresses.ts'
import { commissionersOf } from '../appraisal-parties.ts'
import { type AnswersSoFar, blockIf, contradictionIf, defineAction, type ItemBlocker } from '../define.ts'
import { isPoliceOpinion, simpleCeiling } from '../simple-case.ts'

/**
 * 委托鉴定评估: during the investigation; an expert opinion only in a simple case. What the consultation or the suit
 * still has to know is appraised after the conclusion; it stops no clock then.
 */
export const commissionAppraisal = defineAction({
  id: 'commission-appraisal',
  title: '委托鉴定评估',
  matter: 'appraisal',
  moves: false,
  advised: ({ facts }) => facts.appraisals.length === 0 && facts.investigation?.conclusion === undefined,
  blockers: ({ facts }) =>
    contradictionIf(!facts.investigation?.initiation, '尚未启动索赔', 'appraisal', { lacks: 'initiate' }),
  section: 'appraisals.appraisals',
  mode: 'append',
  ask: ['kind', 'commissionedBy', 'body', 'experts', 'materials', 'commissionedOn', 'commissionNumber'],
  required: ['commissionedOn'],
  choices: (view) => ({ commissionedBy: commissionersOf(view) }),
  defaults: ({ facts, today }) => ({
    id: nextIdOfKind('A', facts.appraisals),
    commissionedBy: ['obligee'],
    commissionedOn: today,
  }),
  refuse: aboveSimpleCase,
})

/** Opinions by experts and determinations from documents are for simple cases alone. */
function aboveSimpleCase(
  view: CaseView,
  { kind, commissionedBy }: AnswersSoFar<'appraisals.appraisals'>,
): readonly ItemBlocker<'kind'>[] {
  if (isPoliceOpinion(kind, commissionedBy)) return []
  if (kind !== 'expert-opinion' && kind !== 'comprehensive-determination') return []
  const { facts, regulation } = view
  const estimate = facts.case.damage.estimatedLoss
  const limit = simpleCeiling(view)
  if (limit === undefined) return []
  return blockIf(
    estimate !== undefined && fenOf(estimate) > fenOf(limit),
    `初步估算 ${estimate} 元，超过简单案件的 ${limit} 元，不能采用${regulation.label('appraisalKinds', kind)}`,
    'simple-case',
    { key: 'kind' },
  )
}
