import type { IsoDate } from '../../calendar/dates.ts'
import { agreementsBindingAnyone } from '../../facts/agreements.ts'
import { debtsOf } from '../../facts/debts.ts'
import type { Agreement } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { paidInFullOn } from '../../facts/instalments.ts'
import { sumFen, yuanOf } from '../../facts/money.ts'
import { hasOrder } from '../../facts/pursuit.ts'
import { type CaseView, viewBy } from '../../view.ts'
import { nextIdOfKind } from '../addresses.ts'
import { breachOf, type NonPerformance, withoutPursued } from '../breach.ts'
import { type AnswersSoFar, contradictionIf, defineAction } from '../define.ts'
import { preservedAlready, refusedRemedy } from '../remedy.ts'

/** 申请支付令: for money under an agreement that the court did not confirm. */
export const applyPaymentOrder = defineAction({
  id: 'apply-payment-order',
  title: '申请支付令',
  matter: 'payment-order',
  form: 'payment-order-application',
  moves: false,
  follows: 'sign',
  subjects: (facts) =>
    agreementsBindingAnyone(facts)
      .filter((agreement) => hasUnorderedMoney(facts, agreement))
      .map(({ id }) => id),
  blockers: (view, subject) => {
    const refused = refusedRemedy(view.facts, subject, 'payment-order')
    if (refused.length) return refused
    return contradictionIf(
      !unordered(view, subject).length,
      '没有到期而未支付、也没有申请支付令的款项',
      'breach-suit',
    )
  },
  section: 'court.paymentOrders',
  mode: 'append',
  ask: ['appliedOn', 'obligors', 'amount', 'court'],
  required: ['amount', 'court'],
  defaults: (view, subject) => {
    const { amount, obligors = [] } = owedOn(view, view.today, subject)
    return {
      id: nextIdOfKind('Z', view.facts.court.paymentOrders),
      agreement: subject,
      obligors,
      ...(amount !== undefined && { amount }),
      appliedOn: view.today,
    }
  },
  proposes: (view, { appliedOn }, subject) => owedOn(view, appliedOn, subject),
  refuse: ({ facts }, item, subject) => [
    ...preservedAlready(facts, namedIn(facts, item.obligors, subject), item.appliedOn).map((blocker) => ({
      ...blocker,
      key: 'obligors' as const,
    })),
    ...contradictionIf(item.agreement !== subject, `支付令所依的应为协议 ${subject}`, 'breach-suit', {
      key: 'agreement',
    }),
  ],
})

/** Who owed money on the day of an application, and how much in all, in 元. */
function owedOn(
  view: CaseView,
  day: IsoDate | undefined,
  subject: string,
): AnswersSoFar<'court.paymentOrders'> {
  const owing = unordered(viewBy(view, day), subject)
  const amount = sumFen(owing.map(({ owed }) => owed))
  return {
    obligors: [...new Set(owing.flatMap(({ obligors }) => obligors))],
    amount: amount > 0n ? yuanOf(amount) : undefined,
  }
}

/** Whom an application is against: those that it names, else all parties to the agreement. */
function namedIn(facts: Facts, named: readonly string[] | undefined, agreement: string): readonly string[] {
  return named?.length ? named : (facts.agreements.find(({ id }) => id === agreement)?.obligors ?? [])
}

/** The money that is overdue under an agreement and for which no order was applied for, of each obligor by himself. */
function unordered(view: CaseView, agreement: string): readonly NonPerformance[] {
  const breach = breachOf(view, agreement)
  const open = breach && withoutPursued(breach, (owed) => hasOrder(view.facts, owed))
  return (open?.failures ?? []).filter(({ kind }) => kind === 'money')
}

/** Whether anybody owes money under an agreement, due now or later, for which no order was applied for. */
function hasUnorderedMoney(facts: Facts, { id: reference }: Agreement): boolean {
  return debtsOf(facts, reference)
    .flatMap(({ obligor, instalments }) => instalments.map((instalment) => ({ obligor, instalment })))
    .some(({ obligor, instalment }) => {
      const { dueOn } = instalment.payment
      return !paidInFullOn(facts, instalment) && !hasOrder(facts, { reference, obligor, dueOn })
    })
}
