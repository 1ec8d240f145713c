import { draftContradictions } from '../../../drafts/contradictions.ts'
import { wordPatterns } from '../../../drafts/words.ts'
import { bindingAgreements } from '../../../facts/agreements.ts'
import type { Clause } from '../../../facts/documents.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const clauseFigures = defineRule({
  id: 'agreement/clause-figures',
  severity: 'error',
  about: 'breach',
  severityStays: 'record',
  matter: 'agreement-contents',
  contradiction: true,
  title: '协议条款里的金额和日期与协议的记录一致',
  why: '协议书同时印出条款和记录的金额、日期；两处不同，就不知道约定的是哪一个，期限和应付金额也会算错。',
  mend: '对照签订的文本，用 ejc amend 更正写错的一处：条款，或者记录的金额、付款安排、修复约定。',
  *check({ facts, regulation }) {
    const totals = wordPatterns(regulation.pack.drafts?.totals)
    for (const agreement of bindingAgreements(facts)) {
      const { clauses } = agreement
      if (!clauses) continue
      const texts = Object.fromEntries(
        Object.entries(clauses).map(([code, clause]) => [code, textOf(clause)]),
      )
      for (const { code, clause, message } of draftContradictions(texts, agreement, totals))
        yield at(clauses, clause, `条款${message}，请核对。`, { code })
    }
  },
  examples: {
    accept: [
      { title: '条款没有写金额和日期', change: unchanged },
      {
        title: '条款与记录一致',
        change: inClauses({
          liability: '赔偿总额300,000.00元（大写：叁拾万元整），其中修复费用200,000元。',
          restorationSchedule: '自二〇二五年九月二十五日起至2026年3月31日止。',
        }),
      },
      {
        title: '总额的一部分不是总额',
        change: inClauses({ liability: '赔偿总额的30%，即90,000元，先行支付。' }),
      },
      {
        title: '取样的日期不是修复的期限',
        change: inClauses({ restorationSchedule: '2025年2月11日取样的断面达标后验收。' }),
      },
    ],
    reject: [
      {
        title: '总额不同',
        finds: ['error total agreements.agreements.0.clauses.liability'],
        change: inClauses({ liability: '赔偿总额为人民币50万元。' }),
      },
      {
        title: '启动的日期不同',
        finds: ['error startBy agreements.agreements.0.clauses.restorationSchedule'],
        change: inClauses({ restorationSchedule: '2025年9月1日启动。' }),
      },
      {
        title: '付款的日期不同',
        finds: ['error payment-day agreements.agreements.0.clauses.performance'],
        change: inClauses({ performance: '2025年9月20日前支付60,000.00元。' }),
      },
      {
        title: '付款的金额不同',
        finds: ['error payment-amount agreements.agreements.0.clauses.performance'],
        change: inClauses({ performance: '2025年8月20日前支付5万元。' }),
      },
    ],
  },
})

const textOf = (clause: Clause | undefined): string => (typeof clause === 'string' ? clause : '')

function inClauses(texts: Readonly<Record<string, string>>) {
  return inAgreement((agreement) => {
    agreement.clauses = { ...agreement.clauses, ...texts }
  })
}
