import { describe, expect, it } from 'vitest'
import type { CaseData } from '../../src/core/facts/documents.ts'
import { partCase } from '../../src/core/merge/part.ts'

const whole: CaseData = {
  case: {
    id: 'NN-2026-0001',
    obligors: [{ id: 'o1' }, { id: 'o2' }],
    relatedProceedings: [
      { kind: 'penalty', reference: '1', obligors: ['o1', 'o2'] },
      { kind: 'criminal', reference: '2', obligors: ['o2'] },
      { kind: 'other', reference: '3' },
    ],
    simpleCase: { undisputedBy: ['o1', 'o2'] },
    lint: { suppress: [{ rule: 'a', subject: '1/o2' }, { rule: 'b', subject: 'G1' }, { rule: 'c' }] },
  },
  investigation: {
    facts: [
      { statement: '甲', evidence: ['E1'] },
      { statement: '乙', evidence: ['E2'] },
    ],
  },
  appraisals: {
    appraisals: [
      {
        id: 'A1',
        commissionedBy: ['o2'],
        objections: [
          { id: 'B1', by: 'o1' },
          { id: 'B2', by: 'o2' },
        ],
      },
    ],
  },
  consultation: {
    rounds: [
      {
        round: 1,
        earlyRequest: { by: 'o2', requestedOn: '2026-05-01' },
        services: [{ obligor: 'o1' }, { obligor: 'o2' }],
        meetings: [
          { number: 1, attended: ['o1', 'o2'], outcome: 'agreed', agreedWith: ['o1'] },
          { number: 2, attended: ['o2'] },
          { number: 3 },
        ],
        meetingWaiver: { consents: [{ obligor: 'o1' }] },
      },
      { round: 2, services: [{ obligor: 'o2' }] },
      { round: 3, notice: { issuedOn: '2026-09-01' } },
    ],
  },
  agreements: { agreements: [{ id: 'G1', obligors: ['o1'], document: 'E3', payments: [{ id: 'P1' }] }] },
  court: {
    confirmations: [{ agreement: 'G1' }],
    suits: [{ id: 'S1', obligors: ['o2'], payments: [{ id: 'P2' }] }],
    demands: [{ reference: 'G1', obligors: ['o1'] }],
    limitationInterruptions: [{ obligor: 'o2', on: '2026-10-01', evidence: 'E4' }],
    preservations: [{ kind: 'property', obligors: ['o1', 'o2'] }],
  },
  restoration: { preAgreement: { obligors: ['o2'] }, projects: [{ id: 'R1', agreement: 'G1' }] },
  payments: {
    payments: [{ id: 'P1' }, { id: 'P2' }, { id: 'X', payer: { name: '某', obligor: 'o2' } }],
    uses: [{ project: 'R1' }, { purpose: '其他' }],
  },
  supervision: {
    leniencyNotices: [{ obligor: 'o2' }],
    disclosures: [{ matter: 'agreement', subject: 'G1' }, { matter: 'funds' }],
  },
  evidence: { evidence: ['E1', 'E2', 'E3', 'E4', 'E5'].map((id) => ({ id })) },
  closing: { terminations: [{ obligors: ['o1', 'o2'], decidedOn: '2026-11-01' }] },
}

const part = (obligors: readonly string[], evidence: readonly string[] = [], data: CaseData = whole) =>
  partCase(data, { obligors: new Set(obligors), evidence: new Set(evidence) })

describe('a case that is parted', () => {
  it('has each obligor in one of the two', () => {
    const { moved, left, bonds } = part(['o2'])
    expect(moved.case).toMatchObject({ obligors: [{ id: 'o2' }], simpleCase: { undisputedBy: ['o2'] } })
    expect(left.case).toMatchObject({ obligors: [{ id: 'o1' }], simpleCase: { undisputedBy: ['o1'] } })
    expect(bonds).toEqual([])
  })

  it('has what names both in both, each with its own, and what names nobody in both', () => {
    const { moved, left } = part(['o2'])
    expect(moved.case).toMatchObject({
      relatedProceedings: [{ reference: '1', obligors: ['o2'] }, { reference: '2' }, { reference: '3' }],
      lint: { suppress: [{ rule: 'a' }, { rule: 'c' }] },
    })
    expect(left.case).toMatchObject({
      relatedProceedings: [{ reference: '1', obligors: ['o1'] }, { reference: '3' }],
      lint: { suppress: [{ rule: 'b' }, { rule: 'c' }] },
    })
    expect(moved.closing).toEqual({ terminations: [{ obligors: ['o2'], decidedOn: '2026-11-01' }] })
  })

  it('has rounds and meetings with those who took part, under the same numbers', () => {
    const { moved, left } = part(['o2'])
    expect(moved.consultation).toEqual({
      rounds: [
        {
          round: 1,
          earlyRequest: { by: 'o2', requestedOn: '2026-05-01' },
          services: [{ obligor: 'o2' }],
          meetings: [
            { number: 1, attended: ['o2'], outcome: 'agreed', agreedWith: [] },
            { number: 2, attended: ['o2'] },
            { number: 3 },
          ],
        },
        { round: 2, services: [{ obligor: 'o2' }] },
        { round: 3, notice: { issuedOn: '2026-09-01' } },
      ],
    })
    expect(left.consultation).toEqual({
      rounds: [
        {
          round: 1,
          services: [{ obligor: 'o1' }],
          meetings: [{ number: 1, attended: ['o1'], outcome: 'agreed', agreedWith: ['o1'] }, { number: 3 }],
          meetingWaiver: { consents: [{ obligor: 'o1' }] },
        },
        { round: 3, notice: { issuedOn: '2026-09-01' } },
      ],
    })
  })

  it('has objections with who raised them, and no other as who commissioned', () => {
    const { moved, left } = part(['o2'])
    expect(moved.appraisals).toEqual({
      appraisals: [{ id: 'A1', commissionedBy: ['o2'], objections: [{ id: 'B2', by: 'o2' }] }],
    })
    expect(left.appraisals).toEqual({ appraisals: [{ id: 'A1', objections: [{ id: 'B1', by: 'o1' }] }] })
  })

  it('has agreements, suits and what rests on them with their parties', () => {
    const { moved, left } = part(['o2'])
    expect(moved.agreements).toBeUndefined()
    expect(moved.court).toEqual({
      suits: [{ id: 'S1', obligors: ['o2'], payments: [{ id: 'P2' }] }],
      limitationInterruptions: [{ obligor: 'o2', on: '2026-10-01', evidence: 'E4' }],
      preservations: [{ kind: 'property', obligors: ['o2'] }],
    })
    expect(left.court).toEqual({
      confirmations: [{ agreement: 'G1' }],
      demands: [{ reference: 'G1', obligors: ['o1'] }],
      preservations: [{ kind: 'property', obligors: ['o1'] }],
    })
    expect(moved.restoration).toEqual({ preAgreement: { obligors: ['o2'] } })
    expect(left.restoration).toEqual({ projects: [{ id: 'R1', agreement: 'G1' }] })
    expect(moved.supervision).toEqual({
      leniencyNotices: [{ obligor: 'o2' }],
      disclosures: [{ matter: 'funds' }],
    })
  })

  it('counts money once', () => {
    const { moved, left } = part(['o2'])
    expect(moved.payments).toEqual({
      payments: [{ id: 'P2' }, { id: 'X', payer: { name: '某', obligor: 'o2' } }],
    })
    expect(left.payments).toEqual({
      payments: [{ id: 'P1' }],
      uses: [{ project: 'R1' }, { purpose: '其他' }],
    })
  })

  it('has evidence where a fact names it, and in both where none does', () => {
    const { evidence } = part(['o2'])
    expect(Object.fromEntries(evidence)).toEqual({
      E1: 'both',
      E2: 'both',
      E3: 'left',
      E4: 'moved',
      E5: 'both',
    })
    expect(part(['o2'], ['E2', 'E5']).left.investigation).toEqual({
      facts: [{ statement: '甲', evidence: ['E1'] }],
    })
    expect(Object.fromEntries(part(['o2'], ['E2', 'E5']).evidence)).toMatchObject({
      E2: 'moved',
      E5: 'moved',
      E1: 'both',
    })
  })
})

describe('what rests on something else goes with it', () => {
  const data: CaseData = {
    case: { obligors: [{ id: 'o1' }, { id: 'o2' }] },
    agreements: { agreements: [{ id: 'G1', obligors: ['o1'], payments: [{ id: 'P1' }] }] },
    court: {
      suits: [{ id: 'S1', obligors: ['o2'], payments: [{ id: 'P2' }] }],
      paymentOrders: [{ id: 'Z1', agreement: 'G1' }, { id: 'Z2', obligors: ['o2', 3] }, { id: 'Z3' }],
      enforcements: [
        { id: 'F1', reference: 'G1' },
        { id: 'F2', reference: 'S1' },
        { id: 'F3', reference: 'Z2' },
        { id: 'F4', obligors: ['o9'] },
      ],
      demands: [
        { on: '1', reference: 'Z1' },
        { on: '2', reference: 'Z2' },
        { on: '3', reference: 'G9' },
      ],
    },
    restoration: { projects: [{ id: 'R1', agreement: 'G1' }, { id: 'R2', suit: 'S1' }, { id: 'R3' }] },
    payments: {
      payments: [
        { id: 'a', creditedTo: 'P2' },
        { id: 'b', agreement: 'G1' },
        { id: 'c', suit: 'S1' },
        { id: 'd', payer: 'o2' },
        { id: 'e', payer: 'o2', creditedTo: 'P1' },
        { id: 'P1' },
        { id: 'P9' },
      ],
      uses: [{ project: 'R2' }, { project: 'R3' }],
    },
    supervision: { disclosures: ['G1', 'S1', 'Z1', 'R2', 'P2', 'x'].map((subject) => ({ subject })) },
  }
  const idsIn = (list: unknown, key = 'id') =>
    (list as Record<string, string>[] | undefined)?.map((each) => each[key])
  const of = (half: CaseData) => {
    const { court, restoration, payments, supervision } = half as Record<
      string,
      Record<string, unknown> | undefined
    >
    return {
      orders: idsIn(court?.paymentOrders),
      enforcements: idsIn(court?.enforcements),
      demands: idsIn(court?.demands, 'on'),
      projects: idsIn(restoration?.projects),
      payments: idsIn(payments?.payments),
      uses: idsIn(payments?.uses, 'project'),
      disclosures: idsIn(supervision?.disclosures, 'subject'),
    }
  }

  it('orders, enforcements, demands, restoration and publications; money is counted once, where it was', () => {
    const { moved, left, bonds } = part(['o2'], [], data)
    expect(bonds).toEqual([])
    expect(of(moved)).toEqual({
      orders: ['Z2', 'Z3'],
      enforcements: ['F2', 'F3', 'F4'],
      demands: ['2', '3'],
      projects: ['R2', 'R3'],
      payments: ['a', 'c', 'd'],
      uses: ['R2'],
      disclosures: ['S1', 'R2', 'P2', 'x'],
    })
    expect(of(left)).toEqual({
      orders: ['Z1', 'Z3'],
      enforcements: ['F1', 'F4'],
      demands: ['1', '3'],
      projects: ['R1', 'R3'],
      payments: ['b', 'e', 'P1', 'P9'],
      uses: ['R3'],
      disclosures: ['G1', 'Z1', 'x'],
    })
  })
})

describe('what can not be parted', () => {
  it.each([
    [
      'an agreement',
      { ...whole, agreements: { agreements: [{ id: 'G1', obligors: ['o1', 'o2'] }] } },
      'agreement',
    ],
    ['a suit', { ...whole, court: { suits: [{ id: 'S1', obligors: ['o1', 'o2'] }] } }, 'suit'],
    [
      'a payment order',
      { ...whole, court: { paymentOrders: [{ id: 'Z1', obligors: ['o1', 'o2'] }] } },
      'order',
    ],
    [
      'an enforcement',
      { ...whole, court: { enforcements: [{ id: 'F1', obligors: ['o1', 'o2'] }] } },
      'enforcement',
    ],
    [
      'a restoration',
      { ...whole, restoration: { projects: [{ id: 'R1', obligors: ['o1', 'o2'] }] } },
      'project',
    ],
  ])('%s of both', (_, data, kind) => {
    expect(part(['o2'], [], data).bonds).toMatchObject([{ kind, obligors: ['o1', 'o2'] }])
  })
})
