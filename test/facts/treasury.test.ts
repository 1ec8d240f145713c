import { describe, expect, test } from 'vitest'
import type {
  Agreement,
  Appraisal,
  ScheduledPayment,
  Substitute,
  Suit,
} from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import type { Instalment } from '../../src/core/facts/instalments.ts'
import {
  destinationOf,
  isDepositedForNothing,
  isNothingToRestore,
  isNothingToRestoreYet,
  isOwedToTreasury,
} from '../../src/core/facts/treasury.ts'
import { documentsFor, type Values } from '../golden/read.ts'

type Restorability = NonNullable<Appraisal['restorability']>

/** A case in which appraisals say how far the damage can be restored. */
function factsWith(said: readonly Restorability[], more: Values = {}): Facts {
  const appraisals = said.map((restorability, index) => ({
    id: `A${index + 1}`,
    kind: 'appraisal-report',
    receivedOn: '2026-04-10',
    restorability,
  }))
  return factsOf(documentsFor({ base: 'minimal', facts: { appraisals: { appraisals }, ...more } }))
}

const agreement: Agreement = { id: 'G1', obligors: ['o1'], signedOn: '2026-05-20' }
const offSite: Substitute = { mode: 'off-site', consentedOn: '2026-05-20' }

function agreed(payment: Partial<ScheduledPayment> = {}, substitutes: Substitute[] = []): Instalment {
  const scheduled = { id: 'P1', dueOn: '2026-09-01', amount: '100.00', heads: ['service-loss'], ...payment }
  return { payment: scheduled, source: { agreement: { ...agreement, substitutes } } }
}

function judged(suit: Partial<Suit> = {}): Instalment {
  const { payment } = agreed()
  return { payment, source: { suit: { id: 'S1', obligors: ['o1'], ...suit } } }
}

describe('第三十五条: given damage that can’t be restored in full, the money for losses goes to the treasury', () => {
  const owed = (said: Restorability[], instalment = agreed(), more: Values = {}) =>
    isOwedToTreasury(factsWith(said, more), instalment)

  test('not where an appraisal finds it restorable, nor where none says anything', () => {
    expect(owed(['none'])).toBe(true)
    expect(owed(['partial'])).toBe(true)
    expect(owed(['full'])).toBe(false)
    expect(owed(['partial', 'full'])).toBe(false)
    expect(owed([])).toBe(false)
  })

  test.each<[string[] | undefined, boolean]>([
    [['service-loss'], true],
    [['permanent-loss', 'service-loss'], true],
    [['service-loss', 'investigation-appraisal'], false],
    [['clean-up-restoration'], false],
    [[], false],
    [undefined, false],
  ])('money for %o: %s', (heads, expected) => {
    const { heads: _, ...payment } = agreed().payment
    const source = { agreement }
    expect(owed(['none'], { payment: heads ? { ...payment, heads } : payment, source })).toBe(expected)
  })

  test('not where a substitute is carried out; instalments and money itself are none', () => {
    expect(owed(['none'], agreed({}, [offSite]))).toBe(false)
    expect(owed(['none'], agreed({}, [{ mode: 'instalments' }, { mode: 'monetary' }]))).toBe(true)
    expect(owed(['none'], agreed({}, [{ mode: 'instalments' }, offSite]))).toBe(false)
  })

  test('not where a judgment orders a restoration, or a project carries it out', () => {
    const project = (suit: string) => ({ restoration: { projects: [{ id: 'R1', suit }] } })
    expect(owed(['none'], judged())).toBe(true)
    expect(owed(['none'], judged({ restoration: { mode: 'off-site' } }))).toBe(false)
    expect(owed(['none'], judged(), project('S1'))).toBe(false)
    expect(owed(['none'], judged(), project('S2'))).toBe(true)
  })
})

describe('given money that was agreed to be deposited with a notary', () => {
  const deposit = agreed({ destination: 'notarial-deposit' })
  const used = (use: Values) => ({ payments: { payments: [], uses: [use] } })

  test('it waits for a substitute, and without one is deposited for nothing', () => {
    expect(isOwedToTreasury(factsWith(['none']), deposit)).toBe(false)
    expect(isDepositedForNothing(factsWith(['none']), deposit)).toBe(true)
    expect(isDepositedForNothing(factsWith(['full']), deposit)).toBe(false)
    expect(isDepositedForNothing(factsWith(['none']), agreed({ destination: 'treasury' }))).toBe(false)
  })

  test('not for nothing where an agreement says for which substitute, or it was used for a project since', () => {
    const forIt = agreed({ destination: 'notarial-deposit' }, [offSite])
    expect(isDepositedForNothing(factsWith(['none']), forIt)).toBe(false)
    expect(isDepositedForNothing(factsWith(['none'], used({ project: 'L1' })), deposit)).toBe(false)
    expect(isDepositedForNothing(factsWith(['none'], used({ purpose: '保管费' })), deposit)).toBe(true)
  })
})

describe('given damage of which nothing can be restored, an implementer has nothing to be paid for', () => {
  test('only where every appraisal says so, and nothing is done in its place', () => {
    expect(isNothingToRestore(factsWith(['none']), agreed())).toBe(true)
    expect(isNothingToRestore(factsWith(['none', 'partial']), agreed())).toBe(false)
    expect(isNothingToRestore(factsWith([]), agreed())).toBe(false)
    expect(isNothingToRestore(factsWith(['none']), agreed({}, [offSite]))).toBe(false)
  })

  test('before any agreement: not once a project, a substitute or a judgment on restoration is there', () => {
    const agreements = (substitutes: Substitute[]) => ({
      agreements: { agreements: [{ ...agreement, substitutes }] },
    })
    const suits = (suit: Values) => ({ court: { suits: [{ id: 'S1', obligors: ['o1'], ...suit }] } })
    const yet = (said: Restorability[], more: Values = {}) => isNothingToRestoreYet(factsWith(said, more))
    expect(yet(['none'])).toBe(true)
    expect(yet(['none', 'partial'])).toBe(false)
    expect(yet([])).toBe(false)
    expect(yet(['none'], { restoration: { projects: [{ id: 'R1' }] } })).toBe(false)
    expect(yet(['none'], agreements([offSite]))).toBe(false)
    expect(yet(['none'], agreements([{ mode: 'instalments' }]))).toBe(true)
    expect(yet(['none'], suits({ restoration: { mode: 'off-site' } }))).toBe(false)
    expect(yet(['none'], suits({}))).toBe(true)
  })
})

describe('where the money of an instalment goes', () => {
  const goes = (said: Restorability[], payment: Partial<ScheduledPayment>, substitutes: Substitute[] = []) =>
    destinationOf(factsWith(said), agreed(payment, substitutes))

  test('to the treasury whatever was agreed, where it must', () => {
    expect(goes(['none'], { destination: 'implementer' })).toBe('treasury')
    expect(goes(['full'], { destination: 'implementer' })).toBe('implementer')
  })

  test('as agreed, unless an implementer has nothing to restore', () => {
    const costs = { heads: ['clean-up-restoration'] }
    expect(goes(['none'], { ...costs, destination: 'implementer' })).toBe('treasury')
    expect(goes(['none'], { ...costs, destination: 'cost-bearer' })).toBe('cost-bearer')
    expect(goes(['none'], { ...costs, destination: 'implementer' }, [offSite])).toBe('implementer')
  })

  test('else by what it is for: a loss, a cost of the claim, a restoration', () => {
    expect(goes(['full'], { heads: [] })).toBe('treasury')
    expect(goes(['full'], { heads: ['investigation-appraisal', 'service-loss'] })).toBe('treasury')
    expect(goes(['full'], { heads: ['investigation-appraisal'] })).toBe('cost-bearer')
    expect(goes(['full'], { heads: ['investigation-appraisal', 'clean-up-restoration'] })).toBe('implementer')
    expect(goes(['none'], { heads: ['clean-up-restoration'] })).toBe('treasury')
  })
})
