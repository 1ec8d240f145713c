import { describe, expect, test } from 'vitest'
import type { Agreement, Suit } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import {
  type AgreedPart,
  claims,
  isJudgedUnder,
  isScopeOpen,
  partsClaimedOn,
} from '../../src/core/facts/suit-scope.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const first = { id: 'P1', obligor: 'o1', dueOn: '2026-09-01', amount: '100.00' }
const second = { id: 'P2', obligor: 'o1', dueOn: '2026-12-01', amount: '50.00' }
const item = (by: 'payment' | 'work', amount: string) => ({
  head: 'service-loss',
  amount,
  by,
  basis: '鉴定意见',
})
const money: Agreement = {
  id: 'G1',
  obligors: ['o1', 'o2'],
  signedOn: '2026-05-20',
  compensation: { items: [item('payment', '150.00')] },
  payments: [first, second],
}
const work: Agreement = {
  ...money,
  compensation: { items: [item('work', '150.00')] },
  payments: [],
  restoration: { mode: 'in-situ', completeBy: '2027-01-31' },
}
const suit: Suit = { id: 'S1', agreement: 'G1', obligors: ['o1'], filedOn: '2026-10-08' }
const part = (payment: typeof first | undefined): AgreedPart => ({ kind: 'money', payment })
const works = (dueOn: string | undefined): AgreedPart => ({ kind: 'work', dueOn })

function factsWith(agreement: Agreement, suits: readonly Suit[] = [], more: Values = {}): Facts {
  return factsOf(
    documentsFor({
      base: 'minimal',
      facts: { agreements: { agreements: [agreement] }, court: { suits }, ...more },
    }),
  )
}

describe('第二十四条: given a suit on the breach of an agreement, it claims money', () => {
  const claimed = (more: Partial<Suit>, what = second, agreement = money, others: Values = {}) =>
    claims(factsWith(agreement, [], others), { ...suit, ...more }, agreement, part(what))

  test('that was due when it was filed, that day included; not under another agreement', () => {
    expect(claimed({}, first)).toBe(true)
    expect(claimed({})).toBe(false)
    expect(claimed({ filedOn: '2026-12-01' })).toBe(true)
    expect(claimed({ filedOn: '2026-11-30' })).toBe(false)
    expect(claimed({ agreement: 'G2' }, first)).toBe(false)
    const { filedOn: _, ...unfiled } = suit
    expect(claims(factsWith(money), unfiled, money, part(second))).toBe(true)
  })

  test('that it names, by instalment or by kind; no names are none', () => {
    expect(claimed({ instalments: ['P2'] })).toBe(true)
    expect(claimed({ instalments: ['P2'] }, first)).toBe(false)
    expect(claimed({ instalments: [], debts: [] }, first)).toBe(true)
    expect(claimed({ debts: ['work'] }, first)).toBe(false)
    expect(claimed({ debts: ['money'] }, first)).toBe(true)
  })

  test('without any day always', () => {
    expect(claims(factsWith(money), { ...suit, instalments: ['P1'] }, money, part(undefined))).toBe(true)
  })

  test('of all instalments, where it asks for as much as they come to', () => {
    expect(claimed({ claimAmount: '150.00' })).toBe(true)
    expect(claimed({ claimAmount: '149.99' })).toBe(false)
    const ofOther = { ...money, payments: [first, second, { ...second, id: 'P3', obligor: 'o2' }] }
    expect(claimed({ claimAmount: '150.00' }, second, ofOther)).toBe(true)
    const { obligor: _, ...unnamed } = { ...second, id: 'P3' }
    expect(claimed({ claimAmount: '150.00' }, second, { ...money, payments: [first, second, unnamed] })).toBe(
      false,
    )
  })

  test('less what was paid on them by then, for no other suit', () => {
    const paid = (more: Values) => ({
      payments: { payments: [{ id: 'P1', paidOn: '2026-10-08', amount: '100.00', ...more }] },
    })
    const rest = (more: Values) => claimed({ claimAmount: '50.00' }, second, money, paid(more))
    expect(rest({})).toBe(true)
    expect(rest({ id: 'Y1', creditedTo: 'P1' })).toBe(true)
    expect(rest({ paidOn: '2026-10-09' })).toBe(false)
    expect(rest({ id: 'P9' })).toBe(false)
    expect(rest({ suit: 'S1' })).toBe(false)
    expect(claimed({ claimAmount: '0.00' }, second, money, paid({ amount: '150.00' }))).toBe(false)
  })

  test('where work is agreed too, its amount tells of the money only if it is about money alone', () => {
    const mixed = { ...money, compensation: { items: [item('payment', '150.00'), item('work', '10.00')] } }
    expect(claimed({ claimAmount: '150.00' }, second, mixed)).toBe(false)
    expect(claimed({ claimAmount: '150.00', debts: ['money'] }, second, mixed)).toBe(true)
  })
})

describe('it claims work', () => {
  const claimed = (more: Partial<Suit>, dueOn: string | undefined = '2027-01-31', agreement = work) =>
    claims(factsWith(agreement), { ...suit, ...more }, agreement, works(dueOn))

  test('that was due when it was filed, or that it asks to be ordered', () => {
    expect(claimed({})).toBe(false)
    expect(claimed({ filedOn: '2027-01-31' })).toBe(true)
    expect(claimed({ restoration: { mode: 'in-situ' } })).toBe(true)
    expect(claimed({ instalments: ['P1'], filedOn: '2027-01-31' })).toBe(false)
    expect(claimed({ instalments: ['P1'], debts: ['money', 'work'], filedOn: '2027-01-31' })).toBe(true)
  })

  test('of which nothing is due, where it names work: it can only mean all', () => {
    expect(claimed({ debts: ['work'] })).toBe(true)
    const phases = [{ id: '1', completeBy: '2026-10-08' }, { id: '2' }]
    const phased: Agreement = { ...work, restoration: { mode: 'in-situ', completeBy: '2027-01-31', phases } }
    expect(claimed({ debts: ['work'] }, '2027-01-31', phased)).toBe(false)
    expect(claimed({ debts: ['work'], filedOn: '2026-10-07' }, '2027-01-31', phased)).toBe(true)
    const several: Agreement = {
      ...work,
      restoration: [
        { id: 'W1', mode: 'in-situ', completeBy: '2027-01-31' },
        { id: 'W2', mode: 'in-situ', completeBy: '2026-09-01' },
      ],
    }
    expect(claimed({ debts: ['work'] }, '2027-01-31', several)).toBe(false)
  })
})

describe('what is left of the agreement after a judgment on its breach', () => {
  const judged: Suit = { ...suit, judgedOn: '2027-02-01', effectiveOn: '2027-02-20', result: 'won' }
  const replaced = (more: Partial<Suit>, agreement = money, obligor = 'o1') =>
    isJudgedUnder(factsWith(agreement, [{ ...judged, ...more }]), agreement, obligor)

  test('nothing, once it has replaced every part for this obligor', () => {
    expect(replaced({ filedOn: '2026-12-01' })).toBe(true)
    expect(replaced({})).toBe(false)
    expect(replaced({ filedOn: '2026-12-01' }, money, 'o2')).toBe(false)
    expect(replaced({ filedOn: '2026-12-01', agreement: 'G2' })).toBe(false)
    expect(replaced({ filedOn: '2026-12-01', result: 'lost' })).toBe(false)
  })

  test('the work, where it is only about money, and the money that is in no instalment', () => {
    const both = {
      ...work,
      payments: [first],
      compensation: { items: [item('payment', '100.00'), item('work', '10.00')] },
    }
    expect(replaced({ debts: ['money'] }, both)).toBe(false)
    expect(replaced({ debts: ['money', 'work'], filedOn: '2027-01-31' }, both)).toBe(true)
    const { restoration: _, ...untermed } = both
    expect(replaced({ debts: ['money'] }, untermed)).toBe(false)
    const more = { ...money, payments: [first], compensation: { items: [item('payment', '150.00')] } }
    expect(replaced({ debts: ['money'] }, more)).toBe(true)
    expect(replaced({ debts: ['work'] }, more)).toBe(false)
  })

  test('what is done in the place of money, but for instalments', () => {
    const labor = { ...money, substitutes: [{ mode: 'labor' as const, amount: '10.00' }] }
    const instalments = { ...money, substitutes: [{ mode: 'instalments' as const }] }
    expect(replaced({ debts: ['money'], filedOn: '2026-12-01' }, labor)).toBe(false)
    expect(replaced({ debts: ['money'], filedOn: '2026-12-01' }, instalments)).toBe(true)
  })
})

describe('whether a suit leaves it open what it claims', () => {
  const open = (more: Partial<Suit>, agreement = money) =>
    isScopeOpen(factsWith(agreement), { ...suit, ...more }, agreement)

  test('it does where not all of it was due, or money and work stand beside each other', () => {
    expect(open({})).toBe(true)
    expect(open({ filedOn: '2026-12-01' })).toBe(false)
    expect(open({ obligors: ['o2'] })).toBe(false)
    const both = {
      ...work,
      payments: [first],
      compensation: { items: [item('payment', '100.00'), item('work', '10.00')] },
    }
    expect(open({ filedOn: '2027-01-31' }, both)).toBe(true)
    expect(open({ filedOn: '2027-01-31' }, work)).toBe(false)
  })

  test('it does not where it says so, by kind or by instalment', () => {
    expect(open({ debts: ['money'] })).toBe(false)
    expect(open({ instalments: ['P1'] })).toBe(false)
    expect(open({ debts: [], instalments: [] })).toBe(true)
  })
})

describe('the day on which parts were claimed', () => {
  test('is that of the first suit for each, the last of these; none while a part is in no suit', () => {
    const again: Suit = { ...suit, id: 'S2', filedOn: '2026-12-15' }
    const day = (suits: Suit[], parts: AgreedPart[]) =>
      partsClaimedOn(factsWith(money, suits), money, parts, 'o1')
    expect(day([again, suit], [part(first)])).toBe('2026-10-08')
    expect(day([again, suit], [part(first), part(second)])).toBe('2026-12-15')
    expect(day([suit], [part(first), part(second)])).toBeUndefined()
  })
})
