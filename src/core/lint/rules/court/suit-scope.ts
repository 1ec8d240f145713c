import type { Suit } from '../../../facts/documents.ts'
import { isScopeOpen } from '../../../facts/suit-scope.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const suitScope = defineRule({
  id: 'court/suit-scope',
  severity: 'warning',
  about: 'omission',
  unrecorded: '起诉的范围',
  matter: 'breach-suit',
  title: '因违反协议起诉的，写明起诉的是哪一部分',
  why: '裁判只取代起诉的部分，协议的其余部分继续履行，各有各的时效；没有写明的，只能按起诉时已经到期的全部推算。',
  mend: '核对起诉状，填写「起诉的债务种类」和「起诉的各期款项」。',
  *check({ facts }) {
    for (const suit of facts.court.suits) {
      const agreement = facts.agreements.find(({ id }) => id === suit.agreement)
      if (!agreement || suit.filedOn === undefined || !isScopeOpen(facts, suit, agreement)) continue
      yield at(suit, 'agreement', open(suit.id, agreement.id), { code: suit.id })
    }
  },
  examples: {
    accept: [
      { title: '没有起诉', change: unchanged },
      { title: '起诉时款项都已到期', change: moneyAloneSued({ filedOn: '2026-03-02' }) },
      {
        title: '写明只起诉第一期',
        change: moneyAloneSued({ filedOn: '2025-08-01', debts: ['money'], instalments: ['P1'] }),
      },
    ],
    reject: [
      {
        title: '款项与修复并存，没有写明',
        finds: ['warning S1 court.suits.0.agreement'],
        change: sued({ filedOn: '2026-03-02' }),
      },
      {
        title: '起诉时还有款项没有到期，没有写明',
        finds: ['warning S1 court.suits.0.agreement'],
        change: moneyAloneSued({ filedOn: '2025-01-02' }),
      },
    ],
  },
})

function sued(more: Partial<Suit>) {
  return inCourt((court) => {
    court.suits = [{ id: 'S1', obligors: ['o1'], agreement: 'G1', ...more }]
  })
}

function moneyAloneSued(more: Partial<Suit>) {
  return all(
    inAgreement((agreement) => {
      delete agreement.restoration
      delete agreement.substitutes
      for (const item of agreement.compensation?.items ?? []) item.by = 'payment'
    }),
    inAgreement((agreement) => {
      const items = agreement.compensation?.items ?? []
      agreement.payments = items.map(({ amount }, index) => ({
        id: `P${index + 1}`,
        dueOn: '2025-08-20',
        amount,
      }))
    }),
    sued(more),
  )
}

const open = (suit: string, agreement: string) =>
  `诉讼 ${suit} 没有写明起诉的是协议 ${agreement} 的哪一部分，按起诉时已经到期的全部推算；没有起诉的部分仍按协议履行，时效照走（${cite('breach-suit')}）。请按起诉状填写。`
