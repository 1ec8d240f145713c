import { describe, expect, it } from 'vitest'
import type { CaseData } from '../../src/core/facts/documents.ts'
import { type DecideCase, mergeCase } from '../../src/core/merge/case.ts'
import {
  type NumberedList,
  nextId,
  numberedEntries,
  numberedLists,
  renumberEntry,
} from '../../src/core/merge/renumber.ts'

const listOf = (kind: string): NumberedList => {
  const found = numberedLists.find((list) => list.kind === kind)
  if (!found) throw new Error(`no list of ${kind}`)
  return found
}

describe('the next number', () => {
  it.each<[id: string, taken: string[], next: string]>([
    ['E2', ['E1', 'E2', 'E10'], 'E11'],
    ['E12', ['E12'], 'E13'],
    ['E2', ['E2', 'A19', 'E1-副本'], 'E3'],
    ['a1b2', ['a1b2', 'a1b10'], 'a1b11'],
    ['E1', [], 'E1'],
  ])('after %s among %j is %s', (id, taken, next) => {
    expect(nextId(id, taken)).toBe(next)
  })
})

describe('the entries with a number', () => {
  const evidence = listOf('evidence')

  it('are those that have one', () => {
    const list = [{ id: 'E1' }, { id: 2 }, 'E3', { title: '照片' }]
    expect(numberedEntries({ evidence: { evidence: list } }, evidence)).toEqual([{ id: 'E1' }])
  })

  it.each<[what: string, documents: CaseData]>([
    ['no document', {}],
    ['a document that is no map', { evidence: '照片' }],
    ['a document without the list', { evidence: {} }],
    ['a list that is none', { evidence: { evidence: 'E1' } }],
  ])('are none where there is %s', (_, documents) => {
    expect(numberedEntries(documents, evidence)).toEqual([])
  })
})

describe('an obligor under a new number', () => {
  const documents: CaseData = {
    case: { id: 'o2', title: 'o2', obligors: [{ id: 'o1' }, { id: 'o2', name: 'o2' }] },
    consultation: {
      rounds: [
        { round: 1, replies: [{ obligor: 'o2' }], meetings: [{ number: 1, record: { obligors: 'o2' } }] },
      ],
    },
    agreements: {
      agreements: [{ id: 'o2', obligors: ['o1', 'o2'], clauses: { liability: 'o2', other: null } }],
    },
  }
  const moved = renumberEntry(documents, listOf('obligor'), 'o2', 'o3')

  it('moves with every reference to it, and nothing else that reads the same', () => {
    expect(moved).toEqual({
      case: { id: 'o2', title: 'o2', obligors: [{ id: 'o1' }, { id: 'o3', name: 'o2' }] },
      consultation: {
        rounds: [
          { round: 1, replies: [{ obligor: 'o3' }], meetings: [{ number: 1, record: { obligors: 'o2' } }] },
        ],
      },
      agreements: {
        agreements: [{ id: 'o2', obligors: ['o1', 'o3'], clauses: { liability: 'o2', other: null } }],
      },
    })
  })

  it('makes no document that was not there', () => {
    expect(Object.keys(moved).sort()).toEqual(['agreements', 'case', 'consultation'])
  })

  it('of an agreement leaves the obligor of that number alone', () => {
    const { agreements, case: about } = renumberEntry(documents, listOf('agreement'), 'o2', 'G3')
    expect(about).toEqual(documents.case)
    expect(agreements).toMatchObject({ agreements: [{ id: 'G3', obligors: ['o1', 'o2'] }] })
  })
})

/** A case with these obligors beside 甲公司, and a title. */
const caseOf = (title: string, ...obligors: object[]): CaseData => ({
  case: { id: 'NN-2026-0001', title, obligors: [{ id: 'o1', name: '甲公司' }, ...obligors] },
})

describe('two officers registered different obligors under one number', () => {
  const sides = {
    base: caseOf('甲案'),
    ours: caseOf('我方标题', { id: 'o2', name: '乙公司' }),
    theirs: caseOf('对方标题', { id: 'o2', name: '丙公司' }),
  }
  const decided = (choices: Record<string, 'ours' | 'theirs'>): DecideCase => {
    return (_, address) => choices[address]
  }

  it('both questions are open, the entry with its place, and ours stands meanwhile', () => {
    const { data, conflicts } = mergeCase(sides)
    expect(conflicts).toEqual([
      expect.objectContaining({ document: 'case', address: 'obligors[o2]', path: ['obligors', 1] }),
      expect.objectContaining({ document: 'case', address: 'title', both: false }),
    ])
    expect(data.case).toEqual(sides.ours.case)
    expect(Object.keys(data)).toEqual(['case'])
  })

  it.each([
    ['ours', '乙公司'],
    ['theirs', '丙公司'],
  ] as const)('%s is chosen: %s stands there, and only the other question stays open', (choice, name) => {
    const { data, conflicts } = mergeCase(sides, decided({ 'obligors[o2]': choice }))
    expect(conflicts.map(({ address }) => address)).toEqual(['title'])
    expect(data.case).toEqual(caseOf('我方标题', { id: 'o2', name }).case)
  })

  it('the choice on another fact is heard too', () => {
    const { data, conflicts } = mergeCase(sides, decided({ 'obligors[o2]': 'ours', title: 'theirs' }))
    expect(conflicts).toEqual([])
    expect(data.case).toEqual(caseOf('对方标题', { id: 'o2', name: '乙公司' }).case)
  })

  it('keeps what the other side says of everything else', () => {
    const theirs = { ...sides.theirs, screening: { findings: '有排污' } }
    const ours = caseOf('甲案', { id: 'o2', name: '乙公司' })
    const { data, conflicts } = mergeCase({ ...sides, ours, theirs }, () => 'ours')
    expect(conflicts).toEqual([])
    expect(data).toEqual({ ...caseOf('对方标题', { id: 'o2', name: '乙公司' }), screening: theirs.screening })
  })

  it('each number of two is a question of its own, and none inside them', () => {
    const two = (...names: string[]) =>
      caseOf('甲案', ...names.map((name, index) => ({ id: `o${index + 2}`, name })))
    const { conflicts } = mergeCase({
      base: caseOf('甲案'),
      ours: two('乙公司', '丁公司'),
      theirs: two('丙公司', '戊公司'),
    })
    expect(conflicts.map(({ address, path }) => [address, path])).toEqual([
      ['obligors[o2]', ['obligors', 1]],
      ['obligors[o3]', ['obligors', 2]],
    ])
  })
})

describe('one obligor', () => {
  it('registered by both, by one with more, is one and no question', () => {
    const { data, conflicts } = mergeCase({
      base: caseOf('甲案'),
      ours: caseOf('甲案', { id: 'o2', name: '乙公司' }),
      theirs: caseOf('甲案', { id: 'o2', name: '乙公司', address: '某路' }),
    })
    expect(conflicts).toEqual([])
    expect(data).toEqual(caseOf('甲案', { id: 'o2', name: '乙公司', address: '某路' }))
  })

  it('known before and renamed by both is a question about its name alone', () => {
    const named = (name: string): CaseData => ({ case: { obligors: [{ id: 'o1', name }] } })
    const { conflicts } = mergeCase({ base: named('甲'), ours: named('乙'), theirs: named('丙') })
    expect(conflicts.map(({ address }) => address)).toEqual(['obligors[o1].name'])
  })
})
