import { describe, expect, it } from 'vitest'
import { FIRST_YEAR, LAST_YEAR } from '../../src/core/calendar/dates.ts'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { viewOf } from '../../src/core/view.ts'
import { documentsOf, settingOn } from '../support/setting.ts'

/** The fixture with every day of it moved to one. */
function allOn(name: string, day: string): Documents {
  const text = JSON.stringify(documentsOf(name))
  // The test's own boundary: the shape of the fixture is untouched.
  return JSON.parse(text.replace(/"\d{4}-\d{2}-\d{2}"/g, `"${day}"`)) as Documents
}

describe('the first and the last day that can be entered', () => {
  it.each([
    ['example-case', `${FIRST_YEAR}-01-01`],
    ['example-case', `${LAST_YEAR}-12-31`],
    ['example-case-2', `${FIRST_YEAR}-01-01`],
    ['example-case-2', `${LAST_YEAR}-12-31`],
  ])('every deadline of %s can be counted when all happened on %s', (name, day) => {
    const { deadlines } = viewOf(factsOf(allOn(name, day)), settingOn(`${LAST_YEAR}-12-31`))
    expect(deadlines.length).toBeGreaterThan(10)
  })
})
