import { obligingAgreements } from '../../../facts/agreements.ts'
import { unrecordedSubstitutes } from '../../../facts/works.ts'
import { cite } from '../../../regulation/cite.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const substituteUnrecorded = defineRule({
  id: 'restoration/substitute-unrecorded',
  severity: 'notice',
  about: 'breach',
  severityStays: 'owed',
  unrecorded: '替代修复的落实',
  matter: 'substitute-supervision',
  title: '约定的替代修复有落实的记录',
  why: '免去的是效果评估，不是替代修复本身；没有落实的记录，折抵的金额就没有赔到位。',
  mend: '办理「启动修复」登记项目，完成后办理「记录修复完成」；劳务、技改核定折抵的，填写「抵扣核定日期」。',
  *check({ facts, regulation }) {
    if (facts.closing.closed) return
    for (const agreement of obligingAgreements(facts)) {
      for (const substitute of unrecordedSubstitutes(facts, agreement)) {
        const label = regulation.label('substituteModes', substitute.mode)
        yield at(substitute, [], unrecorded(agreement.id, label), { code: substitute.mode })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有替代修复', change: unchanged },
      {
        title: '劳务已经核定折抵',
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'labor', days: 30, acceptedOn: '2026-01-20' }]
        }),
      },
    ],
    reject: [
      {
        title: '约定劳务三十日，没有任何落实的记录',
        finds: ['notice labor agreements.agreements.0.substitutes.0'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'labor', days: 30 }]
        }),
      },
    ],
  },
})

const unrecorded = (id: string, label: string) =>
  `协议 ${id} 约定的「${label}」没有落实的记录。${cite('substitute-supervision')}：接受全程监督，确保落到实处；请登记项目，或者填写核定的日期。`
