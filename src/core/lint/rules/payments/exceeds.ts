import { instalments, paymentsOn } from '../../../facts/instalments.ts'
import { type Fen, fenOf, showYuan, sum } from '../../../facts/money.ts'
import { cite } from '../../../regulation/cite.ts'
import { inPayment, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const paymentsExceed = defineRule({
  id: 'payments/exceeds',
  severity: 'warning',
  about: 'breach',
  severityStays: 'record',
  matter: 'use-of-funds',
  contradiction: true,
  title: '实付不超过应付',
  why: '多付的款项要退还；多半是同一笔付款录了两次。',
  mend: '核对票据，删除重复的记录；确实多付的，办理退还。',
  *check({ facts }) {
    for (const instalment of instalments(facts)) {
      const payments = paymentsOn(facts, instalment)
      const paid = sum(payments.map(({ amount }) => amount))
      const owed = fenOf(instalment.payment.amount)
      const last = payments.at(-1)
      if (last && paid > owed) yield at(last, 'amount', exceeds(last.id, paid, owed), { code: last.id })
    }
  },
  examples: {
    accept: [{ title: '与应付相同', change: unchanged }],
    reject: [
      {
        title: '多付一分',
        finds: ['warning P1 payments.payments.0.amount'],
        change: inPayment((payment) => {
          payment.amount = '60000.01'
        }),
      },
    ],
  },
})

const exceeds = (id: string, paid: Fen, owed: Fen) =>
  `款项 ${id} 已付 ${showYuan(paid)}，超过应付的 ${showYuan(owed)}。请核对票据，删除重复记录，或者办理退还（${cite('use-of-funds')}）。`
