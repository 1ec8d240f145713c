import { bindingAgreements } from '../../../facts/agreements.ts'
import { CLAIM_COSTS } from '../../../facts/destinations.ts'
import type { Agreement, Compensation } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { type Fen, fenOf, percentOf, showYuan, sum } from '../../../facts/money.ts'
import { obligorName } from '../../../facts/queries.ts'
import { compensationTotal } from '../../../facts/shares.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, part, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'

export const techUpgradeCap = defineRule({
  id: 'agreement/tech-upgrade-cap',
  severity: 'error',
  about: 'breach',
  matter: 'tech-upgrade',
  title: '技改抵扣不超过赔付金额的规定比例',
  why: '技改的受益人是义务人自己；抵扣过多，损害就没有赔到位。',
  mend: '降低抵扣额，或者以其他方式承担超出部分。',
  *check({ facts, regulation }) {
    for (const agreement of bindingAgreements(facts)) {
      const percent = regulation.percent('tech-upgrade', agreement.signedOn)
      if (percent === undefined) continue
      const { compensation, substitutes } = agreement
      const upgrades = (substitutes ?? []).filter(({ mode }) => mode === 'tech-upgrade')
      if (!compensation || !substitutes || upgrades.length === 0) continue
      const offset = sum(upgrades.map(({ amount }) => amount))
      const total = compensationTotal(compensation)
      const cap = percentOf(total, percent)
      const strictCap = percentOf(total - costsIn(compensation), percent)
      if (offset > cap) yield at(substitutes, [], exceeds(offset, percent, cap), { code: 'cap' })
      else if (offset > strictCap) {
        yield at(substitutes, [], exceedsStrict(offset, percent, strictCap), {
          code: 'strict',
          severity: 'warning',
        })
      } else yield* aboveOwnShare(facts, agreement, percent)
      for (const upgrade of upgrades) {
        const { amount, investment } = upgrade
        if (!amount || !investment || fenOf(amount) <= fenOf(investment)) continue
        const message = aboveInvestment(fenOf(amount), fenOf(investment))
        yield at(upgrade, 'investment', message, { code: 'investment', severity: 'warning' })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有技改抵扣', change: unchanged },
      { title: '恰好是不含调查、鉴定评估费用的上限', change: offsetOf('130000.00') },
      { title: '恰好是本人份额的上限', change: offsetInShares('90000.00', '45000.00') },
      {
        title: '技改抵扣与投入相同',
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'tech-upgrade', amount: '60000.00', investment: '60000.00' }]
        }),
      },
      { title: '还没有写明投入', change: offsetOf('60000.00') },
      {
        title: '没有写明赔偿的协议',
        change: all(
          offsetOf('60000.00'),
          inAgreement((agreement) => {
            delete agreement.compensation
          }),
        ),
      },
      {
        title: '其他替代方式不计入技改抵扣',
        change: inAgreement((agreement) => {
          agreement.substitutes = [
            { mode: 'labor', amount: '200000.00' },
            { mode: 'tech-upgrade', amount: '130000.00' },
          ]
        }),
      },
      {
        title: '连带承担的份额，按总额计算',
        change: all(
          offsetInShares('90000.00', '45000.01'),
          inAgreement(({ shares }) => {
            for (const share of shares ?? []) share.joint = true
          }),
        ),
      },
      {
        title: '别人的技改抵扣不计入本人份额',
        change: all(
          offsetInShares('90000.00', '45000.00'),
          inAgreement(({ substitutes }) => {
            substitutes?.push(
              { mode: 'tech-upgrade', obligors: ['o2'], amount: '45000.00' },
              { mode: 'tech-upgrade', obligors: ['o1', 'o2'], amount: '1.00' },
              { mode: 'tech-upgrade', obligors: [], amount: '1.00' },
              { mode: 'labor', obligors: ['o1'], amount: '1.00' },
            )
          }),
        ),
      },
      {
        title: '总额按分项计算，恰好是上限',
        change: all(
          offsetOf('130000.00'),
          inAgreement(({ compensation }) => {
            delete part(compensation).total
          }),
        ),
      },
    ],
    reject: [
      {
        title: '超过赔付金额的上限一分钱',
        finds: ['error cap agreements.agreements.0.substitutes'],
        change: offsetOf('150000.01'),
      },
      {
        title: '恰好是赔付金额的上限，超过不含费用的上限',
        finds: ['warning strict agreements.agreements.0.substitutes'],
        change: offsetOf('150000.00'),
      },
      {
        title: '超过不含费用的上限一分钱',
        finds: ['warning strict agreements.agreements.0.substitutes'],
        change: offsetOf('130000.01'),
      },
      {
        title: '超过本人份额的上限一分钱',
        finds: ['warning share agreements.agreements.0.substitutes'],
        change: offsetInShares('90000.00', '45000.01'),
      },
      {
        title: '抵扣多于投入',
        finds: ['warning investment agreements.agreements.0.substitutes.0.investment'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'tech-upgrade', amount: '60000.00', investment: '59999.99' }]
        }),
      },
      {
        title: '几项技改抵扣合计超过上限一分钱',
        finds: ['error cap agreements.agreements.0.substitutes'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [
            { mode: 'tech-upgrade', amount: '100000.00' },
            { mode: 'tech-upgrade', amount: '50000.01' },
          ]
        }),
      },
      {
        title: '总额按分项计算，超过上限一分钱',
        finds: ['error cap agreements.agreements.0.substitutes'],
        change: all(
          offsetOf('150000.01'),
          inAgreement(({ compensation }) => {
            delete part(compensation).total
          }),
        ),
      },
    ],
  },
})

/** Where shares are not joint, each is checked alone: 赔偿义务人…投入抵扣. */
function* aboveOwnShare(facts: Facts, agreement: Agreement, percent: number): Iterable<FindingDraft> {
  const { shares = [], substitutes = [] } = agreement
  const [, second] = shares
  if (!second) return
  for (const { obligors, amount, joint } of shares) {
    const own = substitutes.filter(
      (each) =>
        each.mode === 'tech-upgrade' &&
        each.obligors?.length &&
        each.obligors.every((id) => obligors.includes(id)),
    )
    const offset = sum(own.map((each) => each.amount))
    const cap = percentOf(fenOf(amount), percent)
    if (joint || offset <= cap) continue
    const names = obligors.map((id) => obligorName(facts, id)).join('、')
    const message = exceedsShare(names, offset, percent, cap)
    yield at(substitutes, [], message, { code: 'share', severity: 'warning' })
  }
}

function offsetInShares(share: string, amount: string) {
  return inAgreement((agreement) => {
    agreement.shares = [
      { obligors: ['o1'], amount: share },
      { obligors: ['o2'], amount: share },
    ]
    agreement.substitutes = [{ mode: 'tech-upgrade', obligors: ['o1'], amount, consentedOn: '2025-07-24' }]
  })
}

function costsIn({ items }: Compensation): Fen {
  return sum(items.filter(({ head }) => head === CLAIM_COSTS).map(({ amount }) => amount))
}

function offsetOf(amount: string) {
  return inAgreement((agreement) => {
    agreement.substitutes = [{ mode: 'tech-upgrade', amount, consentedOn: '2025-07-24' }]
  })
}

const exceeds = (offset: Fen, percent: number, cap: Fen) =>
  `技改抵扣 ${showYuan(offset)}超过赔付金额的 ${percent}%（${showYuan(cap)}）。${cite('tech-upgrade')}：抵扣比例不得超过赔付金额的 ${percent}%；请降低抵扣额，或以其他方式承担超出部分。`

const exceedsShare = (names: string, offset: Fen, percent: number, cap: Fen) =>
  `${names}技改抵扣 ${showYuan(offset)}，超过其份额的 ${percent}%（${showYuan(cap)}）。${cite('tech-upgrade')}没有写明按总额还是按各人的赔付金额；请从严掌握，或者说明理由。`

const aboveInvestment = (amount: Fen, investment: Fen) =>
  `技改抵扣 ${showYuan(amount)}，多于投入的 ${showYuan(investment)}。${cite('tech-upgrade')}：以技术升级改造等投入抵扣；请核对投入和抵扣额。`

const exceedsStrict = (offset: Fen, percent: number, cap: Fen) =>
  `技改抵扣 ${showYuan(offset)}没有超过赔付金额的 ${percent}%，但超过扣除调查、鉴定评估费用后的 ${percent}%（${showYuan(cap)}）。${cite('tech-upgrade')}没有写明是否含费用；请从严掌握，或者说明理由。`
