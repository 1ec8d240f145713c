import { describe, expect, it } from 'vitest'
import type { Agreement, Payment, ScheduledPayment } from '../../src/core/facts/documents.ts'
import { aboutText } from '../../src/core/stages/about.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { type Given, step, upToAgreement, upToConclusion, upToScreening } from '../support/step.ts'

const today = '2026-11-24'
const owed = (id: string, more: Partial<ScheduledPayment> = {}): ScheduledPayment => ({
  id,
  obligor: 'o1',
  dueOn: '2025-08-20',
  amount: '60000.00',
  ...more,
})

const agreed = (more: Partial<Agreement> = {}, ...paid: Payment[]): Given => ({
  ...upToAgreement,
  agreements: {
    agreements: [
      { id: 'G1', round: 1, obligors: ['o1'], signedOn: '2025-07-24', payments: [owed('P1')], ...more },
    ],
  },
  payments: { payments: paid },
})
const part = {
  id: 'P1',
  agreement: 'G1',
  amount: '20000.00',
  paidOn: '2025-08-15',
  destination: 'treasury',
} as const
const advance = (payer: Payment['payer'], more: Partial<Payment> = {}): Payment => ({
  id: 'Y1',
  ...(payer && { payer }),
  amount: '100.00',
  paidOn: '2025-06-01',
  destination: 'cost-bearer',
  ...more,
})

describe('付款: of what', () => {
  it.each<[string, Given, string[]]>([
    ['of an instalment, and in advance of those not bound yet', agreed(), ['P1', 'o2']],
    ['of what is left of an instalment', agreed({}, part), ['P1', 'o2']],
    ['not of what was paid in full', agreed({}, { ...part, amount: '60000.00' }), ['o2']],
    ['in advance of everybody after the initiation', upToConclusion, ['o1', 'o2']],
    ['not before it', upToScreening, []],
    ['not before it, with a first file', { ...upToScreening, investigation: {} }, []],
    [
      'not in advance of one at an end',
      {
        ...upToConclusion,
        closing: { terminations: [{ obligors: ['o1'], ground: 'no-assets', decidedOn: '2025-06-01' }] },
      },
      ['o2'],
    ],
    [
      'once of a number that an agreement and a judgment share',
      {
        ...agreed(),
        court: {
          suits: [
            {
              id: 'S1',
              obligors: ['o2'],
              effectiveOn: '2026-01-01',
              result: 'won',
              payments: [owed('P1', { obligor: 'o2' })],
            },
          ],
        },
      },
      ['P1'],
    ],
  ])('%s', (_, given, subjects) => {
    expect(step('pay', given).subjects).toEqual(subjects)
  })

  it('is asked of instalments, in words that tell it from an advance', () => {
    const { view, advised, blocked } = step('pay', agreed())
    expect([advised('P1'), advised('o2'), blocked('P1')]).toEqual([true, false, []])
    const about = (subject: string) => aboutText(view, actionOf('pay') ?? {}, subject)
    expect([about('P1'), about('o2')]).toEqual(['款项 P1', '郑某签订协议以前的付款（o2）'])
  })

  it('tells its instalments apart by who owes, what is left, and by when', () => {
    const { details } = actionOf('pay') ?? {}
    const { facts } = step('pay', agreed({}, part)).view
    expect(details?.(facts, 'P1')).toMatch(/40,000\.00 元 \d{4}-\d{2}-\d{2} 到期$/u)
    expect(details?.(facts, 'o2')).toBe('')
  })

  it('proposes what is left, with the agreement or the judgment', () => {
    expect(step('pay', agreed({}, part)).known('P1')).toEqual({
      id: 'P1',
      agreement: 'G1',
      amount: '40000.00',
      paidOn: today,
      destination: 'treasury',
    })
    const judged: Given = {
      ...upToConclusion,
      court: {
        suits: [
          { id: 'S1', obligors: ['o1'], effectiveOn: '2026-01-01', result: 'won', payments: [owed('P3')] },
        ],
      },
    }
    expect(step('pay', judged).known('P3')).toMatchObject({ id: 'P3', suit: 'S1', amount: '60000.00' })
    expect(step('pay', judged).known('P3')).not.toHaveProperty('agreement')
    expect(step('pay', agreed()).known('P9')).toEqual({})
    expect(step('pay', upToConclusion).known('o2')).toEqual({ id: 'Y1', payer: 'o2', paidOn: today })
    const second = { ...upToConclusion, payments: { payments: [advance('o2')] } }
    expect(step('pay', second).known('o1')).toEqual({
      ...{ id: 'Y2', payer: 'o1', paidOn: today },
      destination: 'cost-bearer',
    })
  })

  it('proposes where the last payment for the same went, unless the agreement or the law says where', () => {
    const heads = ['clean-up-restoration']
    const payments = [owed('P1', { heads }), owed('P2', { heads }), owed('P3', { heads: ['service-loss'] })]
    const given = (...paid: Payment[]) => step('pay', agreed({ payments }, ...paid))
    const first = { ...part, amount: '60000.00', destination: 'court-account' }
    expect(given().known('P2').destination).not.toBe('court-account')
    expect(given(first).known('P2').destination).toBe('court-account')
    expect(given(first).known('P3').destination).toBe('treasury')
    const said = [owed('P1', { heads }), owed('P2', { heads, destination: 'notarial-deposit' })]
    expect(step('pay', agreed({ payments: said }, first)).known('P2').destination).toBe('notarial-deposit')
  })
})

describe('付款: what is refused', () => {
  it.each<[string, string, Record<string, unknown>, string[]]>([
    ['what is left', 'P1', {}, []],
    ['another instalment', 'P1', { id: 'P2' }, ['performance-terms id']],
    ['nothing', 'P1', { amount: '0.00' }, ['performance-terms amount']],
    ['one 分', 'P1', { amount: '0.01' }, []],
    ['no amount', 'P1', { amount: undefined }, ['performance-terms amount']],
    ['an advance of himself', 'o2', { amount: '1.00' }, []],
    ['an advance of another', 'o2', { amount: '1.00', payer: 'o1' }, ['performance-terms payer']],
    ['an advance of nobody', 'o2', { amount: '1.00', payer: undefined }, ['performance-terms payer']],
  ])('%s', (_, subject, item, expected) => {
    expect(step('pay', agreed({}, part)).refused(subject, item)).toEqual(expected)
  })

  it('the same money twice, but for a voucher of its own', () => {
    const { refused } = step('pay', agreed({}, { ...part, voucher: 'E7' }))
    const same = { amount: '20000.00', paidOn: '2025-08-15', voucher: 'E7' }
    const twice = ['performance-terms voucher,amount,paidOn']
    expect(refused('P1', same)).toEqual(twice)
    expect(refused('P1', { ...same, amount: '20000' })).toEqual(twice)
    const second = { ...part, id: 'P2', voucher: 'E7' }
    expect(step('pay', agreed({}, second)).refused('P1', same)).toEqual([])
    for (const other of [{ voucher: 'E8' }, { voucher: undefined }, { paidOn: today }, { amount: '1.00' }])
      expect(refused('P1', { ...same, ...other })).toEqual([])
  })

  it('the same advance of the same obligor twice, whatever its number', () => {
    const paid = (...payments: Payment[]) => step('pay', { ...upToConclusion, payments: { payments } })
    const item = { amount: '100.00', paidOn: '2025-06-01' }
    const twice = ['performance-terms voucher,amount,paidOn']
    expect(paid(advance('o1')).refused('o1', item)).toEqual(twice)
    expect(paid(advance('o2')).refused('o1', item)).toEqual([])
    const insurer = { name: '某保险公司', relation: 'insurer' as const, obligor: 'o1' }
    expect(paid(advance(insurer)).refused('o1', item)).toEqual(twice)
    const { obligor: _, ...unnamed } = insurer
    expect(paid(advance(undefined)).refused('o1', { ...item, payer: unnamed })).toEqual([
      'performance-terms payer',
    ])
    expect(paid(advance('o1', { id: 'Y9' })).refused('o1', { ...item, id: 'Y9' })).toEqual(twice)
  })
})

describe('履约保证金 (第二十六条第四项)', () => {
  const twoDays = [owed('P1'), owed('P2', { dueOn: '2025-12-31' })]

  it.each<[string, Partial<Agreement>, string[]]>([
    ['where one pays on one day', {}, []],
    ['where one pays on several days', { payments: twoDays }, ['G1']],
    [
      'where two pay, each on one day',
      { payments: [owed('P1'), owed('P2', { obligor: 'o2', dueOn: '2025-12-31' })] },
      [],
    ],
    ['where instalments were agreed', { substitutes: [{ mode: 'instalments' }] }, ['G1']],
    ['where it was agreed', { performanceBond: { amount: '1000.00' } }, ['G1']],
    ['not once it was paid', { payments: twoDays, performanceBond: { amount: '1.00', paidOn: today } }, []],
    ['not where the agreement was rescinded', { payments: twoDays, status: 'rescinded' }, []],
    ['where there is no money', { payments: undefined }, []],
  ] as [string, Partial<Agreement>, string[]][])('is asked %s: %#', (_, more, subjects) => {
    expect(step('pay-bond', agreed(more)).subjects).toEqual(subjects)
  })

  it('keeps what was agreed, and is more than nothing', () => {
    const bond = step('pay-bond', agreed({ performanceBond: { amount: '1000.00' } }))
    expect(bond.known('G1')).toEqual({ amount: '1000.00', paidOn: today })
    const asked = step('pay-bond', agreed({ performanceBond: { amount: '1000.00', form: '现金' } }))
    // How it was provided does not change what the signed agreement says.
    expect(asked.action.ask).not.toContain('form')
    expect(asked.known('G1')).toMatchObject({ form: '现金', providedAs: '现金' })
    expect(step('pay-bond', agreed()).known('G1')).toEqual({ paidOn: today })
    expect(bond.known('G9')).toEqual({ paidOn: today })
    expect(bond.refused('G1', { amount: '0.00' })).toEqual(['performance-bond amount'])
    expect(bond.refused('G1', { amount: '0.01' })).toEqual([])
    expect(bond.refused('G1', { amount: undefined })).toEqual([])
    expect(bond.place('G1')).toBe('agreements.agreements.0.performanceBond')
    expect(bond.blocked('G1')).toEqual([])
  })
})
