import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { documentsFor, goldenFiles, type Happened } from '../golden/read.ts'
import { settingOn } from '../support/setting.ts'
import { shuffled } from './shuffle.ts'

const setting = settingOn('2026-11-24')
const view = (documents: Documents): CaseView => viewOf(factsOf(documents), setting)

const golden: readonly Happened[] = goldenFiles().flatMap(({ cases: inFile }) => inFile)
/** The few in which the order of the rounds could matter are drawn as often as all others together. */
const ofSeveralRounds = golden.filter((each) => (documentsFor(each).consultation?.rounds ?? []).length > 1)

/** Every golden case, whole or without some of its later documents: the many states in which a case can be. */
const cases = fc
  .record({
    happened: fc.oneof(fc.constantFrom(...golden), fc.constantFrom(...ofSeveralRounds)),
    without: fc.subarray([
      'court',
      'restoration',
      'closing',
      'payments',
      'supervision',
      'agreements',
    ] as const),
    whole: fc.boolean(),
  })
  .map(({ happened, without, whole }) => {
    const documents = documentsFor(happened)
    for (const name of whole ? [] : without) delete documents[name]
    return documents
  })

const reordered = (documents: Documents, seed: number) => shuffled(documents, seed) as Documents

describe('what is concluded does not lean on the order in which the files list things', () => {
  it('the stage of the case and of each obligor', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (documents, seed) => {
        const straight = view(documents).stage
        const turned = view(reordered(documents, seed)).stage
        expect(turned.case).toBe(straight.case)
        expect(Object.fromEntries(turned.obligors)).toEqual(Object.fromEntries(straight.obligors))
      }),
      { numRuns: 200 },
    )
  })

  it('the dates and statuses of the deadlines', () => {
    const dates = ({ deadlines }: CaseView) =>
      deadlines
        .map(({ deadline, subject, start, due, rolledDue, status, met, certain, otherReading }) =>
          JSON.stringify({ deadline, subject, start, due, rolledDue, status, met, certain, otherReading }),
        )
        .sort()
    fc.assert(
      fc.property(cases, fc.nat(), (documents, seed) => {
        expect(dates(view(reordered(documents, seed)))).toEqual(dates(view(documents)))
      }),
      { numRuns: 200 },
    )
  })
})
