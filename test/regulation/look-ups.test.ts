import { describe, expect, it, test } from 'vitest'
import { parseArticle, parseChineseNumeral } from '../../src/core/regulation/article.ts'
import { packCitations, provision, shownArticle } from '../../src/core/regulation/citation.ts'
import { UNREGULATED } from '../../src/core/regulation/cite.ts'
import { conditionHolds } from '../../src/core/regulation/conditions.ts'
import { identifierIn, packEntries, packValueAt, placedPath } from '../../src/core/regulation/entries.ts'
import { formTitle, formWord } from '../../src/core/regulation/forms.ts'
import { lawIndex, lawStatus } from '../../src/core/regulation/laws.ts'
import { resolvePack } from '../../src/core/regulation/merge.ts'
import type { CitableText } from '../../src/core/regulation/pack.ts'
import { citationIn, placeInText } from '../../src/core/regulation/place-in-text.ts'
import { createRegulation } from '../../src/core/regulation/regulation.ts'
import { shippedPacks } from './own.ts'

const draft = resolvePack('guangxi-2025-draft', shippedPacks)

describe('numerals', () => {
  test.each([
    ['两百', 200],
    ['二〇', 0],
    ['十', 10],
    ['百零五', 105],
    ['一千零五十四', 1054],
    ['甲', undefined],
    ['十甲', undefined],
    ['甲十', undefined],
    ['', undefined],
  ])('%s: %s', (text, number) => {
    expect(parseChineseNumeral(text)).toBe(number)
  })

  test.each([
    ['第20条第二款', 20],
    ['20（一）', 20],
    ['第 20 条', 20],
    ['12345', undefined],
    ['a20', undefined],
    [20, 20],
  ])('%s is article %s', (text, number) => {
    expect(parseArticle(text)).toBe(number)
  })
})

describe('entries of a pack', () => {
  const data = { lists: { a: { items: [{ code: 'x' }, { id: 'y' }, { number: 3 }, 'z', null] } } }

  it('are those that are maps, by their key or their place', () => {
    expect(packEntries(data.lists.a.items, ['lists'])).toEqual([
      { key: 'x', path: ['lists', 0], data: { code: 'x' } },
      { key: 'y', path: ['lists', 1], data: { id: 'y' } },
      { key: '3', path: ['lists', 2], data: { number: 3 } },
    ])
    expect(packEntries({ a: { b: 1 }, c: null, d: 2 })).toEqual([{ key: 'a', path: ['a'], data: { b: 1 } }])
    expect(packEntries([{ title: '甲' }])).toEqual([{ key: '', path: [0], data: { title: '甲' } }])
    expect(packEntries(undefined)).toEqual([])
    expect(packEntries('甲')).toEqual([])
    expect([identifierIn('甲'), identifierIn({}), identifierIn({ number: 0 })]).toEqual([
      undefined,
      undefined,
      '0',
    ])
  })

  it('are placed by their numbers in the list; what is missing, where it belongs', () => {
    const at = (...path: (string | number)[]) => placedPath(data, path)
    expect(at('lists', 'a', 'items', 'y', 'label')).toEqual(['lists', 'a', 'items', 1, 'label'])
    expect(at('lists', 'a', 'items', 'w', 'label')).toEqual(['lists', 'a', 'items'])
    expect(at('lists', 'a', 'items', 2)).toEqual(['lists', 'a', 'items', 2])
    expect(packValueAt(data, ['lists', 'a', 'items', 0, 'code'])).toBe('x')
    expect(packValueAt(data, ['lists', 'a', 'items', 'x'])).toBeUndefined()
    expect(packValueAt(data, ['toString'])).toBeUndefined()
    expect(packValueAt(data, ['lists', 'b', 'c'])).toBeUndefined()
  })
})

describe('the order of the text', () => {
  it('is that of articles, then annexes, then what other laws say, then what has no place', () => {
    const places = ['第十三条', '第二十条、第一条', '附件1', '附件 2', '民法典第一条', undefined].map(
      placeInText,
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(new Set(places).size).toBe(places.length)
    expect(places[0]).toBe(13)
  })

  test.each([
    ['matters', 'reply-period', '第二十二条第二款第一项'],
    ['matters', 'nothing', undefined],
    ['periods', 'screening', '第十二条'],
    ['limits', 'meetings', '第二十条'],
    ['lists', 'channels', '第十一条'],
    ['lists', 'nothing', undefined],
    ['articles', '13', '第十三条'],
    ['annexes', '2', '附件2'],
    ['clauses', 'breach', '第二十一条'],
    ['clauses', 'nothing', undefined],
    ['jurisdiction', 'jurisdiction', '第十条'],
    ['forms', 'agreement', '第二十一条'],
    ['laws', 'nothing', undefined],
  ])('an entry of %s, %s, is cited as %s', (section, key, article) => {
    expect(citationIn(draft, section, key)).toBe(article)
  })

  it('without jurisdiction or a rule for the last day, nothing is cited for them', () => {
    const { jurisdiction: _, rolling: __, ...bare } = draft
    expect(citationIn(bare, 'jurisdiction', '')).toBeUndefined()
    expect(citationIn(bare, 'rolling', '')).toBeUndefined()
    expect(citationIn(draft, 'rolling', '')).toBe(draft.rolling?.article)
  })
})

describe('citations', () => {
  const cites = () =>
    packCitations({
      matters: {
        'reply-period': { title: '答复期限', article: '第三条', item: '第一项', verified: false },
        urging: { title: '督促启动', absent: true, article: '第九条' },
        initiation: { title: '启动索赔' },
      },
    })

  it('of what the text has name article and item', () => {
    const { has, articleOf, citation, written } = cites()
    expect([has('reply-period'), articleOf('reply-period'), citation('reply-period')]).toEqual([
      true,
      '第三条',
      '第三条第一项',
    ])
    expect(written('依照⟦reply-period⟧和⟦urging⟧')).toBe('依照第三条第一项和督促启动')
    expect(written('没有引用')).toBe('没有引用')
  })

  it('of what it lacks name the matter', () => {
    const { has, articleOf, citation } = cites()
    expect([has('urging'), articleOf('urging'), citation('urging')]).toEqual([false, UNREGULATED, '督促启动'])
    expect([has('screening'), articleOf('screening'), citation('screening')]).toEqual([
      false,
      UNREGULATED,
      'screening',
    ])
    expect([has('initiation'), articleOf('initiation'), citation('initiation')]).toEqual([
      true,
      UNREGULATED,
      '启动索赔',
    ])
  })

  it('say which provision was not read in its own text', () => {
    const { provisionOf, shownArticleOf } = cites()
    expect(provisionOf('reply-period')).toEqual({ article: '第三条', verified: false })
    expect(shownArticleOf('reply-period')).toBe('第三条（未核对）')
    expect(provisionOf('urging')).toEqual({ article: UNREGULATED })
    expect(provision('', false)).toEqual({ article: '' })
    expect(provision('第一条', true)).toEqual({ article: '第一条' })
    expect(shownArticle({ article: '第一条' })).toBe('第一条')
  })
})

describe('a condition of the law', () => {
  test.each([
    [{ incidentGrade: ['major'] }, { incidentGrade: 'major' }, true],
    [{ ecologicalGrade: ['major'] }, { ecologicalGrade: 'larger' }, false],
    [{ crossRegion: ['cross-city'] }, { incidentGrade: 'major' }, false],
    [{ channel: ['inspection', 'other'] }, { channel: 'other' }, true],
    [{}, {}, true],
  ])('%j of %j: %s', (when, facts, holds) => {
    expect(conditionHolds(when, facts)).toBe(holds)
  })
})

describe('texts in force', () => {
  const law = (more: Partial<CitableText> = {}): CitableText => ({
    id: 'a',
    title: '甲法',
    aliases: [],
    verified: true,
    article: '',
    ...more,
  })

  test.each([
    [{ effectiveFrom: '2020-01-01' }, '2019-12-31', 'not-yet'],
    [{ effectiveFrom: '2020-01-01' }, '2020-01-01', 'in-force'],
    [{ effectiveTo: '2020-01-01' }, '2020-01-01', 'in-force'],
    [{ effectiveTo: '2020-01-01' }, '2020-01-02', 'no-longer'],
    [{ verified: false, effectiveTo: '2020-01-01' }, '2020-01-02', 'unknown'],
    [{ draft: true, verified: false }, '2020-01-02', 'draft'],
    [{}, '2020-01-02', 'in-force'],
  ])('%j on %s: %s', (more, date, status) => {
    expect(lawStatus(law(more), date)).toBe(status)
  })

  it('are found by their names, whatever stands around them', () => {
    const { lawOf, citedLaws } = lawIndex([
      law({ aliases: ['甲规'] }),
      law({ id: 'b', title: '中华人民共和国乙法（2023年修正）' }),
    ])
    expect(lawOf('《 甲法 》')?.id).toBe('a')
    expect(lawOf('乙法(2019修订)')?.id).toBe('b')
    expect(lawOf('乙法（试行）')).toBeUndefined()
    expect(citedLaws('甲规、乙法、《甲法》、《乙法办法》').map(({ id }) => id)).toEqual(['a', 'b'])
    expect(lawIndex([]).citedLaws('甲法')).toEqual([])
  })
})

describe('what people type for a form', () => {
  const { forms, ...rest } = createRegulation(draft)
  const word = (title: string, ...others: string[]) => {
    const all = [title, ...others].map((each, index) => ({ id: `f${index}`, title: each, article: '' }))
    return formWord({ ...rest, forms: all }, 'f0')
  }

  test.each([
    ['生态环境损害赔偿磋商告知书', '磋商告知书'],
    ['生态环境损害赔偿协议', '赔偿协议'],
    ['生态环境损害调查情况登记表', '调查情况登记表'],
    ['索赔启动登记表', '索赔启动登记表'],
    ['生态环境损害', '生态环境损害'],
  ])('of %s: %s', (title, short) => {
    expect(word(title)).toBe(short)
  })

  it('is the whole title, where another one holds its end', () => {
    expect(word('生态环境损害赔偿磋商告知书', '补充磋商告知书')).toBe('生态环境损害赔偿磋商告知书')
    expect(formTitle({ ...rest, forms }, 'nothing')).toBe('nothing')
  })
})
