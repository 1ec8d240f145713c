import { agreementsBindingAnyone } from '../../facts/agreements.ts'
import { performedOn } from '../../facts/debts.ts'
import { confirmationOf } from '../../facts/queries.ts'
import { claimedInCourtOn } from '../../facts/suits.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 申请司法确认: by both parties, of a signed agreement. */
export const applyConfirmation = defineAction({
  id: 'apply-confirmation',
  title: '申请司法确认',
  matter: 'confirmation',
  form: 'confirmation-application',
  moves: false,
  follows: 'sign',
  subjects: (facts) =>
    agreementsBindingAnyone(facts)
      .filter((agreement) => agreement.signedOn && !confirmationOf(facts, agreement))
      .map(({ id }) => id),
  // What is performed already gains nothing by a court's confirmation.
  advised: ({ facts }, subject) => {
    const agreement = facts.agreements.find(({ id }) => id === subject)
    return agreement !== undefined && performedOn(facts, { agreement }) === undefined
  },
  blockers: ({ facts }, subject) => {
    const agreement = facts.agreements.find(({ id }) => id === subject)
    const sued = agreement?.obligors.some((id) => claimedInCourtOn(facts, id, agreement.id)) ?? false
    return contradictionIf(sued, `已就违反协议 ${subject} 提起诉讼`, 'breach-suit')
  },
  section: 'court.confirmations',
  mode: 'append',
  ask: ['court', 'appliedOn', 'acceptedOn'],
  required: ['court', 'appliedOn'],
  defaults: ({ config, today }, subject) => ({
    agreement: subject,
    ...(config.court && { court: config.court }),
    appliedOn: today,
  }),
  refuse: (_, item, subject) => [
    ...contradictionIf(item.agreement !== subject, `申请确认的应为协议 ${subject}`, 'confirmation', {
      key: 'agreement',
    }),
  ],
})
