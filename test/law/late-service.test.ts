import { describe, expect, test } from 'vitest'
import { type Change, caseWithActions, deadlineOf, inRound } from '../support/actions.ts'

/** Notice of 2026-06-29 asking for a reply by 2026-07-10; the first obligor was served on a day and keeps silent. */
const servedOn = (servedOn: string): Change =>
  inRound((round) => {
    round.services = [{ obligor: 'o1', method: 'direct', servedOn }]
    round.replies = []
    round.meetings = []
  })

describe('第二十二条第二款第一项: silence counts only where there was time to reply', () => {
  test('served on the day before the last, the obligor has until the last day has ended', () => {
    const example = caseWithActions('example-case', '2026-07-13', servedOn('2026-07-09'))
    expect(deadlineOf(example.view, 'reply', '1/o1')).toMatchObject({ due: '2026-07-10', status: 'overdue' })
    expect(example.known('fail-consultation', '1/o1')).toMatchObject({ ground: 'refused-or-no-reply' })
    expect(example.subjects('set-reply-day')).toEqual([])
  })

  test.each(['2026-07-10', '2026-07-11'])(
    'served on %s, when the notice names 2026-07-10, there is no reply to be late and none to fail for',
    (on) => {
      const late = caseWithActions('example-case', '2026-07-13', servedOn(on))
      expect(deadlineOf(late.view, 'reply', '1/o1')).toBeUndefined()
      expect(late.known('fail-consultation', '1/o1')).not.toHaveProperty('ground')
    },
  )

  test('a public notice that takes effect after it leaves no time either', () => {
    const published = caseWithActions(
      'example-case',
      '2026-08-03',
      inRound((round) => {
        round.services = [{ obligor: 'o1', method: 'public-notice', publishedOn: '2026-07-02' }]
        round.replies = []
        round.meetings = []
      }),
    )
    expect(deadlineOf(published.view, 'reply', '1/o1')).toBeUndefined()
    expect(published.subjects('set-reply-day')).toEqual(['1/o1'])
  })

  test('the day of the telling is not counted: the other day is later, and the telling not before the service', () => {
    const late = caseWithActions('example-case', '2026-07-24', servedOn('2026-07-11'))
    const refused = (item: Record<string, string>) => late.refused('set-reply-day', '1/o1', item)
    expect(refused({ replyBy: '2026-07-24' })).toEqual(['第二十二条'])
    expect(refused({ replyBy: '2026-07-25' })).toEqual([])
    expect(refused({ replyBy: '2026-07-12', toldOn: '2026-07-12' })).toEqual(['第二十二条'])
    expect(refused({ replyBy: '2026-07-13', toldOn: '2026-07-12' })).toEqual([])
    expect(refused({ replyBy: '2026-07-13', toldOn: '2026-07-10' })).toEqual(['第二十二条'])
  })

  test('silence counts from the end of the other day', () => {
    const late = caseWithActions('example-case', '2026-07-24', servedOn('2026-07-11'))
    expect(late.subjects('set-reply-day')).toEqual(['1/o1'])
    const set = late.after('set-reply-day', '1/o1', { replyBy: '2026-07-22', toldOn: '2026-07-13' })
    expect(set.subjects('set-reply-day')).toEqual([])
    expect(deadlineOf(set.view, 'reply', '1/o1')).toMatchObject({ due: '2026-07-22', status: 'overdue' })
    expect(set.known('fail-consultation', '1/o1')).toMatchObject({ ground: 'refused-or-no-reply' })
  })

  test('who answers all the same has answered', () => {
    const late = caseWithActions('example-case', '2026-07-24', servedOn('2026-07-11'))
    const answered = late.after('reply', '1/o1', { repliedOn: '2026-07-15', agrees: true })
    expect(answered.subjects('set-reply-day')).toEqual([])
    expect(answered.known('fail-consultation', '1/o1')).not.toHaveProperty('ground')
  })
})
