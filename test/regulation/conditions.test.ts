import { describe, expect, test } from 'vitest'
import { conditionHolds } from '../../src/core/regulation/conditions.ts'
import { createRegulation } from '../../src/core/regulation/regulation.ts'
import { loadPack } from '../../src/generated/law/index.ts'

const regulation = createRegulation(await loadPack('guangxi-2025-draft'))

describe('第十条: who is in charge', () => {
  test.each([
    ['none', 'none', 'city'],
    ['general', 'none', 'city'],
    ['larger', 'none', 'city'],
    ['major', 'none', 'region'],
    ['extraordinary', 'none', 'region'],
    ['none', 'cross-city', 'region'],
    ['general', 'cross-province', 'region'],
  ])('an incident graded %s and %s is for the %s', (incidentGrade, crossRegion, level) => {
    expect(regulation.levelFor({ incidentGrade, crossRegion })).toMatchObject({ level, article: '第十条' })
  })

  test('while nothing is known it is for the city', () => {
    expect(regulation.levelFor({})?.level).toBe('city')
  })
})

describe('第三十四条: facts that point to a major case', () => {
  const pointing = (facts: Parameters<typeof conditionHolds>[1]) =>
    regulation
      .list('majorGrounds')
      .filter(({ when }) => when && conditionHolds(when, facts))
      .map(({ code }) => code)

  test('an incident from 较大 up, and a clue handed over by an inspection', () => {
    expect(pointing({ incidentGrade: 'larger', channel: 'other' })).toEqual(['larger-incident'])
    expect(pointing({ incidentGrade: 'general', channel: 'inspection' })).toEqual(['inspection-typical'])
    expect(pointing({ incidentGrade: 'general', channel: 'complaint-media' })).toEqual([])
  })

  test('a condition on several facts holds only when all of them do', () => {
    const when = { incidentGrade: ['major'], crossRegion: ['cross-city'] }
    expect(conditionHolds(when, { incidentGrade: 'major', crossRegion: 'cross-city' })).toBe(true)
    expect(conditionHolds(when, { incidentGrade: 'major', crossRegion: 'none' })).toBe(false)
    expect(conditionHolds(when, { incidentGrade: 'major' })).toBe(false)
  })
})
