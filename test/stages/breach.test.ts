import { describe, expect, test } from 'vitest'
import type { Suit } from '../../src/core/facts/documents.ts'
import { breachOf, isBreached, moneyOwed, unpaidInstalments } from '../../src/core/stages/breach.ts'
import { viewOn } from '../golden/conclude.ts'
import type { Values } from '../golden/read.ts'
import { caseWithActions } from '../support/actions.ts'
import { suedForBreach, withSuit } from '../support/court.ts'

const won: Suit = { ...suedForBreach, judgedOn: '2026-12-01', effectiveOn: '2026-12-20', result: 'won' }

/** Whether the judgment can only be told by the officer to be kept, and whether it counts as breached, on 2027-01-10. */
function judgment(terms: Partial<Suit>) {
  const { view } = caseWithActions('example-case', '2027-01-10', withSuit({ ...won, ...terms }))
  const breach = breachOf(view, 'S1') ?? expect.fail('the judgment is not found')
  return { undated: breach.undated.length > 0, breached: isBreached(breach) }
}

describe('第二十四条第二款: what a judgment asks, and by when', () => {
  test('one that names no day: only the officer can tell whether it was kept', () => {
    expect(judgment({})).toEqual({ undated: true, breached: true })
  })

  test('one whose day for performance lies ahead, or is today, is not breached', () => {
    expect(judgment({ performBy: '2027-02-01' })).toEqual({ undated: false, breached: false })
    expect(judgment({ performBy: '2027-01-10' })).toEqual({ undated: false, breached: false })
  })

  test('one whose day has passed, and of which nothing else is on record: the officer can tell', () => {
    expect(judgment({ performBy: '2027-01-09' })).toEqual({ undated: true, breached: true })
  })

  test('one that names the day of a payment or of the restoration: the record can tell', () => {
    const owed = { id: 'P9', obligor: 'o1', dueOn: '2027-02-01', amount: '100.00' }
    const payments = [owed]
    expect(judgment({ payments })).toEqual({ undated: false, breached: false })
    expect(judgment({ performBy: '2027-01-09', payments })).toEqual({ undated: false, breached: false })
    const restoration = { mode: 'in-situ' as const, completeBy: '2027-03-01' }
    expect(judgment({ restoration })).toEqual({ undated: false, breached: false })
    const past = [{ ...owed, dueOn: '2027-01-04' }]
    expect(judgment({ payments: past })).toEqual({ undated: false, breached: true })
  })
})

/** Two obligors who signed on 2026-05-20 and owe 100 yuan each by Saturday 2026-08-01, the first working day after it 08-03. */
const payments = ['o1', 'o2'].map((obligor, index) => {
  return { id: `P${index + 1}`, obligor, dueOn: '2026-08-01', amount: '100.00' }
})
const signed = { id: 'G1', obligors: ['o1', 'o2'], signedOn: '2026-05-20', payments }

function agreed(today: string, agreement: Values = {}, more: Values = {}) {
  const facts = { agreements: { agreements: [{ ...signed, ...agreement }] }, ...more }
  return viewOn({ base: 'minimal', facts }, today)
}

function breach(today: string, agreement: Values = {}, more: Values = {}, reference = 'G1') {
  return breachOf(agreed(today, agreement, more), reference) ?? expect.fail(`${reference} is not found`)
}

describe('民法典第二百零三条: a payment due on 元旦 of a year without arrangement', () => {
  const due = (today: string) =>
    breach(today, { payments: [{ ...payments[0], dueOn: '2027-01-01' }] }).failures.map(({ what }) => what)

  test('runs to the working day after it; papers say the day agreed, which no arrangement moves', () => {
    expect(due('2027-01-04')).toEqual([])
    expect(due('2027-01-05')).toEqual([expect.stringContaining('应于2027年1月1日前支付的100.00元')])
    expect(due('2027-01-12')).toEqual([expect.stringContaining('应于2027年1月1日前支付的100.00元')])
  })
})

const paid = (...list: Values[]): Values => ({
  payments: { payments: list.map((each) => ({ agreement: 'G1', paidOn: '2026-08-03', ...each })) },
})

const money = (obligor: string) => ({ kind: 'money', obligors: [obligor], liable: [obligor] })

describe('第二十四条第二款: what was not paid', () => {
  test('nothing is late before the first working day after the last day has passed', () => {
    const unpaid = (today: string) => unpaidInstalments(agreed(today)).map(({ payment }) => payment.id)
    expect(unpaid('2026-08-03')).toEqual([])
    expect(unpaid('2026-08-04')).toEqual(['P1', 'P2'])
  })

  test('each instalment is owed by its own obligor, less what was paid on it', () => {
    expect(breach('2026-08-04', {}, paid({ id: 'P1', amount: '40.00' }))).toEqual({
      reference: 'G1',
      undated: [],
      failures: [
        {
          ...money('o1'),
          what: '应于2026年8月1日前支付的100.00元，尚欠60.00元',
          toDo: '支付60.00元',
          dueOn: '2026-08-01',
          owed: 6000n,
          instalment: 'P1',
        },
        {
          ...money('o2'),
          what: '应于2026年8月1日前支付的100.00元尚未支付',
          toDo: '支付100.00元',
          dueOn: '2026-08-01',
          owed: 10000n,
          instalment: 'P2',
        },
      ],
    })
    expect(moneyOwed(breach('2026-08-04', {}, paid({ id: 'P1', amount: '40.00' })))).toBe(16000n)
    expect(breach('2026-08-04', {}, paid({ id: 'P1', amount: '100.00' })).failures).toHaveLength(1)
  })

  test('a demand says where to pay: the destination and the name of the account, without its number', () => {
    const payee = { name: '某县财政局', account: '123456789012', bank: '某银行' }
    const one = { id: 'P1', dueOn: '2026-08-01', amount: '100.00', destination: 'treasury', payee }
    expect(breach('2026-08-04', { payments: [one] }, {}).failures.map(({ toDo }) => toDo)).toEqual([
      expect.stringMatching(
        /^向\S*国库缴纳100\.00元，付至协议约定的账户（户名：某县财政局，开户行：某银行）$/,
      ),
    ])
  })

  test('one that names nobody is owed by all who were not let go; of one who was, nothing is asked', () => {
    const joint = { payments: [{ id: 'P1', dueOn: '2026-08-01', amount: '100.00' }] }
    const letGo = { closing: { terminations: [{ decidedOn: '2026-07-01', obligors: ['o1'] }] } }
    const owing = (agreement: Values, more: Values) =>
      breach('2026-08-04', agreement, more).failures.map(({ obligors }) => obligors)
    expect(owing(joint, {})).toEqual([['o1', 'o2']])
    expect(owing(joint, letGo)).toEqual([['o2']])
    expect(owing({}, letGo)).toEqual([['o2']])
  })

  test('what is owed under another agreement or a judgment is no breach of this one', () => {
    const suit = { id: 'S1', obligors: ['o2'], effectiveOn: '2026-06-20', result: 'won' }
    const judged = { court: { suits: [{ ...suit, payments: [{ ...payments[1], id: 'P9' }] }] } }
    const ids = (reference: string) =>
      breach('2026-08-04', {}, judged, reference).failures.map(({ instalment }) => instalment)
    expect(ids('G1')).toEqual(['P1', 'P2'])
    expect(ids('S1')).toEqual(['P9'])
    const other = { ...suit, id: 'S0', obligors: ['o1'] }
    const both = { court: { suits: [other, ...judged.court.suits] } }
    expect(breach('2026-08-04', {}, both, 'S1').failures).toHaveLength(1)
    expect(breach('2026-08-04', {}, both, 'S0').failures).toEqual([])
  })

  test('nothing is known of what is not on record, was rescinded or is not effective', () => {
    const today = '2026-08-04'
    expect(breachOf(agreed(today), 'G9')).toBeUndefined()
    expect(breachOf(agreed(today, { status: 'rescinded' }), 'G1')).toBeUndefined()
    const suits = [{ id: 'S1', obligors: ['o2'], judgedOn: '2026-06-01', result: 'won' }]
    expect(breachOf(agreed(today, {}, { court: { suits } }), 'S1')).toBeUndefined()
  })
})

describe('第二十五条: what was not restored', () => {
  const restoration = { mode: 'in-situ', startBy: '2026-07-01', completeBy: '2026-09-30' }
  const whats = (today: string, more: Values = {}) =>
    breach(today, { payments: [], restoration }, more).failures.map(({ what }) => what)

  test('the day to begin and the day to complete, each once it has passed without the work', () => {
    expect(whats('2026-07-01')).toEqual([])
    expect(whats('2026-07-02')).toEqual(['应于2026年7月1日前启动修复，至今没有履行'])
    const started = { restoration: { projects: [{ id: 'R1', agreement: 'G1', startedOn: '2026-07-01' }] } }
    expect(whats('2026-09-30', started)).toEqual([])
    expect(whats('2026-10-01', started)).toEqual(['应于2026年9月30日前完成修复，至今没有履行'])
  })

  test('where an agreement names neither a payment nor the day to complete, only the officer can tell', () => {
    const undated = (agreement: Values) => breach('2026-06-01', agreement).undated.length > 0
    expect(undated({ payments: [] })).toBe(true)
    expect(undated({ payments: [], restoration: { mode: 'in-situ', startBy: '2026-07-01' } })).toBe(true)
    expect(undated({ payments: [], restoration })).toBe(false)
    expect(undated({ restoration })).toBe(false)
    expect(undated({})).toBe(false)
  })
})

describe('民事诉讼法: a payment order', () => {
  const order = {
    id: 'Z1',
    obligors: ['o1'],
    amount: '100.00',
    appliedOn: '2026-09-01',
    effectiveOn: '2026-10-01',
  }
  const under = (more: Values) => {
    const view = agreed('2026-11-02', {}, { court: { paymentOrders: [{ ...order, ...more }] } })
    expect(breachOf(view, 'Z9')).toBeUndefined()
    return breachOf(view, 'Z1')
  }

  test('that is effective is owed as a whole', () => {
    const owed = { ...money('o1'), what: '支付令确定的100.00元未支付', dueOn: undefined, owed: 10000n }
    expect(under({})).toEqual({ reference: 'Z1', failures: [owed], undated: [] })
    expect(under({ result: 'effective' })?.failures).toEqual([owed])
    expect(under({ amount: undefined })?.failures[0]?.what).toBe('支付令确定的款项未支付')
  })

  test('that lapsed asks for nothing, and one that is not effective yet is none', () => {
    expect(under({ result: 'lapsed' })?.failures).toEqual([])
    expect(under({ effectiveOn: undefined })).toBeUndefined()
  })
})
