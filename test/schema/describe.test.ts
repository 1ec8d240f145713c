import { describe, expect, it } from 'vitest'
import type { Matter } from '../../src/core/regulation/cite.ts'
import { matterTitles } from '../../src/core/regulation/matters.ts'
import { type Citing, descriptionText as described, withCitations } from '../../src/core/schema/describe.ts'
import { schemaAt } from '../../src/core/schema/walk.ts'
import { settingOn } from '../support/setting.ts'

/** A text that has these matters alone. */
function lawOf(articles: Partial<Record<Matter, string>>): Citing {
  return {
    has: (matter) => articles[matter] !== undefined,
    citation: (matter) => articles[matter] ?? matterTitles[matter],
  }
}

const law = lawOf({
  suit: '第五条',
  agreement: '第七条',
  'agreement-period': '第七条',
  'start-day': '民法典第二百零一条',
})

describe('a description', () => {
  it('names the article that the text in force gives its matter', () => {
    const node = schemaAt('agreements', ['agreements', 0, 'signedOn']) ?? {}
    const { regulation } = settingOn('2026-03-02')
    expect(described(node, regulation)).toBe('各方签署的日期；应在磋商会议后规定的期限内（第二十一条）。')
    expect(described(node, law)).toBe('各方签署的日期；应在磋商会议后规定的期限内（第七条）。')
    expect(described(node, lawOf({}))).toBe(node.description)
  })

  it('names each article once, those of other laws last, and passes over what the text lacks', () => {
    const matters: Matter[] = ['start-day', 'agreement', 'labor', 'agreement-period', 'suit']
    expect(withCitations('签署的日期。', matters, law)).toBe(
      '签署的日期（第七条、第五条、民法典第二百零一条）。',
    )
  })

  it('names them in its first sentence, or at the end where no full stop stands', () => {
    expect(withCitations('各方。写在文件里为编号。', 'suit', law)).toBe('各方（第五条）。写在文件里为编号。')
    expect(withCitations('各方', 'suit', law)).toBe('各方（第五条）')
  })

  it('beside a reference speaks of its own matters, and a reference alone of those of its target', () => {
    expect(schemaAt('appraisals', ['appraisals', 0, 'restorationPlan', 'author'])?.['x-matter']).toEqual([
      'plan-author',
    ])
    expect(schemaAt('agreements', ['agreements', 0, 'performanceBond'])?.['x-matter']).toEqual([
      'performance-bond',
    ])
    expect(schemaAt('case', ['obligors', 0])?.['x-matter']).toEqual(['obligor'])
  })
})
