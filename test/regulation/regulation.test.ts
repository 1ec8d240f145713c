import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPacks } from '../../src/build/generate/law.ts'
import {
  articleName,
  chineseNumeral,
  parseArticle,
  parseChineseNumeral,
} from '../../src/core/regulation/article.ts'
import { lawStatus } from '../../src/core/regulation/laws.ts'
import { resolvePack } from '../../src/core/regulation/merge.ts'
import { createRegulation } from '../../src/core/regulation/regulation.ts'
import { loadPack } from '../../src/generated/law/index.ts'

const regulation = createRegulation(await loadPack('guangxi-2025-draft'))
const cited = (passage: string) => regulation.citedLaws(passage).map(({ id }) => id)
const law = (title: string) => regulation.law(title) ?? expect.fail(title)

describe('article names', () => {
  test.each([
    [1, '第一条'],
    [10, '第十条'],
    [12, '第十二条'],
    [20, '第二十条'],
    [43, '第四十三条'],
    [110, '第一百一十条'],
    [203, '第二百零三条'],
    [1054, '第一千零五十四条'],
    [1242, '第一千二百四十二条'],
  ])('%i is %s', (number, name) => {
    expect(articleName(number)).toBe(name)
    expect(parseArticle(name)).toBe(number)
  })

  test.each(['20', '第20条', '第二十条', '二十', '第二十条第二款', '第二十条（一）', ' 20 '])(
    '%s is article 20',
    (name) => {
      expect(parseArticle(name)).toBe(20)
    },
  )

  test.each(['', '附件1', 'screening', '第条', '第二十条例', '民法典第二百零三条', '-1', '2.5'])(
    '%s is no article',
    (name) => {
      expect(parseArticle(name)).toBeUndefined()
    },
  )

  test('numerals of every article survive the round trip', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
        expect(parseChineseNumeral(chineseNumeral(number))).toBe(number)
      }),
    )
  })
})

describe('look-ups', () => {
  test('a period of the text is firm and verified unless it says otherwise', () => {
    expect(regulation.period('screening')).toEqual({
      id: 'screening',
      title: '初步核查',
      amount: 5,
      unit: 'working-day',
      article: '第十二条',
      principle: false,
      advisory: false,
      verified: true,
    })
    expect(regulation.period('consultation')?.principle).toBe(true)
    expect(regulation.period('confirmation-apply')?.advisory).toBe(true)
  })

  test('limits give their figure and no other kind of figure', () => {
    expect(regulation.amount('simple-case', undefined)).toBe('300000.00')
    expect(regulation.percent('tech-upgrade', undefined)).toBe(50)
    expect(regulation.count('meetings', undefined)).toBe(3)
    expect(regulation.count('simple-case', undefined)).toBeUndefined()
    expect(regulation.limit('experts-minimum', undefined)).toMatchObject({
      principle: true,
      article: '第十五条',
    })
  })

  test('a limit that the law has changed has on each day the value of that day, and its article', async () => {
    const values = [{ count: 3 }, { from: '2027-01-01', count: 5, article: '乙条' }]
    const changes = { limits: { meetings: { values } } }
    const head = { title: '某办法', shortTitle: '办法', status: 'in-force', issuer: '某省' }
    const later = { id: 'later', extends: 'guangxi-2025-draft', ...head, ...changes }
    const changed = createRegulation(resolvePack('later', [later, ...(await readPacks())]))
    expect(changed.count('meetings', '2026-12-31')).toBe(3)
    expect(changed.count('meetings', '2027-01-01')).toBe(5)
    expect(changed.limit('meetings', '2026-12-31')?.article).toBe('第二十条')
    expect(changed.limit('meetings', undefined)).toMatchObject({ count: 5, article: '第二十条' })
  })

  test('a label falls back to its code', () => {
    expect(regulation.label('substituteModes', 'labor')).toBe('劳务代偿')
    expect(regulation.label('substituteModes', 'nothing')).toBe('nothing')
    expect(regulation.label('nothing', 'labor')).toBe('labor')
  })

  test('the lists for checking facts hold the clauses too', () => {
    expect(regulation.lists.levels).toEqual([
      { code: 'region', label: '自治区' },
      { code: 'city', label: '设区市' },
      { code: 'county', label: '县（区、市）级', short: '县级' },
    ])
    expect(regulation.lists.clauses?.map(({ code }) => code)).toContain('forceMajeure')
  })

  test('an article is found by number and by name', () => {
    expect(regulation.article('第二十条')).toBe(regulation.article(20))
    expect(regulation.article('20')?.number).toBe(20)
    expect(regulation.article(44)).toBeUndefined()
  })
})

describe('cited texts', () => {
  test('are found by title, by alias and without 《》', () => {
    expect(law('《中华人民共和国民法典》').id).toBe('civil-code')
    expect(law('民法典').id).toBe('civil-code')
    expect(law('中华人民共和国民事诉讼法（2023年修正）').id).toBe('civil-procedure-law')
    expect(cited('《中华人民共和国民法典》第一千二百三十四条、《中华人民共和国矿产资源法》')).toEqual([
      'civil-code',
      'mineral-resources-law',
    ])
    expect(cited('依据民法典和环法规〔2020〕44号，以及民法典')).toEqual(['civil-code', 'opinion-2020'])
  })

  test('a longer title is not taken for the shorter one within it', () => {
    expect(cited('《海洋环境保护法》')).toEqual(['marine-environment-law'])
    expect(cited('海洋环境保护法第一条')).toEqual(['marine-environment-law'])
    expect(cited('《南宁市水污染防治法实施细则》')).toEqual([])
  })

  test('the code of 2026 is not cited before 2026-08-15, nor the statutes that it replaced from that day', () => {
    expect(lawStatus(law('生态环境法典'), '2026-08-14')).toBe('not-yet')
    expect(lawStatus(law('生态环境法典'), '2026-08-15')).toBe('in-force')
    expect(lawStatus(law('水污染防治法'), '2026-08-14')).toBe('in-force')
    expect(lawStatus(law('水污染防治法'), '2026-08-15')).toBe('no-longer')
    expect(lawStatus(law('侵权责任法'), '2021-01-01')).toBe('no-longer')
  })

  test('a draft is never in force, and nothing is concluded from what was not verified', () => {
    const rules = law('《广西壮族自治区生态环境损害赔偿工作细则》')
    expect(lawStatus(rules, '2026-11-24')).toBe('draft')
    expect(lawStatus(law('生态环境损害赔偿管理规定'), '2000-01-01')).toBe('unknown')
  })
})
