import { describe, expect, it } from 'vitest'
import type {
  CaseDocument,
  ProcuratorialSuggestion,
  RelatedProceeding,
} from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { type Given, step } from '../support/step.ts'

const today = '2026-11-24'
const { clue } = sampleDocuments().case

describe('检察建议 (法释〔2018〕6号)', () => {
  const suggested = (
    suggestions: ProcuratorialSuggestion[],
    more: Partial<CaseDocument['clue']> = {},
  ): Given => ({
    case: { procuratorate: { suggestions }, clue: { ...clue, ...more } },
  })
  const record = (given: Given = {}) => step('record-suggestion', given)
  const byClue = { receivedOn: '2025-03-01', reference: '检建1号', transferredBy: '某检察院' }

  it('that brought the clue is proposed as it stands there', () => {
    const brought = record(suggested([], { ...byClue, bySuggestion: true }))
    expect(brought.advised(null)).toBe(true)
    expect(brought.known(null)).toEqual({ receivedOn: '2025-03-01', number: '检建1号', from: '某检察院' })
    const known = record(suggested([{ receivedOn: '2025-03-01' }], { ...byClue, bySuggestion: true }))
    expect(known.advised(null)).toBe(false)
    expect(known.known(null)).toEqual({ receivedOn: today })
  })

  it('that may have brought it is proposed too', () => {
    const maybe = record(suggested([], { ...byClue, reference: '检察建议书' }))
    expect(maybe.advised(null)).toBe(true)
    expect(maybe.known(null)).toEqual({ receivedOn: '2025-03-01', number: '检察建议书', from: '某检察院' })
    const nameless = { receivedOn: '2025-03-01', reference: '检察建议书' }
    expect(record(suggested([], nameless)).known(null)).toEqual({
      receivedOn: '2025-03-01',
      number: '检察建议书',
    })
  })

  it('of which nothing tells is recorded as of today', () => {
    expect(record().advised(null)).toBe(false)
    expect(record().known(null)).toEqual({ receivedOn: today })
    expect(record(suggested([], { transferredBy: '某局' })).known(null)).toEqual({ receivedOn: today })
    expect(record().blocked(null)).toEqual([])
  })

  it('is recorded once: of one day, each number once', () => {
    const twice = ['procuratorial-suggestion receivedOn']
    const numbered = record(suggested([{ receivedOn: '2025-04-01', number: '1号' }]))
    expect(numbered.refused(null, { receivedOn: '2025-04-01', number: '1号' })).toEqual(twice)
    expect(numbered.refused(null, { receivedOn: '2025-04-01' })).toEqual(twice)
    expect(numbered.refused(null, { receivedOn: '2025-04-01', number: '2号' })).toEqual([])
    expect(numbered.refused(null, { receivedOn: '2025-04-02', number: '1号' })).toEqual([])
    const later = { receivedOn: '2025-05-06', number: '3号' }
    const two = record(suggested([{ receivedOn: '2025-04-01', number: '1号' }, later]))
    expect(two.refused(null, { receivedOn: '2025-04-01', number: '1号' })).toEqual(twice)
    const bare = record(suggested([{ receivedOn: '2025-04-01' }]))
    expect(bare.refused(null, { receivedOn: '2025-04-01', number: '1号' })).toEqual(twice)
    for (const none of [record(), record({ case: { procuratorate: {} } })])
      expect(none.refused(null, { receivedOn: '2025-04-01' })).toEqual([])
  })
})

describe('检察机关公告', () => {
  it('is recorded once a day', () => {
    const notices = [{ publishedOn: '2025-04-01', claimBy: '2025-05-01' }]
    const { refused, advised, blocked } = step('record-procuratorate-notice', {
      case: { procuratorate: { notices } },
    })
    const dates = (publishedOn: string, claimBy: string) => refused(null, { publishedOn, claimBy })
    expect(dates('2025-04-01', '2025-05-01')).toEqual(['procuratorate-notice publishedOn'])
    expect(dates('2025-04-02', '2025-05-01')).toEqual([])
    expect(dates('2025-04-02', '2025-04-02')).toEqual([])
    expect(refused(null, {})).toEqual([])
    expect([advised(null), blocked(null)]).toEqual([false, []])
    expect(step('record-procuratorate-notice').refused(null, { claimBy: today })).toEqual([])
  })
})

describe('关联程序 (第九条)', () => {
  it('is recorded once, by its number', () => {
    const known: RelatedProceeding[] = [{ kind: 'penalty', reference: '罚1号' }]
    const {
      refused,
      known: proposed,
      advised,
      blocked,
    } = step('record-proceeding', {
      case: { relatedProceedings: known },
    })
    expect(refused(null, { kind: 'penalty', reference: '罚1号' })).toEqual(['related-liability reference'])
    expect(refused(null, { kind: 'penalty', reference: '罚2号' })).toEqual([])
    expect(refused(null, { kind: 'criminal', reference: '罚1号' })).toEqual([])
    expect(refused(null, { kind: 'penalty', reference: ' ' })).toEqual(['related-liability reference'])
    expect(refused(null, { kind: 'penalty' })).toEqual(['related-liability reference'])
    expect(step('record-proceeding').refused(null, { kind: 'penalty', reference: '罚1号' })).toEqual([])
    expect(proposed(null)).toEqual({})
    expect([advised(null), blocked(null)]).toEqual([false, []])
  })
})

describe('移送涉嫌犯罪线索 (第二十二条第一款)', () => {
  const transferred = (...named: (string[] | undefined)[]): Given => ({
    court: {
      transfers: named.map((obligors) => ({
        to: 'public-security' as const,
        matter: '涉嫌犯罪',
        transferredOn: '2025-06-02',
        ...(obligors && { obligors }),
      })),
    },
  })
  const handOver = (given: Given = {}) => step('transfer', given)

  it('is open for whose crime was not handed over', () => {
    expect(handOver().subjects).toEqual([null])
    expect(handOver().known(null)).toEqual({ obligors: ['o1', 'o2'], transferredOn: today })
    expect(handOver(transferred(['o1'])).known(null)).toMatchObject({ obligors: ['o2'] })
    expect(handOver(transferred(['o1'], ['o2'])).subjects).toEqual([])
    expect(handOver(transferred(undefined)).subjects).toEqual([])
    expect(handOver(transferred([])).subjects).toEqual([])
    expect(handOver().blocked(null)).toEqual([])
  })

  it('is advised once a crime is suspected that nobody prosecutes', () => {
    expect(handOver().advised(null)).toBe(false)
    const relatedProceedings = [{ kind: 'criminal' as const, reference: '移送线索' }]
    expect(handOver({ case: { relatedProceedings } }).advised(null)).toBe(true)
  })

  it('goes to one body, with a copy to another', () => {
    const { refused, choices } = handOver()
    expect(choices(null, 'to')).toEqual([
      'procuratorate',
      'public-security',
      'supervisory-commission',
      'other',
    ])
    expect(refused(null, { to: 'procuratorate' })).toEqual([])
    expect(refused(null, { to: 'procuratorate', copiedTo: ['public-security'] })).toEqual([])
    expect(refused(null, { to: 'procuratorate', copiedTo: ['public-security', 'procuratorate'] })).toEqual([
      'crime-transfer,crime-authority copiedTo',
    ])
    expect(refused(null, { to: 'procuratorate', obligors: [] })).toEqual(['crime-transfer obligors'])
    expect(refused(null, { to: 'procuratorate', obligors: undefined })).toEqual(['crime-transfer obligors'])
    expect(refused(null, { to: undefined })).toEqual([])
  })
})
