import { describe, expect, it, test } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import { justRegistered } from './bare.ts'
import { expectedPapers } from './expected.ts'
import { lines, says } from './say.ts'

/** What papers say of every case, before anything is done. */
const common: Readonly<Record<string, unknown>> = {
  案件名称: '某造纸有限公司等排污案',
  发文机关: '南宁市生态环境局',
}

const view = justRegistered()

describe('a case that was just registered', () => {
  test('has what is expected of every form', () => {
    const ids = forms.map(({ id }) => id).sort()
    expect(
      expectedPapers.map(({ paper }) => paper).sort(),
      'each form has its file in test/forms/expected',
    ).toEqual(ids)
  })

  describe.each(expectedPapers)('$paper', ({ paper, bare: { about = [], known, lacks } }) => {
    const form = forms.find(({ id }) => id === paper)

    it('is written for nobody yet, unless it is about the case as a whole, and bears no day', () => {
      expect(form?.subjects(view)).toEqual(about)
      expect(form?.datedOn?.(view.facts, null)).toBeUndefined()
    })

    it('names each fact that is still to be recorded, and by which step', () => {
      expect(lines(form?.fill(view, null).missing ?? [])).toEqual(lacks)
    })

    it('says what is known, and leaves room for everything else', () => {
      const filled = form?.fill(view, null)
      for (const field of Object.keys(filled?.fields ?? {})) {
        const value = filled && says(filled, field)
        const wanted = known[field] ?? common[field]
        if (wanted !== undefined) expect(value, field).toEqual(wanted)
        else expect(value === '' || (Array.isArray(value) && !value.length), `${field}：${value}`).toBe(true)
      }
      expect(Object.keys(filled?.fields ?? {})).toEqual(expect.arrayContaining(Object.keys(known)))
    })
  })
})
