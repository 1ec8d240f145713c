import { describe, expect, test } from 'vitest'
import { type Debt, debtsOf } from '../../src/core/facts/debts.ts'
import type { Agreement, Enforcement, RestorationProject, Suit } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import {
  claimedOn,
  concernsDebt,
  enforcedOn,
  interruptionsOfDebt,
  isClaimed,
  jointInterruptions,
} from '../../src/core/facts/pursuit.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const item = (by: 'payment' | 'work', amount: string) => ({
  head: 'clean-up-restoration' as const,
  amount,
  by,
  basis: '鉴定意见',
})
const first = { id: 'P1', obligor: 'o1', dueOn: '2026-09-01', amount: '100.00' }
const second = { id: 'P2', obligor: 'o1', dueOn: '2026-12-01', amount: '50.00' }
/** One obligor pays 150 yuan in two instalments. */
const money: Agreement = {
  id: 'G1',
  obligors: ['o1'],
  signedOn: '2026-05-20',
  compensation: { items: [item('payment', '150.00')] },
  payments: [first, second],
}
/** One obligor restores in two phases. */
const work: Agreement = {
  id: 'G1',
  obligors: ['o1'],
  signedOn: '2026-05-20',
  compensation: { items: [item('work', '150.00')] },
  restoration: {
    phases: [
      { id: '1', completeBy: '2026-06-30' },
      { id: '2', completeBy: '2027-01-31' },
    ],
  },
}
const suit: Suit = { id: 'S1', agreement: 'G1', obligors: ['o1'], filedOn: '2026-10-08' }

function agreed(agreement: Agreement, court: Values = {}, more: Values = {}): Facts {
  const facts = { agreements: { agreements: [agreement] }, court, ...more }
  return factsOf(documentsFor({ base: 'minimal', facts }))
}

function debt(facts: Facts, kind: 'money' | 'work', obligor = 'o1', reference = 'G1'): Debt {
  const found = debtsOf(facts, reference).find((each) => each.obligor === obligor && each.kind === kind)
  if (!found) throw new Error(`${obligor} owes no ${kind} under ${reference}`)
  return found
}

describe('第二十四条: the day on which the whole of a debt was claimed', () => {
  const claimed = (agreement: Agreement, kind: 'money' | 'work', ...suits: Partial<Suit>[]) => {
    const facts = agreed(agreement, { suits: suits.map((each) => ({ ...suit, ...each })) })
    return claimedOn(facts, debt(facts, kind))
  }

  test('of money by a suit once every instalment was due, else by the last suit that it takes', () => {
    expect(claimed(money, 'money', { filedOn: '2026-11-30' })).toBeUndefined()
    expect(claimed(money, 'money', { filedOn: '2026-12-01' })).toBe('2026-12-01')
    expect(claimed(money, 'money', {}, { id: 'S2', filedOn: '2026-12-05' })).toBe('2026-12-05')
    expect(claimed(money, 'money', { instalments: ['P1', 'P2'] })).toBe('2026-10-08')
    expect(claimed(money, 'money')).toBeUndefined()
  })

  test('of work by a suit once every phase was due, or that names work of which nothing is due', () => {
    expect(claimed(work, 'work', {})).toBeUndefined()
    expect(claimed(work, 'work', { filedOn: '2027-01-31' })).toBe('2027-01-31')
    expect(claimed(work, 'work', { debts: ['work'] })).toBeUndefined()
    expect(claimed(work, 'work', { debts: ['work'], filedOn: '2026-06-29' })).toBe('2026-06-29')
    expect(claimed(work, 'work', { debts: ['money'], filedOn: '2027-01-31' })).toBeUndefined()
  })

  test('money that is in no instalment is claimed by any suit for money', () => {
    const { payments: _, ...unscheduled } = money
    expect(claimed(unscheduled, 'money', {})).toBe('2026-10-08')
    expect(claimed(unscheduled, 'money', { debts: ['work'] })).toBeUndefined()
    const half = { ...money, payments: [second] }
    expect(claimed(half, 'money', {})).toBeUndefined()
  })

  test('by a payment order that is in effect, for all instalments that were due', () => {
    const order = { id: 'Z1', agreement: 'G1', appliedOn: '2026-12-01', effectiveOn: '2027-01-10' }
    const { effectiveOn: _, ...pending } = order
    const ordered = (more: Values) => {
      const facts = agreed(money, { paymentOrders: [more] })
      return claimedOn(facts, debt(facts, 'money'))
    }
    expect(ordered(order)).toBe('2026-12-01')
    expect(ordered({ ...order, appliedOn: '2026-11-30' })).toBeUndefined()
    expect(ordered(pending)).toBeUndefined()
    const facts = agreed(work, { paymentOrders: [order] })
    expect(claimedOn(facts, debt(facts, 'work'))).toBeUndefined()
  })

  test('a debt of a judgment is claimed by no suit on an agreement', () => {
    const judged = {
      ...suit,
      id: 'S9',
      agreement: undefined,
      effectiveOn: '2026-11-01',
      result: 'won' as const,
    }
    const facts = agreed(money, { suits: [judged] })
    const owed = debt(facts, 'money', 'o1', 'S9')
    expect(claimedOn(facts, owed)).toBeUndefined()
    expect(concernsDebt(facts, suit, owed)).toBe(false)
  })
})

describe('第二十四条: what a suit is about', () => {
  test('any part of a debt under its agreement', () => {
    const facts = agreed(money)
    const owed = debt(facts, 'money')
    expect(concernsDebt(facts, suit, owed)).toBe(true)
    expect(concernsDebt(facts, { ...suit, filedOn: '2026-08-31' }, owed)).toBe(false)
    expect(concernsDebt(facts, { ...suit, agreement: 'G2' }, owed)).toBe(false)
    expect(concernsDebt(facts, { ...suit, debts: ['work'] }, owed)).toBe(false)
    const toDo = agreed(work)
    expect(concernsDebt(toDo, suit, debt(toDo, 'work'))).toBe(true)
    expect(concernsDebt(toDo, { ...suit, filedOn: '2026-06-29' }, debt(toDo, 'work'))).toBe(false)
  })

  test('a part that is owed is claimed by a suit that is pending or upheld', () => {
    const owed = { reference: 'G1', obligor: 'o1', kind: 'money' as const }
    const isSued = (instalment: string | undefined, more: Partial<Suit> = {}, obligor = 'o1') =>
      isClaimed(agreed(money, { suits: [{ ...suit, ...more }] }), { ...owed, obligor, instalment })
    expect(isSued('P1')).toBe(true)
    expect(isSued('P2')).toBe(false)
    expect(isSued(undefined)).toBe(true)
    expect(isSued('P1', {}, 'o2')).toBe(false)
    expect(isSued('P1', { result: 'withdrawn' })).toBe(false)
    expect(isClaimed(agreed(money, { suits: [suit] }), { ...owed, reference: 'G9' })).toBe(false)
    expect(isClaimed(agreed(money, { suits: [] }), { ...owed, instalment: 'P1' })).toBe(false)
    const { payments: _, ...unscheduled } = money
    expect(isClaimed(agreed(unscheduled, { suits: [suit] }), { ...owed, instalment: 'P1' })).toBe(true)
  })

  test('work by its last day', () => {
    const isSued = (dueOn: string, more: Partial<Suit> = {}) =>
      isClaimed(agreed(work, { suits: [{ ...suit, ...more }] }), {
        reference: 'G1',
        obligor: 'o1',
        kind: 'work',
        dueOn,
      })
    expect(isSued('2026-10-08')).toBe(true)
    expect(isSued('2026-10-09')).toBe(false)
    expect(isSued('2026-10-08', { debts: ['money'] })).toBe(false)
  })

  test('of several suits one is enough', () => {
    const facts = agreed(money, { suits: [{ ...suit, id: 'S0', agreement: 'G7' }, suit] })
    expect(isClaimed(facts, { reference: 'G1', obligor: 'o1', kind: 'money', instalment: 'P1' })).toBe(true)
  })
})

describe('an application for the enforcement of work', () => {
  const enforced = (more: Partial<Enforcement>) => {
    const application = { id: 'F1', instrument: 'confirmation', reference: 'G1', ...more }
    const facts = agreed(work, {
      confirmations: [
        { agreement: 'G1', appliedOn: '2026-06-01', ruledOn: '2026-06-10', result: 'confirmed' },
      ],
      enforcements: [application],
    })
    return enforcedOn(facts, debt(facts, 'work'))
  }

  test('reaches the whole where it names work of which no phase was due; the last day of one counts as due', () => {
    expect(enforced({ appliedOn: '2026-06-29', debts: ['work'] })).toBe('2026-06-29')
    expect(enforced({ appliedOn: '2026-06-30', debts: ['work'] })).toBeUndefined()
    expect(enforced({ appliedOn: '2026-06-29' })).toBeUndefined()
    expect(enforced({ appliedOn: '2027-01-31' })).toBe('2027-01-31')
  })
})

describe('民法典第一百九十五条: what interrupts the period of a debt', () => {
  const done = (projects: RestorationProject[], terms: Partial<Agreement> = {}) => {
    const facts = agreed({ ...work, ...terms }, {}, { restoration: { projects } })
    return interruptionsOfDebt(facts, debt(facts, 'work'))
  }
  const project: RestorationProject = {
    id: 'R1',
    agreement: 'G1',
    startedOn: '2026-07-01',
    completedOn: '2026-08-01',
  }

  test('work that he began, and that he completed', () => {
    expect(done([project])).toEqual(['2026-07-01', '2026-08-01'])
    const { completedOn: _, ...begun } = project
    expect(done([begun])).toEqual(['2026-07-01'])
    expect(done([{ id: 'R1', agreement: 'G1' }])).toEqual([])
  })

  test('not the work of another', () => {
    const both = { obligors: ['o1', 'o2'] }
    expect(done([{ ...project, obligors: ['o2'] }], both)).toEqual([])
    expect(done([{ ...project, obligors: ['o1'] }], both)).toEqual(['2026-07-01', '2026-08-01'])
    expect(done([{ ...project, obligors: [] }], both)).toEqual(['2026-07-01', '2026-08-01'])
  })

  test('a substitute of his that was accepted', () => {
    const labor = { mode: 'labor', amount: '5.00' }
    const substitutes = [
      { ...labor, acceptedOn: '2026-09-09' },
      { ...labor, mode: 'off-site' },
    ]
    expect(done([], { substitutes })).toEqual(['2026-09-09'])
  })

  test('a demand under any version of the agreement, or under the agreement of a payment order', () => {
    const demand = { obligors: ['o1'], on: '2026-09-15', reference: 'G1' }
    const amended = factsOf(
      documentsFor({
        base: 'minimal',
        facts: {
          agreements: { agreements: [money, { ...money, id: 'G2', amends: 'G1', signedOn: '2026-06-20' }] },
          court: { demands: [demand, { ...demand, reference: 'G9', on: '2026-09-16' }] },
        },
      }),
    )
    expect(interruptionsOfDebt(amended, debt(amended, 'money', 'o1', 'G2'))).toEqual(['2026-09-15'])
    const order = { id: 'Z1', agreement: 'G1', appliedOn: '2026-09-20', effectiveOn: '2026-10-20' }
    const demands = [demand, { ...demand, reference: 'Z1', on: '2026-11-01' }]
    const ordered = agreed(money, { paymentOrders: [order], demands })
    expect(interruptionsOfDebt(ordered, debt(ordered, 'money', 'o1', 'Z1'))).toEqual([
      '2026-09-15',
      '2026-09-20',
      '2026-11-01',
    ])
  })

  test('a payment order interrupts the period of money, not of work', () => {
    const both = { ...work, compensation: { items: [item('work', '1.00'), item('payment', '150.00')] } }
    const order = { id: 'Z1', agreement: 'G1', appliedOn: '2026-09-20' }
    const facts = agreed({ ...both, payments: [first, second] }, { paymentOrders: [order] })
    expect(interruptionsOfDebt(facts, debt(facts, 'money'))).toEqual(['2026-09-20'])
    expect(interruptionsOfDebt(facts, debt(facts, 'work'))).toEqual([])
  })
})

describe('诉讼时效规定第十五条: what interrupts the period of who owes it jointly', () => {
  const joint: Agreement = {
    ...money,
    obligors: ['o1', 'o2'],
    shares: [{ obligors: ['o1', 'o2'], amount: '150.00', joint: true }],
  }
  const jointly = (court: Values, agreement: Agreement = joint, kind: 'money' | 'work' = 'money') => {
    const facts = agreed(agreement, court)
    return jointInterruptions(facts, debt(facts, kind))
  }

  test('a suit against the other on that debt, on the day on which it was filed', () => {
    const onOther = { ...suit, obligors: ['o2'] }
    expect(jointly({ suits: [onOther] })).toEqual(['2026-10-08'])
    expect(jointly({ suits: [{ ...onOther, debts: ['work'] }] })).toEqual([])
    const { filedOn: _, ...unfiled } = onOther
    expect(jointly({ suits: [unfiled] })).toEqual([])
    expect(jointly({ suits: [suit] })).toEqual([])
  })

  test('not what concerns another kind of debt, nor his own demand', () => {
    const demand = { reference: 'G1', obligors: ['o2'], on: '2026-07-01' }
    expect(jointly({ demands: [demand, { ...demand, obligors: ['o1'], on: '2026-07-02' }] })).toEqual([
      '2026-07-01',
    ])
    expect(jointly({ demands: [{ ...demand, debts: ['work'] }] })).toEqual([])
  })

  test('for work, where both owe the same', () => {
    const demand = { reference: 'G1', obligors: ['o2'], on: '2026-07-01' }
    const common = { ...work, obligors: ['o1', 'o2'] }
    expect(jointly({ demands: [demand] }, common, 'work')).toEqual(['2026-07-01'])
    const shares = [
      { obligors: ['o1'], amount: '100.00' },
      { obligors: ['o2'], amount: '50.00' },
    ]
    expect(jointly({ demands: [demand] }, { ...common, shares }, 'work')).toEqual([])
  })

  test('each day once', () => {
    const obligors = ['o2', 'o3']
    const facts = factsOf(
      documentsFor({
        base: 'minimal',
        facts: {
          case: { obligors: ['o1', 'o2', 'o3'].map((id) => ({ id, name: id })) },
          agreements: {
            agreements: [
              {
                ...joint,
                obligors: ['o1', ...obligors],
                shares: [{ obligors: ['o1', ...obligors], joint: true }],
              },
            ],
          },
          court: { demands: [{ reference: 'G1', obligors, on: '2026-07-01' }] },
        },
      }),
    )
    expect(jointInterruptions(facts, debt(facts, 'money'))).toEqual(['2026-07-01'])
  })
})
