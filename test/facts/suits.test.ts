import { describe, expect, test } from 'vitest'
import type { Agreement, Suit } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { isJudgedUnder } from '../../src/core/facts/suit-scope.ts'
import {
  bindingSuits,
  boundBySuit,
  claimedInCourtOn,
  dismissedOn,
  fruitlessSuits,
  isDismissed,
  isLeftUndecidedForAll,
  isPendingSuit,
  judgmentEffectiveOn,
  pendingSuits,
  suedOn,
} from '../../src/core/facts/suits.ts'
import { documentsFor } from '../golden/read.ts'

const breached: Agreement = { id: 'G1', obligors: ['o1', 'o2'], signedOn: '2026-01-05' }
const filed: Suit = { id: 'S1', obligors: ['o1', 'o2'], filedOn: '2026-03-02' }
const judged: Suit = { ...filed, judgedOn: '2026-06-01' }
const effective: Suit = { ...judged, effectiveOn: '2026-06-20' }
const lost: Suit = { ...effective, result: 'lost' }
const against = (obligor: string, suit: Suit): Suit => ({ ...suit, obligors: [obligor] })

function factsWith(suits: readonly Suit[], agreements: readonly Agreement[] = []): Facts {
  return factsOf(documentsFor({ base: 'minimal', facts: { court: { suits }, agreements: { agreements } } }))
}

describe('whether a suit is before the court', () => {
  const pending = (suit: Suit) => [isPendingSuit(suit), pendingSuits(factsWith([suit]), 'o1').length > 0]

  test.each<[string, Suit, boolean]>([
    ['filed', filed, true],
    ['decided, and open to appeal', { ...judged, result: 'won' }, true],
    ['decided with effect', { ...effective, result: 'won' }, false],
    ['withdrawn', { ...judged, result: 'withdrawn' }, false],
    ['held inadmissible, and open to appeal', { ...judged, result: 'inadmissible' }, true],
    ['held inadmissible with effect', { ...effective, result: 'inadmissible' }, false],
  ])('%s: %o', (_, suit, expected) => {
    expect(pending(suit)).toEqual([expected, expected])
  })

  test('withdrawn against one only, it is before the court against the other', () => {
    const partly: Suit = { ...filed, results: [{ obligor: 'o1', result: 'withdrawn' }] }
    expect(isPendingSuit(partly)).toBe(true)
    expect(pendingSuits(factsWith([partly]), 'o1')).toEqual([])
    expect(pendingSuits(factsWith([partly]), 'o2')).toHaveLength(1)
    expect(isLeftUndecidedForAll(partly)).toBe(false)
    expect(isLeftUndecidedForAll({ ...filed, result: 'withdrawn' })).toBe(true)
  })

  test('against another obligor it is not before the court against this one', () => {
    expect(pendingSuits(factsWith([against('o2', filed)]), 'o1')).toEqual([])
  })
})

describe('the day on which an obligor was sued', () => {
  test('is that of the first suit which was not left undecided', () => {
    const again: Suit = { ...filed, id: 'S2', filedOn: '2026-09-01' }
    expect(suedOn(factsWith([again, filed]), 'o1')).toBe('2026-03-02')
    expect(suedOn(factsWith([{ ...judged, result: 'withdrawn' }, again]), 'o1')).toBe('2026-09-01')
    expect(suedOn(factsWith([{ ...judged, result: 'inadmissible' }, again]), 'o1')).toBe('2026-03-02')
    expect(suedOn(factsWith([{ ...effective, result: 'inadmissible' }, again]), 'o1')).toBe('2026-09-01')
  })

  test('of a claim that stands, a dismissal counts until it takes effect', () => {
    expect(claimedInCourtOn(factsWith([{ ...judged, result: 'lost' }]), 'o1')).toBe('2026-03-02')
    expect(claimedInCourtOn(factsWith([lost]), 'o1')).toBeUndefined()
    expect(suedOn(factsWith([lost]), 'o1')).toBe('2026-03-02')
  })

  test('under one agreement, a suit on another does not count', () => {
    const facts = factsWith([{ ...filed, agreement: 'G1' }])
    expect(claimedInCourtOn(facts, 'o1', 'G1')).toBe('2026-03-02')
    expect(claimedInCourtOn(facts, 'o1', 'G2')).toBeUndefined()
    expect(claimedInCourtOn(facts, 'o1')).toBe('2026-03-02')
  })
})

describe('suits that came to nothing', () => {
  test('are told in the order of filing, over with their effect, else with the ruling', () => {
    const withdrawn: Suit = { ...judged, id: 'S2', filedOn: '2026-01-05', result: 'withdrawn' }
    expect(fruitlessSuits(factsWith([lost, withdrawn]), 'o1')).toEqual([
      { filedOn: '2026-01-05', overOn: '2026-06-01' },
      { filedOn: '2026-03-02', overOn: '2026-06-20' },
    ])
  })

  test('are none while they run, were won, or bear no day of filing or of the end', () => {
    const { filedOn: _, ...prepared } = lost
    expect(fruitlessSuits(factsWith([filed, { ...effective, result: 'won' }, prepared]), 'o1')).toEqual([])
    expect(fruitlessSuits(factsWith([{ ...filed, result: 'withdrawn' }]), 'o1')).toEqual([])
  })
})

describe('whom a judgment binds', () => {
  test.each([
    ['won', ['o1', 'o2']],
    ['partly-won', ['o1', 'o2']],
    ['mediated', ['o1', 'o2']],
    ['lost', []],
    ['inadmissible', []],
    ['withdrawn', []],
  ] as const)('%s: %o', (result, bound) => {
    expect(boundBySuit({ ...effective, result })).toEqual(bound)
    expect(bindingSuits(factsWith([{ ...effective, result }]))).toHaveLength(bound.length ? 1 : 0)
  })

  test('none before it takes effect', () => {
    const facts = factsWith([{ ...judged, result: 'won', agreement: 'G1' }])
    expect(bindingSuits(facts)).toEqual([])
    expect(judgmentEffectiveOn(facts, 'o1')).toBeUndefined()
    expect(isJudgedUnder(facts, breached, 'o1')).toBe(false)
  })

  test('where the court distinguished, only those against whom the claim was upheld', () => {
    const results = [{ obligor: 'o2', result: 'lost' as const }]
    const facts = factsWith([{ ...effective, result: 'partly-won', results, agreement: 'G1' }])
    expect(judgmentEffectiveOn(facts, 'o1')).toBe('2026-06-20')
    expect(judgmentEffectiveOn(facts, 'o2')).toBeUndefined()
    expect(isJudgedUnder(facts, breached, 'o1')).toBe(true)
    expect(isJudgedUnder(facts, breached, 'o2')).toBe(false)
    expect(isJudgedUnder(facts, { ...breached, id: 'G2' }, 'o1')).toBe(false)
  })
})

describe('the day on which the claim against an obligor was lost for good', () => {
  const signed = (on: string): Agreement => ({ id: 'G1', obligors: ['o1'], signedOn: on })
  const day = (suits: readonly Suit[], agreements: readonly Agreement[] = []) =>
    dismissedOn(factsWith(suits, agreements), 'o1')

  test('is that on which the dismissal took effect', () => {
    expect(day([lost])).toBe('2026-06-20')
    expect(day([{ ...judged, result: 'lost' }])).toBeUndefined()
    expect(day([against('o2', lost)])).toBeUndefined()
    expect(day([{ ...effective, result: 'won' }])).toBeUndefined()
    expect(day([{ ...effective, result: 'withdrawn' }])).toBeUndefined()
    expect(isDismissed(factsWith([lost]), 'o1')).toBe(true)
    expect(isDismissed(factsWith([filed]), 'o1')).toBe(false)
  })

  test('does not come while another suit is before the court or binds', () => {
    const other: Suit = { ...filed, id: 'S2', filedOn: '2026-07-01' }
    expect(day([lost, other])).toBeUndefined()
    expect(day([lost, { ...other, effectiveOn: '2026-12-01', result: 'won' }])).toBeUndefined()
  })

  test('does not come where an agreement was signed after it; one signed on that day or before is no settlement since', () => {
    expect(day([lost], [signed('2026-06-21')])).toBeUndefined()
    expect(day([lost], [signed('2026-06-20')])).toBe('2026-06-20')
    expect(day([lost], [signed('2026-05-01')])).toBe('2026-06-20')
  })

  test('is not that of a suit on the breach of an agreement that stands', () => {
    const onBreach: Suit = { ...lost, agreement: 'G1' }
    expect(day([onBreach], [signed('2026-02-01')])).toBeUndefined()
    expect(day([onBreach])).toBe('2026-06-20')
    expect(day([{ ...onBreach, agreement: 'G9' }], [signed('2026-02-01')])).toBe('2026-06-20')
  })
})
