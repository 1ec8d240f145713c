import { describe, expect, test } from 'vitest'
import { acting, type Change, deadlineOf, inRound } from '../support/actions.ts'

/** Notice of 2026-06-29 asking for a reply by 2026-07-10; the first obligor was served on a day and keeps silent. */
const servedOn = (servedOn: string): Change =>
  inRound((round) => {
    round.services = [{ obligor: 'o1', method: 'direct', servedOn }]
    round.replies = []
    round.meetings = []
  })

describe('第二十二条第二款第一项: silence counts only where there was time to reply', () => {
  test('served on the last day, the obligor has until that day has ended', () => {
    const example = acting('example-case', '2026-07-13', servedOn('2026-07-10'))
    expect(deadlineOf(example.view, 'reply', '1/o1')).toMatchObject({ due: '2026-07-10', status: 'overdue' })
    expect(example.known('fail-consultation', '1/o1')).toMatchObject({ ground: 'refused-or-no-reply' })
    expect(example.subjects('set-reply-day')).toEqual([])
  })

  test('served after the day that the notice names, there is no reply to be late and none to fail for', () => {
    const late = acting('example-case', '2026-07-13', servedOn('2026-07-11'))
    expect(deadlineOf(late.view, 'reply', '1/o1')).toBeUndefined()
    expect(late.known('fail-consultation', '1/o1')).not.toHaveProperty('ground')
  })

  test('a public notice that takes effect after it leaves no time either', () => {
    const published = acting(
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

  test('another day is set for him, not before the service, and silence counts from its end', () => {
    const late = acting('example-case', '2026-07-24', servedOn('2026-07-11'))
    expect(late.subjects('set-reply-day')).toEqual(['1/o1'])
    expect(late.refused('set-reply-day', '1/o1', { replyBy: '2026-07-10' })).toEqual(['第二十二条'])
    const set = late.after('set-reply-day', '1/o1', { replyBy: '2026-07-22' })
    expect(set.subjects('set-reply-day')).toEqual([])
    expect(deadlineOf(set.view, 'reply', '1/o1')).toMatchObject({ due: '2026-07-22', status: 'overdue' })
    expect(set.known('fail-consultation', '1/o1')).toMatchObject({ ground: 'refused-or-no-reply' })
  })

  test('who answers all the same has answered', () => {
    const late = acting('example-case', '2026-07-24', servedOn('2026-07-11'))
    const answered = late.after('reply', '1/o1', { repliedOn: '2026-07-15', agrees: true })
    expect(answered.subjects('set-reply-day')).toEqual([])
    expect(answered.known('fail-consultation', '1/o1')).not.toHaveProperty('ground')
  })
})
