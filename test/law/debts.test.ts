import { describe, expect, test } from 'vitest'
import type { Agreement, Documents } from '../../src/core/facts/documents.ts'
import { both, type Change, caseWithActions, upTo } from '../support/actions.ts'

/** Changes the agreement of the example, which is confirmed, with nothing paid and nothing restored. */
const agreed =
  (terms: Partial<Agreement>): Change =>
  (documents: Documents) => {
    const [agreement] = documents.agreements?.agreements ?? []
    if (agreement) Object.assign(agreement, terms)
    documents.court = {
      confirmations: [
        { agreement: 'G1', appliedOn: '2026-10-08', ruledOn: '2026-11-20', result: 'confirmed' },
      ],
    }
    for (const name of ['restoration', 'payments', 'supervision', 'closing'] as const) delete documents[name]
  }

const separate: NonNullable<Agreement['shares']> = [
  { obligors: ['o1'], amount: '431500.00', joint: false },
  { obligors: ['o2'], amount: '98200.00', joint: false },
]
const ownPayments = [
  { id: 'P1', obligor: 'o1', dueOn: '2026-11-30', amount: '100.00' },
  { id: 'P2', obligor: 'o2', dueOn: '2026-12-31', amount: '100.00' },
]
/** What the instalments come to is all the money that was agreed. */
const inParts = (money: string): NonNullable<Agreement['compensation']> => ({
  items: [
    { head: 'clean-up-restoration', amount: '431500.00', by: 'work' },
    { head: 'service-loss', amount: money, by: 'payment' },
  ],
})
const restoration = { mode: 'in-situ' as const, startBy: '2026-12-08', completeBy: '2027-04-30' }

const statuses = (view: ReturnType<typeof caseWithActions>['view'], id: string) =>
  Object.fromEntries(
    view.deadlines.filter(({ deadline }) => deadline === id).map(({ subject, status }) => [subject, status]),
  )

describe('第二十四条、民事诉讼法第二百五十条: applications, one obligor at a time', () => {
  const due = agreed({
    shares: separate,
    compensation: inParts('200.00'),
    payments: ownPayments,
    restoration: { ...restoration, obligors: ['o1'] },
  })

  test('only who is late is named, and each of his debts is met by itself', () => {
    const late = caseWithActions('example-case', '2026-12-02', due)
    expect(late.known('apply-enforcement', 'G1')).toMatchObject({
      obligors: ['o1'],
      debts: ['money'],
      amount: '100.00',
    })
    const applied = late.after('apply-enforcement', 'G1', { claim: '支付 100 元' })
    expect(statuses(applied.view, 'enforcement-apply')).toEqual({
      'G1/o1/money': 'met',
      'G1/o1/work': 'open',
      'G1/o2/money': 'open',
    })
    // The other is not late yet.
    expect(applied.blocked('apply-enforcement', 'G1')).toEqual(['第二十四条'])
  })

  test('another application follows when another debt falls due; one that the court refuses can be made again', () => {
    const ongoing: Change = ({ court }) => {
      if (court)
        court.enforcements = [
          {
            id: 'F1',
            instrument: 'confirmation',
            reference: 'G1',
            obligors: ['o1'],
            debts: ['money'],
            appliedOn: '2026-12-02',
          },
        ]
    }
    const later = caseWithActions('example-case', '2027-01-06', both(due, ongoing))
    expect(later.blocked('apply-enforcement', 'G1')).toEqual([])
    expect(later.known('apply-enforcement', 'G1')).toMatchObject({
      id: 'F2',
      obligors: ['o2', 'o1'],
      debts: ['money', 'work'],
    })
    const refused = later.after('record-enforcement', 'F1', { result: 'rejected', concludedOn: '2027-01-05' })
    expect(refused.known('apply-enforcement', 'G1')).toMatchObject({
      obligors: ['o1', 'o2'],
      amount: '200.00',
    })
  })

  test('what is late is demanded of whom it is asked, by kind', () => {
    const late = caseWithActions('example-case', '2026-12-10', due)
    expect(late.known('demand-performance', 'G1')).toMatchObject({
      obligors: ['o1'],
      debts: ['money', 'work'],
    })
  })
})

describe('民事诉讼法: payment orders, one for each debt, as often as debts fall due', () => {
  const unconfirmed = both(
    agreed({
      shares: separate,
      compensation: inParts('250.00'),
      payments: [...ownPayments, { id: 'P3', obligor: 'o1', dueOn: '2027-02-26', amount: '50.00' }],
      restoration,
    }),
    (documents) => {
      delete documents.court
    },
  )

  test('an order against one leaves the other, and the next instalment', () => {
    const first = caseWithActions('example-case', '2026-12-02', unconfirmed).after(
      'apply-payment-order',
      'G1',
      {
        court: '某区人民法院',
      },
    )
    expect(first.view.facts.court.paymentOrders[0]).toMatchObject({ obligors: ['o1'], amount: '100.00' })
    expect(first.blocked('apply-payment-order', 'G1')).toEqual(['第二十四条'])
    const orders = first.view.facts.documents.court
    const withOrder = both(unconfirmed, (documents) => {
      if (orders) documents.court = structuredClone(orders)
    })
    expect(
      caseWithActions('example-case', '2027-01-06', withOrder).known('apply-payment-order', 'G1'),
    ).toMatchObject({
      id: 'Z2',
      obligors: ['o2'],
      amount: '100.00',
    })
    expect(
      caseWithActions('example-case', '2027-03-02', withOrder).known('apply-payment-order', 'G1'),
    ).toMatchObject({
      obligors: ['o2', 'o1'],
      amount: '150.00',
    })
  })

  test('nobody is sued for what another owes', () => {
    const late = caseWithActions('example-case', '2026-12-02', unconfirmed)
    expect(late.blocked('sue', 'o1')).toEqual([])
    expect(late.blocked('sue', 'o2')).toEqual(['第二十四条'])
  })
})

describe('第二十五条: work of several shares, sites and phases', () => {
  test('is started share by share; the stage of each is his own', () => {
    const both2 = caseWithActions(
      'example-case',
      '2026-12-02',
      agreed({ shares: separate, payments: [], restoration }),
    )
    expect(both2.subjects('start-restoration')).toEqual(['G1'])
    expect(both2.known('start-restoration', 'G1')).toMatchObject({ id: 'R1', obligors: ['o1', 'o2'] })
    expect(both2.known('start-restoration', 'G1/o1')).toMatchObject({
      id: 'R1',
      agreement: 'G1',
      obligors: ['o1'],
    })
    const one = both2.after('start-restoration', 'G1/o1')
    expect(one.subjects('start-restoration')).toEqual(['G1'])
    expect(one.known('start-restoration', 'G1')).toMatchObject({ id: 'R2', obligors: ['o2'] })
    const complete = one.after('complete-restoration', 'R1')
    expect(Object.fromEntries(complete.view.stage.obligors)).toEqual({ o1: 'evaluation', o2: 'performance' })
    const two = one.after('start-restoration', 'G1/o2')
    expect(two.subjects('start-restoration')).toEqual([])
  })

  test('set by set and phase by phase, each with the mode that it asks for', () => {
    const sets = [
      {
        id: 'W1',
        mode: 'in-situ' as const,
        phases: [
          { id: '1', completeBy: '2027-01-31' },
          { id: '2', completeBy: '2027-04-30' },
        ],
      },
      { id: 'W2', obligors: ['o2'], completeBy: '2027-06-30' },
    ]
    const several = caseWithActions('example-case', '2026-12-02', agreed({ payments: [], restoration: sets }))
    expect(several.subjects('start-restoration')).toEqual(['G1/W1/1', 'G1/W1/2', 'G1/W2'])
    expect(several.known('start-restoration', 'G1/W1/1')).toMatchObject({
      terms: 'W1',
      phase: '1',
      mode: 'in-situ',
    })
    expect(several.refused('start-restoration', 'G1/W1/2', { mode: 'labor' })).toEqual(['第二十六条'])
    // W2 leaves the mode open.
    const labor = several.after('start-restoration', 'G1/W2', { mode: 'labor' })
    expect(labor.subjects('start-restoration')).toEqual(['G1/W1/1', 'G1/W1/2'])
    expect(statuses(labor.view, 'restoration-complete')).toEqual({
      'G1/W1/1': 'open',
      'G1/W1/2': 'open',
      R1: 'open',
    })
  })

  test('a share that is paid whole owes no work', () => {
    const paysAll = agreed({
      shares: separate,
      payments: [{ id: 'P2', obligor: 'o2', dueOn: '2026-12-31', amount: '98200.00' }],
      restoration,
    })
    const { view } = caseWithActions('example-case', '2026-12-02', paysAll)
    expect(Object.keys(statuses(view, 'enforcement-apply'))).toEqual(['G1/o1/work', 'G1/o2/money'])
  })
})

describe('第二十一条: work that was agreed has terms, and is owed in any case', () => {
  const today = '2026-09-28'
  const item = {
    signedOn: today,
    compensation: { items: [{ head: 'clean-up-restoration', amount: '100.00', by: 'work' }] },
  }
  const signing = caseWithActions('example-case', today, upTo.consultation)
  const asked = (more: Record<string, unknown>) =>
    signing.refused('sign', '1', { ...item, ...more }).includes('第二十一条')

  test('signing asks for them, unless the agreement says why there are none', () => {
    expect(asked({})).toBe(true)
    expect(asked({ restoration: { completeBy: '2027-04-30' } })).toBe(false)
    expect(asked({ restoration: [] })).toBe(true)
    expect(asked({ substitutes: [{ mode: 'labor', days: 30 }] })).toBe(false)
    expect(asked({ clauses: { restorationSchedule: { notApplicable: '随施工进度另定。' } } })).toBe(false)
    const paid = { compensation: { items: [{ ...item.compensation.items[0], by: 'payment' }] } }
    expect(asked({ ...paid, payments: ownPayments.slice(0, 1) })).toBe(false)
  })

  test('a case is not closed as performed while work or money is owed', () => {
    const owing = caseWithActions('example-case', '2027-01-06', (documents) => {
      agreed({ compensation: inParts('200.00'), payments: ownPayments })(documents)
      const [agreement] = documents.agreements?.agreements ?? []
      delete agreement?.restoration
      documents.payments = {
        payments: ['P1', 'P2'].map((id) => ({ id, agreement: 'G1', amount: '100.00', paidOn: '2026-11-30' })),
      }
    })
    const closing = { openDuties: ['修复'], summary: '另行处理' }
    expect(owing.refused('close', null, { ...closing, result: 'performed' })).toContain('第二十五条')
    expect(owing.refused('close', null, { ...closing, result: 'other' })).toEqual([])
    expect(owing.subjects('start-restoration')).toEqual(['G1'])
  })
})

describe('民法典第一百九十五条: interruptions are recorded as long as a period runs', () => {
  test('of a debt as well as of the claim', () => {
    const running = agreed({
      shares: separate,
      compensation: inParts('200.00'),
      payments: ownPayments,
      restoration,
    })
    expect(caseWithActions('example-case', '2026-12-10', running).subjects('interrupt-limitation')).toEqual([
      'o1',
    ])
    expect(caseWithActions('example-case', '2027-01-06', running).subjects('interrupt-limitation')).toEqual([
      'o1',
      'o2',
    ])
  })
})
