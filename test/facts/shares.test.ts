import { describe, expect, test } from 'vitest'
import type { Agreement, Share } from '../../src/core/facts/documents.ts'
import {
  compensationTotal,
  isInKind,
  isOwedAsWork,
  isPaidShare,
  jointWith,
  ownShare,
  shareGroups,
  unscheduledMoney,
} from '../../src/core/facts/shares.ts'

const share = (amount: string, ...obligors: string[]): Share => ({ obligors, amount })
const joint = (amount: string, ...obligors: string[]): Share => ({ obligors, amount, joint: true })
const pay = (id: string, amount: string, obligor?: string) => ({
  id,
  amount,
  dueOn: '2026-09-01',
  ...(obligor && { obligor }),
})
const agreed = (more: Partial<Agreement>): Agreement => ({ id: 'G1', obligors: ['o1', 'o2', 'o3'], ...more })

describe('第二十一条: who answers together', () => {
  const groups = (...shares: Share[]) => shareGroups(agreed({ shares }), ['o1', 'o2', 'o3'])

  test('all, where there is no share', () => {
    expect(groups()).toEqual([['o1', 'o2', 'o3']])
    expect(shareGroups(agreed({}), ['o1', 'o2'])).toEqual([['o1', 'o2']])
  })

  test('each share by itself, and whom no share names together', () => {
    expect(groups(share('1.00', 'o1'))).toEqual([['o1'], ['o2', 'o3']])
    expect(groups(share('1.00', 'o3'), share('2.00', 'o2', 'o1'))).toEqual([['o3'], ['o1', 'o2']])
  })

  test('the same obligors are one group though they have two shares; who is not asked about is in none', () => {
    expect(groups(share('1.00', 'o1'), share('2.00', 'o1'), share('3.00', 'o2', 'o3'))).toEqual([
      ['o1'],
      ['o2', 'o3'],
    ])
    expect(shareGroups(agreed({ shares: [share('1.00', 'o1'), share('1.00', 'o2')] }), ['o2'])).toEqual([
      ['o2'],
    ])
  })

  test('of a joint share each for the whole; of a share by parts only for his own', () => {
    const shares = [joint('2.00', 'o1', 'o2'), share('1.00', 'o1', 'o3')]
    expect(jointWith(agreed({ shares }), 'o1')).toEqual(['o1', 'o2'])
    expect(jointWith(agreed({ shares }), 'o2')).toEqual(['o2', 'o1'])
    expect(jointWith(agreed({ shares }), 'o3')).toEqual(['o3'])
    expect(jointWith(agreed({}), 'o3')).toEqual(['o3'])
  })
})

describe('第二十六条: money is no substitute of money', () => {
  const payment = { head: 'service-loss', by: 'payment', amount: '100.00' } as const
  const left = (mode: string) =>
    unscheduledMoney({ compensation: { items: [payment] }, substitutes: [{ mode, amount: '100.00' }] })

  test.each(['monetary', 'instalments'])('%s leaves all owed', (mode) => {
    expect(isInKind({ mode })).toBe(false)
    expect(left(mode)).toBe(10000n)
  })

  test.each(['labor', 'off-site', 'tech-upgrade', 'other'])('%s takes its place', (mode) => {
    expect(isInKind({ mode })).toBe(true)
    expect(left(mode)).toBe(0n)
  })

  test('a compensation comes to its total, else to its items', () => {
    expect(compensationTotal({ items: [payment, payment] })).toBe(20000n)
    expect(compensationTotal({ items: [], total: '50.00' })).toBe(5000n)
  })
})

describe('a share that is paid as a whole', () => {
  const shares = [share('100.00', 'o1'), share('50.00', 'o1'), share('70.00', 'o2')]
  const paid = (obligor: string, ...payments: ReturnType<typeof pay>[]) =>
    isPaidShare(agreed({ shares, payments }), [obligor])

  test('its instalments reach all that the group owes', () => {
    expect(paid('o1', pay('P1', '150.00', 'o1'))).toBe(true)
    expect(paid('o1', pay('P1', '100.00', 'o1'), pay('P2', '50.01', 'o1'))).toBe(true)
    expect(paid('o1', pay('P1', '149.99', 'o1'))).toBe(false)
    expect(paid('o2', pay('P1', '70.00', 'o2'))).toBe(true)
  })

  test('an instalment of another, or of nobody, is none of it', () => {
    expect(paid('o1', pay('P1', '150.00', 'o2'))).toBe(false)
    expect(paid('o1', pay('P1', '150.00'))).toBe(false)
  })

  test('not without a share or without an instalment, though nothing is owed', () => {
    expect(isPaidShare(agreed({ payments: [pay('P1', '1.00', 'o1')] }), ['o1'])).toBe(false)
    expect(isPaidShare(agreed({ shares: [share('0.00', 'o1')] }), ['o1'])).toBe(false)
    expect(
      isPaidShare(agreed({ shares: [share('5.00', 'o1', 'o2')], payments: [pay('P1', '5.00', 'o1')] }), [
        'o1',
      ]),
    ).toBe(false)
  })
})

describe('what is owed as work, and what as money', () => {
  const item = (by: 'work' | 'payment', amount: string) => ({
    head: 'service-loss',
    amount,
    by,
    basis: '鉴定意见',
  })

  test('an item by work of more than nothing is work', () => {
    expect(isOwedAsWork({ items: [item('payment', '5.00'), item('work', '0.01')] })).toBe(true)
    expect(isOwedAsWork({ items: [item('work', '0.00')] })).toBe(false)
    expect(isOwedAsWork({ items: [item('payment', '5.00')] })).toBe(false)
    expect(isOwedAsWork(undefined)).toBe(false)
  })

  test('the money of no instalment: the items by payment, less what is done in kind, less the schedule', () => {
    const compensation = { items: [item('payment', '100.00'), item('work', '900.00')] }
    const labor = { mode: 'labor' as const, amount: '30.00' }
    expect(unscheduledMoney({ compensation })).toBe(10000n)
    expect(unscheduledMoney({ compensation, payments: [pay('P1', '60.00'), pay('P2', '39.99')] })).toBe(1n)
    expect(unscheduledMoney({ compensation, payments: [pay('P1', '100.00')] })).toBe(0n)
    expect(unscheduledMoney({ compensation, payments: [pay('P1', '100.01')] })).toBe(0n)
    expect(unscheduledMoney({ compensation, substitutes: [labor] })).toBe(7000n)
    expect(unscheduledMoney({ compensation, substitutes: [{ ...labor, mode: 'instalments' }] })).toBe(10000n)
    expect(unscheduledMoney({})).toBe(0n)
  })
})

describe('the separate share of an obligor', () => {
  const apart = agreed({ obligors: ['o1', 'o2'], shares: [share('100.00', 'o1'), share('50.00', 'o2')] })

  test('is what he owes, and what of it is in no instalment', () => {
    expect(ownShare(apart, 'o1')).toEqual({ obligors: ['o1'], money: 10000n, unscheduled: 10000n })
    const payments = [pay('P1', '60.00', 'o1'), pay('P2', '50.00', 'o2')]
    expect(ownShare({ ...apart, payments }, 'o1')).toMatchObject({ money: 10000n, unscheduled: 4000n })
    expect(ownShare({ ...apart, payments }, 'o2')).toMatchObject({ money: 5000n, unscheduled: 0n })
  })

  test('is less by what he does in kind, not by what another does', () => {
    const substitutes = [{ mode: 'labor' as const, obligors: ['o2'], amount: '20.00' }]
    expect(ownShare({ ...apart, substitutes }, 'o1')).toMatchObject({ money: 10000n })
    expect(ownShare({ ...apart, substitutes }, 'o2')).toMatchObject({ money: 3000n, unscheduled: 3000n })
    const instalments = [{ mode: 'instalments' as const, amount: '20.00' }]
    expect(ownShare({ ...apart, substitutes: instalments }, 'o2')).toMatchObject({ money: 5000n })
  })

  test('there is none where he answers with all, or in two groups, or is no party', () => {
    expect(ownShare({ ...apart, shares: [] }, 'o1')).toBeUndefined()
    expect(ownShare({ ...apart, shares: [share('150.00', 'o1', 'o2')] }, 'o1')).toBeUndefined()
    const crossed = [share('100.00', 'o1'), share('50.00', 'o1', 'o2')]
    expect(ownShare({ ...apart, shares: crossed }, 'o1')).toBeUndefined()
    expect(ownShare(apart, 'o9')).toBeUndefined()
  })

  test('there is none for whom no share names, nor where the parts are not told from one another', () => {
    expect(ownShare({ ...apart, shares: [share('100.00', 'o1')] }, 'o2')).toBeUndefined()
    expect(ownShare({ ...apart, payments: [pay('P1', '60.00')] }, 'o1')).toBeUndefined()
    const labor = { mode: 'labor' as const, amount: '20.00' }
    expect(ownShare({ ...apart, substitutes: [labor] }, 'o1')).toBeUndefined()
    expect(ownShare({ ...apart, substitutes: [{ ...labor, obligors: [] }] }, 'o1')).toBeUndefined()
    const work = { head: 'clean-up-restoration', amount: '1.00', by: 'work' as const, basis: '鉴定意见' }
    expect(ownShare({ ...apart, compensation: { items: [work] } }, 'o1')).toBeUndefined()
  })
})
