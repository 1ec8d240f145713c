import { describe, expect, test } from 'vitest'
import type { Suit } from '../../src/core/facts/documents.ts'
import { caseWithActions, deadlineOf, errors } from '../support/actions.ts'
import { suedForBreach, withSuit } from '../support/court.ts'

const ordered: Partial<Suit> = {
  result: 'won',
  judgmentNumber: '（2026）桂01民初1号',
  performBy: '2027-01-31',
  payments: [{ id: 'P9', obligor: 'o1', dueOn: '2027-01-31', amount: '100.00' }],
}
const firstJudgment: Suit = { ...suedForBreach, judgedOn: '2026-11-20', ...ordered }
const remand = { by: 'o1', on: '2026-12-01', judgedOn: '2026-12-15', result: 'remanded' } as const
const remanded = caseWithActions('example-case', '2027-06-01', withSuit({ ...firstJudgment, appeal: remand }))
const retried = remanded.after('judge', 'S1', { judgedOn: '2027-03-10', result: 'partly-won' })

describe('民事诉讼法: 发回重审, a suit sent back is tried again', () => {
  test('the first judgment is gone, and the suit is before the court again', () => {
    expect(remanded.view.stage.obligors.get('o1')).toBe('suit')
    expect(remanded.subjects('judge')).toEqual(['S1'])
    expect(remanded.subjects('appeal')).toEqual([])
    // By then the work is late as well, which the suit is not about.
    expect(remanded.subjects('sue')).toContain('o1')
    const before = caseWithActions(
      'example-case',
      '2027-01-10',
      withSuit({ ...firstJudgment, appeal: remand }),
    )
    expect(before.subjects('sue')).not.toContain('o1')
  })

  test('the new judgment takes its place; what was set aside stays on record', () => {
    const [suit] = retried.view.facts.court.suits
    expect(suit).toEqual({
      ...suedForBreach,
      judgedOn: '2027-03-10',
      result: 'partly-won',
      remanded: [
        { judgedOn: '2026-11-20', result: 'won', judgmentNumber: '（2026）桂01民初1号', appeal: remand },
      ],
    })
  })

  test('nothing that the first judgment ordered binds any more', () => {
    const effective = retried.after('judge', 'S1', { effectiveOn: '2027-03-26', result: 'partly-won' })
    expect(effective.subjects('pay')).not.toContain('P9')
    expect(deadlineOf(effective.view, 'enforcement-apply', 'S1/o1/money')?.due).toBe('2029-03-26')
  })

  test('what the second judgment orders is enforced from its own last day', () => {
    const effective = retried.after('judge', 'S1', {
      effectiveOn: '2027-03-26',
      result: 'won',
      performBy: '2027-05-31',
    })
    expect(effective.view.stage.obligors.get('o1')).toBe('performance')
    expect(deadlineOf(effective.view, 'enforcement-apply', 'S1/o1/money')?.due).toBe('2029-05-31')
  })

  test('it can be appealed against like the first, and that appeal too is decided before it takes effect', () => {
    expect(retried.subjects('appeal')).toEqual(['S1'])
    expect(retried.known('appeal', 'S1')).toEqual({ on: '2027-06-01' })
    expect(retried.refused('appeal', 'S1', { by: 'o1', on: '2027-03-09' })).toEqual([
      '民事诉讼法第一百七十一条',
    ])
    const appealed = retried.after('appeal', 'S1', { by: 'obligee', on: '2027-03-20' })
    const effect = { effectiveOn: '2027-05-10', result: 'won' }
    expect(appealed.refused('judge', 'S1', effect)).toEqual(['民事诉讼法'])
    const upheld = appealed.after('appeal', 'S1', { judgedOn: '2027-05-10', result: 'upheld' })
    const effective = upheld.after('judge', 'S1', effect)
    expect(effective.view.facts.court.suits[0]?.remanded).toHaveLength(1)
    expect(effective.view.stage.obligors.get('o1')).toBe('performance')
  })

  test('sent back once more, both judgments stay on record in their order', () => {
    const again = retried.after('appeal', 'S1', {
      by: 'o1',
      on: '2027-03-20',
      judgedOn: '2027-04-20',
      result: 'remanded',
    })
    const third = again.after('judge', 'S1', { judgedOn: '2027-05-20' })
    expect(third.view.facts.court.suits[0]?.remanded?.map(({ judgedOn }) => judgedOn)).toEqual([
      '2026-11-20',
      '2027-03-10',
    ])
  })

  test('one against whom the suit was withdrawn is not brought back by the new trial', () => {
    const results = [
      { obligor: 'o1', result: 'won' },
      { obligor: 'o2', result: 'withdrawn' },
    ] as const
    const both = { ...firstJudgment, obligors: ['o1', 'o2'], results: [...results], appeal: remand }
    const again = caseWithActions('example-case', '2027-06-01', withSuit(both)).after('judge', 'S1', {
      judgedOn: '2027-03-10',
    })
    expect(again.view.facts.court.suits[0]?.results).toEqual([{ obligor: 'o2', result: 'withdrawn' }])
  })

  test('nor may the results of the new trial leave that out', () => {
    const results = [{ obligor: 'o2', result: 'withdrawn' }] as const
    const both = { ...firstJudgment, obligors: ['o1', 'o2'], results: [...results], appeal: remand }
    const again = caseWithActions('example-case', '2027-06-01', withSuit(both))
    const judged = { judgedOn: '2027-03-10', result: 'won' }
    const won = { obligor: 'o1', result: 'partly-won' }
    expect(again.refused('judge', 'S1', { ...judged, results: [won] })).toEqual(['民事诉讼法'])
    expect(again.refused('judge', 'S1', { ...judged, results: [won, ...results] })).toEqual([])
  })

  test('instalments on which something was paid are kept', () => {
    const paid = caseWithActions('example-case', '2027-06-01', (documents) => {
      withSuit({ ...firstJudgment, appeal: remand })(documents)
      documents.payments = { payments: [{ id: 'P9', suit: 'S1', amount: '10.00', paidOn: '2026-12-02' }] }
    })
    const again = paid.after('judge', 'S1', { judgedOn: '2027-03-10' })
    expect(again.view.facts.court.suits[0]?.payments).toEqual(ordered.payments)
  })

  test('the limitation rests on the same suit throughout', () => {
    for (const { view } of [remanded, retried])
      expect(deadlineOf(view, 'agreement-limitation', 'G1/o1/money')).toEqual(
        deadlineOf(
          caseWithActions('example-case', '2027-06-01', withSuit(firstJudgment)).view,
          'agreement-limitation',
          'G1/o1/money',
        ),
      )
  })

  test('a judgment that was set aside does not take effect, and the dates of both trials run in order', () => {
    const effective = { ...firstJudgment, appeal: remand, effectiveOn: '2027-01-05' }
    expect(errors('case/stage-gap', withSuit(effective))).not.toEqual([])
    const trial = { judgedOn: '2026-11-20', appeal: remand }
    const inOrder: Suit = { ...firstJudgment, judgedOn: '2027-03-10', remanded: [trial] }
    expect(errors('case/date-order', withSuit(inOrder))).toEqual([])
    expect(errors('case/date-order', withSuit({ ...inOrder, judgedOn: '2026-12-10' }))).not.toEqual([])
  })
})
