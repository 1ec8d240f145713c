import { fenOf } from '../../facts/money.ts'
import type { CaseView } from '../../view.ts'
import { nextId } from '../addresses.ts'
import { commissionersOf } from '../appraisal-parties.ts'
import { type Answers, blockIf, defineAction, type ItemBlocker } from '../define.ts'
import { blockedInvestigation } from '../investigation.ts'
import { isPoliceOpinion, simpleCeiling } from '../simple-case.ts'

/** 委托鉴定评估: during the investigation; an expert opinion only in a simple case. */
export const commissionAppraisal = defineAction({
  id: 'commission-appraisal',
  title: '委托鉴定评估',
  matter: 'appraisal',
  moves: false,
  advised: ({ facts }) => facts.appraisals.length === 0,
  subjects: ({ investigation }) => (investigation?.conclusion ? [] : [null]),
  blockers: ({ facts }) => blockedInvestigation(facts, 'appraisal'),
  section: 'appraisals.appraisals',
  mode: 'append',
  ask: ['kind', 'commissionedBy', 'body', 'experts', 'materials', 'commissionedOn', 'commissionNumber'],
  required: ['commissionedOn'],
  choices: (view) => ({ commissionedBy: commissionersOf(view) }),
  defaults: ({ facts, today }) => ({
    id: nextId('A', facts.appraisals),
    commissionedBy: ['obligee'],
    commissionedOn: today,
  }),
  refuse: aboveSimpleCase,
})

/** Opinions by experts and determinations from documents are for simple cases alone. */
function aboveSimpleCase(
  view: CaseView,
  { kind, commissionedBy }: Answers<'appraisals.appraisals'>,
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
