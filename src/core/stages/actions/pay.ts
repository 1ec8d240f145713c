import type { Facts } from '../../facts/facts.ts'
import { type Instalment, instalments, paidInFullOn, paidOn } from '../../facts/instalments.ts'
import { fenOf, yuanOf } from '../../facts/money.ts'
import { isLoss, isOwedToTreasury } from '../../facts/treasury.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 记录付款: of an instalment, in full or in part, with where the money went. */
export const pay = defineAction({
  id: 'pay',
  title: '记录付款',
  matter: 'treasury',
  moves: false,
  subjects: (facts) => [...new Set(unpaid(facts).map(({ payment }) => payment.id))],
  blockers: () => [],
  section: 'payments.payments',
  mode: 'append',
  ask: ['amount', 'paidOn', 'destination', 'voucher'],
  required: ['destination'],
  defaults: ({ facts, today }, subject) => {
    const instalment = instalmentOf(facts, subject)
    if (!instalment) return {}
    const { payment, source } = instalment
    const owed = fenOf(payment.amount) - paidOn(facts, instalment)
    return {
      id: payment.id,
      ...('agreement' in source ? { agreement: source.agreement.id } : { suit: source.suit.id }),
      amount: yuanOf(owed),
      paidOn: today,
      destination: destinationOf(facts, instalment),
    }
  },
  refuse: (_, item, subject) => [
    ...contradictionIf(item.id !== subject, `付款应对应款项 ${subject}`, 'performance-terms', { key: 'id' }),
    ...contradictionIf(fenOf(item.amount) <= 0n, '实付金额应当大于零', 'performance-terms', {
      key: 'amount',
    }),
  ],
})

function unpaid(facts: Facts): Instalment[] {
  return instalments(facts).filter((instalment) => !paidInFullOn(facts, instalment))
}

function instalmentOf(facts: Facts, id: string): Instalment | undefined {
  return unpaid(facts).find(({ payment }) => payment.id === id)
}

/** Where the money goes: what must go to the treasury, what was agreed, else by what it is for. */
function destinationOf(facts: Facts, instalment: Instalment): string {
  const { destination, heads = [] } = instalment.payment
  if (isOwedToTreasury(facts, instalment)) return 'treasury'
  if (destination !== undefined) return destination
  if (heads.length === 0 || heads.some(isLoss)) return 'treasury'
  return heads.includes('clean-up-restoration') ? 'implementer' : 'cost-bearer'
}
