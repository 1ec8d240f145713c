import { describe, expect, it } from 'vitest'
import { papersNeeding } from '../../src/core/forms/needed.ts'
import { settingOn } from '../support/setting.ts'

describe('what an optional fact is for', () => {
  const papers = papersNeeding(settingOn('2026-11-24'))

  it('is named by the papers that print it', () => {
    expect(papers('consultation', ['rounds', 0, 'notice', 'panel'])).toEqual(['磋商告知书'])
    expect(papers('case', ['summary'])).toContain('索赔启动登记表')
    expect(papers('case', ['obligors', 1, 'representative'])).toContain('磋商告知书')
  })

  it('is nothing for what no paper needs', () => {
    expect(papers('case', ['remarks'])).toEqual([])
    expect(papers('consultation', ['rounds', 0, 'notice', 'pan'])).toEqual([])
  })
})
