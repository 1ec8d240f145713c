import { agreementIndex, bindingAgreements } from '../../facts/agreements.ts'
import { confirmationOf } from '../../facts/queries.ts'
import { claimedInCourtOn } from '../../facts/suits.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 申请司法确认: by both parties, of a signed agreement. 第二十四条第一款 */
export const applyConfirmation = defineAction({
  id: 'apply-confirmation',
  title: '申请司法确认',
  article: '第二十四条',
  form: 'confirmation-application',
  moves: false,
  subjects: (facts) =>
    bindingAgreements(facts)
      .filter((agreement) => agreement.signedOn && !confirmationOf(facts, agreement))
      .map(({ id }) => id),
  blockers: ({ facts }, subject) => {
    const agreement = facts.agreements.find(({ id }) => id === subject)
    const sued = agreement?.obligors.some((id) => claimedInCourtOn(facts, id, agreement.id)) ?? false
    return blockIf(sued, `已就违反协议 ${subject} 提起诉讼`, '第二十四条')
  },
  target: () => ({ document: 'court', path: ['confirmations'], mode: 'append' }),
  ask: ['court', 'appliedOn', 'acceptedOn'],
  required: ['court', 'appliedOn'],
  defaults: ({ config, today }, subject) => ({
    agreement: subject,
    ...(config.court && { court: config.court }),
    appliedOn: today,
  }),
  refuse: ({ facts }, item, subject) => [
    ...blockIf(item.agreement !== subject, `申请确认的应为协议 ${subject}`, '第二十四条'),
    ...blockIf(
      before(item.appliedOn, facts.agreements[agreementIndex(facts, subject)]?.signedOn),
      '申请确认的日期早于协议签订日期',
      '第二十四条',
    ),
  ],
})
