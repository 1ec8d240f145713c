import { describe, expect, it } from 'vitest'
import { withArticles } from '../../src/core/regulation/articles.ts'
import { UNREGULATED } from '../../src/core/regulation/cite.ts'
import { resolvePack } from '../../src/core/regulation/merge.ts'
import type { RegulationPack } from '../../src/core/regulation/pack.ts'
import { createRegulation } from '../../src/core/regulation/regulation.ts'
import { shippedPacks } from './own.ts'

const draft = resolvePack('guangxi-2025-draft', shippedPacks)
/** The law of the draft, made anew, with some parts of its pack changed. */
const law = (changes: Partial<RegulationPack> = {}) => createRegulation({ ...draft, ...changes })

describe('a regulation made from its pack', () => {
  it('is named as the pack is', () => {
    expect(law()).toMatchObject({
      ...{ id: 'guangxi-2025-draft', status: 'draft', title: draft.title, shortTitle: draft.shortTitle },
      ...{ rolls: true, forms: draft.forms, laws: draft.laws, clauses: draft.clauses },
    })
    const { rolling: _, jurisdiction: __, ...bare } = draft
    expect(createRegulation(bare).rolls).toBe(false)
    expect(createRegulation(bare).levelFor({})).toBeUndefined()
    expect(law().levelFor({})?.level).toBe('city')
    expect(law().levelFor({ crossRegion: 'cross-city' })?.level).toBe('region')
  })

  it('gives each period with its nature', () => {
    expect(law().period('screening')).toEqual({
      ...{ id: 'screening', title: '初步核查', amount: 5, unit: 'working-day', article: '第十二条' },
      ...{ principle: false, advisory: false, verified: true },
    })
    expect(law().period('consultation')?.principle).toBe(true)
    expect(law().period('confirmation-apply')?.advisory).toBe(true)
    expect(law({ periods: {} }).period('screening')).toBeUndefined()
    expect(law().periods.map(({ id }) => id)).toEqual(Object.keys(draft.periods))
  })

  it('gives a period that the law has changed with each of its values', () => {
    const base = { title: '甲', amount: 9, unit: 'day', article: '第一条', verified: true } as const
    const values = [
      { amount: 60, unit: 'day', article: '第一条', note: '旧' },
      { from: '2027-01-01', running: true, amount: 45, unit: 'day', article: '第二条' },
    ] as const
    const { versions, ...period } =
      law({ periods: { screening: { ...base, values: [...values] } } }).period('screening') ?? {}
    expect(period).toMatchObject({ id: 'screening', amount: 9 })
    const whole = {
      id: 'screening',
      title: '甲',
      principle: false,
      advisory: false,
      verified: true,
      unit: 'day',
    }
    expect(versions).toEqual([
      { from: undefined, running: false, period: { ...whole, amount: 60, article: '第一条' } },
      { from: '2027-01-01', running: true, period: { ...whole, amount: 45, article: '第二条' } },
    ])
  })

  it('gives each limit by the kind of its figure alone', () => {
    expect(law().limit('meetings', undefined)).toEqual({
      ...{
        id: 'meetings',
        title: '磋商会议次数',
        count: 3,
        article: '第二十条',
        principle: true,
        verified: true,
      },
    })
    expect(law().limit('simple-case', undefined)).toMatchObject({ amount: '300000.00', principle: false })
    expect([
      law().count('meetings', undefined),
      law().percent('meetings', undefined),
      law().amount('meetings', undefined),
    ]).toEqual([3, undefined, undefined])
    expect([law().percent('tech-upgrade', undefined), law().amount('simple-case', undefined)]).toEqual([
      50,
      '300000.00',
    ])
    const none = law({ limits: {} })
    expect([
      none.limit('meetings', '2026-01-01'),
      none.count('meetings', undefined),
      none.percent('tech-upgrade', undefined),
      none.amount('simple-case', undefined),
    ]).toEqual([undefined, undefined, undefined, undefined])
    expect(law().limits.map(({ id }) => id)).toEqual(Object.keys(draft.limits))
  })

  it('gives the value of a limit on a day', () => {
    const values = [
      { from: '2026-01-01', count: 3 },
      { from: '2027-01-01', count: 5, article: '第二条', verified: false },
    ]
    const changed = law({
      limits: { meetings: { title: '甲', article: '第一条', verified: true, count: 5, values } },
    })
    expect(
      ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => changed.count('meetings', day)),
    ).toEqual([5, 3, 3, 5])
    expect(changed.limit('meetings', '2027-01-01')).toEqual({
      id: 'meetings',
      title: '甲',
      count: 5,
      article: '第二条',
      principle: false,
      verified: false,
    })
    expect(changed.limit('meetings', '2026-06-01')).toMatchObject({ article: '第一条', verified: true })
  })

  it('gives lists, their items and labels', () => {
    expect(
      law()
        .list('levels')
        .map(({ code }) => code),
    ).toEqual(['region', 'city', 'county'])
    expect(law({ lists: {} }).list('levels')).toEqual([])
    expect(law().item('levels', 'county')?.short).toBe('县级')
    expect(law().item('nothing', 'county')).toBeUndefined()
    expect([
      law().label('levels', 'city'),
      law().label('levels', 'town'),
      law().label('nothing', 'city'),
    ]).toEqual(['设区市', 'town', 'city'])
    expect(law().lists.levels).toEqual([
      { code: 'region', label: '自治区' },
      { code: 'city', label: '设区市' },
      { code: 'county', label: '县（区、市）级', short: '县级' },
    ])
    expect(law().lists.clauses?.[0]).toEqual({ code: 'facts', label: '生态环境损害事实' })
    expect(law().requiredClauses).toHaveLength(draft.clauses.length - 1)
  })

  it('finds articles and citable texts', () => {
    expect(law().article('第二十条')?.number).toBe(20)
    expect(law().article(44)).toBeUndefined()
    expect(law().law('民法典')?.id).toBe('civil-code')
    expect(
      law()
        .citedLaws('依据民法典')
        .map(({ id }) => id),
    ).toEqual(['civil-code'])
  })
})

describe('the article of an entry', () => {
  const matters = {
    'screening-period': { article: '第十二条' },
    'investigation-period': { absent: true },
    'monthly-report': { article: '第三十四条' },
    'agreement-contents': { article: '第二十一条' },
    strange: '甲',
  }
  const cited = (more: object) => withArticles({ matters, ...more })

  it('is its own, else that of its matter; what has neither has none', () => {
    expect(
      cited({
        periods: { screening: { amount: 5 }, other: { amount: 1 }, report: { matter: 'monthly-report' } },
      }).periods,
    ).toEqual({
      screening: { amount: 5, article: '第十二条' },
      other: { amount: 1 },
      report: { matter: 'monthly-report', article: '第三十四条' },
    })
    expect(cited({ periods: { screening: { article: '第一条' } } }).periods).toEqual({
      screening: { article: '第一条' },
    })
    expect(cited({ periods: { screening: 7 } }).periods).toEqual({ screening: 7 })
  })

  it('of a matter that the text lacks leaves out period, limit and clause, but not list and law', () => {
    const gone = { matter: 'investigation-period' }
    const pack = cited({
      periods: { investigation: {}, x: gone },
      limits: { y: gone },
      clauses: [gone, 'z'],
      lists: { a: gone },
      laws: [gone],
      rolling: gone,
    })
    expect([pack.periods, pack.limits, pack.clauses]).toEqual([{}, {}, ['z']])
    const named = { ...gone, article: UNREGULATED }
    expect([pack.lists, pack.laws, pack.rolling]).toEqual([{ a: named }, [named], named])
  })

  it('stands wherever a matter is named', () => {
    const { jurisdiction, forms, clauses } = cited({
      jurisdiction: {
        matter: 'monthly-report',
        rules: [{ matter: 'agreement-contents' }, { matter: 7 }, '甲'],
      },
      forms: [{ id: 'f', matter: 'monthly-report' }],
      clauses: [{ code: 'c', matter: 'agreement-contents', article: '第一条' }],
    })
    expect(jurisdiction).toEqual({
      ...{ matter: 'monthly-report', article: '第三十四条' },
      rules: [{ matter: 'agreement-contents', article: '第二十一条' }, { matter: 7 }, '甲'],
    })
    expect(forms).toEqual([{ id: 'f', matter: 'monthly-report', article: '第三十四条' }])
    expect(clauses).toEqual([{ code: 'c', matter: 'agreement-contents', article: '第一条' }])
    expect(cited({}).forms).toEqual([])
    expect(cited({})).not.toHaveProperty('rolling')
  })

  it('stands at each dated value, and the last value is that of the figure', () => {
    const values = [
      { amount: 60, unit: 'day' },
      { from: '2027-01-01', amount: 45, unit: 'day', article: '第二条', note: '甲' },
    ]
    expect(cited({ periods: { screening: { values } } }).periods).toEqual({
      screening: {
        ...{ article: '第十二条', amount: 45, unit: 'day' },
        values: [{ amount: 60, unit: 'day', article: '第十二条' }, values[1]],
      },
    })
    expect(cited({ periods: { screening: { values: [] } } }).periods).toEqual({
      screening: { article: '第十二条', values: [] },
    })
    expect(cited({ limits: { other: { values: [{ count: 1 }] } } }).limits).toEqual({
      other: { count: 1, values: [{ count: 1, article: null }] },
    })
  })

  it('is told with the title of each matter that is known', () => {
    expect(cited({}).matters).toMatchObject({
      'screening-period': { title: expect.any(String), article: '第十二条' },
      strange: '甲',
    })
  })
})
