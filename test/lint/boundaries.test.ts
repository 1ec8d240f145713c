import { describe, expect, test } from 'vitest'
import type { Agreement, Substitute } from '../../src/core/facts/documents.ts'
import { all, inAgreement, inAppraisal, inCase, inInvestigation } from '../../src/core/lint/change.ts'
import { sampleToday } from '../../src/core/lint/sample.ts'
import { type Change, found, lines } from '../support/boundaries.ts'
import { findingText } from '../support/examples.ts'
import { settingOn } from '../support/setting.ts'

const takenOver = inCase((document) => {
  document.backfilled = { on: '2026-09-01', source: '台账.xlsx' }
})
const agreed = (terms: Partial<Agreement>): Change =>
  inAgreement((agreement) => {
    Object.assign(agreement, terms)
  })
const inInstalments: Substitute = { mode: 'instalments', amount: '100000.00', consentedOn: '2025-07-24' }

describe('第二十六条第四项: a bond for payment in instalments', () => {
  const bonded = (bond: Agreement['performanceBond'], more: Partial<Agreement> = {}) =>
    agreed({ substitutes: [inInstalments], ...(bond && { performanceBond: bond }), ...more })
  const unpaid = ['warning unpaid agreements.agreements.0.performanceBond']

  test('is missed after its own day, not on it', () => {
    const bond = bonded({ amount: '1.00', dueOn: '2025-08-01' })
    expect(lines('agreement/bond', bond, '2025-08-01')).toEqual([])
    expect(lines('agreement/bond', bond, '2025-08-02')).toEqual(unpaid)
  })

  test('without a day of its own is missed after that of the first payment', () => {
    const bond = bonded({ amount: '1.00' })
    expect(lines('agreement/bond', bond, '2025-08-20')).toEqual([])
    expect(lines('agreement/bond', bond, '2025-08-21')).toEqual(unpaid)
    const undated = bonded({ amount: '1.00' }, { payments: [{ id: 'P1', amount: '1.00' }] })
    expect(lines('agreement/bond', undated)).toEqual([])
  })

  test('is not missed once it was paid, or something else was accepted in its place', () => {
    const day = '2025-08-01'
    expect(lines('agreement/bond', bonded({ amount: '1.00', dueOn: day, paidOn: '2025-09-01' }))).toEqual([])
    expect(lines('agreement/bond', bonded({ amount: '1.00', dueOn: day, acceptedOn: '2025-09-01' }))).toEqual(
      [],
    )
  })
})

describe('第六条: the sums of an agreement taken over from a ledger', () => {
  const total = (amount: string, items: NonNullable<Agreement['compensation']>['items'] = []) =>
    agreed({ compensation: { items, total: amount } })

  test('of which only the total is known: what is to be paid is not more', () => {
    expect(lines('agreement/sum', all(takenOver, total('100000.00')))).toEqual([])
    expect(lines('agreement/sum', all(takenOver, total('99999.99')))).toEqual([
      'error payments agreements.agreements.0.payments',
    ])
    const unscheduled = agreed({ compensation: { items: [], total: '1.00' }, payments: [] })
    expect(lines('agreement/sum', all(takenOver, unscheduled))).toEqual([])
  })

  test('begun in ejc, or with its items, is held to all of its sums', () => {
    const all3 = ['total', 'shares', 'payments'].map((code) => {
      const place = code === 'total' ? 'compensation.total' : code
      return `error ${code} agreements.agreements.0.${place}`
    })
    expect(lines('agreement/sum', total('100000.00'))).toEqual(all3)
    const one = [{ head: 'service-loss', amount: '1.00', by: 'payment' as const, basis: '鉴定意见' }]
    expect(lines('agreement/sum', all(takenOver, total('100000.00', one)))).toEqual(all3)
  })
})

describe('第二十一条: an agreement that is said to be replaced', () => {
  const later = (other: Partial<Agreement>): Change =>
    all(agreed({ status: 'superseded' }), ({ agreements }) => {
      const [first] = agreements?.agreements ?? []
      if (!first) throw new Error('the sample has no agreement')
      const { status: _, ...terms } = structuredClone(first)
      agreements?.agreements.push({ ...terms, id: 'G2', ...other })
    })
  const open = ['warning superseded agreements.agreements.0.status']

  test('was replaced by what a later round agreed with one of its parties', () => {
    expect(lines('agreement/status', later({ round: 2, obligors: ['o9', 'o2'] }))).toEqual([])
    expect(lines('agreement/status', later({ round: 2, obligors: ['o9'] }))).toEqual(open)
    expect(lines('agreement/status', later({ round: 1 }))).toEqual(open)
  })

  test('was replaced by what amends it, once that is signed', () => {
    expect(lines('agreement/status', later({ amends: 'G1', obligors: ['o9'] }))).toEqual([])
    const unsigned = all(later({ amends: 'G1' }), ({ agreements }) => {
      delete agreements?.agreements[1]?.signedOn
    })
    expect(lines('agreement/status', unsigned)).toEqual(open)
  })

  test('or rescinded: the day alone is doubted otherwise than the day against the status', () => {
    const said = (status?: Agreement['status']) =>
      found('agreement/status', agreed({ rescindedOn: '2026-01-05', ...(status && { status }) })).map(
        ({ message }) => message,
      )
    expect(said()).toEqual([expect.stringContaining('暂按已经解除计算')])
    expect(said('in-force')).toEqual([expect.stringContaining('暂按写明的状态计算')])
    expect(said('rescinded')).toEqual([])
  })
})

describe('第二十六条: substitutes where the damage can be restored', () => {
  const { regulation } = settingOn(sampleToday)
  const articleOf = (substitute: Substitute) =>
    found('agreement/substitute-not-allowed', agreed({ substitutes: [substitute], payments: [] })).map(
      ({ severity, code, article }) => [severity, code, article],
    )

  test('instalments are doubted under their own article, other modes are refused', () => {
    expect(articleOf(inInstalments)).toEqual([['warning', 'restorable', regulation.articleOf('instalments')]])
    const upgrade = { mode: 'tech-upgrade', amount: '1.00', consentedOn: '2025-07-24' }
    expect(articleOf(upgrade)).toEqual([['error', 'restorable', regulation.articleOf('substitutes')]])
  })
})

describe('第十五条: a simple case', () => {
  const appraisedAs = (kind: 'expert-opinion' | 'forensic-opinion', loss: string): Change =>
    inAppraisal((appraisal) => {
      appraisal.kind = kind
      appraisal.amounts = [{ head: 'service-loss', amount: loss }]
    })
  const determined = (more: object = {}): Change =>
    inCase((document) => {
      document.simpleCase = { factsSimple: true, liabilityUndisputed: true, ...more }
    })
  const estimated = (loss: string | undefined): Change =>
    inCase(({ damage }) => {
      if (loss === undefined) delete damage.estimatedLoss
      else damage.estimatedLoss = loss
    })
  const review = ['warning review appraisals.appraisals.0.amounts']

  test('is reviewed where the loss comes out above the limit; no other case is', () => {
    expect(
      lines('appraisal/simple-case', all(appraisedAs('expert-opinion', '300000.01'), determined())),
    ).toEqual(review)
    expect(
      lines('appraisal/simple-case', all(appraisedAs('expert-opinion', '300000.00'), determined())),
    ).toEqual([])
    const reviewed = determined({ reviewedOn: '2025-05-06' })
    expect(lines('appraisal/simple-case', all(appraisedAs('expert-opinion', '300000.01'), reviewed))).toEqual(
      [],
    )
    expect(lines('appraisal/simple-case', appraisedAs('forensic-opinion', '300000.01'))).toEqual([])
  })

  test('of which a ledger does not say why it is simple: that is unsaid, unless something speaks against it', () => {
    const inLedger = (...changes: Change[]) =>
      found('appraisal/simple-case', all(takenOver, appraisedAs('expert-opinion', '1.00'), ...changes))
    const unsaid = expect.objectContaining({
      rule: 'case/backfilled',
      message: expect.stringContaining('简单案件的认定'),
    })
    expect(inLedger(estimated(undefined))).toEqual([unsaid])
    expect(inLedger(estimated('300000.00'))).toEqual([unsaid])
    const told = (...changes: Change[]) => inLedger(...changes).map(findingText)
    expect(told(estimated('300000.01'))).toEqual(['notice - appraisals.appraisals.0.kind'])
    expect(told(determined({ factsSimple: false }))).toEqual(['notice - appraisals.appraisals.0.kind'])
  })
})

describe('第十三条: an extension that was approved late', () => {
  const extended = (approvedOn: string): Change =>
    inInvestigation((investigation) => {
      investigation.extension = { approvedOn, approvedBy: { name: '许某' }, reason: '案情复杂' }
    })
  const byExperts = inAppraisal((appraisal) => {
    appraisal.kind = 'expert-opinion'
  })

  // 60 days from 2025-03-06 end on 2025-05-05; the appraisal from 03-12 to 04-10 adds 29 days: 2025-06-03.
  test('came after the last day, not on it', () => {
    expect(lines('deadline/late-extension', extended('2025-06-03'))).toEqual([])
    expect(lines('deadline/late-extension', extended('2025-06-04'))).toEqual([
      'error - investigation.extension.approvedOn',
    ])
  })

  // Whether the time of an expert opinion counts is unsettled. Strictly: 2025-05-05 is a holiday, so 05-06.
  test('is doubted where another reading of the text saves it, that day included', () => {
    const late = (day: string) => lines('deadline/late-extension', all(byExperts, extended(day)))
    expect(late('2025-05-06')).toEqual([])
    expect(late('2025-05-07')).toEqual(['warning - investigation.extension.approvedOn'])
    expect(late('2025-06-03')).toEqual(['warning - investigation.extension.approvedOn'])
    expect(late('2025-06-04')).toEqual(['error - investigation.extension.approvedOn'])
    const [doubted] = found('deadline/late-extension', all(byExperts, extended('2025-06-03')))
    expect(doubted?.message).toContain('鉴定评估时间不计入的读法下尚未届满')
  })
})

describe('第十六条: what a report must answer', () => {
  test.each([
    ['scope', '损害范围'],
    ['degree', '损害程度'],
    ['causation', '因果关系'],
    ['measures', '恢复措施'],
    ['restorability', '是否可以修复'],
  ] as const)('%s', (key, title) => {
    const lacking = inAppraisal((appraisal) => {
      delete appraisal[key]
    })
    expect(lines('appraisal/amounts', lacking)).toEqual(['warning contents appraisals.appraisals.0'])
    expect(found('appraisal/amounts', lacking).map(({ message }) => message)).toEqual([
      expect.stringContaining(title),
    ])
  })

  test('which part can be restored, where not all can', () => {
    const partly = (restorableArea: string) =>
      inAppraisal((appraisal) => {
        Object.assign(appraisal, { restorability: 'partial', restorableArea })
      })
    expect(lines('appraisal/amounts', partly(' '))).toEqual(['warning contents appraisals.appraisals.0'])
    expect(lines('appraisal/amounts', partly('河段上游 1 公里'))).toEqual([])
  })

  test('an expert of the panel names his pool', () => {
    const experts = ['甲', '乙', '丙'].map((name) => ({ name, body: '某大学', pool: '自治区专家库' }))
    const argued = (pool: string) =>
      inAppraisal((appraisal) => {
        const panel = { experts: experts.map((each, index) => (index ? each : { ...each, pool })) }
        appraisal.objections = [{ id: 'B1', by: 'o1', stillObjectedOn: '2025-04-30', panel }]
      })
    expect(lines('appraisal/panel', argued('自治区专家库'))).toEqual([])
    expect(lines('appraisal/panel', argued(' '))).toEqual([
      'warning pool appraisals.appraisals.0.objections.0.panel.experts.0.name',
    ])
  })
})
