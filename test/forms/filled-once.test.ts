import { expect, it } from 'vitest'
import { disclosureText } from '../../src/core/forms/disclosure-text.ts'
import { viewBy } from '../../src/core/view.ts'
import { first } from './support.ts'

it('fills a paper once, for the steps and for the list of papers', () => {
  const view = first()
  const [subject = null] = disclosureText.subjects(view)
  expect(subject).not.toBeNull()
  expect(disclosureText.fill(view, subject)).toBe(disclosureText.fill(view, subject))
  // The same facts read anew are filled anew.
  expect(disclosureText.fill({ ...view }, subject)).not.toBe(disclosureText.fill(view, subject))
})

it('looks back at a case once for all papers of a day', () => {
  const view = first()
  expect(viewBy(view, '2025-06-01')).toBe(viewBy(view, '2025-06-01'))
  expect(viewBy(view, '2025-06-01')).not.toBe(viewBy(view, '2025-06-02'))
  expect(viewBy(view, undefined)).toBe(view)
})
