import { describe, expect, test } from 'vitest'
import type { Agreement, Payment, Suit } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import {
  instalments,
  instrumentsWith,
  paidFor,
  paidOn,
  paymentsUnder,
  uncreditedPayments,
} from '../../src/core/facts/instalments.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const due = (id: string, obligor = 'o1', dueOn = '2026-09-01') => ({ id, obligor, dueOn, amount: '100.00' })
/** Rescinded, and agreed anew with other instalments. */
const former: Agreement = { id: 'G1', obligors: ['o1'], signedOn: '2026-05-20', payments: [due('P1')] }
const rescinded: Agreement = { ...former, status: 'rescinded' }
const anew: Agreement = { id: 'G2', obligors: ['o1'], signedOn: '2026-07-20', payments: [due('P5')] }
const paid = (more: Partial<Payment> = {}): Payment => ({
  id: 'P1',
  paidOn: '2026-06-01',
  amount: '40.00',
  ...more,
})

function factsWith(
  agreements: readonly Agreement[],
  payments: readonly Payment[],
  court: Values = {},
): Facts {
  return factsOf(
    documentsFor({ base: 'minimal', facts: { agreements: { agreements }, payments: { payments }, court } }),
  )
}

/** What was paid on each instalment, in 分. */
const onEach = (facts: Facts) =>
  Object.fromEntries(instalments(facts).map((each) => [each.payment.id, paidOn(facts, each)]))

describe('第三十五条: what was paid under an agreement that was rescinded', () => {
  test('counts on the instalment of another to which it is credited, and on none before', () => {
    const under = (more: Partial<Payment>) =>
      onEach(factsWith([rescinded, anew], [paid({ agreement: 'G1', ...more })]))
    expect(under({ creditedTo: 'P5' })).toEqual({ P5: 4000n })
    expect(under({})).toEqual({ P5: 0n })
    expect(under({ id: 'P5' })).toEqual({ P5: 0n })
    expect(under({ creditedTo: 'P9' })).toEqual({ P5: 0n })
  })

  test('is not taken from an agreement that is in force', () => {
    const facts = factsWith([former, anew], [paid({ agreement: 'G1', creditedTo: 'P5' })])
    expect(onEach(facts)).toEqual({ P1: 0n, P5: 0n })
    expect(paymentsUnder(facts, anew)).toEqual([])
  })

  test('is on the account of the agreement to which it is credited', () => {
    const credited = paid({ agreement: 'G1', creditedTo: 'P5' })
    const own = paid({ id: 'P5', agreement: 'G2' })
    const facts = factsWith([rescinded, anew], [credited, own, paid({ agreement: 'G1' })])
    expect(paymentsUnder(facts, anew)).toEqual([credited, own])
    expect(paymentsUnder(facts, { id: 'G2', obligors: ['o1'] })).toEqual([own])
  })

  test('waits to be credited until then', () => {
    const waiting = (agreements: readonly Agreement[], more: Partial<Payment>, court: Values = {}) =>
      uncreditedPayments(factsWith(agreements, [paid(more)], court)).length > 0
    expect(waiting([rescinded, anew], { agreement: 'G1' })).toBe(true)
    expect(waiting([rescinded, anew], { agreement: 'G1', creditedTo: 'P5' })).toBe(false)
    expect(waiting([rescinded, anew], { agreement: 'G1', creditedTo: 'P9' })).toBe(true)
    expect(waiting([former, anew], { agreement: 'G1' })).toBe(false)
    expect(waiting([rescinded], { agreement: 'G1', creditedTo: 'P1' })).toBe(true)
    const judged = { suits: [{ id: 'S1', obligors: ['o1'], payments: [due('P7')] }] }
    expect(waiting([rescinded], { agreement: 'G1', creditedTo: 'P7' }, judged)).toBe(false)
  })
})

describe('第三十五条: what was paid before anything was agreed', () => {
  test('waits for the instalment to which it is credited', () => {
    const advance = (more: Partial<Payment>) =>
      uncreditedPayments(factsWith([anew], [paid({ id: 'X1', payer: 'o1', ...more })])).length > 0
    expect(advance({})).toBe(true)
    expect(advance({ creditedTo: 'P5' })).toBe(false)
    expect(advance({ creditedTo: 'P9' })).toBe(true)
    expect(advance({ suit: 'S1' })).toBe(false)
    const unnamed = uncreditedPayments(factsWith([anew], [paid({ id: 'X1' })]))
    expect(unnamed).toEqual([])
  })

  test('counts on it once it is', () => {
    const facts = factsWith([anew], [paid({ id: 'X1', payer: 'o1', creditedTo: 'P5' })])
    expect(onEach(facts)).toEqual({ P5: 4000n })
    expect(paymentsUnder(facts, anew)).toHaveLength(1)
  })

  test('is for the obligor who paid, or for whom another did', () => {
    expect(paidFor({ payer: 'o1' })).toBe('o1')
    expect(paidFor({ payer: { name: '某保险公司', relation: 'insurer', obligor: 'o2' } })).toBe('o2')
    expect(paidFor({ payer: { name: '某保险公司', relation: 'insurer' } })).toBeUndefined()
    expect(paidFor({})).toBeUndefined()
  })
})

describe('an id that was given twice', () => {
  const suit: Suit = {
    id: 'S1',
    obligors: ['o2'],
    effectiveOn: '2026-07-01',
    result: 'won',
    payments: [due('P1', 'o2', '2026-08-01')],
  }
  const both = (payments: readonly Payment[] = []) => factsWith([former], payments, { suits: [suit] })

  test('is told by the instruments that have it, but for the one that is asked', () => {
    expect(instrumentsWith(both(), 'P1')).toEqual(['G1', 'S1'])
    expect(instrumentsWith(both(), 'P1', former)).toEqual(['S1'])
    expect(instrumentsWith(both(), 'P1', suit)).toEqual(['G1'])
    expect(instrumentsWith(both(), 'P9')).toEqual([])
    const amended = { ...former, id: 'G3', amends: 'G1', signedOn: '2026-06-20' }
    expect(instrumentsWith(factsWith([former, amended], [], { suits: [suit] }), 'P1', former)).toEqual(['S1'])
  })

  test('a payment on it counts once: for what its payer owes, and of that for what was due first', () => {
    const counted = (more: Partial<Payment>) => {
      const facts = both([paid(more)])
      return instalments(facts).map((each) => paidOn(facts, each))
    }
    expect(counted({ payer: 'o1' })).toEqual([4000n, 0n])
    expect(counted({ payer: 'o2' })).toEqual([0n, 4000n])
    expect(counted({})).toEqual([0n, 4000n])
    expect(counted({ payer: 'o9' })).toEqual([0n, 4000n])
    expect(counted({ agreement: 'G1', payer: 'o2' })).toEqual([4000n, 0n])
    expect(counted({ suit: 'S1', payer: 'o1' })).toEqual([0n, 4000n])
  })

  test('is the same debt where a judgment on the breach orders it', () => {
    const breach: Suit = {
      ...suit,
      obligors: ['o1'],
      agreement: 'G1',
      instalments: ['P8'],
      payments: [due('P1')],
    }
    const facts = factsWith([former], [paid()], { suits: [breach] })
    expect(instrumentsWith(facts, 'P1', former)).toEqual([])
    expect(instrumentsWith(facts, 'P1', breach)).toEqual([])
    expect(instalments(facts).map((each) => paidOn(facts, each))).toEqual([4000n, 4000n])
  })
})

describe('the instalments that somebody still owes', () => {
  const owed = (agreements: readonly Agreement[], court: Values = {}) =>
    instalments(factsWith(agreements, [], court)).map(({ payment, source }) => [
      payment.id,
      'agreement' in source ? source.agreement.id : source.suit.id,
    ])

  test('of who was left out of an amendment, with what another pays for him jointly', () => {
    const joint: Agreement = {
      ...former,
      obligors: ['o1', 'o2'],
      payments: [due('P1'), due('P2', 'o2')],
      shares: [{ obligors: ['o1', 'o2'], amount: '200.00', joint: true }],
    }
    const amending: Agreement = {
      id: 'G2',
      obligors: ['o1'],
      amends: 'G1',
      signedOn: '2026-07-20',
      payments: [due('P3')],
    }
    expect(owed([joint, amending])).toEqual([
      ['P1', 'G1'],
      ['P2', 'G1'],
      ['P3', 'G2'],
    ])
    const shares = [
      { obligors: ['o1'], amount: '100.00' },
      { obligors: ['o2'], amount: '100.00' },
    ]
    expect(owed([{ ...joint, shares }, amending])).toEqual([
      ['P2', 'G1'],
      ['P3', 'G2'],
    ])
  })

  test('not those that a judgment on the breach has replaced', () => {
    const two = { ...former, payments: [due('P1'), due('P2', 'o1', '2026-12-01')] }
    const judged = {
      id: 'S1',
      obligors: ['o1'],
      agreement: 'G1',
      filedOn: '2026-10-01',
      effectiveOn: '2026-11-01',
      result: 'won',
    }
    expect(owed([two], { suits: [judged] })).toEqual([['P2', 'G1']])
    expect(owed([two], { suits: [{ ...judged, instalments: ['P2'] }] })).toEqual([['P1', 'G1']])
    expect(owed([two], { suits: [{ ...judged, result: 'lost' }] })).toEqual([
      ['P1', 'G1'],
      ['P2', 'G1'],
    ])
  })
})
