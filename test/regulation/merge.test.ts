import { describe, expect, test } from 'vitest'
import { readPacks } from '../../src/build/generate/law.ts'
import { RegulationError } from '../../src/core/regulation/error.ts'
import { loadFrom } from '../../src/core/regulation/load.ts'
import { resolvePack } from '../../src/core/regulation/merge.ts'
import type { JsonObject, RawPack } from '../../src/core/regulation/pack.ts'
import { createRegulation } from '../../src/core/regulation/regulation.ts'

const packs = await readPacks()
const later = (changes: JsonObject): RawPack => ({
  id: 'guangxi-2027',
  extends: 'guangxi-2025-draft',
  title: '正式文本',
  shortTitle: '细则',
  status: 'in-force',
  issuer: '广西壮族自治区生态环境厅',
  ...changes,
})
const resolved = (changes: JsonObject) => resolvePack('guangxi-2027', [later(changes), ...packs])
const draft = resolvePack('guangxi-2025-draft', packs)

describe('a later text over an earlier one', () => {
  test('changes a figure and keeps the rest of its entry', () => {
    const { periods } = resolved({ periods: { screening: { amount: 10 } } })
    expect(periods.screening).toEqual({ ...draft.periods.screening, amount: 10 })
    expect(periods.investigation).toEqual(draft.periods.investigation)
  })

  test('inherits nothing of the head, so that a text in force never passes for a draft with a note', () => {
    const pack = resolved({})
    expect(pack).toMatchObject({ id: 'guangxi-2027', status: 'in-force' })
    expect(pack.basedOn).toEqual(['guangxi-2025-draft', 'national-2026'])
    expect(pack.note).toBeUndefined()
    expect(pack.extends).toBeUndefined()
  })

  test('drops a channel by null and leaves the others in order', () => {
    const { lists } = resolved({ lists: { channels: { items: { 'superior-assignment': null } } } })
    const before = draft.lists.channels?.items.map(({ code }) => code) ?? []
    expect(lists.channels?.items.map(({ code }) => code)).toEqual(
      before.filter((code) => code !== 'superior-assignment'),
    )
    expect(before).toContain('superior-assignment')
  })

  test('adds an article by its number, though the entry does not repeat it', () => {
    const { articles } = resolved({
      articles: { 5: { gist: '另述。' }, 44: { title: '附则', gist: '新增。', ejc: '供查阅。' } },
    })
    expect(articles).toHaveLength(draft.articles.length + 1)
    expect(articles.find(({ number }) => number === 5)).toMatchObject({
      gist: '另述。',
      title: draft.articles[4]?.title,
    })
    expect(articles.at(-1)).toEqual({ number: 44, title: '附则', gist: '新增。', ejc: '供查阅。' })
  })

  test('amends and adds items by code', () => {
    const { lists } = resolved({
      lists: {
        channels: {
          items: [
            { code: 'other', label: '其他' },
            { code: 'satellite', label: '遥感监测发现的线索' },
          ],
        },
      },
    })
    const items = lists.channels?.items ?? []
    expect(items).toHaveLength((draft.lists.channels?.items.length ?? 0) + 1)
    expect(items.at(-1)).toEqual({ code: 'satellite', label: '遥感监测发现的线索' })
    expect(items.find(({ code }) => code === 'other')).toMatchObject({ label: '其他', item: '（十）' })
  })

  test('asks for one more clause in an agreement', () => {
    const clause = {
      code: 'supervision',
      title: '监督管理',
      required: true,
      article: '第二十一条',
      formSection: '四',
      recognise: { headings: ['监督'], content: ['接受监督'] },
    }
    const regulation = createRegulation(resolved({ clauses: [clause] }))
    expect(regulation.requiredClauses.map(({ code }) => code)).toContain('supervision')
    expect(regulation.clauses).toHaveLength(draft.clauses.length + 1)
  })

  test('replaces lists of plain words as one value', () => {
    const { clauses } = resolved({ clauses: { breach: { recognise: { headings: ['违约条款'] } } } })
    const breach = clauses.find(({ code }) => code === 'breach')
    expect(breach?.recognise.headings).toEqual(['违约条款'])
    expect(breach?.recognise.content).toContain('违约金')
  })

  test('takes out a period or an article of the earlier text', () => {
    const absent = { 'monthly-report': { absent: true } }
    const pack = resolved({ periods: { 'monthly-report': null }, matters: absent, articles: { 37: null } })
    expect(createRegulation(pack).periods.map(({ id }) => id)).not.toContain('monthly-report')
    expect(createRegulation(pack).article(37)).toBeUndefined()
    expect(pack.articles).toHaveLength(draft.articles.length - 1)
  })

  test('is the same when resolved over an earlier text that is resolved already, with what that one removed gone', () => {
    const middle = later({ periods: { limitation: null }, matters: { limitation: { absent: true } } })
    const last: RawPack = { ...later({}), id: 'guangxi-2028', extends: 'guangxi-2027' }
    const once = resolvePack('guangxi-2028', [last, middle, ...packs])
    const twice = resolvePack('guangxi-2028', [
      last,
      resolvePack('guangxi-2027', [middle, ...packs]),
      ...packs,
    ])
    expect(twice).toEqual(once)
    expect(once.periods.limitation).toBeUndefined()
  })

  test('leaves the earlier text as it was', () => {
    resolved({ periods: { screening: { amount: 10 } } })
    expect(resolvePack('guangxi-2025-draft', packs)).toEqual(draft)
  })
})

describe('a text that lacks something', () => {
  test.each([
    [{ periods: { sampling: { amount: 3, unit: 'day' } } }, 'periods.sampling 缺少 title、article'],
    [
      { limits: { fine: { title: '罚款', article: '第九条' } } },
      'limits.fine 应当在 amount、percent、count 中恰写一项',
    ],
    [{ limits: { meetings: { percent: 5 } } }, 'limits.meetings 应当在 amount、percent、count 中恰写一项'],
    [
      { lists: { channels: { items: [{ code: 'satellite' }] } } },
      'lists.channels.items.satellite 缺少 label',
    ],
    [{ lists: { channels: { items: null } } }, 'lists.channels 缺少 items'],
    [{ clauses: { breach: { recognise: { content: null } } } }, 'clauses.breach.recognise 缺少 content'],
    [{ articles: [{ number: 44, title: '附则' }] }, 'articles.44 缺少 gist'],
    [{ rolling: { verified: null } }, 'rolling 缺少 verified'],
    [
      { matters: { leniency: null } },
      'matters 没有写明「积极履行的从轻减轻」（leniency）在哪一条；没有规定的写 absent: true',
    ],
    [
      { periods: { screening: null } },
      'periods 缺少 screening（初步核查的期限）；没有规定的，在 matters 中把 screening-period 写为 absent: true',
    ],
  ])('is refused, naming what is missing: %j', (changes, message) => {
    expect(() => resolved(changes)).toThrow(RegulationError)
    expect(() => resolved(changes)).toThrow(`法规数据“guangxi-2027”不完整：${message}。`)
  })
})

describe('a chain that cannot be followed', () => {
  test('an unknown pack is refused, naming the known ones', () => {
    expect(() => resolvePack('hunan', packs)).toThrow(RegulationError)
    expect(() => resolvePack('hunan', packs)).toThrow(
      /没有名为“hunan”的法规数据。现有：.*guangxi-2025-draft/u,
    )
  })

  test('packs that extend each other are refused, naming the circle', () => {
    const circle: RawPack[] = [
      { id: 'a', extends: 'b' },
      { id: 'b', extends: 'a' },
    ]
    expect(() => resolvePack('a', circle)).toThrow('a → b → a')
  })

  test('loading reads only the chain, and stops at a circle', async () => {
    const read: string[] = []
    const load = async (id: string) => {
      read.push(id)
      return packs.find((pack) => pack.id === id)
    }
    const ids = packs.map(({ id }) => id)
    expect(await loadFrom({ ids, load }, 'guangxi-2025-draft')).toEqual(draft)
    expect(read).toEqual(['guangxi-2025-draft', 'national-2026'])
    await expect(loadFrom({ ids, load }, 'hunan')).rejects.toThrow('guangxi-2025-draft')
    const self = async (id: string): Promise<RawPack> => ({ id, extends: id })
    await expect(loadFrom({ ids: ['a'], load: self }, 'a')).rejects.toThrow('a → a')
  })
})
