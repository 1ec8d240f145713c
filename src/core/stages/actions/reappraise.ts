import { latest } from '../../calendar/dates.ts'
import { isOpenToObjection, standingAppraisals } from '../../facts/appraisals.ts'
import type { Facts } from '../../facts/facts.ts'
import { nextId } from '../addresses.ts'
import { commissionersOf } from '../appraisal-parties.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 重新鉴定: the opinion of the panel is the weighty basis for it. 第十六条第二款 */
export const reappraise = defineAction({
  id: 'reappraise',
  title: '委托重新鉴定',
  article: '第十六条',
  moves: false,
  subjects: (facts) =>
    (isOpenToObjection(facts) ? standingAppraisals(facts) : [])
      .filter(({ objections }) => (objections ?? []).length > 0)
      .filter(({ id }) => !facts.appraisals.some((other) => other.reappraises === id && !other.withdrawnOn))
      .map(({ id }) => id),
  blockers: ({ facts }, subject) => {
    const opinions = panelsOn(facts, subject).filter(({ opinionOn }) => opinionOn)
    return [
      ...blockIf(!opinions.length, '还没有第三方论证意见，重新鉴定没有依据', '第十六条'),
      ...blockIf(
        opinions.length > 0 && !opinions.some((panel) => panel.reappraise),
        '第三方论证意见认为不需要重新鉴定',
        '第十六条',
      ),
    ]
  },
  target: () => ({ document: 'appraisals', path: ['appraisals'], mode: 'append' }),
  ask: ['kind', 'commissionedBy', 'body', 'experts', 'materials', 'commissionedOn', 'commissionNumber'],
  required: ['commissionedOn'],
  choices: (view) => ({ commissionedBy: commissionersOf(view) }),
  defaults: ({ facts, today }, subject) => ({
    id: nextId('A', facts.appraisals),
    reappraises: subject,
    kind: facts.appraisals.find(({ id }) => id === subject)?.kind,
    commissionedBy: ['obligee'],
    commissionedOn: today,
  }),
  refuse: ({ facts }, item, subject) => [
    ...blockIf(item.reappraises !== subject, `“重新鉴定的对象”应为 ${subject}`, '第十六条'),
    ...blockIf(
      before(item.commissionedOn, latest(...panelsOn(facts, subject).map(({ opinionOn }) => opinionOn))),
      '委托日期早于第三方论证意见',
      '第十六条',
    ),
  ],
})

function panelsOn({ appraisals }: Facts, id: string | null) {
  const objections = appraisals.find((appraisal) => appraisal.id === id)?.objections ?? []
  return objections.flatMap(({ panel }) => panel ?? [])
}
