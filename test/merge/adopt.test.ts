import { describe, expect, it } from 'vitest'
import type { CaseData } from '../../src/core/facts/documents.ts'
import { type AdoptedId, type SameObligor, withFreeIds } from '../../src/core/merge/adopt.ts'

const nobodySays: SameObligor = () => undefined

/** Ids in one line each: the kind, the id there, the id here, and = where both are one thing. */
const told = ({ kind, from, to, known }: AdoptedId) => `${kind} ${from} ${known ? '=' : '>'} ${to}`

const withObligors = (...obligors: object[]): CaseData => ({ case: { id: 'NN-2026-0001', obligors } })
const firm = (id: string, more: object = {}) => ({ id, kind: 'organization', name: '甲公司', ...more })

describe('an obligor of a case that goes into another', () => {
  const ids = (mine: object, yours: object, same = nobodySays) => {
    const { ids: all, unclear } = withFreeIds(withObligors(mine), withObligors(yours), same)
    return [...all.map(told), ...unclear.map(({ from, to, name }) => `${name}? ${from} ${to}`)]
  }

  it.each<[string, object, object, string[]]>([
    [
      'with the same credit code is the same',
      { creditCode: '91A' },
      { creditCode: '91A' },
      ['obligor o1 = o1'],
    ],
    ['with the same id number is the same', { idNumber: '11' }, { idNumber: '11' }, ['obligor o1 = o1']],
    [
      'with the same number of another certificate is the same',
      { identity: { kind: 'passport', number: 'E1' } },
      { identity: { kind: 'passport', number: 'E1' } },
      ['obligor o1 = o1'],
    ],
    [
      'with another number is another, whatever the name',
      { creditCode: '91A' },
      { creditCode: '91B' },
      ['obligor o1 > o2'],
    ],
    [
      'of the same name, one without a number, is a question',
      { creditCode: '91A' },
      {},
      ['obligor o1 = o1', '甲公司? o1 o1'],
    ],
    ['of the same name, both without a number, is a question', {}, {}, ['obligor o1 = o1', '甲公司? o1 o1']],
    ['of the same name and another kind is another', {}, { kind: 'individual' }, ['obligor o1 > o2']],
    ['of another name without a number is another', {}, { name: '乙公司' }, ['obligor o1 > o2']],
    [
      'whose certificate bears no number is no other for that',
      { identity: {} },
      { name: '乙公司', identity: {} },
      ['obligor o1 > o2'],
    ],
  ])('%s', (_, mine, yours, expected) => {
    expect(ids(firm('o1', mine), firm('o1', yours))).toEqual(expected)
  })

  it('is whom the officer says, against every number', () => {
    expect(ids(firm('o1'), firm('o7'), () => 'o1')).toEqual(['obligor o7 = o1'])
    expect(ids(firm('o1', { creditCode: '91A' }), firm('o7', { creditCode: '91B' }), () => 'o1')).toEqual([
      'obligor o7 = o1',
    ])
    expect(ids(firm('o1', { creditCode: '91A' }), firm('o7', { creditCode: '91A' }), () => null)).toEqual([
      'obligor o7 > o7',
    ])
    expect(ids(firm('o1'), firm('o7'), () => null)).toEqual(['obligor o7 > o7'])
  })
})

describe('a thing of a case that goes into another', () => {
  const report = { id: 'A1', kind: 'appraisal-report', total: '5.00' }
  const appraised = (...appraisals: object[]): CaseData => ({ appraisals: { appraisals } })
  const agreed = (...agreements: object[]): CaseData => ({ agreements: { agreements } })
  const ids = (mine: CaseData, yours: CaseData) => withFreeIds(mine, yours, nobodySays).ids.map(told)

  it('is the same where all but its id is the same, else it gets a free id', () => {
    expect(ids(appraised(report), appraised({ ...report, id: 'A7' }))).toEqual(['appraisal A7 = A1'])
    expect(ids(appraised(report), appraised({ ...report, total: '6.00' }))).toEqual(['appraisal A1 > A2'])
    expect(ids(appraised(report), appraised({ ...report, id: 'A7', total: '6.00' }))).toEqual([
      'appraisal A7 > A7',
    ])
  })

  it('never gets an id that either case has, nor one that was just given', () => {
    const others = [
      { ...report, total: '6.00' },
      { ...report, id: 'A2', total: '7.00' },
    ]
    expect(ids(appraised(report), appraised(...others))).toEqual(['appraisal A1 > A3', 'appraisal A2 > A2'])
    const all = [
      { ...report, total: '6.00' },
      { ...report, id: 'A2', total: '7.00' },
    ]
    expect(ids(appraised(report, { ...report, id: 'A2', total: '9.00' }), appraised(...all))).toEqual([
      'appraisal A1 > A3',
      'appraisal A2 > A4',
    ])
  })

  it('is compared by the ids that its own references get', () => {
    const party = (id: string, creditCode: string) => firm(id, { creditCode })
    const mine = { ...withObligors(party('o1', '91A')), ...agreed({ id: 'G1', obligors: ['o1'] }) }
    const theirs = { ...withObligors(party('o2', '91A')), ...agreed({ id: 'G5', obligors: ['o2'] }) }
    expect(ids(mine, theirs)).toEqual(['obligor o2 = o1', 'agreement G5 = G1'])
    const another = { ...withObligors(party('o1', '91B')), ...agreed({ id: 'G1', obligors: ['o1'] }) }
    expect(ids(mine, another)).toEqual(['obligor o1 > o2', 'agreement G1 > G2'])
  })

  it('an agreement that both have keeps its instalments; those of another get free ids', () => {
    const terms = { id: 'G1', obligors: [], payments: [{ id: 'P1', amount: '1.00' }] }
    expect(ids(agreed(terms), agreed(terms))).toEqual(['agreement G1 = G1', 'payment P1 = P1'])
    const other = {
      ...terms,
      payments: [
        { id: 'P1', amount: '2.00' },
        { id: 'P5', amount: '1.00' },
      ],
    }
    expect(ids(agreed(terms), agreed(other))).toEqual(['agreement G1 > G2', 'payment P1 > P6'])
    const moneyless = { id: 'G1', obligors: [], payments: '见附件' }
    expect(ids(agreed(moneyless), agreed(moneyless))).toEqual(['agreement G1 = G1'])
  })

  it('reminders and objections get new ids only where theirs are taken', () => {
    const reminded = (...reminders: object[]): CaseData => ({ case: { reminders } })
    expect(ids(reminded({ id: 'T1' }), reminded({ id: 'T1' }, { id: 'T4' }))).toEqual(['reminder T1 > T5'])
    expect(ids(reminded(), reminded({ id: 'T1' }))).toEqual([])
    const objected = (total: string) => appraised({ ...report, total, objections: [{ id: 'B1' }] })
    expect(ids(objected('5.00'), objected('6.00'))).toEqual(['appraisal A1 > A2', 'objection B1 > B2'])
  })

  it('evidence is the same by its SHA-256 alone, in capitals or not', () => {
    const held = (...evidence: object[]): CaseData => ({ evidence: { evidence } })
    expect(ids(held({ id: 'E1', sha256: 'ab' }), held({ id: 'E4', sha256: 'AB' }))).toEqual([
      'evidence E4 = E1',
    ])
    expect(ids(held({ id: 'E1', title: '照片' }), held({ id: 'E1', title: '照片' }))).toEqual([
      'evidence E1 > E2',
    ])
    expect(ids(held({ id: 'E1', sha256: '' }), held({ id: 'E4', sha256: '' }))).toEqual(['evidence E4 > E4'])
  })
})

describe('the addresses of suppressed findings', () => {
  const theirs: CaseData = {
    case: {
      obligors: [firm('o1', { creditCode: '91B' })],
      title: 'o1',
      lint: {
        suppress: [
          { rule: 'a', subject: '1/o1' },
          { rule: 'b', subject: 'o1' },
          { rule: 'c', reason: 'o1' },
        ],
      },
    },
  }

  it('follow the ids part by part; other texts stay', () => {
    const { data } = withFreeIds(withObligors(firm('o1', { creditCode: '91A' })), theirs, nobodySays)
    expect(data.case).toMatchObject({
      obligors: [{ id: 'o2' }],
      title: 'o1',
      lint: { suppress: [{ subject: '1/o2' }, { subject: 'o2' }, { reason: 'o1' }] },
    })
  })
})

describe('第二十条: the rounds of a case that goes into another', () => {
  const rounds = (...numbers: number[]): CaseData => ({
    consultation: { rounds: numbers.map((round) => ({ round, notice: { number: `${round}号` } })) },
  })
  const numbersIn = (data: CaseData) => {
    const { consultation, agreements } = data as {
      consultation?: { rounds: { round: number }[] }
      agreements?: { agreements: { round?: number }[] }
    }
    return [
      (consultation?.rounds ?? []).map(({ round }) => round).join(),
      (agreements?.agreements ?? []).map(({ round }) => round ?? '-').join(),
    ]
  }
  const run = (mine: CaseData, yours: CaseData) => numbersIn(withFreeIds(mine, yours, nobodySays).data)
  const other = { consultation: { rounds: [{ round: 1 }, { round: 2 }] } }

  it('come after those that there are, and agreements follow theirs', () => {
    const agreements = { agreements: [{ id: 'G1', round: 2 }, { id: 'G2' }, { id: 'G3', round: 9 }] }
    expect(run(rounds(1, 3), { ...other, agreements })).toEqual(['4,5', '5,4,9'])
  })

  it('keep their numbers where both cases have the same round, or one case has none', () => {
    expect(run(rounds(1, 2), rounds(2, 3))).toEqual(['2,3', ''])
    expect(run(rounds(1, 3), rounds(1, 2))).toEqual(['1,4', ''])
    expect(run({}, other)).toEqual(['1,2', ''])
    const agreements = { agreements: [{ id: 'G1', round: 2 }] }
    expect(run(rounds(1), { agreements })).toEqual(['', '2'])
  })
})
