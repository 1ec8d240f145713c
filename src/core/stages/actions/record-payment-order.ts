import type { PaymentOrder } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'

/** 支付令结果: issued, objected to, effective, lapsed or taken back; once effective it can be enforced. */
export const recordPaymentOrder = defineAction({
  id: 'record-payment-order',
  title: '记录支付令结果',
  matter: 'payment-order',
  moves: false,
  follows: 'apply-payment-order',
  subjects: ({ court }) => court.paymentOrders.filter(isUnderWay).map(({ id }) => id),
  blockers: () => [],
  section: 'court.paymentOrders[]',
  at: (facts, subject) => [indexOf(facts, subject)],
  mode: 'upsert',
  ask: ['issuedOn', 'servedOn', 'objectedOn', 'effectiveOn', 'result', 'number'],
  defaults: ({ facts }, subject) => {
    const order = facts.court.paymentOrders[indexOf(facts, subject)]
    return { id: subject, ...(order && { appliedOn: order.appliedOn }) }
  },
  refuse: ({ facts }, item, subject) => {
    const order = facts.court.paymentOrders[indexOf(facts, subject)]
    const effective = item.effectiveOn !== undefined || item.result === 'effective'
    return [
      ...contradictionIf(
        item.result === 'effective' && item.effectiveOn === undefined,
        '支付令生效的，应当写明“支付令生效日期”',
        'payment-order',
        { key: 'effectiveOn' },
      ),
      ...blockIf(
        effective && (item.objectedOn ?? order?.objectedOn) !== undefined,
        '债务人提出异议的支付令不生效；应当提起诉讼',
        'payment-order',
        { key: 'effectiveOn' },
      ),
    ]
  },
})

function isUnderWay({ result }: PaymentOrder): boolean {
  return result === undefined || result === 'effective'
}

function indexOf({ court }: Facts, subject: string): number {
  return court.paymentOrders.findIndex(({ id }) => id === subject)
}
