import { describe, expect, test } from 'vitest'
import { type Debt, debtsOf } from '../../src/core/facts/debts.ts'
import type { Agreement, Enforcement, PaymentOrder } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import {
  applicationDays,
  claimedOn,
  effectiveOrder,
  enforceableSince,
  enforcedOn,
  hasOrder,
  interruptionsOfDebt,
  isBeingEnforced,
  isOngoing,
  jointInterruptions,
  recoveriesFor,
} from '../../src/core/facts/pursuit.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const first = { id: 'P1', obligor: 'o1', dueOn: '2026-09-01', amount: '100.00' }
const second = { id: 'P2', obligor: 'o2', dueOn: '2026-10-01', amount: '50.00' }
const agreement: Agreement = {
  id: 'G1',
  obligors: ['o1', 'o2'],
  signedOn: '2026-05-20',
  compensation: { items: [{ head: 'service-loss', amount: '150.00', by: 'payment', basis: '鉴定意见' }] },
  shares: [
    { obligors: ['o1'], amount: '100.00' },
    { obligors: ['o2'], amount: '50.00' },
  ],
  payments: [first, second],
}
const confirmation = { agreement: 'G1', appliedOn: '2026-06-01', ruledOn: '2026-06-20', result: 'confirmed' }
const application: Enforcement = {
  id: 'F1',
  instrument: 'confirmation',
  reference: 'G1',
  appliedOn: '2026-11-02',
}
const order: PaymentOrder = {
  id: 'Z1',
  agreement: 'G1',
  court: '南宁市青秀区人民法院',
  appliedOn: '2026-09-15',
  effectiveOn: '2026-10-20',
}

function factsWith(court: Values, more: Values = {}, terms: Partial<Agreement> = {}): Facts {
  const facts = { agreements: { agreements: [{ ...agreement, ...terms }] }, court, ...more }
  return factsOf(documentsFor({ base: 'minimal', facts }))
}

function debt(facts: Facts, obligor = 'o1', reference = 'G1', kind = 'money'): Debt {
  const found = debtsOf(facts, reference).find((each) => each.obligor === obligor && each.kind === kind)
  if (!found) throw new Error(`${obligor} owes no ${kind} under ${reference}`)
  return found
}

const enforcing = (more: Partial<Enforcement> = {}, others: Values = {}) =>
  factsWith({ confirmations: [confirmation], enforcements: [{ ...application, ...more }], ...others })

describe('第二十四条: a debt can be enforced', () => {
  test('since the confirmation of the agreement, the effect of the judgment or of the payment order', () => {
    const suits = [
      {
        id: 'S1',
        obligors: ['o1'],
        filedOn: '2026-03-02',
        judgedOn: '2026-06-01',
        effectiveOn: '2026-06-21',
        result: 'won',
      },
    ]
    const facts = factsWith({ confirmations: [confirmation], suits, paymentOrders: [order] })
    expect(enforceableSince(facts, debt(facts))).toBe('2026-06-20')
    expect(enforceableSince(facts, debt(facts, 'o1', 'S1'))).toBe('2026-06-21')
    expect(enforceableSince(facts, debt(facts, 'o1', 'Z1'))).toBe('2026-10-20')
    expect(enforceableSince(factsWith({}), debt(factsWith({})))).toBeUndefined()
  })
})

describe('given an application for enforcement', () => {
  const money = { reference: 'G1', obligor: 'o1', kind: 'money' } as const

  test.each<[string, Partial<Enforcement>, boolean]>([
    ['of the title, against all', {}, true],
    ['against nobody in particular', { obligors: [] }, true],
    ['against the obligor', { obligors: ['o2', 'o1'] }, true],
    ['against another', { obligors: ['o2'] }, false],
    ['of the money', { debts: ['money'] }, true],
    ['of the work alone', { debts: ['work'] }, false],
    ['of any debt', { debts: [] }, true],
    ['of another title', { reference: 'G2' }, false],
    ['suspended', { result: 'suspended' }, true],
    ['that enforced it', { result: 'performed' }, true],
    ['that ended without assets', { result: 'ended' }, false],
    ['that the court refused', { result: 'refused' }, false],
    ['that the court rejected', { result: 'rejected' }, false],
    ['that was withdrawn', { result: 'withdrawn' }, false],
  ])('one %s: it is being enforced: %s', (_, more, expected) => {
    expect(isBeingEnforced(enforcing(more), money)).toBe(expected)
  })

  test('it is about what was to be performed by its day, that day included', () => {
    const by = (dueOn: string) => isBeingEnforced(enforcing(), { ...money, dueOn })
    expect([by('2026-11-01'), by('2026-11-02'), by('2026-11-03')]).toEqual([true, true, false])
    const { appliedOn: _, ...undated } = application
    const facts = factsWith({ confirmations: [confirmation], enforcements: [undated] })
    expect(isBeingEnforced(facts, { ...money, dueOn: '2099-01-01' })).toBe(true)
  })

  test('it is before the court while no result is on record, or it is suspended', () => {
    expect(isOngoing(application)).toBe(true)
    expect(isOngoing({ ...application, result: 'ongoing' })).toBe(true)
    expect(isOngoing({ ...application, result: 'suspended' })).toBe(true)
    expect(isOngoing({ ...application, result: 'performed' })).toBe(false)
  })

  test.each<[Partial<Enforcement>, number]>([
    [{ result: 'performed' }, 1],
    [{ recovered: '0.01' }, 1],
    [{ recovered: '0.00' }, 0],
    [{}, 0],
    [{ recovered: '5.00', obligors: ['o2'] }, 0],
    [{ recovered: '5.00', result: 'ended' }, 1],
  ])('the court recovered money by %o: %i', (more, expected) => {
    expect(recoveriesFor(enforcing(more), money)).toHaveLength(expected)
    expect(recoveriesFor(enforcing(more), { ...money, dueOn: '2026-11-03' })).toEqual([])
  })

  test('its day is known though it reaches only a part', () => {
    const facts = enforcing({ appliedOn: '2026-08-01' })
    expect(applicationDays(facts, debt(facts))).toEqual(['2026-08-01'])
    expect(applicationDays(facts, debt(facts, 'o2'))).toEqual(['2026-08-01'])
    const refused = enforcing({ result: 'refused' })
    expect(applicationDays(refused, debt(refused))).toEqual([])
  })
})

describe('an application reaches the whole of a debt', () => {
  const reached = (more: Partial<Enforcement>, others: Values = {}, obligor = 'o1') => {
    const facts = factsWith(
      { confirmations: [confirmation], enforcements: [{ ...application, ...more }] },
      others,
    )
    return enforcedOn(facts, debt(facts, obligor))
  }

  test('once its last day has come', () => {
    expect(reached({ appliedOn: '2026-09-01' })).toBe('2026-09-01')
    expect(reached({ appliedOn: '2026-08-31' })).toBeUndefined()
  })

  test('before, where it asks for all that those whom it names have left to pay', () => {
    const early = { appliedOn: '2026-08-01' }
    expect(reached({ ...early, obligors: ['o1'], amount: '100.00' })).toBe('2026-08-01')
    expect(reached({ ...early, obligors: ['o1'], amount: '99.99' })).toBeUndefined()
    expect(reached({ ...early, amount: '150.00' })).toBe('2026-08-01')
    expect(reached({ ...early, obligors: [], amount: '149.99' })).toBeUndefined()
  })

  test('less what was paid by then, not what was paid later', () => {
    const early = { appliedOn: '2026-08-01', obligors: ['o1'], amount: '60.00' }
    const paying = (paidOn: string, amount: string) => ({
      payments: { payments: [{ id: 'P1', agreement: 'G1', paidOn, amount }] },
    })
    expect(reached(early, paying('2026-08-01', '40.00'))).toBe('2026-08-01')
    expect(reached(early, paying('2026-08-02', '40.00'))).toBeUndefined()
    expect(reached({ ...early, amount: '0.00' }, paying('2026-08-01', '100.00'))).toBeUndefined()
  })

  test('of work not due yet, only where it names work of which nothing is due', () => {
    const restoration = { mode: 'in-situ', completeBy: '2027-01-31' } as const
    const compensation = {
      items: [{ head: 'clean-up-restoration', amount: '10.00', by: 'work', basis: '鉴定意见' }],
    } as const
    const work = (more: Partial<Enforcement>) => {
      const court = { confirmations: [confirmation], enforcements: [{ ...application, ...more }] }
      const facts = factsWith(
        court,
        {},
        { restoration, compensation: { items: [...compensation.items] }, shares: [], payments: [] },
      )
      return enforcedOn(facts, debt(facts, 'o1', 'G1', 'work'))
    }
    expect(work({ appliedOn: '2027-01-31' })).toBe('2027-01-31')
    expect(work({})).toBeUndefined()
    expect(work({ debts: ['work'] })).toBe('2026-11-02')
    expect(work({ debts: ['money', 'work'] })).toBe('2026-11-02')
  })
})

describe('given a payment order', () => {
  const ordered = (more: Partial<PaymentOrder> = {}) => factsWith({ paymentOrders: [{ ...order, ...more }] })
  const owed = { reference: 'G1', obligor: 'o1', kind: 'money', dueOn: '2026-09-15' } as const

  test('it was applied for, for what was due by then, unless it was dismissed or lapsed', () => {
    expect(hasOrder(ordered(), owed)).toBe(true)
    expect(hasOrder(ordered(), { ...owed, dueOn: '2026-09-16' })).toBe(false)
    expect(hasOrder(ordered(), { reference: 'G1', obligor: 'o1' })).toBe(true)
    expect(hasOrder(ordered({ result: 'dismissed' }), owed)).toBe(false)
    expect(hasOrder(ordered({ result: 'lapsed' }), owed)).toBe(false)
    expect(hasOrder(ordered({ result: 'withdrawn' }), owed)).toBe(false)
    expect(hasOrder(ordered({ obligors: ['o2'] }), owed)).toBe(false)
    expect(hasOrder(ordered({ agreement: 'G2' }), owed)).toBe(false)
  })

  test('it is enforced once it is in effect, for money alone', () => {
    const { effectiveOn: _, ...pending } = order
    expect(effectiveOrder(ordered(), owed)?.id).toBe('Z1')
    expect(effectiveOrder(ordered({ result: 'effective' }), owed)?.id).toBe('Z1')
    expect(effectiveOrder(factsWith({ paymentOrders: [pending] }), owed)).toBeUndefined()
    expect(effectiveOrder(ordered(), { ...owed, kind: 'work' })).toBeUndefined()
  })

  test('it claims the whole of a debt in court where every instalment was due by then', () => {
    const on = (facts: Facts, obligor: string) => claimedOn(facts, debt(facts, obligor))
    expect(on(ordered(), 'o1')).toBe('2026-09-15')
    expect(on(ordered(), 'o2')).toBeUndefined()
    expect(on(ordered({ appliedOn: '2026-10-01' }), 'o2')).toBe('2026-10-01')
    expect(on(ordered({ result: 'dismissed' }), 'o1')).toBeUndefined()
    expect(on(ordered({ obligors: ['o2'] }), 'o1')).toBeUndefined()
  })
})

describe('what interrupts the period of one debt', () => {
  const interrupted = (court: Values, more: Values = {}, obligor = 'o1') => {
    const facts = factsWith(court, more)
    return interruptionsOfDebt(facts, debt(facts, obligor))
  }
  const demand = { reference: 'G1', obligors: ['o1'], on: '2026-07-01' }

  test.each<[string, Values, string[]]>([
    ['a demand on the obligor', { demands: [demand] }, ['2026-07-01']],
    ['a demand on another', { demands: [{ ...demand, obligors: ['o2'] }] }, []],
    ['a demand under another agreement', { demands: [{ ...demand, reference: 'G2' }] }, []],
    ['a demand for money', { demands: [{ ...demand, debts: ['money'] }] }, ['2026-07-01']],
    ['a demand for work', { demands: [{ ...demand, debts: ['work'] }] }, []],
    [
      'an interruption that names no agreement',
      { limitationInterruptions: [{ obligor: 'o1', on: '2026-07-02', by: '提出请求' }] },
      ['2026-07-02'],
    ],
    [
      'an interruption against another',
      { limitationInterruptions: [{ obligor: 'o2', on: '2026-07-02', by: '提出请求' }] },
      [],
    ],
    ['a payment order', { paymentOrders: [order] }, ['2026-09-15']],
    ['a payment order that lapsed', { paymentOrders: [{ ...order, result: 'lapsed' }] }, ['2026-09-15']],
    ['a payment order that was dismissed', { paymentOrders: [{ ...order, result: 'dismissed' }] }, []],
    ['a payment order that was taken back', { paymentOrders: [{ ...order, result: 'withdrawn' }] }, []],
    ['a payment order against another', { paymentOrders: [{ ...order, obligors: ['o2'] }] }, []],
  ])('%s', (_, court, days) => {
    expect(interrupted(court)).toEqual(days)
  })

  test('each day once, in order', () => {
    const court = { demands: [{ ...demand, on: '2026-09-15' }, demand], paymentOrders: [order] }
    expect(interrupted(court)).toEqual(['2026-07-01', '2026-09-15'])
  })

  test('a part payment of his own, not one of a third person', () => {
    const paying = (payer?: Values | string) => ({
      payments: {
        payments: [
          { id: 'P1', agreement: 'G1', paidOn: '2026-08-01', amount: '1.00', ...(payer && { payer }) },
        ],
      },
    })
    expect(interrupted({}, paying())).toEqual(['2026-08-01'])
    expect(interrupted({}, paying('o1'))).toEqual(['2026-08-01'])
    expect(interrupted({}, paying('o2'))).toEqual([])
    expect(interrupted({}, paying({ name: '某保险公司', relation: 'insurer', obligor: 'o1' }))).toEqual([])
    expect(
      interrupted({}, paying({ name: '某律师事务所', relation: 'administrator', obligor: 'o1' })),
    ).toEqual(['2026-08-01'])
  })

  test('of who owes it jointly too, not of one whose debt stands alone', () => {
    const joint = { shares: [{ obligors: ['o1', 'o2'], amount: '150.00', joint: true }] }
    const onOther = { demands: [{ ...demand, obligors: ['o2'] }], enforcements: [] }
    const common = factsWith(onOther, {}, joint)
    expect(jointInterruptions(common, debt(common))).toEqual(['2026-07-01'])
    const alone = factsWith(onOther)
    expect(jointInterruptions(alone, debt(alone))).toEqual([])
  })
})
