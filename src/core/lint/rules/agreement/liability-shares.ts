import { type ContradictoryShare, contradictoryShares } from '../../../drafts/liability-shares.ts'
import { bindingAgreements } from '../../../facts/agreements.ts'
import { showYuan } from '../../../facts/money.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const liabilityShares = defineRule({
  id: 'agreement/liability-shares',
  severity: 'warning',
  about: 'breach',
  severityStays: 'record',
  matter: 'agreement-contents',
  contradiction: true,
  title: '条款里的责任比例与各义务人的份额一致',
  why: '条款写七成，份额只有一半，就不知道谁欠多少；一人不付时，向谁要、要多少都会有争议。',
  mend: '对照签订的文本，用 ejc amend 更正写错的一处：责任认定的条款，或者“责任份额”。',
  *check({ facts }) {
    for (const agreement of bindingAgreements(facts)) {
      const { clauses } = agreement
      const text = clauses?.liability
      if (!clauses || typeof text !== 'string') continue
      for (const share of contradictoryShares(text, agreement, facts.obligors))
        yield at(clauses, 'liability', contradiction(share))
    }
  },
  examples: {
    accept: [
      { title: '没有写比例', change: unchanged },
      {
        title: '比例与份额一致',
        change: shared('某造纸有限公司承担70%的责任，郑某承担30%的责任。', '210000.00', '90000.00'),
      },
      {
        title: '比例写成几成',
        change: shared('某造纸有限公司承担七成责任，郑某承担三成责任。', '210000.00', '90000.00'),
      },
      {
        title: '份额取整以后略有出入',
        change: shared('郑某承担30.3%的责任。', '210000.00', '90000.00'),
      },
      {
        title: '违约金的比例不是责任的比例',
        change: shared('郑某逾期付款的，按10%支付违约金。', '210000.00', '90000.00'),
      },
      {
        title: '连带责任人之间怎样分担，不影响共同的份额',
        change: inAgreement((agreement) => {
          agreement.clauses = { ...agreement.clauses, liability: '郑某承担80%的责任，双方连带。' }
        }),
      },
    ],
    reject: [
      {
        title: '比例与份额不同',
        finds: [
          'warning - agreements.agreements.0.clauses.liability',
          'warning - agreements.agreements.0.clauses.liability',
        ],
        says: ['50%', '70%'],
        change: shared('某造纸有限公司承担50%的责任，郑某承担50%的责任。', '210000.00', '90000.00'),
      },
      {
        title: '几人的比例写在一处',
        finds: [
          'warning - agreements.agreements.0.clauses.liability',
          'warning - agreements.agreements.0.clauses.liability',
        ],
        says: ['40%'],
        change: shared('某造纸有限公司、郑某分别承担60%、40%的赔偿责任。', '210000.00', '90000.00'),
      },
      {
        title: '只有一人的比例不同',
        finds: ['warning - agreements.agreements.0.clauses.liability'],
        change: shared('郑某承担四成责任。', '210000.00', '90000.00'),
      },
    ],
  },
})

function shared(liability: string, ...amounts: readonly string[]) {
  return inAgreement((agreement) => {
    agreement.clauses = { ...agreement.clauses, liability }
    agreement.shares = amounts.map((amount, index) => ({ obligors: [`o${index + 1}`], amount }))
  })
}

const contradiction = ({ name, said, recorded, amount }: ContradictoryShare): string =>
  `条款写明${name}承担 ${said}% 的责任，记录的份额 ${showYuan(amount)}是总额的 ${rounded(recorded)}%，请核对。`

const rounded = (percent: number): string => String(Number(percent.toFixed(1)))
