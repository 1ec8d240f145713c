import { describe, expect, it } from 'vitest'
import { choicesOf } from '../../src/core/schema/choices.ts'
import { closestChoice, editDistance } from '../../src/core/schema/suggest.ts'
import { itemKey, keyOrder, schemaAt, titleAt } from '../../src/core/schema/walk.ts'
import { nationalLists } from '../fixtures/schema/lists.ts'

describe('the schema at a path', () => {
  it('follows references into shared definitions, the words at the place winning', () => {
    const node = schemaAt('case', ['obligors', 0, 'representative'])
    expect(node?.title).toBe('法定代表人（负责人）')
    expect(node?.['x-when']).toBe('kind=organization')
    expect(Object.keys(node?.properties ?? {})).toEqual(['name', 'post'])
  })

  it('follows a reference inside a shared definition', () => {
    expect(schemaAt('restoration', ['projects', 1, 'implementer', 'creditCode'])?.['x-format']).toBe(
      'creditCode',
    )
    expect(
      schemaAt('appraisals', ['appraisals', 0, 'restorationPlan', 'author', 'representative', 'post'])?.title,
    ).toBe('职务')
  })

  it('gives the values of a map with free keys', () => {
    expect(schemaAt('agreements', ['agreements', 0, 'clauses', 'facts'])?.title).toBe('条款')
  })

  it('is undefined for paths that do not exist, inherited names among them', () => {
    expect(schemaAt('case', ['nothing'])).toBeUndefined()
    expect(schemaAt('case', ['title', 0])).toBeUndefined()
    expect(schemaAt('case', ['toString'])).toBeUndefined()
    expect(schemaAt('case', ['obligors', 'name'])).toBeUndefined()
  })
})

describe('labels, order and keys', () => {
  it('names a value in Chinese', () => {
    expect(titleAt('investigation', ['initiation', 'initiatedOn'])).toBe('启动日期')
    expect(titleAt('investigation', ['legalBasis', 2])).toBe('法律依据')
  })

  it('orders keys as the schema does', () => {
    expect(keyOrder('case', ['clue'])?.slice(0, 3)).toEqual(['channel', 'reference', 'foundOn'])
    expect(keyOrder('agreements', ['agreements', 0, 'clauses'])).toBeUndefined()
  })

  it('tells items apart', () => {
    expect(itemKey('case', ['obligors'])).toEqual(['id'])
    expect(itemKey('payments', ['payments'])).toEqual(['id', 'paidOn'])
    expect(itemKey('consultation', ['rounds'])).toEqual(['round'])
    expect(itemKey('consultation', ['rounds', 0, 'services'])).toEqual(['obligor'])
    expect(itemKey('consultation', ['rounds', 0, 'meetings'])).toEqual(['number'])
    expect(itemKey('investigation', ['facts'])).toBeUndefined()
  })
})

describe('choices', () => {
  it('come from the schema for our lists and from the pack for those of the law', () => {
    const kind = schemaAt('case', ['obligors', 0, 'kind'])
    const level = schemaAt('case', ['jurisdiction', 'level'])
    expect(kind && choicesOf(kind, nationalLists)?.map(({ label }) => label)).toEqual(['单位', '自然人'])
    expect(level && choicesOf(level, nationalLists)?.map(({ code }) => code)).toEqual([
      'region',
      'city',
      'county',
    ])
    expect(level && choicesOf(level, {})).toBeUndefined()
  })
})

describe('suggestions', () => {
  it('count an exchange of neighbours as one step', () => {
    expect(editDistance('recieved', 'received')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('kitten', 'sitting')).toBe(3)
  })

  it.each([
    ['磋商通知书', '生态环境损害赔偿磋商告知书'],
    ['索赔启动登机表', '索赔启动登记表'],
    ['损害调察', '损害调查'],
    ['送达回执', '送达回证'],
  ])('go by characters for a Chinese word: %s → %s', (word, meant) => {
    const labels = [
      '索赔启动登记表',
      '生态环境损害调查情况登记表',
      '生态环境损害赔偿磋商告知书',
      '损害调查',
      '送达回证',
    ]
    expect(
      closestChoice(
        word,
        labels.map((label, index) => ({ code: `c${index}`, label })),
      )?.label,
    ).toBe(meant)
  })

  it('say nothing of a Chinese word that no label holds half of', () => {
    expect(closestChoice('天气预报', [{ code: 'agreement', label: '赔偿协议' }])).toBeUndefined()
  })

  it('say nothing when nothing is near', () => {
    expect(closestChoice('salary', [{ code: 'name', label: '姓名' }])).toBeUndefined()
    expect(closestChoice('x', [{ code: 'id', label: '编号' }])).toBeUndefined()
  })
})
