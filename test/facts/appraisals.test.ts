import { describe, expect, test } from 'vitest'
import {
  appraisalIndex,
  isFromPolice,
  isFullyRestorable,
  isJointlyCommissioned,
  isOpenToObjection,
  objectionsIn,
  standingAppraisals,
} from '../../src/core/facts/appraisals.ts'
import type { Appraisal } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const received: Appraisal = { id: 'A1', kind: 'appraisal-report', receivedOn: '2026-04-10' }

function factsWith(appraisals: readonly Appraisal[], more: Values = {}): Facts {
  return factsOf(documentsFor({ base: 'minimal', facts: { appraisals: { appraisals }, ...more } }))
}

describe('第十五条、第十六条: the appraisals that count', () => {
  const standing = (...appraisals: Appraisal[]) =>
    standingAppraisals(factsWith(appraisals)).map(({ id }) => id)

  test('are those received and not withdrawn', () => {
    expect(standing(received)).toEqual(['A1'])
    expect(standing({ id: 'A1', kind: 'appraisal-report', commissionedOn: '2026-03-02' })).toEqual([])
    expect(standing({ ...received, withdrawnOn: '2026-05-01' })).toEqual([])
  })

  test('one is replaced by its re-appraisal when that is received, not before, and by none of another', () => {
    const again: Appraisal = { id: 'A2', kind: 'appraisal-report', reappraises: 'A1' }
    expect(standing(received, again)).toEqual(['A1'])
    expect(standing(received, { ...again, receivedOn: '2026-07-01' })).toEqual(['A2'])
    expect(standing(received, { ...again, reappraises: 'A9', receivedOn: '2026-07-01' })).toEqual([
      'A1',
      'A2',
    ])
  })
})

describe('whether the damage can be restored in full', () => {
  const full = (...found: Appraisal['restorability'][]) =>
    isFullyRestorable(
      factsWith(
        found.map((restorability, index) => ({
          ...received,
          id: `A${index + 1}`,
          ...(restorability && { restorability }),
        })),
      ),
    )

  test('it can where every appraisal that says so says it, and not where none does', () => {
    expect(full('full')).toBe(true)
    expect(full('full', undefined)).toBe(true)
    expect(full('full', 'partial')).toBe(false)
    expect(full('partial')).toBe(false)
    expect(full(undefined)).toBe(false)
    expect(full()).toBe(false)
  })
})

describe('第十六条: objections', () => {
  const objected = { ...received, objections: [{ id: 'B1', by: 'o1', raisedOn: '2026-04-20' }] }

  test('are told with their appraisal', () => {
    const facts = factsWith([{ ...received, id: 'A0' }, objected as Appraisal])
    expect(objectionsIn(facts).map(({ appraisal, objection }) => [appraisal.id, objection.id])).toEqual([
      ['A1', 'B1'],
    ])
    expect(appraisalIndex(facts, 'A1')).toBe(1)
    expect(appraisalIndex(facts, 'A9')).toBe(-1)
  })

  test('lead nowhere once anything was signed or sued upon', () => {
    const agreements = { agreements: [{ id: 'G1', obligors: ['o1'] }] }
    const court = { suits: [{ id: 'S1', obligors: ['o1'] }] }
    expect(isOpenToObjection(factsWith([received]))).toBe(true)
    expect(isOpenToObjection(factsWith([received], { agreements }))).toBe(false)
    expect(isOpenToObjection(factsWith([received], { court }))).toBe(false)
  })
})

describe('who commissioned', () => {
  test('a panel is commissioned by both sides when the obligee and an obligor did', () => {
    expect(isJointlyCommissioned({ commissionedBy: ['obligee', 'o1'] })).toBe(true)
    expect(isJointlyCommissioned({ commissionedBy: ['obligee'] })).toBe(false)
    expect(isJointlyCommissioned({ commissionedBy: ['o1', 'o2'] })).toBe(false)
    expect(isJointlyCommissioned({})).toBe(false)
  })

  test('an appraisal comes from the police when nobody else commissioned it', () => {
    expect(isFromPolice(['public-security'])).toBe(true)
    expect(isFromPolice(['public-security', 'obligee'])).toBe(false)
    expect(isFromPolice(['obligee'])).toBe(false)
    expect(isFromPolice([])).toBe(false)
  })
})
