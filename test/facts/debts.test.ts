import { describe, expect, test } from 'vitest'
import {
  type Debt,
  debtorsOf,
  debts,
  debtsOf,
  isOwed,
  owersOf,
  performedOn,
} from '../../src/core/facts/debts.ts'
import type { Agreement, PaymentOrder } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { instalments } from '../../src/core/facts/instalments.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const factsWith = (facts: Values): Facts => factsOf(documentsFor({ base: 'minimal', facts }))

const item = (by: 'payment' | 'work', amount: string) => ({
  head: 'service-loss',
  amount,
  by,
  basis: '鉴定意见',
})
const first = { id: 'P1', obligor: 'o1', dueOn: '2026-09-01', amount: '100.00' }
const second = { id: 'P2', obligor: 'o2', dueOn: '2026-10-01', amount: '50.00' }
/** Two shares that stand alone, each with its instalment. */
const apart: Agreement = {
  id: 'G1',
  obligors: ['o1', 'o2'],
  signedOn: '2026-05-20',
  compensation: { items: [item('payment', '150.00')] },
  shares: [
    { obligors: ['o1'], amount: '100.00' },
    { obligors: ['o2'], amount: '50.00' },
  ],
  payments: [first, second],
}
const agreed = (agreement: Agreement, more: Values = {}): Facts =>
  factsWith({ agreements: { agreements: [agreement] }, ...more })
const paid = (...payments: Values[]) => ({
  payments: { payments: payments.map((each) => ({ agreement: 'G1', ...each })) },
})

/** A debt in one line: its address, its last day, the day on which it was performed. */
const told = ({ address, dueOn, performedOn: done }: Debt) => [address, dueOn ?? '-', done ?? '-'].join(' ')
const owed = (facts: Facts) => debts(facts).map(told)

describe('第二十四条: given an agreement, each obligor owes his own share', () => {
  test('by the last of his instalments, and has performed it on the day of the last payment', () => {
    expect(owed(agreed(apart))).toEqual(['G1/o1/money 2026-09-01 -', 'G1/o2/money 2026-10-01 -'])
    const third = { id: 'P3', obligor: 'o1', dueOn: '2026-12-01', amount: '10.00' }
    const facts = agreed(
      { ...apart, payments: [first, third, second], compensation: { items: [item('payment', '160.00')] } },
      paid(
        { id: 'P3', paidOn: '2026-08-01', amount: '10.00' },
        { id: 'P1', paidOn: '2026-08-20', amount: '100.00' },
      ),
    )
    expect(owed(facts)).toEqual(['G1/o1/money 2026-12-01 2026-08-20', 'G1/o2/money 2026-10-01 -'])
  })

  test('a joint share stands once for each of those who owe it', () => {
    const shares = [{ obligors: ['o1', 'o2'], amount: '150.00', joint: true }]
    const facts = agreed({ ...apart, shares })
    expect(owed(facts)).toEqual(['G1/o1/money 2026-10-01 -', 'G1/o2/money 2026-10-01 -'])
    expect(instalments(facts).map((each) => owersOf(facts, each))).toEqual([
      ['o1', 'o2'],
      ['o2', 'o1'],
    ])
  })

  test('of an instalment that names nobody all, else whom it names', () => {
    const { obligor: _, ...unnamed } = first
    const facts = agreed({ ...apart, shares: [], payments: [unnamed, second] })
    expect(instalments(facts).map((each) => owersOf(facts, each))).toEqual([['o1', 'o2'], ['o2']])
  })

  test('nothing is owed any more by one who was released', () => {
    const terminations = [{ decidedOn: '2026-06-01', obligors: ['o1'], ground: 'no-assets' }]
    const [one, other] = debts(agreed(apart, { closing: { terminations } }))
    expect(one && [one.releasedOn, isOwed(one)]).toEqual(['2026-06-01', false])
    expect(other && [other.releasedOn, isOwed(other)]).toEqual([undefined, true])
  })

  test('what was performed is owed no more', () => {
    const [one] = debts(agreed(apart, paid({ id: 'P1', paidOn: '2026-08-20', amount: '100.00' })))
    expect(one && isOwed(one)).toBe(false)
  })

  test('the whole is performed once all who were not released have performed', () => {
    const obligation = { agreement: apart }
    const both = paid(
      { id: 'P1', paidOn: '2026-08-20', amount: '100.00' },
      { id: 'P2', paidOn: '2026-09-05', amount: '50.00' },
    )
    const one = paid({ id: 'P1', paidOn: '2026-08-20', amount: '100.00' })
    const terminations = [{ decidedOn: '2026-06-01', obligors: ['o2'], ground: 'no-assets' }]
    expect(performedOn(agreed(apart, both), obligation)).toBe('2026-09-05')
    expect(performedOn(agreed(apart, one), obligation)).toBeUndefined()
    expect(performedOn(agreed(apart, { ...one, closing: { terminations } }), obligation)).toBe('2026-08-20')
  })
})

describe('given money that is in no instalment', () => {
  const { payments: _, ...unscheduled } = apart
  const paying = (amount: string, paidOn: string, payer = 'o1') => ({
    id: `Y${paidOn}`,
    paidOn,
    amount,
    payer,
  })

  test('each owes it without a day, until as much was paid as his share', () => {
    const part = paid(paying('60.00', '2026-07-02'), paying('39.99', '2026-07-01'))
    expect(owed(agreed(unscheduled))).toEqual(['G1/o1/money - -', 'G1/o2/money - -'])
    expect(debts(agreed(unscheduled))[0]?.isUnscheduled).toBe(true)
    expect(owed(agreed(unscheduled, part))).toEqual(['G1/o1/money - -', 'G1/o2/money - -'])
    const all = paid(paying('60.00', '2026-07-02'), paying('40.00', '2026-07-01'))
    expect(owed(agreed(unscheduled, all))).toEqual(['G1/o1/money - 2026-07-02', 'G1/o2/money - -'])
  })

  test('who answers for the whole has performed it once the whole was paid, by whomever', () => {
    const joint = { ...unscheduled, shares: [{ obligors: ['o1', 'o2'], amount: '150.00', joint: true }] }
    const part = paid(paying('100.00', '2026-07-01'), paying('49.99', '2026-07-02', 'o2'))
    const all = paid(paying('100.00', '2026-07-01'), paying('50.00', '2026-07-02', 'o2'))
    expect(owed(agreed(joint, part))).toEqual(['G1/o1/money - -', 'G1/o2/money - -'])
    expect(owed(agreed(joint, all))).toEqual(['G1/o1/money - 2026-07-02', 'G1/o2/money - 2026-07-02'])
  })

  test('of which an instalment holds a part, that part must be paid too', () => {
    const half = { ...first, amount: '40.00' }
    const partly = { ...apart, payments: [half, second] }
    const [one, other] = debts(agreed(partly))
    expect(one && [told(one), one.isUnscheduled]).toEqual(['G1/o1/money 2026-09-01 -', true])
    expect(other?.isUnscheduled).toBeUndefined()
    const loose = paid(paying('100.00', '2026-07-01'))
    expect(owed(agreed(partly, loose))[0]).toBe('G1/o1/money 2026-09-01 -')
    const both = paid({ id: 'P1', paidOn: '2026-07-01', amount: '40.00' }, paying('60.00', '2026-07-03'))
    expect(owed(agreed(partly, both))[0]).toBe('G1/o1/money 2026-09-01 2026-07-03')
  })
})

describe('given a judgment', () => {
  const suit = {
    id: 'S1',
    obligors: ['o1', 'o2'],
    filedOn: '2026-03-02',
    judgedOn: '2026-06-01',
    effectiveOn: '2026-06-20',
    result: 'won',
  }
  const judged = (more: Values) => factsWith({ court: { suits: [{ ...suit, ...more }] } })

  test('it binds every defendant to something, by the day that it sets for all', () => {
    expect(owed(judged({ performBy: '2026-07-20' }))).toEqual([
      'S1/o1/money 2026-07-20 -',
      'S1/o2/money 2026-07-20 -',
    ])
    expect(owed(judged({}))).toEqual(['S1/o1/money - -', 'S1/o2/money - -'])
  })

  test('to what it orders each, though it orders another nothing', () => {
    const payments = [{ id: 'J1', obligor: 'o1', dueOn: '2026-08-01', amount: '5.00' }]
    expect(owed(judged({ payments, performBy: '2026-07-20' }))).toEqual([
      'S1/o1/money 2026-08-01 -',
      'S1/o2/money 2026-07-20 -',
    ])
    const facts = judged({ payments })
    expect(instalments(facts).map((each) => owersOf(facts, each))).toEqual([['o1']])
  })

  test('to work, where it orders a restoration', () => {
    const restoration = { mode: 'in-situ', completeBy: '2027-01-31' }
    expect(owed(judged({ obligors: ['o1'], restoration }))).toEqual(['S1/o1/work 2027-01-31 -'])
  })
})

describe('given a payment order', () => {
  const order: PaymentOrder = {
    id: 'Z1',
    agreement: 'G1',
    court: '南宁市青秀区人民法院',
    appliedOn: '2026-09-15',
    effectiveOn: '2026-10-20',
  }
  const ordered = (more: Partial<PaymentOrder>) =>
    agreed(apart, { court: { paymentOrders: [{ ...order, ...more }] } })
  const under = (facts: Facts) =>
    debtsOf(facts, 'Z1').map(({ address, dueOn, instalments: owing }) => [
      address,
      dueOn,
      owing.map(({ payment }) => payment.id).join(),
    ])

  test('it asks each of its debtors for what was due when it was applied for', () => {
    expect(under(ordered({}))).toEqual([
      ['Z1/o1/money', undefined, 'P1'],
      ['Z1/o2/money', undefined, ''],
    ])
    expect(under(ordered({ appliedOn: '2026-10-01', obligors: ['o2'] }))).toEqual([
      ['Z1/o2/money', undefined, 'P2'],
    ])
    expect(under(ordered({ appliedOn: '2026-09-30', obligors: ['o2'] }))).toEqual([
      ['Z1/o2/money', undefined, ''],
    ])
  })

  test('it asks nobody before it takes effect, nor once it was dismissed or lapsed', () => {
    const { effectiveOn: _, ...pending } = order
    expect(under(agreed(apart, { court: { paymentOrders: [pending] } }))).toEqual([])
    expect(under(ordered({ result: 'dismissed' }))).toEqual([])
    expect(under(ordered({ result: 'lapsed' }))).toEqual([])
    expect(under(ordered({ result: 'effective' }))).toHaveLength(2)
  })

  test('it names its debtors, else the parties of its agreement', () => {
    const facts = agreed(apart)
    expect(debtorsOf(facts, { ...order, obligors: ['o2'] })).toEqual(['o2'])
    expect(debtorsOf(facts, order)).toEqual(['o1', 'o2'])
    expect(debtorsOf(facts, { ...order, agreement: 'G9' })).toEqual([])
  })
})
