import { bindingAgreements } from '../../../facts/agreements.ts'
import type { Agreement } from '../../../facts/documents.ts'
import { type Fen, fenOf, percentOf, showYuan, sum } from '../../../facts/money.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { COSTS } from '../../support.ts'

export const techUpgradeCap = defineRule({
  id: 'agreement/tech-upgrade-cap',
  severity: 'error',
  article: '第二十六条',
  title: '技改抵扣不超过赔付金额的规定比例',
  why: '技改的受益人是义务人自己；抵扣过多，损害就没有赔到位。',
  mend: '降低抵扣额，或者以其他方式承担超出部分。',
  *check({ facts, regulation }) {
    const percent = regulation.percent('tech-upgrade')
    for (const agreement of bindingAgreements(facts)) {
      const { compensation, substitutes } = agreement
      const upgrades = (substitutes ?? []).filter(({ mode }) => mode === 'tech-upgrade')
      if (!compensation || !substitutes || upgrades.length === 0) continue
      const offset = sum(upgrades.map(({ amount }) => amount))
      const total = totalOf(compensation)
      const cap = percentOf(total, percent)
      const strictCap = percentOf(total - costsIn(compensation), percent)
      if (offset > cap) yield at(substitutes, [], exceeds(offset, percent, cap), { code: 'cap' })
      else if (offset > strictCap) {
        yield at(substitutes, [], exceedsStrict(offset, percent, strictCap), {
          code: 'strict',
          severity: 'warning',
        })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有技改抵扣', change: unchanged },
      { title: '恰好是不含调查、鉴定评估费用的一半', change: offsetOf('130000.00') },
    ],
    reject: [
      { title: '超过赔付金额的一半一分钱', change: offsetOf('150000.01') },
      { title: '恰好是赔付金额的一半，超过不含费用的一半', change: offsetOf('150000.00') },
      { title: '超过不含费用的一半一分钱', change: offsetOf('130000.01') },
    ],
  },
})

type Compensation = NonNullable<Agreement['compensation']>

function totalOf({ total, items }: Compensation): Fen {
  return total === undefined ? sum(items.map(({ amount }) => amount)) : fenOf(total)
}

function costsIn({ items }: Compensation): Fen {
  return sum(items.filter(({ head }) => head === COSTS).map(({ amount }) => amount))
}

function offsetOf(amount: string) {
  return inAgreement((agreement) => {
    agreement.substitutes = [{ mode: 'tech-upgrade', amount, consentedOn: '2025-07-24' }]
  })
}

const exceeds = (offset: Fen, percent: number, cap: Fen) =>
  `技改抵扣 ${showYuan(offset)}超过赔付金额的 ${percent}%（${showYuan(cap)}）。第二十六条：抵扣比例不得超过赔付金额的 ${percent}%；请降低抵扣额，或以其他方式承担超出部分。`

const exceedsStrict = (offset: Fen, percent: number, cap: Fen) =>
  `技改抵扣 ${showYuan(offset)}没有超过赔付金额的 ${percent}%，但超过扣除调查、鉴定评估费用后的 ${percent}%（${showYuan(cap)}）。第二十六条没有写明是否含费用；请从严掌握，或者说明理由。`
