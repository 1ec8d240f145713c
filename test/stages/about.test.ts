import { describe, expect, it } from 'vitest'
import { subjectMeant, subjectWord } from '../../src/core/stages/about.ts'
import { step } from '../support/step.ts'

const { view, action } = step('disclose')
const subjects = ['agreement/G1', 'restoration-effect/R1', 'funds', '1/o2', 'section-head']

describe('the subject of a printed call', () => {
  it.each([
    ['section-head', '机构负责人'],
    ['restoration-effect/R1', '生态环境修复效果R1'],
    ['1/o2', '1/o2'],
    ['A1/B1', 'A1/B1'],
    ['2026-10', '2026-10'],
    [null, null],
  ])('%s is %s', (subject, word) => {
    expect(subjectWord(view, action, subject)).toBe(word)
  })

  it('can be typed as it is printed, and by its address too', () => {
    for (const subject of subjects) {
      expect(subjectMeant(view, action, subjects, subjectWord(view, action, subject) ?? '')).toBe(subject)
      expect(subjectMeant(view, action, subjects, subject)).toBe(subject)
    }
    expect(subjectMeant(view, action, subjects, '没有这个')).toBeUndefined()
  })
})
