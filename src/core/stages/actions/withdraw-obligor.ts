import { latest } from '../../calendar/dates.ts'
import type { Facts } from '../../facts/facts.ts'
import {
  addedOn,
  agreementOf,
  confirmationOf,
  obligorName,
  obligorOf,
  releasedOn,
} from '../../facts/queries.ts'
import { judgmentEffectiveOn, pendingSuits } from '../../facts/suits.ts'
import { type Blocker, before, blockIf, defineAction, saysSomething, strings } from '../define.ts'
import { firstOfficer } from '../officers.ts'

/**
 * 撤出赔偿义务人: one who turns out not to be liable leaves the list's duties and periods, and the record says when and why.
 * Whom an agreement or a judgment binds is let go by amending the one or by appeal from the other. 第八条、第十三条
 */
export const withdrawObligor = defineAction({
  id: 'withdraw-obligor',
  title: '撤出赔偿义务人',
  article: '第十三条',
  moves: false,
  advised: () => false,
  subjects: standing,
  blockers: ({ facts }, subject) => blockersOf(facts, subject ?? ''),
  target: () => ({ document: 'case', path: ['obligorAmendments'], mode: 'append' }),
  ask: ['on', 'reason', 'by'],
  required: ['reason'],
  defaults: (view, subject) => ({
    on: view.today,
    kind: 'withdrawn',
    obligors: [subject],
    ...firstOfficer(view),
  }),
  refuse: ({ facts }, item, subject) => {
    const { identifiedOn } = obligorOf(facts, subject ?? '') ?? {}
    return [
      ...blockIf(item.kind !== 'withdrawn', '这里记录的“变更类别”是撤出', '第十三条'),
      ...blockIf(strings(item.obligors).join() !== subject, `“变更的义务人”应为 ${subject} 一人`, '第十三条'),
      ...blockIf(!saysSomething(item.reason), '应当在“变更理由”中写明不是赔偿义务人的事实和理由', '第十三条'),
      ...blockIf(
        before(item.on, latest(identifiedOn, addedOn(facts, subject ?? ''))),
        '撤出日期早于查明或者增加该义务人的日期',
        '第十三条',
      ),
    ]
  },
})

/** Those against whom the claim still stands. */
function standing(facts: Facts): string[] {
  return facts.obligors.map(({ id }) => id).filter((id) => !releasedOn(facts, id))
}

function blockersOf(facts: Facts, obligor: string): readonly Blocker[] {
  const name = obligorName(facts, obligor)
  const agreement = agreementOf(facts, obligor)
  const [suit] = pendingSuits(facts, obligor)
  return [
    ...blockIf(
      agreement !== undefined && confirmationOf(facts, agreement)?.result !== 'refused',
      `${name}受协议 ${agreement?.id ?? ''} 约束，应当先变更协议（amend-agreement）`,
      '第二十一条',
    ),
    ...blockIf(
      suit !== undefined,
      `诉讼 ${suit?.id ?? ''} 尚未审结，应当先对${name}撤回起诉并记录（judge）`,
      '第二十二条',
    ),
    ...blockIf(
      judgmentEffectiveOn(facts, obligor) !== undefined,
      `生效裁判已经确定${name}的责任`,
      '第二十四条',
    ),
    ...blockIf(
      standing(facts).every((id) => id === obligor),
      `${name}以外没有其他赔偿义务人：先增加查明的赔偿义务人（amend-obligors），或者终止索赔（terminate）`,
      '第十四条第二款',
    ),
  ]
}
