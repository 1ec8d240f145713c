import { describe, expect, it } from 'vitest'
import type { Agreement, Payment, RestorationProject, Suit } from '../../src/core/facts/documents.ts'
import { type Given, type Step, step, upToMeetings } from '../support/step.ts'

const filed: Suit = { id: 'S1', obligors: ['o1', 'o2'], filedOn: '2025-07-01' }
const judged: Suit = { ...filed, judgedOn: '2025-10-08' }
const remanded = { by: 'o1', on: '2025-10-14', judgedOn: '2025-12-02', result: 'remanded' as const }
const ordered = { appliedOn: '2025-12-01', ruledOn: '2026-02-02', result: 'ordered' as const }
const retried: Suit = { ...judged, effectiveOn: '2025-10-24', result: 'won', retrial: ordered }
const first = { id: 'P7', obligor: 'o1', dueOn: '2026-01-15', amount: '1000.00' }
const second = { ...first, id: 'P8', obligor: 'o2' }

/** The record of a judgment in the sample case without an agreement; another suit stands before that in question. */
function judge(suit: Suit, given: Given = {}): Step {
  const other: Suit = { id: 'S0', obligors: ['o2'], filedOn: '2025-07-01', effectiveOn: '2025-09-01' }
  return step('judge', { ...upToMeetings, court: { suits: [other, suit] }, ...given })
}

function pays(...payments: Payment[]): Given {
  return { payments: { payments } }
}

describe('裁判: of which suit', () => {
  it.each<[string, boolean, Suit]>([
    ['filed', true, filed],
    ['judged', true, judged],
    ['in effect', false, { ...judged, effectiveOn: '2025-10-24', result: 'won' }],
    ['withdrawn', false, { ...judged, result: 'withdrawn' }],
    ['sent back', true, { ...judged, appeal: remanded }],
    ['in effect, whose retrial is ordered', true, retried],
    ['whose retrial is refused', false, { ...retried, retrial: { ...ordered, result: 'dismissed' } }],
  ])('%s: %s', (_, offered, suit) => {
    expect(judge(suit).subjects).toStrictEqual(offered ? ['S1'] : [])
  })

  it('one that was filed; the office has nothing to do while the court deliberates', () => {
    expect(judge(filed).blocked('S1')).toStrictEqual([])
    expect(judge({ id: 'S1', obligors: ['o1'] }).blocked('S1')).toStrictEqual(['suit'])
    expect(judge(filed).advised('S1')).toBe(false)
    expect(judge(filed).place('S1')).toBe('court.suits.1')
  })

  it('keeps the days of a judgment that stands, not of one that was set aside', () => {
    const own = { id: 'S1', obligors: ['o1', 'o2'] }
    const served = { ...judged, servedOn: '2025-10-13' }
    expect(judge(filed).known('S1')).toStrictEqual(own)
    expect(judge(judged).known('S1')).toStrictEqual({ ...own, judgedOn: '2025-10-08' })
    expect(judge(served).known('S1')).toStrictEqual({
      ...own,
      judgedOn: '2025-10-08',
      servedOn: '2025-10-13',
    })
    expect(judge({ ...served, appeal: remanded }).known('S1')).toStrictEqual(own)
  })
})

describe('裁判: its days and its result', () => {
  const refused = (suit: Suit, item: object) => judge(suit).refused('S1', { ...item })

  it('it takes effect once an appeal is decided', () => {
    const effect = { effectiveOn: '2025-12-02', result: 'won' }
    expect(refused(judged, effect)).toStrictEqual([])
    const appealed = { ...judged, appeal: { by: 'o1', on: '2025-10-14' } }
    expect(refused(appealed, effect)).toStrictEqual(['court-procedure effectiveOn'])
    expect(refused(appealed, { result: 'won' })).toStrictEqual([])
    const upheld = { ...remanded, result: 'upheld' as const }
    expect(refused({ ...judged, appeal: upheld }, effect)).toStrictEqual([])
  })

  it('in effect, it says how it ended', () => {
    expect(refused(judged, { effectiveOn: '2025-10-24' })).toStrictEqual(['enforcement result'])
  })

  it.each<[string, Suit, string, string, RegExp]>([
    ['remand', { ...judged, appeal: remanded }, '2025-12-02', '2025-12-03', /二审发回重审/u],
    ['order of a retrial', retried, '2026-02-02', '2026-02-03', /已经裁定再审/u],
  ])('after a %s a new judgment is later than that', (_, suit, same, later, reason) => {
    const early = ['court-procedure judgedOn']
    expect(refused(suit, { judgedOn: later })).toStrictEqual([])
    expect(refused(suit, { judgedOn: same })).toStrictEqual(early)
    expect(refused(suit, { judgedOn: undefined })).toStrictEqual(early)
    expect(judge(suit).reasons('S1', { judgedOn: same })).toMatch(reason)
  })
})

describe('裁判: against whom', () => {
  const refused = (item: object, suit: Suit = judged) => judge(suit).refused('S1', { ...item })
  const won = (obligor: string) => ({ obligor, result: 'won' })

  it('its results are of defendants', () => {
    expect(refused({ results: [won('o1'), won('o2')] })).toStrictEqual([])
    expect(refused({ results: [won('o3')] })).toStrictEqual(['enforcement results'])
    expect(judge(judged).reasons('S1', { results: [won('o3'), won('o4')] })).toContain('o3、o4不是诉讼 S1')
  })

  it('a withdrawal against one of them stays', () => {
    const withdrawn = { obligor: 'o2', result: 'withdrawn' as const }
    const partly: Suit = { ...judged, results: [withdrawn, { obligor: 'o1', result: 'won' }] }
    expect(refused({}, partly)).toStrictEqual([])
    expect(refused({ results: [won('o1'), withdrawn] }, partly)).toStrictEqual([])
    const forgotten = ['court-procedure results']
    expect(refused({ results: [won('o1')] }, partly)).toStrictEqual(forgotten)
    expect(refused({ results: [won('o2')] }, partly)).toStrictEqual(forgotten)
    expect(refused({ results: [{ obligor: 'o1', result: 'withdrawn' }] }, partly)).toStrictEqual(forgotten)
    expect(judge(partly).reasons('S1', { results: [won('o1')] })).toContain('对郑某已经撤诉')
    const both: Suit = { ...judged, results: [withdrawn, { obligor: 'o1', result: 'withdrawn' }] }
    expect(judge(both).reasons('S1', { results: [] })).toContain('对郑某、某造纸有限公司已经撤诉')
  })

  const unbound = ['enforcement payments']
  it.each([
    ['all lost', unbound, 'lost', undefined],
    ['all withdrawn', unbound, 'withdrawn', undefined],
    ['all won', [], 'won', undefined],
    ['settled', [], 'mediated', undefined],
    ['lost against the payer', unbound, 'won', [{ obligor: 'o1', result: 'lost' }]],
    ['lost but for the payer', [], 'lost', [{ obligor: 'o1', result: 'won' }]],
    ['lost against the other', [], 'won', [{ obligor: 'o2', result: 'lost' }]],
  ])('%s: what o1 is to pay is refused for %j', (_, expected, result, results) => {
    expect(refused({ result, results, payments: [first] })).toStrictEqual(expected)
  })

  it('instalments without a payer are of all, and a payer is named once', () => {
    const { obligor: _, ...ofAll } = first
    expect(refused({ result: 'lost', payments: [ofAll] })).toStrictEqual([])
    expect(refused({ result: 'won', payments: [{ ...first, obligor: 'o3' }] })).toStrictEqual([
      'enforcement payments',
    ])
    const twice = judge(judged).reasons('S1', {
      result: 'lost',
      payments: [first, { ...first, id: 'P9' }, second],
    })
    expect(twice).toContain('某造纸有限公司、郑某不受该裁判约束')
    expect(twice.match(/某造纸有限公司/gu)).toHaveLength(1)
  })
})

describe('裁判: what is performed already', () => {
  const scheduled: Suit = { ...judged, payments: [first, second] }
  const paid = { id: 'P7', amount: '1000.00', paidOn: '2025-11-03' }
  const dropped = ['enforcement payments']
  const onlySecond = { payments: [second] }

  it.each<[string, string[], Payment]>([
    ['under the suit', dropped, { ...paid, suit: 'S1' }],
    ['under nothing, on its number', dropped, paid],
    ['under nothing, on another number', [], { ...paid, id: 'P9' }],
    ['under another suit', [], { ...paid, suit: 'S0' }],
    ['under an agreement', [], { ...paid, agreement: 'G1' }],
  ])('to leave out an instalment paid %s is refused for %j', (_, expected, payment) => {
    expect(judge(scheduled, pays(payment)).refused('S1', onlySecond)).toStrictEqual(expected)
  })

  it('an instalment that was paid stays, and a judgment that names none leaves them', () => {
    const given = judge(scheduled, pays({ ...paid, suit: 'S1' }))
    expect(given.refused('S1', { payments: [first] })).toStrictEqual([])
    expect(given.refused('S1')).toStrictEqual([])
    expect(given.refused('S1', { payments: [] })).toStrictEqual(dropped)
    expect(judge(judged, pays(paid)).refused('S1', onlySecond)).toStrictEqual([])
  })

  it('an instalment has a number that no agreement uses', () => {
    const agreement: Agreement = { id: 'G1', obligors: ['o1'], signedOn: '2025-07-24', payments: [first] }
    const other = judge(judged, { agreements: { agreements: [agreement] } })
    expect(other.refused('S1', { payments: [second] })).toStrictEqual([])
    expect(other.refused('S1', { payments: [first] })).toStrictEqual(dropped)
    const own = judge({ ...judged, agreement: 'G1' }, { agreements: { agreements: [agreement] } })
    expect(own.refused('S1', { payments: [first] })).toStrictEqual([])
  })

  it('terms of work that is carried out stay, but for those of a judgment that was set aside', () => {
    const projects: RestorationProject[] = [
      { id: 'R1', suit: 'S1', terms: 'W1' },
      { id: 'R2', suit: 'S1', terms: 'W2' },
      { id: 'R3', suit: 'S1' },
      { id: 'R4', suit: 'S0', terms: 'W3' },
    ]
    const given = { restoration: { projects } }
    const both = [{ id: 'W1' }, { id: 'W2' }]
    expect(judge(judged, given).refused('S1', { restoration: both })).toStrictEqual([])
    expect(judge(judged, given).refused('S1')).toStrictEqual([])
    const item = { restoration: [{ id: 'W9' }] }
    expect(judge(judged, given).refused('S1', item)).toStrictEqual(['enforcement restoration'])
    expect(judge(judged, given).reasons('S1', item)).toContain('修复项目 R1（W1）、R2（W2） 已经')
    const again = { ...item, judgedOn: '2025-12-03' }
    expect(judge({ ...judged, appeal: remanded }, given).refused('S1', again)).toStrictEqual([])
  })
})

describe('裁判: in place of one that was set aside', () => {
  const former = {
    judgedOn: '2025-10-08',
    servedOn: '2025-10-13',
    services: [{ obligor: 'o1', servedOn: '2025-10-14' }],
    result: 'won' as const,
    judgmentNumber: '（2025）桂01民初7号',
    document: 'E9',
  }
  const ways = {
    otherAppeals: [{ by: 'obligee', on: '2025-10-13' }],
    effectiveOn: undefined,
    retrial: undefined,
  }
  const { effectiveOn: _, retrial: __, ...appeals } = ways
  const suit: Suit = { ...filed, ...former, ...appeals, appeal: remanded, performBy: '2026-01-15' }
  const gone = [
    'servedOn',
    'services',
    'result',
    'judgmentNumber',
    'performBy',
    'restoration',
    'restorationCost',
    'document',
    'appeal',
    'otherAppeals',
    'effectiveOn',
    'retrial',
  ]
  const nothing = Object.fromEntries(gone.map((key) => [`suits.1.${key}`, undefined]))
  const record = { 'suits.1.remanded+': { ...former, ...ways, appeal: remanded } }

  it('moves that to the earlier judgments, and nothing of it stays', () => {
    expect(judge(suit).also('S1')).toStrictEqual({
      ...record,
      ...nothing,
      'suits.1.payments': undefined,
    })
  })

  it('keeps out those against whom the claim was withdrawn', () => {
    const withdrawn = { obligor: 'o2', result: 'withdrawn' as const }
    const results = [{ obligor: 'o1', result: 'won' as const }, withdrawn]
    expect(judge({ ...suit, results }).also('S1')).toMatchObject({ 'suits.1.results': [withdrawn] })
    const none = judge({ ...suit, results: results.slice(0, 1) }).also('S1')
    expect(none).toHaveProperty(['suits.1.results'], undefined)
  })

  it('keeps instalments on which something was paid', () => {
    const payment = { id: 'P7', suit: 'S1', amount: '1000.00', paidOn: '2025-11-03' }
    expect(judge(suit, pays(payment)).also('S1')).not.toHaveProperty(['suits.1.payments'])
  })

  it('of a retrial likewise; of a judgment that stands, or none, nothing moves', () => {
    expect(judge(retried).also('S1')).toMatchObject({
      'suits.1.remanded+': { judgedOn: '2025-10-08', effectiveOn: '2025-10-24', retrial: ordered },
    })
    expect(judge(judged).also('S1')).toStrictEqual({})
    expect(judge(filed).also('S1')).toStrictEqual({})
    expect(judge({ ...filed, appeal: remanded }).also('S1')).toStrictEqual({})
  })
})
