import { describe, expect, test } from 'vitest'
import type { Agreement, Documents } from '../../src/core/facts/documents.ts'
import { agreementOf } from '../../src/core/facts/queries.ts'
import { type Change, caseWithActions } from '../support/actions.ts'
import { unpaid } from '../support/court.ts'
import { severitiesAndCodes } from './mends.ts'

const firstOf = ({ agreements }: Documents): Agreement => {
  const [first] = agreements?.agreements ?? []
  if (!first) throw new Error('the example case has an agreement')
  return first
}

/** The agreement of the example, not confirmed, and what happened to it. */
const agreed =
  (change: (first: Agreement, all: Agreement[]) => void): Change =>
  (documents) => {
    unpaid(documents)
    delete documents.court
    delete documents.restoration
    change(firstOf(documents), documents.agreements?.agreements ?? [])
  }

describe('第二十一条: an agreement on record without the day of its signature', () => {
  const draft = caseWithActions(
    'example-case',
    '2026-11-24',
    agreed((first) => {
      delete first.signedOn
    }),
  )

  test('is completed by signing, and no second one is made', () => {
    expect(draft.subjects('sign')).toEqual(['G1'])
    const signed = draft.after('sign', 'G1')
    expect(signed.view.facts.agreements.map(({ id, signedOn }) => [id, signedOn])).toEqual([
      ['G1', '2026-11-24'],
    ])
    expect(signed.subjects('sign')).toEqual([])
    expect(signed.view.facts.agreements[0]?.payments).toEqual(draft.view.facts.agreements[0]?.payments)
  })

  test('is signed under its own number, round and parties', () => {
    expect(draft.refused('sign', 'G1')).toEqual([])
    expect(draft.refused('sign', 'G1', { id: 'G7' })).toEqual(['第二十一条'])
    expect(draft.refused('sign', 'G1', { round: 2 })).toEqual(['第二十一条'])
    expect(draft.refused('sign', 'G1', { obligors: ['o9'] })).toEqual(['第二十一条'])
  })
})

describe('第二十一条: an amendment', () => {
  const drafted = caseWithActions(
    'example-case',
    '2026-11-24',
    agreed((first, all) => {
      const { signedOn: _, ...terms } = structuredClone(first)
      all.push({ ...terms, id: 'G2', amends: 'G1' })
    }),
  )

  test('takes effect with its signature, not before', () => {
    expect(agreementOf(drafted.view.facts, 'o1')?.id).toBe('G1')
    expect(drafted.subjects('sign')).toEqual(['G2'])
    const signed = drafted.after('sign', 'G2', { signedOn: '2026-11-20' })
    expect(agreementOf(signed.view.facts, 'o1')?.id).toBe('G2')
  })

  const parted = caseWithActions(
    'example-case',
    '2028-12-20',
    agreed((first, all) => {
      all.push({
        ...structuredClone(first),
        id: 'G2',
        amends: 'G1',
        obligors: ['o1'],
        signedOn: '2026-10-20',
      })
    }),
  )

  test('leaves whom it does not name bound as before, and he can be sued or join it', () => {
    expect(agreementOf(parted.view.facts, 'o1')?.id).toBe('G2')
    expect(agreementOf(parted.view.facts, 'o2')?.id).toBe('G1')
    expect(parted.blocked('sue', 'o2')).toEqual([])
    expect(parted.known('sue', 'o2')).toMatchObject({ agreement: 'G1' })
    expect(parted.known('amend-agreement', 'G1')).toMatchObject({ obligors: ['o2'], amends: 'G1' })
    expect(parted.refused('amend-agreement', 'G1', { obligors: ['o1', 'o2'] })).toEqual(['第二十一条'])
    const joined = parted.after('amend-agreement', 'G1', { signedOn: '2028-12-20' })
    expect(agreementOf(joined.view.facts, 'o2')?.id).toBe('G3')
    expect(joined.subjects('amend-agreement')).toEqual(['G2', 'G3'])
  })
})

describe('第二十一条: the status of an agreement', () => {
  const others =
    (...all: Partial<Agreement>[]): Change =>
    (documents) => {
      const first = firstOf(documents)
      documents.agreements?.agreements.splice(
        0,
        1,
        ...all.map((each) => ({ ...structuredClone(first), ...each })),
      )
    }

  test.each([
    ['rescinded by its day alone', [{ rescindedOn: '2025-09-30' }], ['warning rescinded']],
    ['rescinded, and said so', [{ rescindedOn: '2025-09-30', status: 'rescinded' as const }], []],
    ['superseded by nothing', [{ status: 'superseded' as const }], ['warning superseded']],
    [
      'superseded by a draft',
      [{ status: 'superseded' as const }, { id: 'G2', amends: 'G1', signedOn: undefined }],
      ['warning superseded'],
    ],
    ['superseded by what was signed', [{ status: 'superseded' as const }, { id: 'G2', amends: 'G1' }], []],
    ['amending itself', [{ amends: 'G1' }], ['error circle']],
  ])('%s', (_, all, expected) => {
    const change = others(...(all as Partial<Agreement>[]))
    const given = severitiesAndCodes('agreement/status', change)
    expect(given.length).toBe(expected.length)
  })
})

describe('several things of one day', () => {
  const twice = caseWithActions('example-case', '2026-11-24', (documents) => {
    documents.case.procuratorate = {
      suggestions: [
        { receivedOn: '2026-10-12', number: '检建1号' },
        { receivedOn: '2026-10-12', number: '检建2号' },
        { receivedOn: '2026-10-13' },
      ],
    }
    const preservation = { kind: 'property' as const, appliedOn: '2026-10-12' }
    documents.court = {
      preservations: [
        { ...preservation, obligors: ['o1'] },
        { ...preservation, obligors: ['o2'] },
      ],
    }
  })

  test('each suggestion is answered by itself', () => {
    expect(twice.subjects('answer-suggestion')).toEqual([
      '2026-10-12/检建1号',
      '2026-10-12/检建2号',
      '2026-10-13',
    ])
    const answered = twice.after('answer-suggestion', '2026-10-12/检建2号', { answer: '已经整改' })
    const suggestions = answered.view.facts.case.procuratorate?.suggestions ?? []
    expect(suggestions.map(({ answeredOn }) => answeredOn)).toEqual([undefined, '2026-11-24', undefined])
  })

  test('each preservation is recorded by itself', () => {
    expect(twice.subjects('record-preservation')).toEqual([
      'property/2026-10-12/o1',
      'property/2026-10-12/o2',
    ])
    const taken = twice.after('record-preservation', 'property/2026-10-12/o2', { takenOn: '2026-10-15' })
    expect(taken.view.facts.court.preservations.map(({ takenOn }) => takenOn)).toEqual([
      undefined,
      '2026-10-15',
    ])
  })
})

describe('民事诉讼法: what is ordered or recovered already', () => {
  const late: Change = (documents) => {
    unpaid(documents)
    delete documents.restoration
    const first = firstOf(documents)
    delete first.restoration
    first.substitutes = []
    first.compensation = {
      items: [{ head: 'service-loss', amount: '10000.00', by: 'payment' }],
      total: '10000.00',
    }
    first.payments = [{ id: 'P1', obligor: 'o1', dueOn: '2026-10-20', amount: '10000.00' }]
  }

  test('nobody is sued for what an effective payment order asks', () => {
    const ordered = caseWithActions('example-case', '2026-12-20', (documents) => {
      late(documents)
      documents.court = {
        paymentOrders: [
          {
            id: 'Z1',
            agreement: 'G1',
            obligors: ['o1'],
            amount: '10000.00',
            appliedOn: '2026-11-02',
            effectiveOn: '2026-11-27',
          },
        ],
      }
    })
    expect(ordered.blocked('sue', 'o1')).toHaveLength(1)
    expect(ordered.blocked('apply-enforcement', 'Z1')).toEqual([])
  })

  test('what the court recovered is recorded as a payment, not applied for again', () => {
    const recovered = caseWithActions('example-case', '2026-12-20', (documents) => {
      late(documents)
      documents.court = {
        confirmations: [
          { agreement: 'G1', appliedOn: '2026-09-01', ruledOn: '2026-10-08', result: 'confirmed' },
        ],
        // Without a reference: the only title in effect.
        enforcements: [
          {
            id: 'F1',
            instrument: 'confirmation',
            obligors: ['o1', 'o2'],
            appliedOn: '2026-11-02',
            result: 'performed',
            recovered: '10000.00',
          },
        ],
      }
    })
    expect(
      recovered
        .subjects('apply-enforcement')
        .filter((each) => each === 'G1' && !recovered.blocked('apply-enforcement', 'G1').length),
    ).toEqual([])
    expect(
      recovered.view.deadlines.find(
        ({ deadline, subject }) => deadline === 'enforcement-apply' && subject === 'G1/o1/money',
      )?.status,
    ).toBe('met')
  })
})
