import { describe, expect, it, test } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import { justRegistered } from './bare.ts'
import { bareFilings } from './bare-filings.ts'
import { barePapers } from './bare-papers.ts'
import { lines, says } from './say.ts'

/** What papers say of every case, before anything is done. */
const common: Readonly<Record<string, unknown>> = {
  案件名称: '某造纸有限公司等排污案',
  发文机关: '南宁市生态环境局',
}

/** The papers of a case as a whole, which can be begun at once. */
const atOnce = ['initiation-register', 'investigation-register']

const all = [...barePapers, ...bareFilings]
const view = justRegistered()

describe('a case that was just registered', () => {
  test('has every paper in the table', () => {
    const inTable = all.map(({ paper }) => paper).sort()
    const ids = forms.map(({ id }) => id).sort()
    expect(inTable, 'the table is test/forms/bare-papers.ts and bare-filings.ts').toEqual(ids)
  })

  describe.each(all)('$paper', ({ paper, known, lacks }) => {
    const form = forms.find(({ id }) => id === paper)

    it('is written for nobody yet, unless it is about the case as a whole, and bears no day', () => {
      expect(form?.subjects(view)).toEqual(atOnce.includes(paper) ? [null] : [])
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
