import { describe, expect, it } from 'vitest'
import type { Appraisal, CaseDocument } from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import {
  amountSmall,
  appraisalsAboveLimit,
  isPoliceOpinion,
  isTreatedAsSimple,
  simpleAppraisals,
  simpleCaseDoubts,
  simpleCaseTest,
  simpleCeiling,
} from '../../src/core/stages/simple-case.ts'
import type { CaseView } from '../../src/core/view.ts'
import { type Given, step, upToConclusion, upToScreening } from '../support/step.ts'

const file = sampleDocuments().case
const { estimatedLoss: _, ...unestimated } = file.damage
const determined = { factsSimple: true, liabilityUndisputed: true } as const
const simple = (
  simpleCase: CaseDocument['simpleCase'],
  estimatedLoss: string | null = '300000.00',
): Given => ({
  ...upToConclusion,
  case: {
    ...(simpleCase && { simpleCase }),
    damage: { ...unestimated, ...(estimatedLoss !== null && { estimatedLoss }) },
  },
})
const viewOf = (given: Given): CaseView => step('screen', given).view
const doubts = (given: Given) => simpleCaseDoubts(viewOf(given))

/** The same case under a text that sets no amount. */
const unlimited = (given: Given): CaseView => {
  const view = viewOf(given)
  return { ...view, regulation: { ...view.regulation, amount: () => undefined } }
}

describe('the three conditions of a simple case (第十五条第二款)', () => {
  it('are told one by one, with why each holds', () => {
    expect(simpleCaseTest(viewOf(simple(determined)))).toEqual([
      { id: 'facts', title: '损害事实简单', doubts: [], holds: true, why: '已认定事实清楚、因果关系明确' },
      {
        id: 'liability',
        title: '责任认定无争议',
        doubts: [],
        holds: true,
        why: '已认定各方对责任认定和划分无争议',
      },
      {
        id: 'amount',
        title: '损害较小',
        doubts: [],
        holds: true,
        why: '初步估算 300,000.00 元（不含调查、鉴定评估费用），不超过 300,000.00 元',
      },
    ])
  })

  it('or why it does not', () => {
    expect(doubts(simple(undefined, '300000.01'))).toEqual([
      '未认定损害事实简单',
      '未认定责任无争议',
      '初步估算 300,000.01 元，超过 300,000.00 元',
    ])
    expect(doubts(simple({ ...determined, factsSimple: false }))).toEqual(['未认定损害事实简单'])
    expect(doubts(simple({ ...determined, liabilityUndisputed: false }))).toEqual(['未认定责任无争议'])
    expect(doubts(simple(determined, null))).toEqual(['未记录初步估算的损害数额'])
  })

  it('need the word of each obligor, where the record names those who gave it', () => {
    expect(doubts(simple({ ...determined, undisputedBy: ['o1', 'o2'] }))).toEqual([])
    expect(doubts(simple({ ...determined, undisputedBy: ['o1'] }))).toEqual(['郑某未确认责任无争议'])
    expect(doubts(simple({ ...determined, undisputedBy: [] }))).toEqual([
      '某造纸有限公司、郑某未确认责任无争议',
    ])
    const terminations = [{ obligors: ['o2'], ground: 'no-assets', decidedOn: '2025-06-15' }]
    const alone = { ...simple({ ...determined, undisputedBy: ['o1'] }), closing: { terminations } }
    expect(doubts(alone)).toEqual([])
    const both = viewOf(simple({ factsSimple: true, undisputedBy: ['o1'] }))
    expect(simpleCaseTest(both)[1]?.why).toBe('未认定责任无争议；郑某未确认责任无争议')
  })

  it('are two where the text sets no amount', () => {
    expect(simpleCaseTest(unlimited(simple(determined, null))).map(({ id }) => id)).toEqual([
      'facts',
      'liability',
    ])
    expect(amountSmall(unlimited(simple(determined, null)))).toMatchObject({ holds: true, doubts: [] })
    expect(amountSmall(unlimited(simple(determined, '900000.00'))).holds).toBe(true)
  })

  it('go by the amount of the day of the initiation', () => {
    expect(simpleCeiling(viewOf(upToConclusion))).toBe('300000.00')
    const days: (string | undefined)[] = []
    const asking = (given: Given): CaseView => {
      const view = viewOf(given)
      const amount: CaseView['regulation']['amount'] = (id, on) => {
        days.push(on)
        return view.regulation.amount(id, on)
      }
      return { ...view, regulation: { ...view.regulation, amount } }
    }
    for (const given of [upToConclusion, upToScreening, { investigation: {} }]) simpleCeiling(asking(given))
    expect(days).toEqual(['2025-03-06', undefined, undefined])
  })
})

describe('the ways of appraisal that only a simple case allows', () => {
  const appraisal = (more: Partial<Appraisal> = {}): Appraisal => ({
    id: 'A1',
    kind: 'expert-opinion',
    receivedOn: '2025-04-10',
    ...more,
  })
  const appraised = (...appraisals: Appraisal[]): Given => ({ ...upToConclusion, appraisals: { appraisals } })
  const police = { commissionedBy: ['public-security'] }

  it('are an opinion of experts and a comprehensive determination, but not the opinion of the police alone', () => {
    const ids = (...all: Appraisal[]) => simpleAppraisals(viewOf(appraised(...all)).facts).map(({ id }) => id)
    expect(ids(appraisal(), appraisal({ id: 'A2', kind: 'comprehensive-determination' }))).toEqual([
      'A1',
      'A2',
    ])
    expect(ids(appraisal({ kind: 'forensic-opinion' }), appraisal({ kind: 'appraisal-report' }))).toEqual([])
    expect(ids(appraisal(police))).toEqual([])
    expect(ids(appraisal({ commissionedBy: ['public-security', 'obligee'] }))).toEqual(['A1'])
    expect(ids(appraisal({ ...police, kind: 'comprehensive-determination' }))).toEqual(['A1'])
    expect(isPoliceOpinion('expert-opinion')).toBe(false)
    expect(isPoliceOpinion('expert-opinion', ['public-security'])).toBe(true)
    expect(isPoliceOpinion('appraisal-report', ['public-security'])).toBe(false)
  })

  it('make a case one that is treated as simple, as its determination does', () => {
    const treated = (given: Given) => isTreatedAsSimple(viewOf(given).facts)
    expect(treated(upToConclusion)).toBe(false)
    expect(treated(appraised(appraisal()))).toBe(true)
    expect(treated(simple({ ...determined, determinedOn: '2025-03-20' }))).toBe(true)
    expect(treated(simple(determined))).toBe(false)
  })

  const losses = (...amounts: [head: string, amount: string][]) =>
    appraisal({ amounts: amounts.map(([head, amount]) => ({ head, amount })) })

  it('find a loss above the limit, the costs of the claim left out', () => {
    const above = (view: CaseView) => appraisalsAboveLimit(view).map(({ loss }) => loss)
    const costs: [string, string] = ['investigation-appraisal', '40000.00']
    const over = appraised(losses(['service-loss', '300000.00'], ['permanent-loss', '0.01'], costs))
    expect(above(viewOf(over))).toEqual([30000001n])
    expect(above(viewOf(appraised(losses(['service-loss', '300000.00'], costs))))).toEqual([])
    expect(above(viewOf(appraised(appraisal())))).toEqual([])
    expect(above(unlimited(over))).toEqual([])
    const withdrawn = { ...losses(['service-loss', '900000.00']), withdrawnOn: '2025-05-06' }
    expect(above(viewOf(appraised(withdrawn)))).toEqual([])
  })
})
