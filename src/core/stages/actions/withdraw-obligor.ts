import type { Facts } from '../../facts/facts.ts'
import { agreementOf, confirmationOf, obligorName, releasedOn } from '../../facts/queries.ts'
import { judgmentEffectiveOn, pendingSuits } from '../../facts/suits.ts'
import { type Blocker, blockIf, contradictionIf, defineAction, saysSomething } from '../define.ts'
import { firstOfficer } from '../officers.ts'

/**
 * 撤出赔偿义务人: an obligor who proves not to be liable no longer has duties or periods, and the record says when and
 * why. An obligor whom an agreement or a judgment binds is released by an amendment or an appeal.
 */
export const withdrawObligor = defineAction({
  id: 'withdraw-obligor',
  title: '撤出赔偿义务人',
  matter: 'investigation',
  moves: false,
  otherKind: ({ kind }) => otherAmendments[String(kind)],
  advised: () => false,
  subjects: claimedNow,
  blockers: ({ facts }, subject) => bindingBlockers(facts, subject),
  section: 'case.obligorAmendments',
  mode: 'append',
  ask: ['on', 'reason', 'by'],
  required: ['reason'],
  defaults: (view, subject) => ({
    on: view.today,
    kind: 'withdrawn' as const,
    obligors: [subject],
    ...firstOfficer(view),
  }),
  refuse: (_, item, subject) => [
    ...contradictionIf(item.kind !== 'withdrawn', '这里记录的“变更类别”是撤出', 'investigation', {
      key: 'kind',
    }),
    ...contradictionIf(
      item.obligors?.join() !== subject,
      `“变更的义务人”应为 ${subject} 一人`,
      'investigation',
      { key: 'obligors' },
    ),
    ...blockIf(
      !saysSomething(item.reason),
      '应当在“变更理由”中写明不是赔偿义务人的事实和理由',
      'investigation',
      { key: 'reason' },
    ),
  ],
})

/** The records of the same list that other steps make. */
const otherAmendments: Readonly<Record<string, string>> = {
  added: '增加赔偿义务人',
  corrected: '更正赔偿义务人',
}

/** The obligors against whom the claim still stands. */
function claimedNow(facts: Facts): string[] {
  return facts.obligors.map(({ id }) => id).filter((id) => !releasedOn(facts, id))
}

function bindingBlockers(facts: Facts, obligor: string): readonly Blocker[] {
  const name = obligorName(facts, obligor)
  const agreement = agreementOf(facts, obligor)
  const [suit] = pendingSuits(facts, obligor)
  return [
    ...contradictionIf(
      agreement !== undefined && confirmationOf(facts, agreement)?.result !== 'refused',
      `${name}受协议 ${agreement?.id ?? ''} 约束，应当先变更协议（办“变更赔偿协议”）`,
      'agreement',
    ),
    ...contradictionIf(
      suit !== undefined,
      `诉讼 ${suit?.id ?? ''} 尚未审结，应当先对${name}撤回起诉并记录（办“记录裁判”）`,
      'suit',
    ),
    ...contradictionIf(
      judgmentEffectiveOn(facts, obligor) !== undefined,
      `生效裁判已经确定${name}的责任`,
      'enforcement',
    ),
    ...contradictionIf(
      claimedNow(facts).every((id) => id === obligor),
      `${name}以外没有其他赔偿义务人：先增加查明的赔偿义务人（办“增加或者更正赔偿义务人”），或者终止索赔`,
      'termination',
    ),
  ]
}
