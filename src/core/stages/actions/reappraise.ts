import { isOpenToObjection, standingAppraisals } from '../../facts/appraisals.ts'
import type { Facts } from '../../facts/facts.ts'
import { nextIdOfKind } from '../addresses.ts'
import { commissionersOf } from '../appraisal-parties.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'

/** 重新鉴定: the opinion of the panel is the weighty basis for it. */
export const reappraise = defineAction({
  id: 'reappraise',
  title: '委托重新鉴定',
  matter: 'reappraisal',
  moves: false,
  follows: 'convene-panel',
  subjects: (facts) =>
    (isOpenToObjection(facts) ? standingAppraisals(facts) : [])
      .filter(({ objections }) => (objections ?? []).length > 0)
      .filter(({ id }) => !facts.appraisals.some((other) => other.reappraises === id && !other.withdrawnOn))
      .map(({ id }) => id),
  blockers: ({ facts }, subject) => {
    const opinions = panelsOn(facts, subject).filter(({ opinionOn }) => opinionOn)
    return [
      ...blockIf(!opinions.length, '还没有第三方论证意见，重新鉴定没有依据', 'panel'),
      ...blockIf(
        opinions.length > 0 && !opinions.some((panel) => panel.reappraise),
        '第三方论证意见认为不需要重新鉴定',
        'panel',
      ),
    ]
  },
  section: 'appraisals.appraisals',
  mode: 'append',
  mark: 'reappraises',
  ask: ['kind', 'commissionedBy', 'body', 'experts', 'materials', 'commissionedOn', 'commissionNumber'],
  required: ['commissionedOn'],
  choices: (view) => ({ commissionedBy: commissionersOf(view) }),
  defaults: ({ facts, today }, subject) => ({
    id: nextIdOfKind('A', facts.appraisals),
    reappraises: subject,
    kind: facts.appraisals.find(({ id }) => id === subject)?.kind,
    commissionedBy: ['obligee'],
    commissionedOn: today,
  }),
  refuse: (_, item, subject) => [
    ...contradictionIf(item.reappraises !== subject, `“重新鉴定的对象”应为 ${subject}`, 'reappraisal', {
      key: 'reappraises',
    }),
  ],
})

function panelsOn({ appraisals }: Facts, id: string) {
  const objections = appraisals.find((appraisal) => appraisal.id === id)?.objections ?? []
  return objections.flatMap(({ panel }) => panel ?? [])
}
