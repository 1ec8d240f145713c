import type { Payment } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { instalments, paidInFullOn, uncreditedPayments } from '../../facts/instalments.ts'
import { fenOf, showYuan } from '../../facts/money.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 先付的款抵作应付款项: what was paid before an agreement or a judgment, once one of them asks for money. */
export const creditPayment = defineAction({
  id: 'credit-payment',
  title: '把签约前的付款抵作应付款项',
  matter: 'performance-terms',
  moves: false,
  follows: 'pay',
  after: 'pay',
  subjects: (facts) =>
    owedIds(facts).length ? [...new Set(uncreditedPayments(facts).map(({ id }) => id))] : [],
  about: (facts, subject) => {
    const paid = advanceOf(facts, subject)
    return paid ? `${paid.paidOn} 付的 ${showYuan(fenOf(paid.amount))}` : subject
  },
  blockers: () => [],
  section: 'payments.payments[]',
  at: (facts, subject) => {
    const paid = advanceOf(facts, subject)
    return [paid ? facts.payments.indexOf(paid) : -1]
  },
  mode: 'upsert',
  ask: ['creditedTo'],
  required: ['creditedTo'],
  choices: ({ facts }) => ({ creditedTo: owedIds(facts).map((code) => ({ code, label: `款项 ${code}` })) }),
  // The section is there already: what identifies it goes with the item, which must be whole by itself.
  defaults: ({ facts }, subject) => {
    const { id, amount, paidOn } = advanceOf(facts, subject) ?? {}
    const [only, ...others] = owedIds(facts)
    return { id, amount, paidOn, ...(only && !others.length && { creditedTo: only }) }
  },
  refuse: ({ facts }, { creditedTo = '' }) =>
    contradictionIf(
      !owedIds(facts).includes(creditedTo),
      `${creditedTo} 不是尚未付清的应付款项`,
      'performance-terms',
      { key: 'creditedTo' },
    ),
})

function advanceOf(facts: Facts, id: string): Payment | undefined {
  return uncreditedPayments(facts).find((paid) => paid.id === id)
}

/** What is still owed under an agreement or a judgment. */
function owedIds(facts: Facts): string[] {
  const owed = instalments(facts).filter((instalment) => !paidInFullOn(facts, instalment))
  return [...new Set(owed.map(({ payment }) => payment.id))]
}
