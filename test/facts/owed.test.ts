import { expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { moneyOwedOn } from '../../src/core/facts/owed.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'

/** P1 60,000 and P2 40,000, both due on 2025-08-20 and paid on 2025-08-15. */
function owed(day: string, change: (documents: Documents) => void = () => undefined, obligors?: string[]) {
  const documents = sampleDocuments()
  change(documents)
  return moneyOwedOn(factsOf(documents), 'G1', obligors, day)
}

const unpaid = (documents: Documents) => void delete documents.payments

test('what was paid by the day is not owed any more, what was paid later is', () => {
  expect(owed('2025-08-14')).toEqual({ whole: 10_000_000n, due: 0n })
  expect(owed('2025-08-15')).toEqual({ whole: 0n, due: 0n })
})

test('an instalment is due from the day after its last day', () => {
  expect(owed('2025-08-20', unpaid)?.due).toBe(0n)
  expect(owed('2025-08-21', unpaid)?.due).toBe(10_000_000n)
})

test('those who answer together owe it once', () => {
  expect(owed('2025-09-01', unpaid, ['o1', 'o2'])?.whole).toBe(10_000_000n)
  expect(owed('2025-09-01', unpaid, ['o2'])?.whole).toBe(10_000_000n)
})

test('who was released by then owes nothing', () => {
  const released = (documents: Documents) => {
    unpaid(documents)
    documents.closing = {
      terminations: [
        { obligors: ['o1', 'o2'], decidedOn: '2025-09-01', ground: 'no-assets', reason: '无财产' },
      ],
    }
  }
  expect(owed('2025-09-02', released)).toBeUndefined()
})

test('money in no instalment is owed and nothing tells when it is due', () => {
  const loose = (documents: Documents) => {
    unpaid(documents)
    documents.agreements?.agreements[0]?.payments?.pop()
  }
  expect(owed('2025-09-01', loose)).toEqual({ whole: 10_000_000n, due: 6_000_000n })
})
