import { describe, expect, test } from 'vitest'
import type { Agreement, ScheduledPayment, Substitute } from '../../src/core/facts/documents.ts'
import { all, type Change, found, severitiesAndCodes } from './mends.ts'

const inAgreement =
  (change: (agreement: Agreement) => void): Change =>
  ({ agreements }) => {
    const [agreement] = agreements?.agreements ?? []
    if (agreement) change(agreement)
  }

const paying = (...payments: readonly ScheduledPayment[]): Change =>
  inAgreement((agreement) => {
    agreement.payments = [...payments]
  })

const partly: Change = ({ appraisals }) => {
  for (const appraisal of appraisals?.appraisals ?? []) appraisal.restorability = 'partial'
}

describe('第二十六条第四项: instalments', () => {
  const first = { id: 'P1', obligor: 'o1', dueOn: '2025-08-20', amount: '60000.00' }

  test('two obligors who pay once each, on different days, pay in no instalments', () => {
    const once = paying(first, { id: 'P2', obligor: 'o2', dueOn: '2025-09-22', amount: '40000.00' })
    expect(severitiesAndCodes('agreement/bond', once)).toEqual([])
  })

  test('one who pays on two days does', () => {
    const twice = paying(first, { id: 'P2', obligor: 'o1', dueOn: '2025-09-22', amount: '40000.00' })
    expect(severitiesAndCodes('agreement/bond', twice)).toEqual(['warning'])
  })

  const bonded = inAgreement((agreement) => {
    agreement.substitutes = [{ mode: 'instalments', amount: '60000.00', consentedOn: '2025-07-24' }]
    agreement.performanceBond = { amount: '10000.00' }
  })

  test.each([
    ['2025-08-20', []],
    ['2025-08-21', ['warning unpaid']],
  ])('a bond not paid by %s, the first instalment being due on 2025-08-20: %j', (on, expected) => {
    expect(severitiesAndCodes('agreement/bond', bonded, on)).toEqual(expected)
  })

  const amended = (dueOn: string): Change =>
    all(partly, bonded, ({ agreements }) => {
      const [agreement] = agreements?.agreements ?? []
      const { payments = [], ...rest } = agreement ?? { id: 'G1', obligors: ['o1'] }
      const [one, two] = payments
      if (!agreement || !one || !two) return
      const substitute: Substitute = {
        mode: 'instalments',
        reason: '资金周转困难',
        consentedOn: '2026-10-10',
      }
      agreements?.agreements.push({
        ...rest,
        id: 'G2',
        amends: 'G1',
        signedOn: '2026-10-12',
        substitutes: [substitute],
        payments: [one, { ...two, dueOn }],
      })
    })

  test.each([
    ['2028-07-24', []],
    ['2028-07-25', ['warning amended']],
    ['2029-10-12', ['warning amended']],
    ['2029-10-13', ['error longest']],
  ])('agreed 2025-07-24, amended 2026-10-12, last due %s: %j', (dueOn, expected) => {
    expect(severitiesAndCodes('agreement/instalments', amended(dueOn))).toEqual(expected)
  })

  test('in a restorable case they are a warning that speaks of paying, not of restoring instead', () => {
    const silent = inAgreement(({ payments = [] }) => {
      for (const payment of payments) payment.heads = []
    })
    expect(found('agreement/substitute-not-allowed', bonded)).toEqual([])
    const [finding] = found('agreement/substitute-not-allowed', all(bonded, silent))
    expect(finding).toMatchObject({ severity: 'warning', code: 'restorable' })
    expect(finding?.message).toContain('付款的方式')
    expect(finding?.message).not.toContain('请改为修复')
  })
})

describe('第二十六条第三项: 赔偿义务人…投入抵扣', () => {
  const offset = (amount: string, investment: string, joint = false): Change =>
    all(
      partly,
      inAgreement((agreement) => {
        agreement.shares = [
          { obligors: ['o1'], amount: '100000.00', joint },
          { obligors: ['o2'], amount: '200000.00', joint },
        ]
        agreement.substitutes = [
          { mode: 'tech-upgrade', obligors: ['o1'], amount, investment, consentedOn: '2025-07-24' },
        ]
      }),
    )

  test('his own share offset in full, a third of the total, is a warning', () => {
    expect(severitiesAndCodes('agreement/tech-upgrade-cap', offset('100000.00', '200000.00'))).toEqual([
      'warning share',
    ])
  })

  test('half of his own share is not; nor is more where all are bound together', () => {
    expect(severitiesAndCodes('agreement/tech-upgrade-cap', offset('50000.00', '200000.00'))).toEqual([])
    expect(severitiesAndCodes('agreement/tech-upgrade-cap', offset('100000.00', '200000.00', true))).toEqual(
      [],
    )
  })

  test('more cannot be offset than was invested', () => {
    expect(severitiesAndCodes('agreement/tech-upgrade-cap', offset('50000.00', '50000.00'))).toEqual([])
    expect(severitiesAndCodes('agreement/tech-upgrade-cap', offset('50000.00', '49999.99'))).toEqual([
      'warning investment',
    ])
  })
})
