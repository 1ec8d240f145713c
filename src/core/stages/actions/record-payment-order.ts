import type { PaymentOrder } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 支付令结果: issued, objected to, effective or lapsed; once effective it can be enforced. 民事诉讼法 */
export const recordPaymentOrder = defineAction({
  id: 'record-payment-order',
  title: '记录支付令结果',
  article: '民事诉讼法',
  moves: false,
  subjects: ({ court }) => court.paymentOrders.filter(isOpen).map(({ id }) => id),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'court',
    path: ['paymentOrders', indexOf(facts, subject)],
    mode: 'upsert',
  }),
  ask: ['issuedOn', 'servedOn', 'objectedOn', 'effectiveOn', 'result', 'number'],
  defaults: ({ facts }, subject) => {
    const order = facts.court.paymentOrders[indexOf(facts, subject)]
    return { id: subject, ...(order && { appliedOn: order.appliedOn }) }
  },
  refuse: ({ facts }, item, subject) => {
    const order = facts.court.paymentOrders[indexOf(facts, subject)]
    const effective = item.effectiveOn !== undefined || item.result === 'effective'
    return [
      ...blockIf(
        item.result === 'effective' && item.effectiveOn === undefined,
        '支付令生效的，应当写明“支付令生效日期”',
        '民事诉讼法',
      ),
      ...blockIf(
        effective && (item.objectedOn ?? order?.objectedOn) !== undefined,
        '债务人提出异议的支付令不生效；应当提起诉讼',
        '民事诉讼法',
      ),
      ...blockIf(before(item.effectiveOn, order?.appliedOn), '生效日期早于申请日期', '民事诉讼法'),
    ]
  },
})

function isOpen({ result }: PaymentOrder): boolean {
  return result === undefined || result === 'effective'
}

function indexOf({ court }: Facts, subject: string | null): number {
  return court.paymentOrders.findIndex(({ id }) => id === subject)
}
