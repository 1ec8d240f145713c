import { claimantUnits } from '../facts/claimants.ts'
import { debtorsOf } from '../facts/debts.ts'
import type { PaymentOrder } from '../facts/documents.ts'
import { fenOf } from '../facts/money.ts'
import type { CaseView } from '../view.ts'
import { amountInFull } from './amounts.ts'
import { collectFields, defineForm } from './define.ts'
import { asSentence, dateOrBlank, joinedNames, obligorNames, presentParts } from './fields.ts'
import { partiesOf } from './litigants.ts'
import { performedLines } from './performed.ts'

/** 支付令申请书: for money under an agreement that no court confirmed (`Z1`). */
export const paymentOrderApplication = defineForm({
  id: 'payment-order-application',
  phase: 'court',
  signing: /^申请人（盖章）/,
  datedOn: ({ court }, subject) => court.paymentOrders.find(({ id }) => id === subject)?.appliedOn,
  byHand: ['申请日期'],
  subjects: ({ facts }) => facts.court.paymentOrders.map(({ id }) => id),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const order = facts.court.paymentOrders.find(({ id }) => id === subject)
    const debtors = order ? debtorsOf(facts, order) : []
    const path = `court.paymentOrders${subject === null ? '' : `[${subject}]`}`
    const amount = need('请求事项', order?.amount, `${path}.amount`, 'apply-payment-order')
    const sides = { own: '申请人', other: '被申请人' }
    const fields = {
      当事人: { paragraphs: partiesOf(view, sides, debtors, order?.appliedOn, collector) },
      请求事项: amount
        ? `请求向被申请人${obligorNames(facts, debtors)}发出支付令，督促其向申请人给付${amountInFull(fenOf(amount))}。`
        : '',
      事实和理由: { paragraphs: order ? reasons(view, order, debtors) : [] },
      人民法院: need('人民法院', order?.court, `${path}.court`, 'apply-payment-order'),
      申请人: joinedNames(claimantUnits(facts)),
      申请日期: dateOrBlank(order?.appliedOn),
    }
    return collector.filled(fields)
  },
})

/** The agreement, and what was due and paid on it by the day of the application. */
function reasons(view: CaseView, order: PaymentOrder, debtors: readonly string[]): string[] {
  const { facts } = view
  const agreement = facts.agreements.find(({ id }) => id === order.agreement)
  const held = {
    ...{ reference: agreement?.id ?? '', obligors: debtors, debts: ['money'] as const, by: order.appliedOn },
  }
  return presentParts(
    agreement &&
      asSentence(
        `${dateOrBlank(agreement.signedOn)}，申请人与${obligorNames(facts, agreement.obligors)}签订生态环境损害赔偿协议`,
      ),
    ...performedLines(view, held),
  )
}
