import { agreementIndex, agreementsBindingAnyone } from '../../facts/agreements.ts'
import { confirmationOf } from '../../facts/queries.ts'
import { blockIf, contradictionIf, defineAction, saysSomething } from '../define.ts'

/**
 * 解除赔偿协议: what was agreed is no longer owed; consultation goes on in the same round, or suit follows. Not of one
 * that the court has confirmed: that is enforced.
 */
export const rescindAgreement = defineAction({
  id: 'rescind-agreement',
  title: '记录赔偿协议解除',
  matter: 'agreement',
  moves: false,
  follows: 'sign',
  after: 'amend-agreement',
  advised: () => false,
  subjects: (facts) =>
    agreementsBindingAnyone(facts)
      .filter(({ signedOn }) => signedOn)
      .map(({ id }) => id),
  blockers: ({ facts }, subject) => {
    const agreement = facts.agreements[agreementIndex(facts, subject)]
    const confirmed = agreement && confirmationOf(facts, agreement)?.result === 'confirmed'
    return blockIf(
      confirmed === true,
      `协议 ${subject} 已经司法确认，不履行的应当直接申请强制执行`,
      'enforcement',
    )
  },
  section: 'agreements.agreements[]',
  at: (facts, subject) => [agreementIndex(facts, subject)],
  mode: 'upsert',
  ask: ['rescindedOn', 'rescissionReason'],
  required: ['rescindedOn'],
  // The agreement is there already: what identifies it goes with the item, which must be whole by itself.
  defaults: ({ facts, today }, subject) => ({
    id: subject,
    obligors: facts.agreements[agreementIndex(facts, subject)]?.obligors,
    status: 'rescinded' as const,
    rescindedOn: today,
  }),
  refuse: (_, item, subject) => [
    ...contradictionIf(item.id !== subject, `解除的应为协议 ${subject}`, 'agreement', { key: 'id' }),
    ...contradictionIf(item.status !== 'rescinded', '这里记录的“协议状态”是已解除', 'agreement', {
      key: 'status',
    }),
    ...blockIf(!saysSomething(item.rescissionReason), '应当写明“协议解除理由”', 'agreement', {
      key: 'rescissionReason',
    }),
  ],
})
