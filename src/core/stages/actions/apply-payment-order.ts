import { bindingAgreements } from '../../facts/agreements.ts'
import type { Agreement } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { yuanOf } from '../../facts/money.ts'
import { nextId } from '../addresses.ts'
import { breachOf, moneyOwed } from '../breach.ts'
import { before, blockIf, defineAction } from '../define.ts'
import { refusedRemedy } from '../remedy.ts'

/** 申请支付令: for money under an agreement that the court did not confirm. 第二十四条、民事诉讼法 */
export const applyPaymentOrder = defineAction({
  id: 'apply-payment-order',
  title: '申请支付令',
  article: '民事诉讼法',
  moves: false,
  subjects: (facts) =>
    bindingAgreements(facts)
      .filter((agreement) => agreement.signedOn && agreement.payments?.length && !hasOrder(facts, agreement))
      .map(({ id }) => id),
  blockers: (view, subject) => {
    const refused = refusedRemedy(view.facts, subject ?? '', 'payment-order')
    if (refused.length) return refused
    const breach = breachOf(view, subject ?? '')
    return blockIf(!breach || moneyOwed(breach) <= 0n, '没有到期而未支付的款项', '第二十四条')
  },
  target: () => ({ document: 'court', path: ['paymentOrders'], mode: 'append' }),
  ask: ['obligors', 'amount', 'court', 'appliedOn'],
  required: ['amount', 'court'],
  defaults: (view, subject) => {
    const breach = breachOf(view, subject ?? '')
    const owing = (breach?.failures ?? []).filter(({ owed }) => owed > 0n)
    return {
      id: nextId('Z', view.facts.court.paymentOrders),
      agreement: subject,
      obligors: [...new Set(owing.flatMap(({ obligors }) => obligors))],
      ...(breach && { amount: yuanOf(moneyOwed(breach)) }),
      appliedOn: view.today,
    }
  },
  refuse: ({ facts }, item, subject) => [
    ...blockIf(item.agreement !== subject, `支付令所依的应为协议 ${subject}`, '第二十四条'),
    ...blockIf(
      before(item.appliedOn, facts.agreements.find(({ id }) => id === subject)?.signedOn),
      '申请支付令的日期早于协议签订日期',
      '第二十四条',
    ),
  ],
})

/** Whether an order was applied for and neither dismissed nor lapsed. */
function hasOrder({ court }: Facts, { id }: Agreement): boolean {
  return court.paymentOrders.some(
    ({ agreement, result }) => agreement === id && result !== 'dismissed' && result !== 'lapsed',
  )
}
