import { isLeftOpen } from '../../../facts/closing.ts'
import { paidOn } from '../../../facts/instalments.ts'
import { type Fen, fenOf, showYuan } from '../../../facts/money.ts'
import { cite } from '../../../regulation/cite.ts'
import { unpaidInstalments } from '../../../stages/breach.ts'
import { inPayment, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const paymentsUnpaid = defineRule({
  id: 'payments/unpaid',
  severity: 'error',
  about: 'omission',
  matter: 'enforcement',
  title: '到期的款项付清',
  why: '不履行或者不完全履行的，应当及时催告、申请强制执行或者起诉，逾期会丧失申请执行的机会。',
  mend: '已付的补录付款；未付的，催告后申请强制执行（经确认的协议、判决）或者起诉（未经确认的协议）。',
  reads: ['today'],
  *check(scope) {
    for (const instalment of unpaidInstalments(scope)) {
      const { dueOn, amount, id } = instalment.payment
      const paid = paidOn(scope.facts, instalment)
      const message = unpaid(id, dueOn, fenOf(amount), paid)
      // Named as left open at the closing: the debt stands, and the office has said so.
      const severity = isLeftOpen(scope.facts, id) ? 'warning' : 'error'
      yield at(instalment.payment, 'amount', message, { code: id, severity })
    }
  },
  examples: {
    accept: [
      { title: '都已付清', change: unchanged },
      {
        title: '付款日是今天',
        today: '2025-08-20',
        change: (documents) => {
          delete documents.payments
        },
      },
    ],
    reject: [
      {
        title: '少付一分',
        change: inPayment((payment) => {
          payment.amount = '59999.99'
        }),
      },
      {
        title: '付款日已过而没有付款',
        today: '2025-08-21',
        change: (documents) => {
          delete documents.payments
        },
      },
    ],
  },
})

const unpaid = (id: string, dueOn: string, amount: Fen, paid: Fen) =>
  `款项 ${id} 应于 ${dueOn} 支付 ${showYuan(amount)}，已付 ${showYuan(paid)}，尚欠 ${showYuan(amount - paid)}。${cite('enforcement')}；请催告，并依执行依据申请强制执行或者起诉。`
