import { describe, expect, test } from 'vitest'
import type { Agreement } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import {
  creditedId,
  instalments,
  instrumentsWith,
  isAdvance,
  isOwnPayment,
  namesakes,
  paidFor,
  paidInFullOn,
  paidOn,
  paymentsOn,
  paymentsUnder,
  uncreditedPayments,
} from '../../src/core/facts/instalments.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const one = { id: 'P1', obligor: 'o1', dueOn: '2026-09-01', amount: '100.00' }
const other = { id: 'P2', obligor: 'o2', dueOn: '2026-10-01', amount: '50.00' }
const agreement: Agreement = {
  id: 'G1',
  obligors: ['o1', 'o2'],
  signedOn: '2026-05-20',
  payments: [one, other],
}
const amended: Agreement = { ...agreement, id: 'G2', amends: 'G1', signedOn: '2026-07-20' }
const paid = (more: Values = {}): Values => ({
  id: 'P1',
  agreement: 'G1',
  paidOn: '2026-08-01',
  amount: '60.00',
  ...more,
})

function factsWith(
  payments: Values[],
  agreements: readonly Agreement[] = [agreement],
  suits: Values[] = [],
): Facts {
  return factsOf(
    documentsFor({
      base: 'minimal',
      facts: { agreements: { agreements }, payments: { payments }, court: { suits } },
    }),
  )
}

/** What was paid on the first instalment of an id, by the days. */
function daysOn(facts: Facts, id = 'P1'): string[] {
  const instalment = instalments(facts).find(({ payment }) => payment.id === id)
  return instalment ? paymentsOn(facts, instalment).map((each) => each.paidOn) : []
}

describe('given a payment, it counts for an instalment', () => {
  const { agreement: _, ...loose } = paid()

  test.each<[string, Values, boolean]>([
    ['of its own id', paid(), true],
    ['of another id', paid({ id: 'P2' }), false],
    ['to which it is credited', { ...loose, id: 'Y1', payer: 'o1', creditedTo: 'P1' }, true],
    ['not of its id, where it is credited to another', { ...loose, payer: 'o1', creditedTo: 'P2' }, false],
    ['without an agreement', loose, true],
    ['of another agreement', paid({ agreement: 'G9' }), false],
    ['of a judgment', paid({ agreement: undefined, suit: 'S1' }), false],
  ])('%s', (_title, payment, counts) => {
    const given = Object.fromEntries(Object.entries(payment).filter(([, value]) => value !== undefined))
    expect(daysOn(factsWith([given]))).toEqual(counts ? ['2026-08-01'] : [])
  })

  test('of the agreement that amends it, and of the one before', () => {
    expect(daysOn(factsWith([paid()], [agreement, amended]))).toEqual(['2026-08-01'])
    expect(daysOn(factsWith([paid({ agreement: 'G2' })], [agreement, amended]))).toEqual(['2026-08-01'])
  })

  test('of a judgment, where it is made on that judgment or on none', () => {
    const suit = {
      id: 'S1',
      obligors: ['o1'],
      filedOn: '2026-03-02',
      judgedOn: '2026-06-01',
      effectiveOn: '2026-06-20',
      result: 'won',
    }
    const suits = [{ ...suit, payments: [{ ...one, id: 'J1' }] }]
    const on = (more: Values) => daysOn(factsWith([{ ...loose, id: 'J1', ...more }], [], suits), 'J1')
    expect(on({ suit: 'S1' })).toEqual(['2026-08-01'])
    expect(on({})).toEqual(['2026-08-01'])
    expect(on({ suit: 'S2' })).toEqual([])
    expect(on({ agreement: 'G1' })).toEqual([])
  })

  test('the instalment is paid in full on the day on which its amount was reached', () => {
    const full = (...payments: Values[]) => {
      const facts = factsWith(payments)
      const [instalment] = instalments(facts)
      return instalment && [paidOn(facts, instalment), paidInFullOn(facts, instalment)]
    }
    const rest = (amount: string, day: string) => paid({ amount, paidOn: day })
    expect(full(paid())).toEqual([6000n, undefined])
    expect(full(rest('40.00', '2026-08-20'), paid())).toEqual([10000n, '2026-08-20'])
    expect(full(paid(), rest('39.99', '2026-08-20'))).toEqual([9999n, undefined])
    expect(full()).toEqual([0n, undefined])
  })
})

describe('given two agreements with an instalment of the same id', () => {
  const second: Agreement = {
    id: 'G3',
    obligors: ['o2'],
    signedOn: '2026-06-20',
    payments: [{ ...other, id: 'P1', dueOn: '2026-08-15' }],
  }
  const both = [{ ...agreement, obligors: ['o1'], payments: [one] }, second]
  const { agreement: _, ...loose } = paid()
  const counted = (payment: Values) => {
    const facts = factsWith([payment], both)
    return instalments(facts)
      .filter((each) => paymentsOn(facts, each).length > 0)
      .map(({ source }) => ('agreement' in source ? source.agreement.id : source.suit.id))
  }

  test('a payment that names one counts for that, else for what its payer owes, else for what was due first', () => {
    expect(counted(paid())).toEqual(['G1'])
    expect(counted(paid({ agreement: 'G3' }))).toEqual(['G3'])
    expect(counted({ ...loose, payer: 'o1' })).toEqual(['G1'])
    expect(counted({ ...loose, payer: 'o2' })).toEqual(['G3'])
    expect(counted(loose)).toEqual(['G3'])
  })

  test('both are told, and where else an id is taken', () => {
    const facts = factsWith([], both)
    expect(namesakes(facts, 'P1')).toHaveLength(2)
    expect(namesakes(facts, 'P9')).toEqual([])
    expect(instrumentsWith(facts, 'P1')).toEqual(['G1', 'G3'])
    expect(instrumentsWith(facts, 'P1', second)).toEqual(['G1'])
    expect(instrumentsWith(factsWith([], [agreement, amended]), 'P1', agreement)).toEqual([])
  })
})

describe('what was paid under an agreement', () => {
  const under = (...payments: Values[]) => paymentsUnder(factsWith(payments), agreement).map(({ id }) => id)
  const { agreement: _, ...loose } = paid()

  test('names it, or was made before and is credited to an instalment of it', () => {
    expect(under(paid(), paid({ id: 'P9' }))).toEqual(['P1', 'P9'])
    expect(under(paid({ agreement: 'G2' }))).toEqual([])
    expect(under({ ...loose, id: 'Y1', payer: 'o1', creditedTo: 'P1' })).toEqual(['Y1'])
    expect(under({ ...loose, id: 'Y1', payer: 'o1', creditedTo: 'P9' })).toEqual([])
    expect(under({ ...loose, id: 'Y1', payer: 'o1' })).toEqual([])
    expect(under({ ...loose, id: 'Y1', creditedTo: 'P1' })).toEqual([])
  })
})

describe('what counts for nothing yet', () => {
  const { agreement: _, ...loose } = paid()
  const rescinded: Agreement = { ...agreement, status: 'rescinded', rescindedOn: '2026-08-20' }
  const anew: Agreement = { ...agreement, id: 'G4', signedOn: '2026-09-20', payments: [{ ...one, id: 'N1' }] }
  const uncredited = (payments: Values[], agreements?: readonly Agreement[]) =>
    uncreditedPayments(factsWith(payments, agreements)).map(({ id }) => id)

  test('an advance, until it is credited to an instalment', () => {
    expect(uncredited([{ ...loose, id: 'Y1', payer: 'o1' }])).toEqual(['Y1'])
    expect(uncredited([{ ...loose, id: 'Y1', payer: 'o1', creditedTo: 'P1' }])).toEqual([])
    expect(uncredited([{ ...loose, id: 'Y1', payer: 'o1', creditedTo: 'P9' }])).toEqual(['Y1'])
    expect(uncredited([paid()])).toEqual([])
  })

  test('what was paid under an agreement that was rescinded, until it is credited to one that stands', () => {
    expect(uncredited([paid()], [rescinded, anew])).toEqual(['P1'])
    expect(uncredited([paid({ creditedTo: 'N1' })], [rescinded, anew])).toEqual([])
    expect(uncredited([paid({ creditedTo: 'P2' })], [rescinded, anew])).toEqual(['P1'])
  })
})

describe('who paid', () => {
  const insurer = { name: '某保险公司', relation: 'insurer', obligor: 'o1' } as const
  const administrator = { name: '某律师事务所', relation: 'administrator', obligor: 'o1' } as const

  test('for whom, and whether he did so himself', () => {
    expect(paidFor({ payer: 'o1' })).toBe('o1')
    expect(paidFor({ payer: insurer })).toBe('o1')
    expect(paidFor({})).toBeUndefined()
    expect(isOwnPayment({ payer: 'o1' })).toBe(true)
    expect(isOwnPayment({})).toBe(true)
    expect(isOwnPayment({ payer: insurer })).toBe(false)
    expect(isOwnPayment({ payer: administrator })).toBe(true)
  })

  test('an advance rests on nobody’s agreement or judgment, but on a payer', () => {
    const payment = { id: 'Y1', paidOn: '2026-04-01', amount: '1.00' }
    expect(isAdvance({ ...payment, payer: 'o1' })).toBe(true)
    expect(isAdvance(payment)).toBe(false)
    expect(isAdvance({ ...payment, payer: 'o1', agreement: 'G1' })).toBe(false)
    expect(isAdvance({ ...payment, payer: 'o1', suit: 'S1' })).toBe(false)
    expect(creditedId({ ...payment, creditedTo: 'P1' })).toBe('P1')
    expect(creditedId(payment)).toBe('Y1')
  })
})
