import type { IsoDate } from '../../../calendar/dates.ts'
import { debtorsOf } from '../../../facts/debts.ts'
import type { PaymentOrder, Preservation, Suit } from '../../../facts/documents.ts'
import { preservedBeforeSuit } from '../../../facts/preservations.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inCourt, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const paymentOrderPreserved = defineRule({
  id: 'court/payment-order-preserved',
  severity: 'warning',
  about: 'breach',
  matter: 'payment-order-conditions',
  title: '申请诉前保全以后，不申请支付令',
  why: '债权人没有申请诉前保全，是人民法院受理支付令申请的条件之一；不受理的，款项仍要起诉才能要到，时间白费（此条未与原文核对）。',
  mend: '依法起诉，已经申请的支付令撤回申请，用「记录支付令结果」记为“撤回申请”；保全已经解除的，补录“解除保全日期”；人民法院已经受理并且发出支付令的，补录“支付令发出日期”。',
  *check({ facts }) {
    for (const order of facts.court.paymentOrders) {
      if (isAnswered(order)) continue
      const preservation = preservedBeforeSuit(facts, debtorsOf(facts, order), order.appliedOn)
      if (preservation) yield at(order, 'appliedOn', notTaken(order, preservation.appliedOn))
    }
  },
  examples: {
    accept: [
      { title: '没有申请支付令', change: unchanged },
      { title: '没有申请保全', change: applied() },
      { title: '以后才申请保全', change: applied({ appliedOn: '2026-03-02' }) },
      { title: '只保全证据', change: applied({ kind: 'evidence' }) },
      { title: '申请支付令以前保全已经解除', change: applied({ liftedOn: '2026-02-20' }) },
      { title: '保全的是别人的财产', change: applied({ obligors: ['o2'] }) },
      { title: '人民法院已经发出支付令', change: applied({}, { issuedOn: '2026-03-10' }) },
      { title: '已经撤回支付令的申请', change: applied({}, { result: 'withdrawn' }) },
      {
        title: '起诉以后申请的保全',
        change: applied({}, {}, [{ id: 'S1', obligors: ['o1'], filedOn: '2026-01-05' }]),
      },
    ],
    reject: [
      {
        title: '申请诉前保全以后申请支付令',
        finds: ['warning - court.paymentOrders.0.appliedOn'],
        says: ['2026-02-10', '未与原文核对'],
        change: applied({}),
      },
      {
        title: '同一天申请',
        finds: ['warning - court.paymentOrders.0.appliedOn'],
        change: applied({ appliedOn: '2026-03-01' }),
      },
      {
        title: '申请支付令以后才解除保全',
        finds: ['warning - court.paymentOrders.0.appliedOn'],
        change: applied({ liftedOn: '2026-03-05' }),
      },
      {
        title: '支付令没有写债务人，协议的当事人有被保全的',
        finds: ['warning - court.paymentOrders.0.appliedOn'],
        change: all(
          applied({}),
          inCourt(({ paymentOrders }) => {
            delete part(paymentOrders?.[0]).obligors
          }),
        ),
      },
    ],
  },
})

/** Whether the court has answered an application: what it made of the condition stands in its answer. */
function isAnswered({ issuedOn, effectiveOn, result }: PaymentOrder): boolean {
  return issuedOn !== undefined || effectiveOn !== undefined || result !== undefined
}

const notTaken = ({ id, appliedOn }: PaymentOrder, preservedOn: IsoDate) =>
  `已于 ${preservedOn} 申请诉前保全，又于 ${appliedOn} 申请支付令 ${id}。${cite('payment-order-conditions')}（未与原文核对）：债权人申请了诉前保全的，人民法院不受理支付令的申请；应当撤回申请（办「记录支付令结果」），依法起诉；请核对。`

/** An application for a payment order on 2026-03-01, and one for preservation on 2026-02-10 where it is given. */
function applied(
  preservation?: Partial<Preservation>,
  order: Partial<PaymentOrder> = {},
  suits: readonly Suit[] = [],
) {
  return inCourt((court) => {
    delete court.confirmations
    court.suits = [...suits]
    court.paymentOrders = [{ id: 'Z1', agreement: 'G1', obligors: ['o1'], appliedOn: '2026-03-01', ...order }]
    if (preservation)
      court.preservations = [{ kind: 'property', appliedOn: '2026-02-10', obligors: ['o1'], ...preservation }]
  })
}
