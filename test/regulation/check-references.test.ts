import { describe, expect, it } from 'vitest'
import { articleFaults } from '../../src/core/regulation/check/articles.ts'
import { codeFaults } from '../../src/core/regulation/check/codes.ts'
import { duplicateFaults } from '../../src/core/regulation/check/duplicates.ts'
import { type Editable, faultsAfter, itemOf, placeIn } from './own.ts'

const noArticle = (name: string) => `articles 里没有${name}：请核对条号，或者在 articles 补上这一条。`
const noLaw = (name: string) =>
  `laws 里没有“${name}”：请核对名称，或者在 laws 登记（title 写全称，aliases 写简称、文号）。`
const noAnnex = (name: string) => `annexes 里没有“${name}”：请核对，或者在 annexes 补上这个附件。`
const unreadable = (part: string) =>
  `“${part}”不是条文的写法：本规定的写条号，其他法律写“名称＋条号”，附件写“附件”和序号，几处用顿号隔开。`

describe('the article of a matter', () => {
  const listed = {
    articles: [{ number: 3 }, { number: 12 }],
    annexes: [{ number: 1 }],
    laws: [
      { title: '中华人民共和国民法典', aliases: [] },
      { title: '某某办法', aliases: ['某〔2020〕1号', '旧办法'] },
      { title: '第三方条例' },
    ],
  }
  const messages = (article: string) =>
    articleFaults({ matters: { urging: { article } } }, listed).map(({ message }) => message)

  it.each([
    ...['第三条', '第3条', '第十二条第二款', '第三条、第十二条', '第三条至第十二条', '本细则第三条'],
    ...['附件1', '附件', '附件 1', '附件1、第三条', '民法典第一百八十八条', '《民法典》第一条'],
    ...[
      '中华人民共和国民法典第一条',
      '民法典',
      '某〔2020〕1号',
      '旧办法第一条、第二条',
      '《中华人民共和国民法典》',
    ],
    ...['民法典第一条、本办法第三条', '第三条 、 第十二条'],
  ])('%s leads somewhere', (article) => {
    expect(messages(article)).toEqual([])
  })

  it.each([
    ['第四条', [noArticle('第四条')]],
    ['第三条、第四条、第五条', [noArticle('第四条'), noArticle('第五条')]],
    ['第三条至第四条', [noArticle('第四条')]],
    ['附件2', [noAnnex('附件2')]],
    ['附件12', [noAnnex('附件12')]],
    ['某法第一条', [noLaw('某法')]],
    ['某法第一条、第三条', [noLaw('某法'), noLaw('某法')]],
    ['民法典第一条、某法第二条', [noLaw('某法')]],
    ['某法第一条、本细则第四条', [noLaw('某法'), noArticle('第四条')]],
    ['某本办法第三条', [noLaw('某本办法')]],
    ['本办法的附则第三条', [noLaw('本办法的附则')]],
    ['见附件1', [noLaw('见附件1')]],
    ['', [unreadable('')]],
  ])('%s leads nowhere', (article, expected) => {
    expect(messages(article)).toEqual(expected)
  })

  it('is looked for everywhere in the file, and named by its place', () => {
    const raw = {
      articles: [{ number: 3, gist: '第四条' }],
      periods: { a: { values: [{ article: '第三条' }, { article: '第四条' }] } },
      rolling: { article: { article: '第五条' } },
      id: null,
    }
    expect(articleFaults(raw, listed)).toEqual([
      { kind: 'article', path: ['periods', 'a', 'values', 1, 'article'], message: noArticle('第四条') },
      { kind: 'article', path: ['rolling', 'article', 'article'], message: noArticle('第五条') },
    ])
  })
})

describe('a code that the list of its kind does not hold', () => {
  const missing = (where: string, code: string) =>
    `${where} 里没有 ${code}：请核对代码，或者在 ${where} 补上这一项。`
  it.each<[what: string, change: (pack: Editable) => void, path: (string | number)[], message: string]>([
    [
      'the department of a kind of damage',
      ({ lists }) => {
        itemOf(lists.damageKinds.items, 'environmental-incident').department = 'sea'
      },
      ['lists', 'damageKinds', 'items', 1, 'department'],
      missing('lists.departments', 'sea'),
    ],
    [
      'the mode of an exemption from evaluation',
      ({ lists }) => {
        itemOf(lists.evaluationExemptions.items, 'labor').mode = 'labour'
      },
      ['lists', 'evaluationExemptions', 'items', 1, 'mode'],
      missing('lists.substituteModes', 'labour'),
    ],
    [
      'the form of an instrument, of which there is none with this id',
      ({ lists }) => {
        lists.enforcementInstruments = {
          title: '执行依据',
          items: [{ code: 'agreement', label: '协议', form: 'letter' }],
        }
      },
      ['lists', 'enforcementInstruments', 'items', 0, 'form'],
      missing('forms', 'letter'),
    ],
    [
      'the grade of an ecological incident in the circumstances of a major case',
      ({ lists }) => {
        itemOf(lists.majorGrounds.items, 'major-ecological').when.ecologicalGrade[1] = 'huge'
      },
      ['lists', 'majorGrounds', 'items', 2, 'when', 'ecologicalGrade', 1],
      missing('lists.incidentGrades', 'huge'),
    ],
    [
      'the grade of an incident in a rule of jurisdiction',
      ({ jurisdiction }) => {
        jurisdiction.rules[0].when.incidentGrade[0] = 'big'
      },
      ['jurisdiction', 'rules', 0, 'when', 'incidentGrade', 0],
      missing('lists.incidentGrades', 'big'),
    ],
    [
      'the extent across regions in a rule of jurisdiction',
      ({ jurisdiction }) => {
        jurisdiction.rules[1].when.crossRegion = ['cross-river']
      },
      ['jurisdiction', 'rules', 1, 'when', 'crossRegion', 0],
      missing('lists.crossRegions', 'cross-river'),
    ],
    [
      'the channel of a rule of jurisdiction',
      ({ jurisdiction }) => {
        jurisdiction.rules[1].when.channel = ['rumour']
      },
      ['jurisdiction', 'rules', 1, 'when', 'channel', 0],
      missing('lists.channels', 'rumour'),
    ],
    [
      'the level of a rule',
      ({ jurisdiction }) => {
        jurisdiction.rules[1].level = 'nation'
      },
      ['jurisdiction', 'rules', 1, 'level'],
      missing('lists.levels', 'nation'),
    ],
    [
      'the level of all other cases',
      ({ jurisdiction }) => {
        jurisdiction.otherwise.level = 'town'
      },
      ['jurisdiction', 'otherwise', 'level'],
      missing('lists.levels', 'town'),
    ],
    [
      'a level that acts when authorised',
      ({ jurisdiction }) => {
        jurisdiction.authorized[0].level = 'town'
      },
      ['jurisdiction', 'authorized', 0, 'level'],
      missing('lists.levels', 'town'),
    ],
    [
      'the level that authorises it',
      ({ jurisdiction }) => {
        jurisdiction.authorized[0].by = 'town'
      },
      ['jurisdiction', 'authorized', 0, 'by'],
      missing('lists.levels', 'town'),
    ],
  ])('%s', (_, change, path, message) => {
    expect(faultsAfter(change)).toEqual([{ kind: 'contradiction', path, message }])
  })

  it('is no fault where the pack that others build on has no such list yet, but is one where it has', () => {
    const kinds = { items: [{ code: 'spill', department: 'ecology' }] }
    const open = { id: 'base', base: true, lists: { damageKinds: kinds } }
    expect(codeFaults(open, open)).toEqual([])
    const listed = { ...open, lists: { damageKinds: kinds, departments: { items: [{ code: 'water' }] } } }
    expect(codeFaults(listed, listed)).toHaveLength(1)
    const whole = { ...open, base: false }
    expect(codeFaults(whole, whole)).toHaveLength(1)
  })

  it('of a pack without jurisdiction, or whose jurisdiction says little, there is none', () => {
    expect(codeFaults({}, {})).toEqual([])
    expect(codeFaults({}, { jurisdiction: {} })).toEqual([])
    expect(codeFaults({}, { jurisdiction: { rules: [{ code: 'a', when: { channel: 'x' } }] } })).toEqual([])
  })
})

describe('two entries of one name', () => {
  const repeated = (path: string, name: string, key: string | number, first: number) =>
    `${path} 的 ${name} ${key} 与第 ${first} 项重复：请改为不重复的，或者删去一项。`

  it.each<[section: string, name: string, key: string | number]>([
    ['articles', 'number', 4],
    ['annexes', 'number', 1],
    ['clauses', 'code', 'facts'],
    ['forms', 'id', 'agreement'],
    ['laws', 'id', 'own'],
  ])('in %s are told at the second', (section, name, key) => {
    let [first, last] = [0, 0]
    const found = faultsAfter((pack) => {
      first = placeIn(pack[section], key)
      last = pack[section].length
      pack[section].push({ ...itemOf(pack[section], key), ...(section === 'forms' && { number: 99 }) })
    })
    expect(found).toEqual([
      {
        kind: 'contradiction',
        path: [section, last, name],
        message: repeated(section, name, key, first + 1),
      },
    ])
  })

  it('are told in every list, among the points and the rules of jurisdiction, and each time again', () => {
    const items = [{ code: 'a' }, { code: 'b' }, { code: 'b' }, { code: 'a' }]
    const raw = {
      points: [{ id: 'p' }, { id: 'p' }],
      lists: { x: { items } },
      jurisdiction: { rules: items },
    }
    expect(duplicateFaults(raw).map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['points.1.id', repeated('points', 'id', 'p', 1)],
      ['jurisdiction.rules.2.code', repeated('jurisdiction.rules', 'code', 'b', 2)],
      ['jurisdiction.rules.3.code', repeated('jurisdiction.rules', 'code', 'a', 1)],
      ['lists.x.items.2.code', repeated('lists.x.items', 'code', 'b', 2)],
      ['lists.x.items.3.code', repeated('lists.x.items', 'code', 'a', 1)],
    ])
  })

  it('two forms with one number of the annex are told, though their ids differ', () => {
    const forms = [{ id: 'a', number: 1 }, { id: 'b' }, { id: 'c', number: 1 }]
    expect(duplicateFaults({ forms })).toEqual([
      { kind: 'contradiction', path: ['forms', 2, 'number'], message: repeated('forms', 'number', 1, 1) },
    ])
  })

  it('is no matter of entries that have none, or of what is no list', () => {
    expect(
      duplicateFaults({ articles: ['a', 'a', {}, {}], lists: [], laws: { a: {} }, forms: null }),
    ).toEqual([])
  })
})
