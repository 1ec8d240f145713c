import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/core/facts/documents.ts'
import type { Owed } from '../../src/core/facts/pursuit.ts'
import {
  type Breach,
  breachOf,
  isBreached,
  isInBreach,
  isOnlyUndated,
  kindsInBreach,
  moneyOwed,
  type NonPerformance,
  obligorsInBreach,
  ofObligor,
  withoutPursued,
} from '../../src/core/stages/breach.ts'
import { claimedOf, ordersFor } from '../../src/core/stages/claimed.ts'
import { type Given, step, upToAgreement } from '../support/step.ts'

const unpaid = (more: Partial<NonPerformance> = {}): NonPerformance => ({
  what: '款项 P1 未支付',
  obligors: ['o1'],
  liable: ['o1', 'o2'],
  kind: 'money',
  dueOn: '2025-08-20',
  owed: 10000n,
  instalment: 'P1',
  ...more,
})
const work = unpaid({ what: '未完成修复', obligors: ['o2'], liable: ['o2'], kind: 'work', owed: 0n })
const breach = (more: Partial<Breach> = {}): Breach => ({
  reference: 'G1',
  failures: [],
  undated: [],
  ...more,
})
const undated = { obligor: 'o2', kind: 'work' as const }

describe('what is demanded of several obligors', () => {
  const { facts } = step('pay', upToAgreement).view
  const toldOf = (...failures: NonPerformance[]) =>
    claimedOf(facts, breach({ failures }), undefined, undefined).told ?? ''

  it('says of each failure whose it is, where one of them is not that of all', () => {
    const ofBoth = unpaid({ what: '未启动修复', obligors: ['o1', 'o2'], kind: 'work' })
    expect(toldOf(unpaid(), ofBoth)).toMatch(
      /^某造纸有限公司：款项 P1 未支付；某造纸有限公司、.+：未启动修复$/,
    )
    expect(toldOf(ofBoth)).toBe('未启动修复')
  })

  it('names each once, and in a demand on a line of his own', () => {
    const failures = [
      unpaid({ toDo: '支付100.00元' }),
      unpaid({ toDo: '支付60.00元', obligors: ['o2'] }),
      unpaid({ toDo: '完成修复', kind: 'work', owed: 0n }),
    ]
    expect(claimedOf(facts, breach({ failures }), undefined, undefined).toDo).toMatch(
      /^某造纸有限公司：支付100\.00元；完成修复；\n[^\n：]+：支付60\.00元。$/,
    )
  })

  it('asks a court for the sum of each, and for the work', () => {
    const failures = [
      unpaid({ owed: 10000n }),
      unpaid({ owed: 6000n }),
      unpaid({ toDo: '完成修复', obligors: ['o1', 'o2'], kind: 'work', owed: 0n }),
    ]
    const both = ordersFor(facts, breach({ failures }), undefined, ['o1', 'o2'])
    expect(both).toEqual({
      orders: [
        expect.stringMatching(/^被告某造纸有限公司支付到期未付的款项160\.00元，被告[^，]+承担连带清偿责任$/u),
        '被告完成修复',
      ],
      owed: 16000n,
    })
    expect(ordersFor(facts, breach({ failures }), ['money'], ['o1']).orders).toEqual([
      '被告支付到期未付的款项160.00元',
    ])
  })
})

describe('民法典第一百七十八条: an order to pay what several owe jointly', () => {
  const { facts } = step('pay', upToAgreement).view
  const [agreement] = facts.agreements
  const withShares = (shares: NonNullable<Agreement['shares']>) => ({
    ...facts,
    agreements: agreement ? [{ ...agreement, id: 'G1', shares }] : [],
  })
  const both = unpaid({ obligors: ['o1', 'o2'] })
  const orders = (among: typeof facts, failure: NonPerformance) =>
    ordersFor(among, breach({ failures: [failure] }), undefined, ['o1', 'o2']).orders

  it('binds all of them, where the agreement says so', () => {
    expect(orders(withShares([{ obligors: ['o1', 'o2'], amount: '100.00', joint: true }]), both)).toEqual([
      '被告支付到期未付的款项100.00元，相互承担连带清偿责任',
    ])
  })

  it('binds none but the payer, where nobody answers with him', () => {
    const shares = [
      { obligors: ['o1'], amount: '50.00' },
      { obligors: ['o2'], amount: '50.00' },
    ]
    expect(orders(withShares(shares), both)).toEqual(['被告支付到期未付的款项100.00元'])
    expect(orders(facts, unpaid({ liable: ['o1'] }))).toEqual([
      '被告某造纸有限公司支付到期未付的款项100.00元',
    ])
  })
})

describe('a breach', () => {
  it('is a failure on record, or a duty without a day', () => {
    expect(isBreached(breach())).toBe(false)
    expect(isBreached(breach({ failures: [unpaid()] }))).toBe(true)
    expect(isBreached(breach({ undated: [undated] }))).toBe(true)
  })

  it('is known to the officer alone, where no failure is on record', () => {
    expect(isOnlyUndated(undefined)).toBe(false)
    expect(isOnlyUndated(breach())).toBe(false)
    expect(isOnlyUndated(breach({ undated: [undated] }))).toBe(true)
    expect(isOnlyUndated(breach({ failures: [unpaid()], undated: [undated] }))).toBe(false)
    expect(isOnlyUndated(breach({ failures: [unpaid()] }))).toBe(false)
  })

  it('is of whoever is liable, and of whose duty has no day', () => {
    expect(isInBreach(breach({ failures: [unpaid()] }), 'o2')).toBe(true)
    expect(isInBreach(breach({ failures: [work] }), 'o1')).toBe(false)
    expect(isInBreach(breach({ undated: [undated] }), 'o2')).toBe(true)
    expect(isInBreach(breach({ undated: [undated] }), 'o1')).toBe(false)
  })

  it('of one obligor is what he can be held to', () => {
    const whole = breach({ failures: [unpaid(), work], undated: [undated] })
    expect(ofObligor(whole, 'o1')).toEqual(breach({ failures: [unpaid()] }))
    expect(ofObligor(whole, 'o2')).toEqual(whole)
  })

  it('names each obligor and each kind once', () => {
    const whole = breach({ failures: [unpaid(), unpaid({ instalment: 'P2' }), work], undated: [undated] })
    expect(obligorsInBreach(whole)).toEqual(['o1', 'o2'])
    expect(obligorsInBreach(breach({ undated: [undated] }))).toEqual(['o2'])
    expect(kindsInBreach(breach({ failures: [work, unpaid()] }))).toEqual(['money', 'work'])
    expect(kindsInBreach(breach({ undated: [undated] }))).toEqual(['work'])
    expect(moneyOwed(whole)).toBe(20000n)
  })
})

describe('a breach without what is pursued already', () => {
  const only = (pursued: (owed: Owed) => boolean, whole: Breach) => withoutPursued(whole, pursued)

  it('asks of each obligor, with what was due, and of which instalment', () => {
    const asked: Owed[] = []
    const whole = breach({ failures: [unpaid({ liable: ['o1'] })], undated: [undated] })
    only((owed) => asked.push(owed) < 0, whole)
    const reference = 'G1'
    expect(asked).toContainEqual({
      reference,
      obligor: 'o1',
      kind: 'money',
      dueOn: '2025-08-20',
      instalment: 'P1',
    })
    expect(asked).toContainEqual({ reference, ...undated, dueOn: undefined })
  })

  it('leaves those who are not pursued; of who is to pay, those who are liable with him', () => {
    const whole = breach({ failures: [unpaid()], undated: [undated] })
    expect(only(() => false, whole)).toEqual(whole)
    expect(only(() => true, whole)).toEqual(breach())
    expect(only(({ obligor }) => obligor === 'o1', whole)).toEqual(
      breach({ failures: [unpaid({ obligors: ['o2'], liable: ['o2'] })], undated: [undated] }),
    )
    expect(only(({ obligor }) => obligor === 'o2', whole)).toEqual(
      breach({ failures: [unpaid({ liable: ['o1'] })] }),
    )
  })

  it('keeps what names nobody', () => {
    const nobody = breach({ failures: [unpaid({ obligors: [], liable: [] })] })
    expect(only(() => true, nobody)).toEqual(nobody)
  })
})

describe('what is owed without a day', () => {
  const agreed = (more: Partial<Agreement> = {}, given: Given = {}) =>
    breachOf(
      step(
        'sue',
        {
          ...upToAgreement,
          agreements: { agreements: [{ id: 'G1', obligors: ['o1', 'o2'], signedOn: '2025-07-24', ...more }] },
          ...given,
        },
        '2026-11-24',
      ).view,
      'G1',
    )?.undated

  it('is of each obligor, of each kind', () => {
    const restoration = { mode: 'in-situ' as const }
    expect(agreed({ restoration })).toEqual([
      { obligor: 'o1', kind: 'work' },
      { obligor: 'o2', kind: 'work' },
    ])
    expect(agreed()).toEqual([
      { obligor: 'o1', kind: 'money' },
      { obligor: 'o2', kind: 'money' },
    ])
  })

  it('is nothing of one let go, and nothing of what was done', () => {
    const restoration = { mode: 'in-situ' as const }
    const terminations = [{ obligors: ['o1'], ground: 'no-assets', decidedOn: '2026-06-01' }]
    expect(agreed({ restoration }, { closing: { terminations } })).toEqual([{ obligor: 'o2', kind: 'work' }])
    const evaluations = [{ round: 1, acceptedOn: '2026-05-20', passed: true }]
    const projects = [
      { id: 'R1', agreement: 'G1', mode: 'in-situ' as const, completedOn: '2026-05-01', evaluations },
    ]
    expect(agreed({ restoration }, { restoration: { projects } })).toEqual([])
  })

  it('is no substitute, and no work that began without terms', () => {
    expect(agreed({ substitutes: [{ mode: 'labor' }] })).toEqual([])
    const projects = [{ id: 'R1', agreement: 'G1', mode: 'in-situ' as const, startedOn: '2025-09-01' }]
    expect(agreed({ payments: [] }, { restoration: { projects } })).toEqual([])
    expect(agreed({ restoration: { mode: 'in-situ', completeBy: '2027-01-01' } })).toEqual([])
  })
})

describe('what was due and not done', () => {
  const payment = { id: 'P1', dueOn: '2025-08-20', amount: '100.00' }
  const agreement = (more: Partial<Agreement> = {}): Agreement => ({
    id: 'G1',
    round: 1,
    obligors: ['o1'],
    signedOn: '2025-07-24',
    ...more,
  })
  const failures = (given: Given, reference = 'G1', today = '2026-11-24') =>
    breachOf(step('sue', given, today).view, reference)?.failures.map(({ what, obligors }) => [
      what,
      obligors,
    ])
  const agreed = (...agreements: Agreement[]): Given => ({ ...upToAgreement, agreements: { agreements } })
  const late = ['应于2025年12月31日前完成修复，至今没有履行']
  const restoration = { mode: 'in-situ' as const, completeBy: '2025-12-31' }
  const begun = (id: string, under: string) => ({ id, agreement: under, startedOn: '2025-09-01' })
  const letGo: Given = {
    closing: { terminations: [{ obligors: ['o1'], ground: 'no-assets', decidedOn: '2026-06-01' }] },
  }

  it('is work under this agreement alone, with its last day', () => {
    const two = {
      ...agreed(agreement({ restoration }), agreement({ id: 'G2', obligors: ['o2'], restoration })),
      restoration: { projects: [begun('R1', 'G1'), begun('R2', 'G2')] },
    }
    expect(failures(two)).toEqual([[...late, ['o1']]])
    expect(failures(two, 'G2')).toEqual([[...late, ['o2']]])
    const [found] = breachOf(step('sue', two).view, 'G1')?.failures ?? []
    expect(found).toMatchObject({ kind: 'work', dueOn: '2025-12-31', owed: 0n, liable: ['o1'] })
  })

  it('is work of those who were not let go', () => {
    const both = agreed(agreement({ obligors: ['o1', 'o2'], restoration }))
    const one = { ...both, restoration: { projects: [begun('R1', 'G1')] }, ...letGo }
    expect(failures(one)).toEqual([[...late, ['o2']]])
  })

  it('is no payment that is merely late by the day', () => {
    const owing = agreed(agreement({ payments: [payment] }))
    expect(failures(owing, 'G1', '2025-08-20')).toEqual([])
    expect(failures(owing, 'G1', '2025-08-21')).toHaveLength(1)
  })

  it('is owed by whom the instalment names, else by all', () => {
    const joint = { shares: [{ obligors: ['o1', 'o2'], amount: '100.00', joint: true }] }
    const both = (more: object): Given =>
      agreed(agreement({ obligors: ['o1', 'o2'], payments: [{ ...payment, ...more }], ...joint }))
    const payers = (given: Given) => failures(given)?.map(([, obligors]) => obligors)
    expect(payers(both({ obligor: 'o1' }))).toEqual([['o1']])
    expect(payers(both({}))).toEqual([['o1', 'o2']])
    // Who is jointly liable pays for one who was let go.
    expect(payers({ ...both({ obligor: 'o1' }), ...letGo })).toEqual([['o2']])
  })

  it('under a confirmed agreement that was amended is money, as long as money is open under it', () => {
    const confirmations = [{ agreement: 'G1', ruledOn: '2025-09-20', result: 'confirmed' as const }]
    const amending = (more: Partial<Agreement>) =>
      agreement({ id: 'G2', amends: 'G1', signedOn: '2025-12-01', payments: [payment], ...more })
    const changed = (more: Partial<Agreement>, paid: string): Given => ({
      ...agreed(agreement({ payments: [payment] }), amending(more)),
      court: { confirmations },
      payments: {
        payments: [
          { id: 'P1', agreement: 'G2', amount: paid, paidOn: '2026-01-05', destination: 'treasury' },
        ],
      },
    })
    const lower = { payments: [{ ...payment, amount: '40.00' }] }
    expect(failures(changed({}, '1.00'))).toHaveLength(1)
    expect(failures(changed(lower, '40.00'))).toEqual([])
    expect(failures(changed(lower, '39.00'))).toHaveLength(1)
    expect(failures(changed(lower, '39.00'), 'G2')).toHaveLength(1)
  })

  it('under a payment order is what its debtors have not paid', () => {
    const order = {
      id: 'Z1',
      agreement: 'G1',
      amount: '200.00',
      appliedOn: '2025-09-01',
      effectiveOn: '2025-10-01',
    }
    const payments = ['o1', 'o2'].map((obligor) => ({ ...payment, id: `P${obligor}`, obligor }))
    const ordered = (more: object, ...paid: string[]): Given => ({
      ...agreed(agreement({ obligors: ['o1', 'o2'], payments })),
      court: { paymentOrders: [{ ...order, obligors: ['o1', 'o2'], ...more }] },
      payments: {
        payments: paid.map((id) => ({
          id,
          agreement: 'G1',
          amount: '100.00',
          paidOn: '2025-11-03',
          destination: 'treasury' as const,
        })),
      },
    })
    const owing = '支付令确定的200.00元未支付'
    expect(failures(ordered({}), 'Z1')).toEqual([[owing, ['o1', 'o2']]])
    expect(failures(ordered({}, 'Po1'), 'Z1')).toEqual([[owing, ['o2']]])
    expect(failures(ordered({}, 'Po1', 'Po2'), 'Z1')).toEqual([])
    expect(failures(ordered({ result: 'lapsed' }), 'Z1')).toEqual([])
    expect(failures(ordered({ obligors: [] }), 'Z1')).toEqual([[owing, []]])
  })
})

describe('money that no instalment holds', () => {
  it('is owed without a day, also once the instalments are paid', () => {
    const items = [{ head: 'service-loss', amount: '100.00', by: 'payment' as const }]
    const payments = [{ id: 'P1', dueOn: '2027-08-20', amount: '40.00' }]
    const agreements = [
      {
        id: 'G1',
        obligors: ['o1'],
        signedOn: '2025-07-24',
        compensation: { items, total: '100.00' },
        payments,
      },
    ]
    const { view } = step('sue', { ...upToAgreement, agreements: { agreements } })
    expect(breachOf(view, 'G1')).toEqual(breach({ undated: [{ obligor: 'o1', kind: 'money' }] }))
  })
})
