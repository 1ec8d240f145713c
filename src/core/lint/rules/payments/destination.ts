import { destinations, isLawfulForLosses } from '../../../facts/destinations.ts'
import type { Documents, Payment } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { type Instalment, instalments, paymentsOn, uncreditedPayments } from '../../../facts/instalments.ts'
import {
  isDepositedForNothing,
  isNothingToRestore,
  isNothingToRestoreYet,
  isOwedToTreasury,
} from '../../../facts/treasury.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { all, inAgreement, inAppraisal, inPayment, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const paymentsDestination = defineRule({
  id: 'payments/destination',
  severity: 'error',
  about: 'breach',
  matter: 'treasury',
  title: '赔偿资金缴入同级国库',
  why: '不能修复又不开展替代修复的，赔偿资金是政府非税收入，截留、挪用要追究责任。',
  mend: '核对票据上的收款账户；没有缴入国库的，办理上缴。',
  *check({ facts, regulation }) {
    const own = new Set(paidOnEach(facts, isOwedToTreasury))
    const unusable = new Set(paidOnEach(facts, isNothingToRestore))
    const early = new Set(isNothingToRestoreYet(facts) ? uncreditedPayments(facts) : [])
    for (const { payment } of instalments(facts).filter((each) => isDepositedForNothing(facts, each)))
      yield at(payment, 'destination', deposit(payment.id), { code: 'deposit', severity: 'notice' })
    for (const payment of facts.payments) {
      const { destination, note } = payment
      if (!destination)
        yield at(payment, [], noDestination(payment.id), {
          code: 'missing',
          severity: 'warning',
          unrecorded: '资金去向',
          keys: ['destination'],
        })
      else if (own.has(payment) && !isLawfulForLosses(destination)) {
        const label = regulation.label('paymentDestinations', destination)
        yield at(payment, 'destination', notTreasury(payment.id, label), { code: 'treasury' })
      } else if (unusable.has(payment) && destination === destinations.implementer) {
        yield at(payment, 'destination', nothingToRestore(payment.id), { code: 'implementer' })
      } else if (early.has(payment) && destination === destinations.implementer) {
        // A substitute may still be agreed.
        const more = { code: 'implementer', severity: 'warning' as const }
        yield at(payment, 'destination', nothingToRestore(payment.id), more)
      } else if (destination === destinations.other && !saysSomething(note)) {
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
      {
        title: '部分可以修复的案件，修复费用付给实施单位',
        change: all(
          inAppraisal((appraisal) => {
            appraisal.restorability = 'partial'
          }),
          costsToImplementer,
        ),
      },
      {
        title: '无法修复而经同意异地修复，修复费用付给实施单位',
        change: all(
          inAppraisal((appraisal) => {
            appraisal.restorability = 'none'
          }),
          inAgreement((agreement) => {
            agreement.substitutes = [
              { mode: 'off-site', consentedOn: '2025-07-24', argument: '专家论证意见' },
            ]
          }),
          costsToImplementer,
        ),
      },
      {
        title: '约定提存、已写明替代修复的，提存到公证处',
        change: all(
          deposited('notarial-deposit'),
          inAgreement((agreement) => {
            agreement.substitutes = [
              { mode: 'off-site', consentedOn: '2025-07-24', argument: '专家论证意见' },
            ]
          }),
        ),
      },
    ],
    reject: [
      {
        title: '约定提存，没有写明替代修复',
        finds: ['notice deposit agreements.agreements.0.payments.0.destination'],
        change: deposited('notarial-deposit'),
      },
      {
        title: '无法修复，签约以前付给实施单位的款',
        finds: ['warning implementer payments.payments.0.destination'],
        change: all(
          inAppraisal((appraisal) => {
            appraisal.restorability = 'none'
          }),
          inPayment((payment) => {
            delete payment.agreement
            Object.assign(payment, { id: 'Y1', payer: 'o1', destination: 'implementer' })
          }),
          (documents) => {
            delete documents.agreements
            delete documents.court
            delete documents.restoration
          },
        ),
      },
      {
        title: '约定缴入国库，却提存到公证处',
        finds: ['error treasury payments.payments.0.destination'],
        change: deposited('treasury'),
      },
      {
        title: '无法修复又没有替代修复，修复费用付给实施单位',
        finds: ['error implementer payments.payments.0.destination'],
        change: all(
          inAppraisal((appraisal) => {
            appraisal.restorability = 'none'
          }),
          costsToImplementer,
        ),
      },
      {
        title: '无法修复而没有缴入国库',
        finds: ['error treasury payments.payments.0.destination'],
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
        finds: ['warning missing payments.payments.0'],
        change: inPayment((payment) => {
          delete payment.destination
        }),
      },
    ],
  },
})

/** The payments on the instalments for which `holds` is true. */
function paidOnEach(facts: Facts, holds: (facts: Facts, instalment: Instalment) => boolean): Payment[] {
  return instalments(facts)
    .filter((instalment) => holds(facts, instalment))
    .flatMap((instalment) => paymentsOn(facts, instalment))
}

/** Nothing can be restored; the money was agreed to go somewhere, and was deposited with a notary. */
function deposited(agreed: string) {
  return all(
    inAppraisal((appraisal) => {
      appraisal.restorability = 'none'
    }),
    inAgreement((agreement) => {
      delete agreement.substitutes
      for (const payment of agreement.payments ?? []) payment.destination = agreed
    }),
    inPayment((payment) => {
      payment.destination = 'notarial-deposit'
    }),
  )
}

/** The restoration costs of the sample, paid in money to an implementer. */
function costsToImplementer(documents: Documents): void {
  inAgreement(({ payments = [] }) => {
    for (const payment of payments) payment.heads = ['clean-up-restoration']
  })(documents)
  inPayment((payment) => {
    payment.destination = 'implementer'
  })(documents)
}

const noDestination = (id: string) =>
  `付款 ${id} 没有写明资金去向。请按票据上的收款账户填写「实际去向」（${cite('treasury')}）。`

const deposit = (id: string) =>
  `款项 ${id} 约定提存到公证处，没有写明用于哪一项替代修复。${cite('treasury')}：无法完全修复又不开展替代修复的，赔偿资金缴入同级国库；有替代修复的写入「替代履行方式」，没有的办理上缴。`

const notTreasury = (id: string, label: string) =>
  `付款 ${id} 的去向是${label}。${cite('treasury')}：无法完全修复又不开展替代修复的，赔偿资金缴入同级国库；请办理上缴。`

const nothingToRestore = (id: string) =>
  `付款 ${id} 付给了修复实施单位，而鉴定评估认定无法修复，也没有替代修复。${cite('treasury')}：赔偿义务人不开展替代修复的，赔偿资金缴入同级国库；请办理上缴，已支出的清除费用付给费用承担单位。`

const unexplained = (id: string) =>
  `付款 ${id} 的去向是「其他」，没有说明。请在「付款说明」写明（${cite('treasury')}）。`
