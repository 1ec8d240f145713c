import { claimantUnits } from '../facts/claimants.ts'
import { debtorsOf } from '../facts/debts.ts'
import type { PaymentOrder } from '../facts/documents.ts'
import { fenOf } from '../facts/money.ts'
import { preservedBeforeSuit } from '../facts/preservations.ts'
import type { CaseView } from '../view.ts'
import { amountInFull } from './amounts.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asSentence,
  dateOrBlank,
  type FieldCollector,
  joinedNames,
  obligorNames,
  presentParts,
} from './fields.ts'
import { partiesOf } from './litigants.ts'
import { partyWords } from './party-words.ts'
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
    const words = partyWords(view, sides.other, debtors, order?.appliedOn)
    const fields = {
      当事人: { paragraphs: partiesOf(view, sides, debtors, order?.appliedOn, collector, words) },
      请求事项: amount
        ? `请求向被申请人${words.behindSide}发出支付令，督促其向申请人给付${amountInFull(fenOf(amount))}。`
        : '',
      事实和理由: words.shortened({ paragraphs: order ? reasons(view, order, debtors) : [] }),
      受理条件: conditions(view, order, debtors, collector),
      人民法院: need('人民法院', order?.court, `${path}.court`, 'apply-payment-order'),
      申请人: joinedNames(claimantUnits(facts)),
      申请日期: dateOrBlank(order?.appliedOn),
    }
    return collector.filled(fields)
  },
})

/**
 * On what the court takes the application (`payment-order`, `payment-order-conditions`): no facts of the case, so they
 * are ticked when the paper is sealed. One that the record denies is missing.
 */
function conditions(
  { facts }: CaseView,
  order: PaymentOrder | undefined,
  debtors: readonly string[],
  { need }: FieldCollector,
): string {
  const preserved = preservedBeforeSuit(facts, debtors, order?.appliedOn)
  const unpreserved = preserved ? '' : '申请人未申请诉前保全'
  const ticked = [
    '申请人与被申请人没有其他债务纠纷',
    '支付令能够送达被申请人',
    need('受理条件', unpreserved, 'court.preservations', 'record-preservation'),
  ]
  if (!order || !unpreserved) return ''
  const boxes = ticked.map((each) => `□ ${each}`).join('；')
  return `上述事实有所附协议和证据为证，并经核对（属实的打√）：${boxes}。`
}

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
