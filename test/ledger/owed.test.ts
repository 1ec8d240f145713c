import { describe, expect, test } from 'vitest'
import { allocated, payerInRow, scheduleOf } from '../../src/core/ledger/intake/documents/payments.ts'
import type { IntakePayment } from '../../src/core/ledger/intake/intake.ts'
import { made, type Values } from '../support/intake-row.ts'

describe('what is owed in money', () => {
  const schedule = (values: Values, paid: string[] = [], isJudged = false) => {
    const payments = paid.map((amount) => ({ amount }))
    return made((parts) => scheduleOf(parts, isJudged), values, { payments, obligors: [{ name: '甲' }] })
  }
  const due = [{ on: '2024-05-01' }]

  test.each<[string, Values, string[], boolean, unknown]>([
    ['nothing', {}, [], false, []],
    ['the total where it was judged', { total: '9.00' }, [], true, [{ id: 'P1', amount: '9.00' }]],
    ['nothing of an agreement of which nothing was paid', { total: '9.00' }, [], false, []],
    ['the total where a part was paid', { total: '9.00' }, ['4.00'], false, [{ id: 'P1', amount: '9.00' }]],
    [
      'the total where all was paid',
      { total: '9.00' },
      ['4.00', '5.00'],
      false,
      [{ id: 'P1', amount: '9.00' }],
    ],
    [
      'the total where just that was paid',
      { total: '4.00' },
      ['4.00'],
      false,
      [{ id: 'P1', amount: '4.00' }],
    ],
    ['what was paid where it is more', { total: '3.00' }, ['4.00'], false, [{ id: 'P1', amount: '4.00' }]],
    ['what was paid where no total is known', {}, ['4.00'], false, [{ id: 'P1', amount: '4.00' }]],
    [
      'what was paid where works are due too',
      { total: '9.00', restorationMode: 'in-situ' },
      ['4.00'],
      true,
      [{ id: 'P1', amount: '4.00' }],
    ],
    [
      'the total in place of works',
      { total: '9.00', restorationMode: 'monetary' },
      ['4.00'],
      false,
      [{ id: 'P1', amount: '9.00' }],
    ],
    [
      'the total by its only day',
      { total: '9.00', paymentDue: due },
      [],
      false,
      [{ id: 'P1', dueOn: '2024-05-01', amount: '9.00' }],
    ],
    [
      'the amounts of its days',
      {
        paymentDue: [{ on: '2024-05-01', amount: '4.00', payer: '甲' }, { amount: '5.00' }],
      },
      ['7.00'],
      false,
      [
        { id: 'P1', dueOn: '2024-05-01', amount: '4.00', obligor: 'o1' },
        { id: 'P2', amount: '5.00' },
      ],
    ],
  ])('is %s', (_, values, paid, isJudged, expected) => {
    expect(schedule(values, paid, isJudged)).toEqual({ of: expected, told: [] })
  })

  test.each(['restorationStartedOn', 'restorationDueOn', 'completedOn', 'evaluatedOn'])(
    'is not the total where %s tells of works',
    (key) => {
      expect(schedule({ total: '9.00', [key]: '2024-05-01' }, ['4.00']).of).toEqual([
        { id: 'P1', amount: '4.00' },
      ])
    },
  )

  test('is refused where a day has no amount, or an unknown payer', () => {
    const noAmount = ['付款期限：只写了付款期限，不知道应付多少：请写成“2026-05-01 50000”']
    expect(schedule({ paymentDue: due })).toEqual({ of: [], told: noAmount })
    expect(schedule({ total: '9.00', paymentDue: due, restorationMode: 'in-situ' }).told).toEqual(noAmount)
    expect(schedule({ total: '9.00', paymentDue: [...due, ...due] }).told).toEqual([...noAmount, ...noAmount])
    expect(schedule({ paymentDue: [{ amount: '4.00', payer: '丁' }] })).toEqual({
      of: [{ id: 'P1', amount: '4.00' }],
      told: ['付款期限：义务人里没有“丁”'],
    })
  })
})

test('who paid is an obligor, somebody else by name, or the only obligor', () => {
  const payer = (name: string | undefined, ...names: string[]) =>
    made((parts) => payerInRow(parts, name), {}, { obligors: names.map((each) => ({ name: each })) }).of
  expect(payer('乙', '甲', '乙')).toBe('o2')
  expect(payer('丙', '甲', '乙')).toEqual({ name: '丙', relation: 'other' })
  expect(payer(undefined, '甲')).toBe('o1')
  expect(payer(undefined, '甲', '乙')).toBeUndefined()
})

describe('payments are put on what is due', () => {
  const due = [
    { id: 'P1', amount: '4.00', obligor: 'o1' },
    { id: 'P2', amount: '5.00' },
    { id: 'P3', amount: '6.00', obligor: 'o2' },
  ]
  const put = (...payments: IntakePayment[]) =>
    made(
      (parts) => allocated(payments, due, parts),
      {},
      { obligors: [{ name: '甲' }, { name: '乙' }] },
    ).of.map(({ id, payment: { amount } }) => `${id} ${amount}`)

  test.each<[IntakePayment[], string[]]>([
    [[{ amount: '5.00' }], ['P2 5.00']],
    [[{ amount: '3.00' }], ['P1 3.00']],
    [[{ amount: '6.00' }], ['P3 6.00']],
    [[{ amount: '7.00' }], ['P1 4.00', 'P2 3.00']],
    [[{ amount: '9.00', payer: '乙' }], ['P2 5.00', 'P3 4.00']],
    [[{ amount: '4.00', payer: '乙' }], ['P2 4.00']],
    [[{ amount: '4.00', payer: '丁' }], ['P1 4.00']],
    [[{ amount: '20.00' }], ['P1 4.00', 'P2 5.00', 'P3 11.00']],
    [
      [{ amount: '15.00' }, { amount: '1.00' }],
      ['P1 4.00', 'P2 5.00', 'P3 6.00', 'P3 1.00'],
    ],
    [
      [{ amount: '4.00' }, { amount: '4.00' }],
      ['P1 4.00', 'P2 4.00'],
    ],
  ])('%j: %j', (payments, expected) => {
    expect(put(...payments)).toEqual(expected)
  })
})
