import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { viewOfFixture } from '../support/setting.ts'

function stagesAfter(name: string, change: (documents: Documents) => void): Record<string, string> {
  const { stage } = viewOfFixture(name, '2026-11-24', change)
  return { case: stage.case, ...Object.fromEntries(stage.obligors) }
}

describe('the stage of each obligor', () => {
  it('a clue alone is in screening', () => {
    const stage = stagesAfter('example-case', (documents) => {
      for (const name of Object.keys(documents)) if (name !== 'case') Reflect.deleteProperty(documents, name)
    })
    expect(stage).toEqual({ case: 'screening', o1: 'screening', o2: 'screening' })
  })

  it('a decision not to initiate is an end', () => {
    const stage = stagesAfter('example-case', (documents) => {
      for (const name of Object.keys(documents)) if (name !== 'case') Reflect.deleteProperty(documents, name)
      documents.screening = { checkedOn: '2026-02-24', decision: 'not-initiate' }
    })
    expect(stage.case).toBe('not-initiated')
  })

  it('obligors part: one signs, one is sued, one is terminated', () => {
    const stage = stagesAfter('example-case-2', (documents) => {
      const [suit] = documents.court?.suits ?? []
      if (suit) delete suit.effectiveOn
    })
    expect(stage).toEqual({ case: 'suit', o1: 'evaluation', o2: 'suit', o3: 'terminated' })
  })

  it('a refused confirmation puts the obligor back to consultation until a new round agrees', () => {
    const stage = stagesAfter('example-case-2', (documents) => {
      documents.consultation?.rounds.splice(1)
      documents.agreements?.agreements.splice(1)
      documents.court?.confirmations?.splice(1)
    })
    expect(stage.o1).toBe('consultation')
  })

  it('restoration that passed its evaluation leaves evaluation', () => {
    const stage = stagesAfter('example-case-2', ({ restoration }) => {
      const [evaluation] = restoration?.projects?.[0]?.evaluations ?? []
      if (evaluation) evaluation.passed = true
    })
    expect(stage.o1).toBe('performance')
  })

  it('does not depend on the order of rounds, agreements or obligors', () => {
    const straight = viewOfFixture('example-case-2', '2026-11-24').stage
    const turned = viewOfFixture('example-case-2', '2026-11-24', (documents) => {
      documents.consultation?.rounds.reverse()
      documents.agreements?.agreements.reverse()
      documents.case.obligors.reverse()
      documents.court?.confirmations?.reverse()
    }).stage
    expect(turned.case).toBe(straight.case)
    expect(new Map([...turned.obligors].sort())).toEqual(new Map([...straight.obligors].sort()))
  })
})
