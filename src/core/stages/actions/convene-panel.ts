import { isJointlyCommissioned, isOpenToObjection, objectionsIn } from '../../facts/appraisals.ts'
import type { CaseView } from '../../view.ts'
import { partiesOf } from '../appraisal-parties.ts'
import { before, blockIf, type Companion, defineAction, type Item, strings } from '../define.ts'
import { objectionAt, objectionPath } from '../objections.ts'

/**
 * 组织第三方论证: when both sides still object after the explanation, three experts from outside, commissioned together; once
 * more for their opinion. Number and independence are checked by `appraisal/panel`. 第十六条第二款
 */
export const convenePanel = defineAction({
  id: 'convene-panel',
  title: '组织第三方论证',
  article: '第十六条',
  moves: false,
  advised: ({ facts }, subject) => {
    const { stillObjectedOn, panel } = objectionAt(facts, subject) ?? {}
    return stillObjectedOn !== undefined || panel !== undefined
  },
  subjects: (facts) =>
    objectionsIn(facts)
      .filter(({ objection: { panel } }) => (panel ? !panel.opinionOn : isOpenToObjection(facts)))
      .map(({ appraisal, objection }) => `${appraisal.id}/${objection.id}`),
  blockers: ({ facts }, subject) =>
    blockIf(!objectionAt(facts, subject)?.explainedOn, '鉴定评估机构还没有书面解释说明', '第十六条'),
  target: (facts, subject) => ({
    document: 'appraisals',
    path: [...objectionPath(facts, subject), 'panel'],
    mode: 'upsert',
  }),
  ask: ['experts', 'commissionedBy', 'commissionedOn', 'opinionOn', 'opinion', 'reappraise'],
  required: ['commissionedBy', 'commissionedOn'],
  choices: ({ facts }) => ({ commissionedBy: partiesOf(facts) }),
  defaults: ({ facts, today }, subject) => {
    const { by, panel } = objectionAt(facts, subject) ?? {}
    const sides = by === undefined || by === 'obligee' ? ['obligee'] : ['obligee', by]
    return panel ? { ...panel } : { commissionedBy: sides, commissionedOn: today }
  },
  companions: stillObjected,
  refuse: ({ facts }, item, subject) => [
    ...blockIf(
      !isJointlyCommissioned({ commissionedBy: strings(item.commissionedBy) }),
      '第三方论证由赔偿权利人与赔偿义务人共同委托，“论证委托方”应当写明双方',
      '第十六条',
    ),
    ...blockIf(
      before(item.commissionedOn, objectionAt(facts, subject)?.explainedOn),
      '委托论证的日期早于书面解释说明的日期',
      '第十六条',
    ),
    ...blockIf(
      typeof item.commissionedOn === 'string' && before(item.opinionOn, item.commissionedOn),
      '论证意见的日期早于委托日期',
      '第十六条',
    ),
  ],
})

/** Commissioning a panel says that the objection stands; by then at the latest. */
function stillObjected(
  { facts }: CaseView,
  { commissionedOn }: Item,
  subject: string | null,
): readonly Companion[] {
  if (objectionAt(facts, subject)?.stillObjectedOn) return []
  return [{ path: [...objectionPath(facts, subject), 'stillObjectedOn'], value: commissionedOn }]
}
