import { bindingAgreements } from '../../facts/agreements.ts'
import type { Agreement } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { yuanOf } from '../../facts/money.ts'
import { nextId } from '../addresses.ts'
import { breachOf, moneyOwed } from '../breach.ts'
import { contradictionIf, defineAction } from '../define.ts'
import { refusedRemedy } from '../remedy.ts'

/** 申请支付令: for money under an agreement that the court did not confirm. */
export const applyPaymentOrder = defineAction({
  id: 'apply-payment-order',
  title: '申请支付令',
  matter: 'payment-order',
  moves: false,
  subjects: (facts) =>
    bindingAgreements(facts)
      .filter((agreement) => agreement.signedOn && agreement.payments?.length && !hasOrder(facts, agreement))
      .map(({ id }) => id),
  blockers: (view, subject) => {
    const refused = refusedRemedy(view.facts, subject, 'payment-order')
    if (refused.length) return refused
    const breach = breachOf(view, subject)
    return contradictionIf(!breach || moneyOwed(breach) <= 0n, '没有到期而未支付的款项', 'breach-suit')
  },
  section: 'court.paymentOrders',
  mode: 'append',
  ask: ['obligors', 'amount', 'court', 'appliedOn'],
  required: ['amount', 'court'],
  defaults: (view, subject) => {
    const breach = breachOf(view, subject)
    const owing = (breach?.failures ?? []).filter(({ owed }) => owed > 0n)
    return {
      id: nextId('Z', view.facts.court.paymentOrders),
      agreement: subject,
      obligors: [...new Set(owing.flatMap(({ obligors }) => obligors))],
      ...(breach && { amount: yuanOf(moneyOwed(breach)) }),
      appliedOn: view.today,
    }
  },
  refuse: (_, item, subject) => [
    ...contradictionIf(item.agreement !== subject, `支付令所依的应为协议 ${subject}`, 'breach-suit', {
      key: 'agreement',
    }),
  ],
})

/** Whether an order was applied for and neither dismissed nor lapsed. */
function hasOrder({ court }: Facts, { id }: Agreement): boolean {
  return court.paymentOrders.some(
    ({ agreement, result }) => agreement === id && result !== 'dismissed' && result !== 'lapsed',
  )
}
