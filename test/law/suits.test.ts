import { describe, expect, test } from 'vitest'
import type { Suit } from '../../src/core/facts/documents.ts'
import { both, type CaseWithActions, type Change, caseWithActions } from '../support/actions.ts'
import { suedForBreach, unpaid, withSuit } from '../support/court.ts'

const pending = (example: CaseWithActions, id: string): (string | null)[] =>
  example.view.deadlines
    .filter(({ deadline, status }) => deadline === id && !['met', 'met-late', 'closed'].includes(status))
    .map(({ subject }) => subject)

describe('第二十四条: an application for confirmation is ruled on before the same agreement is sued upon', () => {
  const applied: Change = (documents) => {
    unpaid(documents)
    documents.court = { confirmations: [{ agreement: 'G1', appliedOn: '2026-10-12' }] }
  }

  test('neither suit, payment order nor enforcement while the court has not ruled', () => {
    const waiting = caseWithActions('example-case', '2026-12-20', applied)
    expect(waiting.blocked('sue', 'o1')).toEqual(['第二十四条'])
    expect(waiting.blocked('apply-payment-order', 'G1')).toEqual(['第二十四条'])
    expect(waiting.blocked('apply-enforcement', 'G1')).toEqual(['第二十四条'])
  })

  test('an application that was withdrawn opens the suit again', () => {
    const withdrawn = caseWithActions('example-case', '2026-12-20', applied).after(
      'rule-confirmation',
      'G1',
      {
        result: 'withdrawn',
      },
    )
    expect(withdrawn.blocked('sue', 'o1')).toEqual([])
  })
})

describe('第二十四条第二款: only an effective judgment asks for performance', () => {
  const payments: Suit['payments'] = [{ id: 'P9', obligor: 'o1', dueOn: '2026-12-01', amount: '100.00' }]
  const judged: Suit = { ...suedForBreach, judgedOn: '2026-11-20', result: 'won', payments }
  const firstInstance = caseWithActions('example-case', '2026-12-20', withSuit(judged))

  test('no payment is asked for or recorded under one that is open to appeal', () => {
    expect(firstInstance.subjects('pay')).not.toContain('P9')
    expect(pending(firstInstance, 'payment')).not.toContain('P9')
    const effective = firstInstance.after('judge', 'S1', { effectiveOn: '2026-12-10', result: 'won' })
    expect(effective.subjects('pay')).toContain('P9')
    expect(pending(effective, 'payment')).toContain('P9')
  })

  test('recorded again, it keeps the instalments on which something was paid', () => {
    const paid = caseWithActions(
      'example-case',
      '2026-12-20',
      both(withSuit(judged), (documents) => {
        documents.payments = { payments: [{ id: 'P9', suit: 'S1', amount: '10.00', paidOn: '2026-12-02' }] }
      }),
    )
    const other = [{ ...payments[0], id: 'P10' }]
    expect(paid.refused('judge', 'S1', { payments: other })).toEqual(['第二十四条'])
    expect(paid.refused('judge', 'S1', { payments: [...payments, ...other] })).toEqual([])
    expect(firstInstance.refused('judge', 'S1', { payments: other })).toEqual([])
  })

  test('one that the higher court sent back needs the day of the new judgment', () => {
    const remanded = firstInstance.after('appeal', 'S1', {
      by: 'o1',
      on: '2026-12-01',
      judgedOn: '2026-12-15',
      result: 'remanded',
    })
    expect(remanded.known('judge', 'S1')).not.toHaveProperty('judgedOn')
    const again = { judgedOn: '2026-11-20', effectiveOn: '2026-12-18', result: 'won' }
    expect(remanded.refused('judge', 'S1', again)).toEqual(['民事诉讼法'])
    expect(remanded.refused('judge', 'S1', { judgedOn: '2026-12-15' })).toEqual(['民事诉讼法'])
    expect(remanded.refused('judge', 'S1', { ...again, judgedOn: '2026-12-18' })).toEqual([])
  })

  test('an appeal that was decided says how and when', () => {
    const appealed = { by: 'o1', on: '2026-12-01' }
    expect(firstInstance.refused('appeal', 'S1', { ...appealed, judgedOn: '2026-12-15' })).toEqual([
      '民事诉讼法第一百七十一条',
    ])
    expect(firstInstance.refused('appeal', 'S1', { ...appealed, result: 'remanded' })).toEqual([
      '民事诉讼法第一百七十一条',
    ])
  })
})

describe('第二十四条第二款: a judgment that supports the claim against one defendant alone', () => {
  const failedWithBoth: Change = (documents) => {
    for (const name of ['agreements', 'restoration', 'payments', 'court'] as const) delete documents[name]
    const [round] = documents.consultation?.rounds ?? []
    if (!round) return
    round.meetings = []
    round.outcomes = ['o1', 'o2'].map((obligor) => {
      return { obligor, kind: 'failed', ground: 'other', reason: '分歧过大', decidedOn: '2026-09-20' }
    })
    documents.court = { suits: [{ id: 'S1', obligors: ['o1', 'o2'], filedOn: '2026-10-09' }] }
  }
  const before = caseWithActions('example-case', '2027-03-01', failedWithBoth)
  const judgment = {
    judgedOn: '2027-01-08',
    effectiveOn: '2027-01-25',
    result: 'partly-won',
    results: [{ obligor: 'o2', result: 'lost' }],
    performBy: '2027-02-10',
    payments: [{ id: 'P9', dueOn: '2027-02-10', amount: '100.00', heads: ['service-loss'] }],
  }
  const after = before.after('judge', 'S1', judgment)

  test('binds that one: the other has nothing to perform, and nothing more can be asked of it', () => {
    expect(Object.fromEntries(after.view.stage.obligors)).toEqual({ o1: 'performance', o2: 'suit' })
    expect(after.view.stage.case).toBe('performance')
    expect(after.subjects('sue')).toEqual([])
    expect(pending(after, 'start-suit')).toEqual([])
  })

  test('is enforced against that one', () => {
    expect(after.known('apply-enforcement', 'S1')).toMatchObject({ obligors: ['o1'] })
    expect(after.refused('apply-enforcement', 'S1', { obligors: ['o2'], claim: '支付' })).toEqual([
      '第二十四条',
    ])
    expect(after.known('demand-performance', 'S1')).toMatchObject({ obligors: ['o1'] })
  })

  test('the dismissal leads to an end: it does not keep the case open once the other has performed', () => {
    const paid = after.after('pay', 'P9').after('disclose', 'judgment/S1', { channel: '门户网站' })
    const published = paid.after('disclose', 'funds', { channel: '门户网站' })
    expect(published.blocked('close', null)).toEqual([])
    expect(published.known('close', null)).toMatchObject({ result: 'performed' })
  })

  test('no instalment is set on one against whom the claim failed, and no stranger has a result', () => {
    const payments = [{ id: 'P9', obligor: 'o2', dueOn: '2027-02-10', amount: '100.00' }]
    expect(before.refused('judge', 'S1', { ...judgment, payments })).toEqual(['第二十四条'])
    const results = [{ obligor: 'o9', result: 'lost' }]
    expect(before.refused('judge', 'S1', { ...judgment, results })).toEqual(['第二十四条'])
  })

  test('a claim withdrawn against one can be brought against him again', () => {
    const withdrawn = before.after('judge', 'S1', {
      judgedOn: '2027-01-08',
      results: [{ obligor: 'o2', result: 'withdrawn' }],
    })
    expect(withdrawn.subjects('sue')).toEqual(['o2'])
    expect(pending(withdrawn, 'start-suit')).toEqual(['1/o2'])
  })
})

describe('第二十四条第二款: a suit on the breach of a joint agreement against one of its obligors', () => {
  const ownShares: Change = ({ agreements }) => {
    for (const agreement of agreements?.agreements ?? []) {
      agreement.payments = [
        { id: 'P1', obligor: 'o1', dueOn: '2026-10-20', amount: '100.00' },
        { id: 'P2', obligor: 'o2', dueOn: '2026-10-20', amount: '100.00' },
      ]
    }
  }
  const won: Suit = { ...suedForBreach, judgedOn: '2026-12-01', effectiveOn: '2026-12-20', result: 'won' }
  const after = caseWithActions('example-case', '2027-01-10', both(withSuit(won), ownShares))

  test('takes the place of the agreement for that one alone', () => {
    expect(after.subjects('pay')).toEqual(['P2'])
    expect(pending(after, 'payment')).toEqual(['P2'])
  })

  test('the claim under the agreement runs on against the other, and over what was not due yet', () => {
    expect(pending(after, 'agreement-limitation')).toEqual(['G1/o1/work', 'G1/o2/money', 'G1/o2/work'])
  })

  test('a dismissal that took effect leaves the agreement as it was: what it asks is owed, and can be sued for', () => {
    const lost = caseWithActions(
      'example-case',
      '2027-01-10',
      both(withSuit({ ...won, result: 'lost' }), ownShares),
    )
    expect(lost.subjects('pay')).toEqual(['P1', 'P2'])
    expect(lost.view.stage.obligors.get('o1')).toBe('performance')
    expect(lost.blocked('sue', 'o1')).toEqual([])
  })

  test('dismissed against all, it does not free the closing while the restoration is still owed', () => {
    const obligors = ['o1', 'o2']
    const lost = caseWithActions('example-case', '2027-01-10', (documents) => {
      withSuit({ ...won, obligors, result: 'lost' })(documents)
      delete documents.restoration
    })
    expect(pending(lost, 'restoration-start')).toEqual(['G1'])
    expect(lost.known('close', null)).not.toMatchObject({ result: 'dismissed' })
    expect(lost.refused('close', null, { summary: '' })).toContain('第二十五条')
  })
})

describe('第十七条: a notice is not served once consultation has failed', () => {
  test('of one whom no way of service reached, none is offered any more', () => {
    const open: Change = (documents) => {
      for (const name of ['agreements', 'restoration', 'payments', 'court'] as const) delete documents[name]
      const [round] = documents.consultation?.rounds ?? []
      if (!round) return
      const attempts = ['direct', 'mail'].map((method) => ({ method, on: '2026-06-01', result: '查无此人' }))
      round.services = [{ obligor: 'o2', method: 'mail', attempts }]
      round.replies = []
      round.meetings = []
      round.outcomes = []
    }
    const example = caseWithActions('example-case', '2026-06-30', open)
    expect(example.subjects('serve')).toEqual(['1/o1', '1/o2'])
    const failed = example.after('fail-consultation', '1/o2', { reason: '下落不明' })
    expect(failed.subjects('serve')).toEqual(['1/o1'])
    expect(failed.subjects('record-failed-service')).toEqual(['1/o1'])
  })
})
