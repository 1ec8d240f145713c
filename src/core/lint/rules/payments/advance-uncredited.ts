import type { Documents, Payment } from '../../../facts/documents.ts'
import { instalments, isAdvance, uncreditedPayments } from '../../../facts/instalments.ts'
import { fenOf, showYuan } from '../../../facts/money.ts'
import { payerName } from '../../../facts/payers.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, inPayment, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const advanceUncredited = defineRule({
  id: 'payments/advance-uncredited',
  severity: 'warning',
  about: 'omission',
  severityStays: 'owed',
  unrecorded: '先付的款抵作哪一笔',
  matter: 'performance-terms',
  title: '先付的款写明抵作哪一笔',
  why: '应急处置费用、预付款在签约以前就付了，协议解除或者未予确认的，已付的款也还在；不写明抵作哪一笔，欠款就会算多，期满会误报逾期。',
  mend: '办理「把签约前的付款抵作应付款项」；不抵作赔偿的，退还后删去该笔记录。',
  *check({ facts }) {
    if (!instalments(facts).length) return
    for (const payment of uncreditedPayments(facts)) {
      const { id, amount, agreement } = payment
      const how = isAdvance(payment)
        ? `${payerName(facts, payment)}先付的`
        : `已经解除或者未予司法确认的协议 ${agreement} 项下付的`
      yield at(payment, [], uncredited(id, how, showYuan(fenOf(amount))), { code: id, keys: ['creditedTo'] })
    }
  },
  examples: {
    accept: [
      { title: '没有先付的款', change: unchanged },
      { title: '先付的款抵作第一笔', change: paidBefore({ creditedTo: 'P1' }) },
      {
        title: '协议没有要求付款',
        change: all(
          paidBefore({}),
          inAgreement((agreement) => {
            agreement.payments = []
          }),
        ),
      },
    ],
    reject: [
      {
        title: '先付的款没有写明抵作哪一笔',
        says: ['某造纸有限公司先付的 60,000.00 元（Y1）'],
        finds: ['warning Y1 payments.payments.0'],
        change: paidBefore({}),
      },
      {
        title: '协议解除后另签，此前付的款没有写明抵作哪一笔',
        says: ['协议 G1 项下付的 60,000.00 元（P1）'],
        finds: ['warning P1 payments.payments.0', 'warning P2 payments.payments.1'],
        change: agreedAnew,
      },
    ],
  },
})

/** What was paid on was rescinded, and another agreement made. */
function agreedAnew(documents: Documents): void {
  const [agreement] = documents.agreements?.agreements ?? []
  if (!agreement) return
  delete documents.court
  const payments = agreement.payments?.map((payment) => ({ ...payment, id: `N${payment.id}` })) ?? []
  documents.agreements?.agreements.push({ ...agreement, id: 'G9', payments, signedOn: '2025-10-10' })
  Object.assign(agreement, { status: 'rescinded', rescindedOn: '2025-09-30', rescissionReason: '情势变更' })
}

function paidBefore(credit: Pick<Payment, 'creditedTo'>) {
  return inPayment((payment) => {
    delete payment.agreement
    Object.assign(payment, { id: 'Y1', payer: 'o1', paidOn: '2025-03-10', ...credit })
  })
}

const uncredited = (id: string, how: string, amount: string) =>
  `${how} ${amount}（${id}）没有写明抵作协议或者裁判的哪一笔款项，计算欠款时没有计入（${cite('performance-terms')}）。请写明「抵作的款项」。`
