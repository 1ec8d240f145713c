import { describe, expect, test } from 'vitest'
import type { Documents, Payment } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { instalments, paidInFullOn, paidOn } from '../../src/core/facts/instalments.ts'
import { documentsFor } from '../golden/read.ts'

const payment = { id: 'P1', dueOn: '2026-09-30', amount: '100.00' }
const judged = { judgedOn: '2026-06-01', effectiveOn: '2026-06-20', result: 'won' as const }

/** An agreement with o1 and two judgments on o2, each of which numbers its only instalment P1. */
const owed: Documents = documentsFor({
  base: 'minimal',
  facts: {
    agreements: { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2026-05-20', payments: [payment] }] },
    court: {
      suits: ['S1', 'S2'].map((id) => ({ id, obligors: ['o2'], ...judged, payments: [payment] })),
    },
  },
})

/** What was paid on the instalment of the agreement and of each judgment, in 分, and the day it was paid in full. */
function paid(...payments: Payment[]): Record<string, [bigint, string | undefined]> {
  const facts = factsOf({ ...owed, payments: { payments } })
  return Object.fromEntries(
    instalments(facts).map((each) => {
      const id = 'agreement' in each.source ? each.source.agreement.id : each.source.suit.id
      return [id, [paidOn(facts, each), paidInFullOn(facts, each)]]
    }),
  )
}

describe('第二十四条: instalments of one number under an agreement and two judgments', () => {
  const nothing = [0n, undefined]
  const inFull = [10000n, '2026-09-01']
  const sum = { id: 'P1', amount: '100.00', paidOn: '2026-09-01' }

  test('a payment that names a judgment counts on the instalment of that judgment alone', () => {
    expect(paid({ ...sum, suit: 'S1' })).toEqual({ G1: nothing, S1: inFull, S2: nothing })
    expect(paid({ ...sum, suit: 'S2' })).toEqual({ G1: nothing, S1: nothing, S2: inFull })
  })

  test('one that names the agreement counts on the instalment of the agreement alone', () => {
    expect(paid({ ...sum, agreement: 'G1' })).toEqual({ G1: inFull, S1: nothing, S2: nothing })
  })

  test('one that names an earlier version of the agreement counts, one that names another agreement does not', () => {
    const versions = documentsFor({
      base: 'minimal',
      facts: {
        agreements: {
          agreements: [
            { id: 'G1', obligors: ['o1'], signedOn: '2026-05-20' },
            { id: 'G2', obligors: ['o1'], amends: 'G1', signedOn: '2026-06-20', payments: [payment] },
            { id: 'G3', obligors: ['o2'], signedOn: '2026-06-20' },
          ],
        },
      },
    })
    const counted = (agreement: string) => {
      const facts = factsOf({ ...versions, payments: { payments: [{ ...sum, agreement }] } })
      return instalments(facts).map((each) => paidOn(facts, each))
    }
    expect(counted('G2')).toEqual([10000n])
    expect(counted('G1')).toEqual([10000n])
    expect(counted('G3')).toEqual([0n])
  })

  test('one that names neither counts once, on the first instalment of its number; one of another number on none', () => {
    expect(paid(sum)).toEqual({ G1: inFull, S1: nothing, S2: nothing })
    expect(paid({ ...sum, id: 'P2' })).toEqual({ G1: nothing, S1: nothing, S2: nothing })
  })

  test('is paid in full on the day on which the sum is reached, in whatever order the payments are on record', () => {
    const first = { id: 'P1', suit: 'S1', amount: '60.00', paidOn: '2026-08-01' }
    const last = { id: 'P1', suit: 'S1', amount: '40.00', paidOn: '2026-09-15' }
    expect(paid(last, first).S1).toEqual([10000n, '2026-09-15'])
    expect(paid(first, { ...last, amount: '39.99' }).S1).toEqual([9999n, undefined])
    expect(paid(first, last, { ...last, amount: '5.00', paidOn: '2026-10-01' }).S1).toEqual([
      10500n,
      '2026-09-15',
    ])
  })
})
