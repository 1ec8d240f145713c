import { describe, expect, it, test } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import { expectedPapers } from './expected.ts'
import { lines } from './say.ts'
import { wholeCase } from './whole.ts'

const papers = expectedPapers.flatMap(({ paper, whole }) => (whole ? [{ paper, ...whole }] : []))

describe('the papers of the whole case', () => {
  test('are all that something in it calls for', () => {
    const view = wholeCase()
    const called = forms.filter((form) => form.subjects(view).length > 0).map(({ id }) => id)
    expect(papers.map(({ paper }) => paper).sort()).toEqual(called.sort())
  })

  describe.each(papers)('$paper', ({ paper, about, needs }) => {
    it('is written for everybody whom it concerns', () => {
      expect(forms.find(({ id }) => id === paper)?.subjects(wholeCase())).toEqual(about)
    })

    it('needs its facts, each from the step that records it', () => {
      const form = forms.find(({ id }) => id === paper)
      expect(lines(form?.fill(wholeCase(), about[0] ?? null).needed ?? [])).toEqual(needs)
    })
  })
})
