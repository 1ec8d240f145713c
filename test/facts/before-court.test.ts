import { describe, expect, test } from 'vitest'
import { beforeCourt } from '../../src/core/facts/before-court.ts'
import type { CourtDocument, Suit } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { documentsFor } from '../golden/read.ts'

const pending = (court: CourtDocument) =>
  beforeCourt(factsOf(documentsFor({ base: 'minimal', facts: { court } }))).map(
    ({ kind, subject }) => `${kind} ${subject}`,
  )

const judged: Suit = {
  id: 'S1',
  obligors: ['o1'],
  filedOn: '2026-01-05',
  judgedOn: '2026-03-02',
  effectiveOn: '2026-03-20',
  result: 'lost',
}

describe('民事诉讼法第二百一十五条: a suit that was decided', () => {
  test.each<[string, Partial<Suit>, string[]]>([
    ['is over', {}, []],
    ['is not over while a retrial is asked for', { retrial: { appliedOn: '2026-04-01' } }, ['suit S1']],
    [
      'is not over once a retrial is ordered',
      { retrial: { appliedOn: '2026-04-01', ruledOn: '2026-06-01', result: 'ordered' } },
      ['suit S1'],
    ],
    [
      'is over once it was judged anew',
      {
        retrial: { appliedOn: '2026-04-01', ruledOn: '2026-06-01', result: 'ordered' },
        judgedOn: '2026-09-01',
      },
      [],
    ],
    [
      'is over once the retrial is refused',
      { retrial: { appliedOn: '2026-04-01', ruledOn: '2026-06-01', result: 'dismissed' } },
      [],
    ],
    [
      'is over once the application is taken back',
      { retrial: { appliedOn: '2026-04-01', result: 'withdrawn' } },
      [],
    ],
  ])('%s', (_, more, found) => {
    expect(pending({ suits: [{ ...judged, ...more }] })).toEqual(found)
  })
})

describe('what is before a court', () => {
  test('is a suit that names no defendant yet, until it is withdrawn', () => {
    const suit = { id: 'S1', obligors: [], filedOn: '2026-01-05' }
    expect(pending({ suits: [suit] })).toEqual(['suit S1'])
    expect(pending({ suits: [{ ...suit, result: 'withdrawn' }] })).toEqual([])
    expect(pending({ suits: [{ id: 'S1', obligors: [] }] })).toEqual([])
  })

  test('is an enforcement without a number', () => {
    const enforcement = { instrument: 'judgment', appliedOn: '2026-05-06' }
    expect(pending({ enforcements: [enforcement] })).toEqual(['enforcement null'])
    expect(pending({ enforcements: [{ ...enforcement, result: 'performed' }] })).toEqual([])
  })

  test('is a payment order until the court or the office ends it', () => {
    const order = { id: 'Z1', agreement: 'G1', appliedOn: '2026-01-05' }
    expect(pending({ paymentOrders: [order] })).toEqual(['order Z1'])
    for (const result of ['effective', 'dismissed', 'lapsed', 'performed', 'withdrawn'] as const)
      expect(pending({ paymentOrders: [{ ...order, result }] })).toEqual([])
  })
})
