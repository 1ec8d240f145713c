import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import type { PlacedFinding } from '../../src/core/lint/define.ts'
import {
  type FoundIn,
  isBreachOfLaw,
  isContradiction,
  isLeaning,
  isRefusing,
  newlyFound,
  refusedByRules,
} from '../../src/core/stages/refusals.ts'

const finding = (more: Partial<PlacedFinding> = {}): PlacedFinding => ({
  rule: 'agreement/bond',
  code: 'unpaid',
  severity: 'error',
  message: '没有缴纳履约保证金',
  article: '第二十六条',
  document: 'agreements',
  path: ['agreements', 0, 'performanceBond'],
  about: 'breach',
  ...more,
})

const agreements = (...ids: string[]): Partial<Documents> => ({
  agreements: { agreements: ids.map((id) => ({ id, obligors: ['o1'] })) },
})
const found = (documents: Partial<Documents>, ...findings: PlacedFinding[]): FoundIn => ({
  findings,
  documents,
})

/** What is new after an action, by messages, where both cases hold the agreement G1. */
const newAfter = (before: PlacedFinding[], after: PlacedFinding[]): string[] =>
  newlyFound(found(agreements('G1'), ...before), found(agreements('G1'), ...after)).map(
    ({ message }) => message,
  )

describe('what an action causes', () => {
  it('is what nothing said before', () => {
    expect(newAfter([], [finding()])).toEqual(['没有缴纳履约保证金'])
    expect(newAfter([finding()], [finding()])).toEqual([])
    expect(newAfter([finding()], [])).toEqual([])
  })

  it('is not what was found before in other words', () => {
    expect(newAfter([finding({ message: '逾期 1 日' })], [finding({ message: '逾期 2 日' })])).toEqual([])
  })

  it.each<[string, Partial<PlacedFinding>]>([
    ['another rule', { rule: 'agreement/total' }],
    ['another code', { code: 'late' }],
    ['another document', { document: 'court' }],
    ['another place', { path: ['agreements', 0, 'payments'] }],
    ['another subject', { subject: 'o2' }],
    ['another file', { place: { path: 'draft.docx', line: 1 } }],
  ])('is what is of %s', (_, more) => {
    expect(newAfter([finding()], [finding(), finding({ ...more, message: '又一处' })])).toEqual(['又一处'])
  })

  it('of several that are alike is those beyond the number before, but for the same words', () => {
    const said = (...messages: string[]) => messages.map((message) => finding({ message }))
    expect(newAfter(said('甲'), said('甲', '乙'))).toEqual(['乙'])
    expect(newAfter(said('乙'), said('甲', '乙'))).toEqual(['甲'])
    expect(newAfter(said('甲'), said('甲', '甲'))).toEqual(['甲'])
    expect(newAfter(said('甲', '乙'), said('丙', '乙', '丁'))).toEqual(['丁'])
  })

  it('goes by what stands in the place, not by its number in the list', () => {
    const at = (index: number) => finding({ path: ['agreements', index, 'performanceBond'] })
    const moved = (before: string[], after: string[], index: number) =>
      newlyFound(found(agreements(...before), at(0)), found(agreements(...after), at(index))).length
    expect(moved(['G1'], ['G0', 'G1'], 1)).toBe(0)
    expect(moved(['G1'], ['G0', 'G1'], 0)).toBe(1)
  })

  it('goes by the number, where the list holds no maps or the place is gone', () => {
    const inList = (index: number) => finding({ document: 'investigation', path: ['legalBasis', index] })
    const documents: Partial<Documents> = { investigation: { legalBasis: ['甲', '乙'] } }
    const left = (before: PlacedFinding, after: PlacedFinding, there: Partial<Documents>) =>
      newlyFound(found(there, before), found(there, after)).length
    expect(left(inList(0), inList(0), documents)).toBe(0)
    expect(left(inList(0), inList(1), documents)).toBe(1)
    expect(left(finding(), finding(), {})).toBe(0)
    expect(left(finding(), finding({ path: ['agreements', 1, 'performanceBond'] }), {})).toBe(1)
  })

  it('tells items by all of their values, where one alone does not', () => {
    const paid = (...days: string[]): Partial<Documents> => ({
      payments: {
        payments: days.map((paidOn) => ({
          id: 'P1',
          amount: '1.00',
          paidOn,
          destination: 'treasury' as const,
        })),
      },
    })
    const of = (index: number) => finding({ document: 'payments', path: ['payments', index] })
    const left = (before: string[], after: string[], index: number) =>
      newlyFound(found(paid(...before), of(0)), found(paid(...after), of(index))).length
    expect(left(['2025-08-15'], ['2025-08-01', '2025-08-15'], 1)).toBe(0)
    expect(left(['2025-08-15'], ['2025-08-01', '2025-08-15'], 0)).toBe(1)
  })
})

describe('what contradicts itself', () => {
  it('is an error that facts are out of order, without their ground, or refer to nothing', () => {
    for (const denies of ['order', 'reference', 'ground'] as const) {
      expect(isContradiction(finding({ denies }))).toBe(true)
      expect(isContradiction(finding({ denies, severity: 'warning' }))).toBe(false)
    }
    expect(isContradiction(finding())).toBe(false)
    expect(isContradiction(finding({ denies: 'future' }))).toBe(false)
  })

  it('leans on what is gone where it refers to it, or rests on it', () => {
    const leaning = (['order', 'reference', 'ground', 'future'] as const).filter((denies) =>
      isLeaning(finding({ denies })),
    )
    expect(leaning).toEqual(['reference', 'ground'])
    expect(isLeaning(finding({ denies: 'ground', severity: 'warning' }))).toBe(false)
  })
})

describe('what keeps an item from being written', () => {
  it.each<[string, Partial<PlacedFinding>, boolean]>([
    ['an error that somebody broke the law', {}, true],
    ['a warning', { severity: 'warning' }, false],
    ['an error without an article', { article: null }, false],
    ['an error that something is still to be done', { about: 'omission' }, false],
  ])('%s: %#', (_, more, expected) => {
    expect(isBreachOfLaw(finding(more))).toBe(expected)
    expect(isRefusing(finding(more))).toBe(expected)
  })

  it('is a day that is still to come, though no article says so', () => {
    const future = finding({ denies: 'future', article: null, message: '日期在今天以后' })
    expect(isBreachOfLaw(future)).toBe(false)
    expect(isRefusing(future)).toBe(true)
    expect(refusedByRules([future], { document: 'agreements' })).toEqual([
      { article: '', citation: '日期', reason: '日期在今天以后', keys: [] },
    ])
  })

  it('is what is found in the document into which it goes', () => {
    const refused = refusedByRules(
      [finding(), finding({ document: 'court' }), finding({ severity: 'warning' })],
      {
        document: 'agreements',
      },
    )
    expect(refused).toEqual([
      { article: '第二十六条', citation: '第二十六条', reason: '没有缴纳履约保证金', keys: [] },
    ])
  })
})
