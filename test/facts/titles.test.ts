import { describe, expect, test } from 'vitest'
import type { Confirmation, PaymentOrder, Suit } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { confirmedSince, enforceableTitles, instrumentOf, titleOf } from '../../src/core/facts/titles.ts'
import { documentsFor } from '../golden/read.ts'

const agreements = [
  { id: 'G0', obligors: ['o2'], signedOn: '2026-01-10' },
  { id: 'G1', obligors: ['o1', 'o2'], signedOn: '2026-01-20' },
]
const confirmed: Confirmation = { agreement: 'G1', appliedOn: '2026-02-01', result: 'confirmed' }
const judged: Suit = { id: 'S1', obligors: ['o1'], filedOn: '2026-01-05', judgedOn: '2026-03-01' }
const won: Suit = { ...judged, result: 'won', effectiveOn: '2026-03-20' }
const order: PaymentOrder = {
  id: 'Z1',
  agreement: 'G1',
  court: '南宁市青秀区人民法院',
  appliedOn: '2026-04-01',
  effectiveOn: '2026-05-01',
}

interface InCourt {
  readonly confirmations?: readonly Confirmation[]
  readonly suits?: readonly Suit[]
  readonly paymentOrders?: readonly PaymentOrder[]
}

function factsWith(court: InCourt): Facts {
  return factsOf(documentsFor({ base: 'minimal', facts: { agreements: { agreements }, court } }))
}

describe('第二十四条: given an agreement that was confirmed, it can be enforced', () => {
  const since = (confirmation: Confirmation) =>
    confirmedSince(factsWith({ confirmations: [confirmation] }), confirmation)

  test('from the ruling, else the application, else the signing of that agreement', () => {
    const { appliedOn: _, ...undated } = confirmed
    expect(since({ ...confirmed, ruledOn: '2026-02-20' })).toBe('2026-02-20')
    expect(since(confirmed)).toBe('2026-02-01')
    expect(since(undated)).toBe('2026-01-20')
    expect(since({ ...undated, agreement: 'G9' })).toBeUndefined()
  })

  test('not while the court has not ruled, nor after it refused', () => {
    const { result: _, ...pending } = confirmed
    expect(since({ ...pending, ruledOn: '2026-02-20' })).toBeUndefined()
    expect(since({ ...confirmed, result: 'refused', ruledOn: '2026-02-20' })).toBeUndefined()
  })
})

describe('the titles that can be enforced', () => {
  test('a confirmation binds the obligors of its own agreement; of an unknown one nobody', () => {
    const unknown = { ...confirmed, agreement: 'G9' }
    expect(enforceableTitles(factsWith({ confirmations: [confirmed, unknown] }), 'confirmation')).toEqual([
      { reference: 'G1', obligors: ['o1', 'o2'], effectiveOn: '2026-02-01' },
      { reference: 'G9', obligors: [], effectiveOn: '2026-02-01' },
    ])
  })

  test.each(['judgment', 'mediation'])('%s: one that was won; one that was lost binds nobody', (kind) => {
    const lost: Suit = { ...won, id: 'S2', result: 'lost' }
    expect(enforceableTitles(factsWith({ suits: [won, lost, judged] }), kind)).toMatchObject([
      { reference: 'S1', obligors: ['o1'], effectiveOn: '2026-03-20' },
      { reference: 'S2', obligors: [], effectiveOn: undefined },
      { reference: 'S1', effectiveOn: undefined },
    ])
  })

  test.each<[PaymentOrder['result'], string | undefined]>([
    [undefined, '2026-05-01'],
    ['effective', '2026-05-01'],
    ['dismissed', undefined],
    ['lapsed', undefined],
    ['withdrawn', undefined],
  ])('a payment order of the result %s is in effect since %s', (result, effectiveOn) => {
    const ended: PaymentOrder = result === undefined ? order : { ...order, result }
    expect(enforceableTitles(factsWith({ paymentOrders: [ended] }), 'payment-order')).toEqual([
      { reference: 'Z1', obligors: [], effectiveOn },
    ])
  })

  test('a payment order names its debtors', () => {
    const facts = factsWith({ paymentOrders: [{ ...order, obligors: ['o2'] }] })
    expect(enforceableTitles(facts, 'payment-order')).toMatchObject([{ obligors: ['o2'] }])
  })

  test('no case holds titles of another kind', () => {
    expect(enforceableTitles(factsWith({ confirmations: [confirmed] }), 'notarial-document')).toBeUndefined()
  })
})

describe('the title that an application for enforcement rests on', () => {
  const rests = (court: InCourt, application: Partial<Parameters<typeof titleOf>[1]> = {}) =>
    titleOf(factsWith(court), { instrument: 'confirmation', ...application })

  test('is the one that it names', () => {
    expect(rests({}, { reference: 'G7' })).toBe('G7')
  })

  test('is the only one in effect of its kind, though two rulings stand on it', () => {
    expect(rests({ confirmations: [confirmed] })).toBe('G1')
    expect(rests({ confirmations: [confirmed, { ...confirmed, ruledOn: '2026-02-20' }] })).toBe('G1')
    expect(rests({ confirmations: [] })).toBeUndefined()
    expect(rests({ confirmations: [{ ...confirmed, result: 'refused' }] })).toBeUndefined()
    expect(rests({ confirmations: [confirmed] }, { instrument: 'judgment' })).toBeUndefined()
    expect(rests({ confirmations: [confirmed] }, { instrument: 'notarial-document' })).toBeUndefined()
  })

  test('is unknown where two are in effect, unless one alone binds all its obligors', () => {
    const confirmations = [confirmed, { ...confirmed, agreement: 'G0' }]
    expect(rests({ confirmations })).toBeUndefined()
    expect(rests({ confirmations }, { obligors: [] })).toBeUndefined()
    expect(rests({ confirmations }, { obligors: ['o2'] })).toBeUndefined()
    expect(rests({ confirmations }, { obligors: ['o1'] })).toBe('G1')
    expect(rests({ confirmations }, { obligors: ['o1', 'o2'] })).toBe('G1')
    expect(rests({ confirmations }, { obligors: ['o1', 'o9'] })).toBeUndefined()
  })
})

describe('what an effective title is called', () => {
  const called = (court: InCourt, reference: string) => instrumentOf(factsWith(court), reference)

  test('a confirmation by its agreement, a payment order and a judgment by their own numbers', () => {
    const court = { confirmations: [confirmed], suits: [won], paymentOrders: [order] }
    expect(called(court, 'G1')).toBe('confirmation')
    expect(called(court, 'Z1')).toBe('payment-order')
    expect(called(court, 'S1')).toBe('judgment')
    expect(called(court, 'S9')).toBeUndefined()
  })

  test('a suit that was settled in court ends in a mediation, the suit beside it in a judgment', () => {
    const suits = [won, { ...won, id: 'S2', result: 'mediated' as const }]
    expect(called({ suits }, 'S2')).toBe('mediation')
    expect(called({ suits }, 'S1')).toBe('judgment')
  })

  test('it has no name before it takes effect', () => {
    expect(called({ suits: [{ ...judged, result: 'won' }] }, 'S1')).toBeUndefined()
    expect(called({ paymentOrders: [{ ...order, result: 'lapsed' }] }, 'Z1')).toBeUndefined()
    expect(called({ confirmations: [{ ...confirmed, result: 'refused' }] }, 'G1')).toBeUndefined()
  })
})
