import type { Facts } from '../../facts/facts.ts'
import { type Instalment, instalments, paidInFullOn, paidOn } from '../../facts/instalments.ts'
import { fenOf, yuanOf } from '../../facts/money.ts'
import { isLoss, isOwedToTreasury } from '../../facts/treasury.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 记录付款: of an instalment, in full or in part, with where the money went. 第二十一条、第三十五条 */
export const pay = defineAction({
  id: 'pay',
  title: '记录付款',
  article: '第三十五条',
  moves: false,
  subjects: (facts) => [...new Set(unpaid(facts).map(({ payment }) => payment.id))],
  blockers: () => [],
  target: () => ({ document: 'payments', path: ['payments'], mode: 'append' }),
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
  refuse: ({ facts }, item, subject) => {
    const instalment = instalmentOf(facts, subject)
    const source = instalment?.source
    const setOn = source && ('agreement' in source ? source.agreement.signedOn : source.suit.judgedOn)
    return [
      ...blockIf(item.id !== subject, `付款应对应款项 ${subject}`, '第二十一条'),
      ...blockIf(fenOf(String(item.amount)) <= 0n, '实付金额应当大于零', '第二十一条'),
      ...blockIf(before(item.paidOn, setOn), '付款日期早于确定该款项的协议或者裁判', '第二十一条'),
    ]
  },
})

function unpaid(facts: Facts): Instalment[] {
  return instalments(facts).filter((instalment) => !paidInFullOn(facts, instalment))
}

function instalmentOf(facts: Facts, id: string | null): Instalment | undefined {
  return unpaid(facts).find(({ payment }) => payment.id === id)
}

/** Where the money goes: what must go to the treasury, what was agreed, else by what it is for. 第三十五条、第六条 */
function destinationOf(facts: Facts, instalment: Instalment): string {
  const { destination, heads = [] } = instalment.payment
  if (isOwedToTreasury(facts, instalment)) return 'treasury'
  if (destination !== undefined) return destination
  if (heads.length === 0 || heads.some(isLoss)) return 'treasury'
  return heads.includes('clean-up-restoration') ? 'implementer' : 'cost-bearer'
}
