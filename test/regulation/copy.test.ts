import { describe, expect, it } from 'vitest'
import { copyPack, type NewHead } from '../../src/core/regulation/copy.ts'
import type { JsonObject, RawPack } from '../../src/core/regulation/pack.ts'
import { type Editable, itemOf, shippedPacks } from './own.ts'

const head: NewHead = { id: 'fresh', title: '新细则', shortTitle: '新细则', status: 'draft', issuer: '某厅' }

/** What is copied from the Guangxi draft as another text changes it, as plain data, and the remarks by their places. */
function copied(changes: JsonObject = {}, more: Partial<NewHead> = {}) {
  const source: RawPack = {
    ...{ id: 'source', extends: 'guangxi-2025-draft', title: '旧细则', shortTitle: '旧细则' },
    ...{ status: 'draft', issuer: '某省厅', ...changes },
  }
  const { data, remarks } = copyPack('source', [source, ...shippedPacks], { ...head, ...more })
  const above = new Map(remarks.map(({ path, text, group }) => [path.join('.'), { text, group }]))
  // A copied pack is plain data, into which the tests look at any place.
  return { data: data as Editable, above, order: [...above.keys()] }
}

describe('a pack copied from another text', () => {
  it('stands beside national law, with its own head and nothing of the other one', () => {
    const { data } = copied({ note: '旧', supersededBy: 'x', effectiveFrom: '2020-01-01' })
    expect(Object.keys(data).slice(0, 7)).toEqual([
      'id',
      'extends',
      'title',
      'shortTitle',
      'status',
      'issuer',
      'matters',
    ])
    expect(data).toMatchObject({
      id: 'fresh',
      extends: 'national-2026',
      title: '新细则',
      status: 'draft',
      issuer: '某厅',
    })
    const { data: full } = copied(
      {},
      { number: '某〔2026〕1号', effectiveFrom: '2026-07-01', region: '530000' },
    )
    expect(full).toMatchObject({ number: '某〔2026〕1号', effectiveFrom: '2026-07-01', region: '530000' })
  })

  it('holds what the other text adds to national law or says otherwise, each entry marked', () => {
    const { data } = copied({ periods: { appeal: { amount: 16 } } })
    expect(data.periods.appeal).toMatchObject({ amount: 16, review: '待核' })
    expect(data.periods.screening).toMatchObject({ amount: 5, unit: 'working-day', review: '待核' })
    expect(data.periods).not.toHaveProperty('retrial')
    expect(data.jurisdiction.review).toBe('待核')
    expect(data.drafts).not.toHaveProperty('review')
    expect(data).not.toHaveProperty('rolling')
    expect(data).not.toHaveProperty('points')
    expect(copied({ rolling: { rolls: false } }).data.rolling).toMatchObject({ rolls: false, review: '待核' })
  })

  it('takes away what the other text takes away, after everything else', () => {
    const { data } = copied({
      matters: { limitation: { absent: true } },
      periods: { limitation: null },
      points: { 'regional-holidays': null },
    })
    expect(data.matters.limitation).toEqual(expect.objectContaining({ absent: true, review: '待核' }))
    expect(Object.entries(data.periods).at(-1)).toEqual(['limitation', null])
    expect(data.points).toEqual({ 'regional-holidays': null })
  })

  it('has the matters and figures in the order of the text', () => {
    const { data } = copied()
    const matters = Object.keys(data.matters)
    const order = [
      'rule-sources',
      'application',
      'damage-meaning',
      'initiation',
      'meeting-limit',
      'restoration',
    ]
    expect(matters.filter((matter) => order.includes(matter))).toEqual(order)
    expect(Object.keys(data.periods).indexOf('screening')).toBeLessThan(
      Object.keys(data.periods).indexOf('investigation'),
    )
  })

  it('holds of an inherited list the items alone that differ, unmarked, since the list is', () => {
    const { data } = copied({
      lists: { enforcementInstruments: { items: [{ code: 'order', label: '支付令' }] } },
    })
    expect(data.lists.enforcementInstruments).toMatchObject({ review: '待核' })
    expect(data.lists.enforcementInstruments.items).toEqual([{ code: 'order', label: '支付令' }])
    const gone = copied({
      lists: { enforcementInstruments: { items: { confirmation: null, order: { label: '支付令' } } } },
    })
    expect(gone.data.lists.enforcementInstruments.items).toEqual({
      order: { code: 'order', label: '支付令' },
      confirmation: null,
    })
  })
})

describe('the texts that papers cite', () => {
  const laws = (more: Partial<NewHead> = {}, changes: JsonObject = {}) => copied(changes, more).data.laws

  it('begin with the new text, by its title and its number', () => {
    expect(laws()[0]).toEqual({
      id: 'fresh',
      title: '新细则',
      aliases: [],
      draft: true,
      verified: true,
      matter: 'law-prevails',
      review: '待核',
    })
    expect(laws({ status: 'in-force', number: '某〔2026〕1号', effectiveFrom: '2026-07-01' })[0]).toEqual({
      ...{ id: 'fresh', title: '新细则', aliases: ['某〔2026〕1号'], effectiveFrom: '2026-07-01' },
      ...{ verified: true, matter: 'law-prevails', review: '待核' },
    })
  })

  it('leave to it the names that are now its own', () => {
    const title = '广西壮族自治区生态环境损害赔偿工作细则'
    const other = laws({ title }).find(({ id }: { id: string }) => id !== 'fresh' && id !== undefined)
    expect(other.aliases).not.toContain(title)
    const before = laws().find(({ id }: { id: string }) => id === other.id)
    expect(before.aliases).toContain(title)
  })

  it('hold it once, though the other text knew a law of its id', () => {
    const known = { fresh: { title: '某法', aliases: [], verified: true, article: '第一条' } }
    expect(laws({}, { laws: known }).filter(({ id }: { id: string }) => id === 'fresh')).toHaveLength(1)
  })

  it('are a map, where one of national law is gone', () => {
    const { data } = copied({ laws: { 'civil-code': null } })
    expect(Object.keys(data.laws)[0]).toBe('fresh')
    expect(data.laws['civil-code']).toBeNull()
  })
})

describe('the remarks above the entries', () => {
  const remarked = () =>
    copied({
      ...{ matters: { urging: { absent: true, article: null, item: null } } },
      periods: {
        investigation: {
          values: [
            { amount: 60, unit: 'day' },
            { from: '2027-01-01', amount: 2, unit: 'month' },
          ],
        },
      },
      articles: { 44: { title: '附则', gist: '新增' } },
      lists: { media: { verified: true } },
    })
  const remark = (...path: (string | number)[]) => remarked().above.get(path.join('.'))?.text

  it('name the entry, and the article and the figure that it had', () => {
    expect(remark('matters', 'initiation')).toBe('启动索赔（原：source 第十三条）')
    expect(remark('matters', 'reply-period')).toBe('规定的答复时间（原：source 第二十二条第二款第一项）')
    expect(remark('matters', 'urging')).toBe('督促启动（原：source 没有规定）')
    expect(remark('periods', 'screening')).toBe('初步核查（原：source 第十二条，5 个工作日）')
    expect(remark('periods', 'investigation')).toBe(
      '损害调查（原：source 第十三条，60 日，自 2027-01-01 起 2 个月）',
    )
    expect(remark('limits', 'tech-upgrade')).toBe('技改抵扣比例（原：source 第二十六条，50%）')
    expect(remark('lists', 'channels')).toBe('线索渠道（原：source 第十一条，10 项）')
    expect(remark('jurisdiction')).toBe('哪一级负责（原：source 第十条）')
    expect(remark('rolling')).toBeUndefined()
    expect(remark('laws', 0)).toBe('新细则（新增）')
  })

  it('name articles, annexes and clauses as people do', () => {
    const { data } = remarked()
    const at = (section: string, key: string | number) => data[section].indexOf(itemOf(data[section], key))
    expect(remark('articles', at('articles', 44))).toBe('第四十四条 附则（原：source 第四十四条）')
    expect(remark('annexes', at('annexes', 2))).toBe('附件2 索赔文书示范文本（原：source 附件2）')
    expect(remark('clauses', at('clauses', 'breach'))).toBe(
      '违约责任的承担（原：source 第二十一条，应当写明）',
    )
    expect(remark('clauses', at('clauses', 'other'))).toBe('其他事项（原：source 第二十一条，可以不写）')
    expect(remark('forms', at('forms', 'agreement'))).toBe(
      '赔偿协议（原：source 第二十一条）'.replace('赔偿协议', itemOf(data.forms, 'agreement').title),
    )
  })

  it('put a heading over the matters of each article, once', () => {
    const { above, order } = remarked()
    const groups = order.flatMap((place) => above.get(place)?.group ?? [])
    expect(groups[0]).toMatch(/^第一条 /u)
    expect(groups).toContain('第十三条 启动索赔和损害调查')
    expect(groups.filter((group) => group.startsWith('附件1 '))).toHaveLength(1)
    expect(groups.at(-1)).toBe('没有规定的事项')
    expect(new Set(groups).size).toBe(groups.length)
    expect(
      order.filter((place) => above.get(place)?.group).every((place) => place.startsWith('matters.')),
    ).toBe(true)
  })
})
