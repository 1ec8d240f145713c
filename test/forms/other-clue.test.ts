import { expect, it } from 'vitest'
import { fill } from './support.ts'
import { wholeCase } from './whole.ts'

it('the registers name the clue of a case that went into this one beside its own', () => {
  const view = wholeCase('2026-12-24', (documents) => {
    const from = 'GC-2026-0009'
    const clue = { channel: 'inspection', reference: '桂信转〔2026〕8号', receivedOn: '2025-03-04' }
    documents.case.combinations = [{ on: '2025-03-04', from, reason: '同一排污口', clue }]
  })
  expect(fill(view, 'initiation-register').fields.案件来源).toMatch(/；.*桂信转〔2026〕8号/)
  const course = JSON.stringify(fill(view, 'investigation-register').fields)
  expect(course).toMatch(/2025年3月4日.*桂信转〔2026〕8号/)
})
