import type { Payment } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { instalments, paymentsOn } from '../../../facts/instalments.ts'
import { isOwedToTreasury } from '../../../facts/treasury.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAppraisal, inPayment, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { says } from '../../support.ts'

/** Where compensation proper may go: the treasury, or the court on its way there. */
const lawful = new Set(['treasury', 'court-account'])

export const paymentsDestination = defineRule({
  id: 'payments/destination',
  severity: 'error',
  about: 'breach',
  matter: 'treasury',
  title: '赔偿资金缴入同级国库',
  why: '不能修复又不开展替代修复的，赔偿资金是政府非税收入，截留、挪用要追究责任。',
  mend: '核对票据上的收款账户；没有缴入国库的，办理上缴。',
  *check({ facts, regulation }) {
    const own = new Set(mustGoToTreasury(facts))
    for (const payment of facts.payments) {
      const { destination, note } = payment
      if (!destination)
        yield at(payment, [], noDestination(payment.id), { code: 'missing', severity: 'warning' })
      else if (own.has(payment) && !lawful.has(destination)) {
        const label = regulation.label('paymentDestinations', destination)
        yield at(payment, 'destination', notTreasury(payment.id, label), { code: 'treasury' })
      } else if (destination === 'other' && !says(note)) {
        yield at(payment, 'destination', unexplained(payment.id), { code: 'other', severity: 'warning' })
      }
    }
  },
  examples: {
    accept: [
      { title: '缴入国库', change: unchanged },
      {
        title: '可以修复的案件，款项付给实施单位',
        change: inPayment((payment) => {
          payment.destination = 'implementer'
        }),
      },
    ],
    reject: [
      {
        title: '无法修复而没有缴入国库',
        change: all(
          inAppraisal((appraisal) => {
            appraisal.restorability = 'none'
          }),
          inPayment((payment) => {
            payment.destination = 'implementer'
          }),
        ),
      },
      {
        title: '没有写明去向',
        change: inPayment((payment) => {
          delete payment.destination
        }),
      },
    ],
  },
})

/** Payments for losses in a case that can't be fully restored and has no substitute restoration: `treasury`. */
function mustGoToTreasury(facts: Facts): Payment[] {
  return instalments(facts)
    .filter((instalment) => isOwedToTreasury(facts, instalment))
    .flatMap((instalment) => paymentsOn(facts, instalment))
}

const noDestination = (id: string) =>
  `付款 ${id} 没有写明资金去向。请按票据上的收款账户填写「实际去向」（${cite('treasury')}）。`

const notTreasury = (id: string, label: string) =>
  `付款 ${id} 的去向是${label}。${cite('treasury')}：无法完全修复又不开展替代修复的，赔偿资金缴入同级国库；请办理上缴。`

const unexplained = (id: string) =>
  `付款 ${id} 的去向是「其他」，没有说明。请在「付款说明」写明（${cite('treasury')}）。`
