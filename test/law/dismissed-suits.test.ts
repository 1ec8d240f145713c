import { describe, expect, test } from 'vitest'
import type { Suit } from '../../src/core/facts/documents.ts'
import { both, type CaseWithActions, type Change, caseWithActions, deadlineOf } from '../support/actions.ts'
import { suedForBreach, withSuit } from '../support/court.ts'

/** The last day for performance under G1 is 2027-04-30 in the example: the suit was filed after it, and came to nothing. */
const filed: Suit = { ...suedForBreach, obligors: ['o1', 'o2'], filedOn: '2027-11-01' }
const over = { judgedOn: '2028-02-01', effectiveOn: '2028-02-20' }
const dismissed: Suit = { ...filed, ...over, result: 'lost' }

const on = (suit: Suit, change: Change = () => undefined): CaseWithActions =>
  caseWithActions('example-case', '2028-03-01', both(withSuit(suit), change))

const limitationOf = ({ view }: CaseWithActions, id: string, subject: string) =>
  view.deadlines.find((each) => each.deadline === id && each.subject === subject)

describe('民法典第一百八十八条、第一百九十五条: a suit that came to nothing does not meet the limitation', () => {
  test('while it is before the court the claim under the agreement is in time', () => {
    expect(deadlineOf(on(filed).view, 'agreement-limitation', 'G1/o1/work')).toMatchObject({
      status: 'met',
      met: '2027-11-01',
    })
  })

  test('it is in time when everybody who is still liable was sued', () => {
    const alone: Suit = { ...filed, obligors: ['o1'] }
    const limitation = on(alone, (documents) => {
      documents.closing = {
        terminations: [
          { obligors: ['o2'], decidedOn: '2027-12-01', ground: 'no-assets', reason: '已经注销' },
        ],
      }
    })
    expect(limitationOf(limitation, 'agreement-limitation', 'G1/o1/work')).toMatchObject({
      status: 'met',
      met: '2027-11-01',
    })
  })

  const strict = limitationOf(on({ ...filed, result: 'withdrawn' }), 'agreement-limitation', 'G1/o1/work')

  test.each([
    ['驳回诉讼请求', dismissed],
    ['驳回起诉', { ...filed, ...over, result: 'inadmissible' }],
    ['撤诉', { ...filed, ...over, result: 'withdrawn' }],
  ] as const)(
    '%s: strictly it runs on from the last day for performance; by the other reading from the end of the suit',
    (_, suit) => {
      const limitation = limitationOf(on(suit), 'agreement-limitation', 'G1/o1/work')
      expect(limitation).toMatchObject({ status: 'open', met: null, start: strict?.start, due: strict?.due })
      expect(limitation?.otherReading).toMatchObject({ due: '2031-02-20' })
      expect(limitation?.otherReading?.because).toContain('民法典第一百九十五条')
    },
  )

  test('dismissed against one of two, it runs on against that one alone', () => {
    const won = on({ ...filed, ...over, result: 'won', results: [{ obligor: 'o2', result: 'lost' }] })
    const limitation = limitationOf(won, 'agreement-limitation', 'G1/o2/work')
    expect(limitation?.met).toBeNull()
    expect(limitation?.otherReading?.due).toBe('2031-02-20')
    // Against the other the judgment has taken the place of the agreement.
    expect(limitationOf(won, 'agreement-limitation', 'G1/o1/work')).toBeUndefined()
  })

  test('a suit filed once the period was over begins nothing anew', () => {
    const late = on({
      ...filed,
      filedOn: '2031-01-06',
      judgedOn: '2031-03-01',
      effectiveOn: '2031-03-20',
      result: 'lost',
    })
    expect(limitationOf(late, 'agreement-limitation', 'G1/o1/work')?.otherReading).toBeUndefined()
  })

  test('a demand during the suit counts by the strict reading; by the other the suit, which ended later', () => {
    const demanded = on(dismissed, ({ court }) => {
      if (court) court.demands = [{ reference: 'G1', obligors: ['o1', 'o2'], on: '2027-12-01' }]
    })
    expect(limitationOf(demanded, 'agreement-limitation', 'G1/o1/work')).toMatchObject({
      due: '2030-12-01',
      otherReading: { due: '2031-02-20' },
    })
  })
})

describe('生态环境法典第一千零五十四条: the limitation of the claim itself', () => {
  const unsettled: Change = (documents) => {
    for (const name of ['agreements', 'restoration', 'payments'] as const) delete documents[name]
    for (const round of documents.consultation?.rounds ?? []) {
      round.outcomes = ['o1', 'o2'].map((obligor) => {
        return { obligor, kind: 'failed', ground: 'other', reason: '分歧过大', decidedOn: '2026-09-20' }
      })
    }
  }
  const { agreement: _, ...claim } = filed
  const claimed = (result: NonNullable<Suit['result']>): CaseWithActions =>
    on({ ...claim, ...over, result }, unsettled)

  test('a suit that was not admitted leaves it running, and the claim can be brought again', () => {
    const rejected = claimed('inadmissible')
    const limitation = limitationOf(rejected, 'limitation', 'o1')
    expect(limitation?.met).toBeNull()
    // 2026-02-24 and three years, the former period, end before five from the end of the suit (2033-02-20).
    expect(limitation).toMatchObject({ due: '2031-02-24', otherReading: { due: '2029-02-24' } })
    expect(rejected.subjects('sue')).toEqual(['o1', 'o2'])
    expect(rejected.view.stage.obligors.get('o1')).toBe('suit')
    expect(deadlineOf(rejected.view, 'start-suit', '1/o1')?.status).toBe('duty')
  })

  test('a claim that was dismissed for good has no limitation to watch', () => {
    const lost = claimed('lost')
    expect(limitationOf(lost, 'limitation', 'o1')?.status).toBe('closed')
    expect(lost.subjects('sue')).toEqual([])
    expect(deadlineOf(lost.view, 'start-suit', '1/o1')?.status).toBe('met')
  })

  test('an order not to admit the suit can be appealed against until it takes effect', () => {
    const ordered = on({ ...claim, judgedOn: '2028-02-01', result: 'inadmissible' }, unsettled)
    expect(ordered.subjects('appeal')).toEqual(['S1'])
    expect(deadlineOf(ordered.view, 'limitation', 'o1')?.status).toBe('met')
  })
})

describe('第三十八条: how a case ended is proposed where the facts tell, and asked where they do not', () => {
  test('not performed merely because the suits on its agreement were dismissed', () => {
    expect(on(dismissed).known('close', null)).toEqual({ closedOn: '2028-03-01' })
  })

  test('nor enforced while the enforcement came to nothing', () => {
    const enforcement = {
      id: 'E1',
      instrument: 'judgment',
      reference: 'S1',
      appliedOn: '2028-02-25',
    } as const
    const ended = (result: 'ended' | 'performed') =>
      on({ ...dismissed, result: 'won', performBy: '2028-02-22' }, ({ court }) => {
        if (court) court.enforcements = [{ ...enforcement, result }]
      })
    expect(ended('ended').known('close', null)).toEqual({ closedOn: '2028-03-01' })
    expect(ended('performed').known('close', null)).toMatchObject({ result: 'enforced' })
  })
})
