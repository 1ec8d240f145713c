import { isJointlyCommissioned, isOpenToObjection, objectionsIn } from '../../facts/appraisals.ts'
import type { CaseView } from '../../view.ts'
import { sidesOfAppraisal } from '../appraisal-parties.ts'
import { type AnswersSoFar, blockIf, type Companion, defineAction } from '../define.ts'
import { objectionAt, objectionPlace } from '../objections.ts'

/**
 * 组织第三方论证: when both sides still object after the explanation, they commission outside experts together; the
 * action is done again for their opinion. Number and independence are checked by `appraisal/panel`.
 */
export const convenePanel = defineAction({
  id: 'convene-panel',
  title: '组织第三方论证',
  matter: 'panel',
  moves: false,
  follows: 'explain-appraisal',
  subjects: (facts) =>
    objectionsIn(facts)
      .filter(({ objection: { panel } }) => (panel ? !panel.opinionOn : isOpenToObjection(facts)))
      .map(({ appraisal, objection }) => `${appraisal.id}/${objection.id}`),
  advised: ({ facts }, subject) => {
    const { stillObjectedOn, panel } = objectionAt(facts, subject) ?? {}
    return stillObjectedOn !== undefined || panel !== undefined
  },
  blockers: ({ facts }, subject) =>
    blockIf(
      !objectionAt(facts, subject)?.explainedOn,
      '鉴定评估机构还没有书面解释说明',
      'appraisal-explanation',
    ),
  section: 'appraisals.appraisals[].objections[].panel',
  at: objectionPlace,
  mode: 'upsert',
  ask: ['experts', 'commissionedBy', 'commissionedOn', 'opinionOn', 'opinion', 'reappraise'],
  required: ['commissionedBy', 'commissionedOn'],
  choices: ({ facts }) => ({ commissionedBy: sidesOfAppraisal(facts) }),
  defaults: ({ facts, today }, subject) => {
    const { by, panel } = objectionAt(facts, subject) ?? {}
    const sides = by === undefined || by === 'obligee' ? ['obligee'] : ['obligee', by]
    return panel ? { ...panel } : { commissionedBy: sides, commissionedOn: today }
  },
  companions: stillObjected,
  refuse: (_, { commissionedBy = [] }) =>
    blockIf(
      !isJointlyCommissioned({ commissionedBy }),
      '第三方论证由赔偿权利人与赔偿义务人共同委托，“论证委托方”应当写明双方',
      'panel',
      { key: 'commissionedBy' },
    ),
})

/** Whoever commissions a panel still objects, from that day at the latest. */
function stillObjected(
  { facts }: CaseView,
  { commissionedOn }: AnswersSoFar<'appraisals.appraisals[].objections[].panel'>,
  subject: string,
): readonly Companion[] {
  if (objectionAt(facts, subject)?.stillObjectedOn) return []
  const [appraisal, objection] = objectionPlace(facts, subject)
  const path = ['appraisals', appraisal, 'objections', objection, 'stillObjectedOn']
  return [{ path, value: commissionedOn }]
}
