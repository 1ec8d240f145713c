import { expect, test } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import { casesOfPapers, completePaper } from './occasions.ts'

const cases = casesOfPapers(2)

test.each(forms)('$id has a paper that lacks nothing in one of the cases', (form) => {
  const { view, subject } = completePaper(form, cases)
  expect(form.fill(view, subject).missing).toEqual([])
})

test('a form of which no case has a paper is named, with the file where it gets one', () => {
  const [form] = forms
  if (!form) throw new Error('no forms')
  const unheard = { ...form, id: 'hearing-letter', subjects: () => [] }
  expect(() => completePaper(unheard, cases)).toThrow(
    /^hearing-letter: .*test\/forms\/expected\/hearing-letter\.ts/,
  )
})
