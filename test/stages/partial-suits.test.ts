import { describe, expect, test } from 'vitest'
import type { Agreement, Enforcement, Suit } from '../../src/core/facts/documents.ts'
import { caseWithActions } from '../support/actions.ts'

const items = [{ head: 'service-loss', amount: '100000.00', by: 'payment' as const }]
const payments = [
  { id: 'P1', obligor: 'o1', dueOn: '2026-06-30', amount: '50000.00' },
  { id: 'P2', obligor: 'o1', dueOn: '2026-09-30', amount: '50000.00' },
]
const agreement: Agreement = {
  id: 'G1',
  round: 1,
  obligors: ['o1'],
  signedOn: '2026-05-20',
  compensation: { items, total: '100000.00' },
  payments,
}

/** An agreement with o1 over two instalments, that no court confirmed, and the suits on it. */
function breached(today: string, suits: readonly Suit[] = [], terms: Partial<Agreement> = {}) {
  return caseWithActions('example-case', today, (documents) => {
    documents.agreements = { agreements: [{ ...agreement, ...terms }] }
    documents.court = { suits: [...suits] }
    delete documents.payments
    delete documents.restoration
    delete documents.closing
  })
}

const first: Suit = { id: 'S1', obligors: ['o1'], agreement: 'G1', filedOn: '2026-08-03' }
const decided = { judgedOn: '2026-09-01', effectiveOn: '2026-09-20', result: 'won' } as const

describe('第二十四条第一款: a suit on a part of an agreement', () => {
  test('is proposed over what was due, by kind and instalment', () => {
    expect(breached('2026-08-03').known('sue', 'o1')).toMatchObject({
      agreement: 'G1',
      debts: ['money'],
      instalments: ['P1'],
    })
  })

  test('pending or decided, leaves the rest to be claimed in its turn, once that is broken', () => {
    for (const suit of [first, { ...first, ...decided }]) {
      expect(breached('2026-09-30', [suit]).subjects('sue')).not.toContain('o1')
      const later = breached('2026-11-03', [suit])
      expect(later.subjects('sue')).toContain('o1')
      expect(later.blocked('sue', 'o1')).toEqual([])
      expect(later.known('sue', 'o1')).toMatchObject({ debts: ['money'], instalments: ['P2'] })
    }
  })

  test('over all of it leaves nothing to sue for', () => {
    const whole = { ...first, debts: ['money' as const], instalments: ['P1', 'P2'] }
    expect(breached('2026-11-03', [whole]).subjects('sue')).not.toContain('o1')
  })

  test('paid as adjudged is no performance of the agreement', () => {
    const view = breached('2026-11-03', [{ ...first, ...decided, payments: [] }])
    expect(view.refused('close', null, { result: 'performed', openDuties: ['x'], summary: 'x' })).toContain(
      '第二十五条',
    )
  })
})

describe('第二十四条: enforcement', () => {
  const confirmed = (enforcements: readonly Enforcement[], terms: Partial<Agreement> = {}) =>
    caseWithActions('example-case', '2026-11-03', (documents) => {
      documents.agreements = { agreements: [{ ...agreement, ...terms }] }
      documents.court = {
        confirmations: [
          { agreement: 'G1', appliedOn: '2026-05-22', ruledOn: '2026-06-26', result: 'confirmed' },
        ],
        enforcements: [...enforcements],
      }
      delete documents.payments
      delete documents.restoration
      delete documents.closing
    })
  const application: Enforcement = {
    id: 'F1',
    instrument: 'confirmation',
    reference: 'G1',
    obligors: ['o1'],
    amount: '100000.00',
    appliedOn: '2026-10-12',
  }

  test('that is suspended needs no second application; one that was refused does', () => {
    const offered = (result: Enforcement['result']) =>
      confirmed([{ ...application, ...(result && { result }) }]).subjects('apply-enforcement')
    expect(offered('suspended')).toEqual([])
    expect(offered('ongoing')).toEqual([])
    expect(offered('refused')).toEqual(['G1'])
  })

  test('is proposed against those alone who are in breach, each failure with its name', () => {
    const shares = ['o1', 'o2'].map((id) => ({ obligors: [id], amount: '50000.00', joint: false }))
    const [one, two] = payments
    const shared = (dueOn: string) =>
      confirmed([], {
        obligors: ['o1', 'o2'],
        shares,
        payments: [
          { ...one, id: 'P1', dueOn: '2026-06-30', amount: '50000.00' },
          { ...two, id: 'P2', obligor: 'o2', dueOn, amount: '50000.00' },
        ],
      }).known('apply-enforcement', 'G1')
    expect(shared('2027-06-30')).toMatchObject({ obligors: ['o1'], amount: '50000.00' })
    const both = shared('2026-09-30')
    expect(both).toMatchObject({ obligors: ['o1', 'o2'], amount: '100000.00' })
    expect(String(both.breach)).toMatch(/：应于.*；.*：应于/)
  })
})

describe('第二十一条: money that is agreed upon', () => {
  test('is signed with its schedule: the days on which it falls due', () => {
    const signing = (more: Partial<Agreement>) =>
      caseWithActions('example-case', '2026-05-20', (documents) => {
        for (const name of ['agreements', 'court', 'payments', 'restoration', 'closing'] as const)
          Reflect.deleteProperty(documents, name)
      }).refused('sign', '1', { ...agreement, obligors: [], ...more })
    const without = signing({ payments: [] }).filter((article) => article.includes('第二十一条'))
    const withSchedule = signing({}).filter((article) => article.includes('第二十一条'))
    expect(without.length).toBe(withSchedule.length + 1)
  })
})
