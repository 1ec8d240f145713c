import { describe, expect, it } from 'vitest'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { blockersOf } from '../../src/core/stages/possible.ts'
import { step } from '../support/step.ts'

describe('a publication whose text lacks something (第三十六条)', () => {
  it('is refused with the very call that completes it', () => {
    const { facts: _, ...investigation } = sampleDocuments().investigation ?? {}
    const { view, action } = step('disclose', { investigation, appraisals: undefined })
    const [blocker] = blockersOf(view, action, 'public-interest')
    expect(blocker?.reason).toContain(`用 ejc render ${view.facts.id} 信息公开稿 public-interest 补填`)
  })

  it('waits for the names to be decided first, which is named as what to do', () => {
    const { case: file } = sampleDocuments()
    const { view, action } = step('disclose', { case: { summary: `${file.summary}邻居周建国在场。` } })
    const [blocker] = blockersOf(view, action, 'agreement/G1')
    expect(blocker).toMatchObject({ first: 'decide-names' })
  })
})
