import { describe, expect, test } from 'vitest'
import { placedClauses } from '../../src/core/drafts/topic-places.ts'

const order = ['reasons', 'liability', 'opinions', 'performance']
const told = (label: string) => ({ label, scores: new Map<string, number>() })
const silent = (scores: Record<string, number> = {}) => ({
  label: undefined,
  scores: new Map(Object.entries(scores)),
})

describe('a text that its words do not tell', () => {
  test('is the only clause that is missing between its neighbours', () => {
    expect(
      placedClauses([told('reasons'), silent(), told('opinions')], order, (c) => c === 'liability'),
    ).toEqual([{ code: 'liability', index: 1 }])
  })

  test('is the one at which it hints where two are missing, and none where it hints at none', () => {
    const missing = (code: string) => code === 'liability' || code === 'opinions'
    expect(
      placedClauses([told('reasons'), silent({ opinions: 1 }), told('performance')], order, missing),
    ).toMatchObject([{ code: 'opinions', index: 1 }])
    expect(placedClauses([told('reasons'), silent(), told('performance')], order, missing)).toEqual([])
  })

  test('at the end of a draft is no clause unless its words hint at one', () => {
    expect(placedClauses([told('opinions'), silent()], order, (c) => c === 'performance')).toEqual([])
  })

  test('is the clause of which it speaks most; another text beside it is not', () => {
    const texts = [told('reasons'), silent({ liability: 1 }), silent({ liability: 2 }), told('opinions')]
    expect(placedClauses(texts, order, (c) => c === 'liability')).toMatchObject([
      { code: 'liability', index: 2 },
    ])
  })
})
