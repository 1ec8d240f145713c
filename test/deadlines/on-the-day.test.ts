import { describe, expect, test } from 'vitest'
import { viewOn } from '../golden/conclude.ts'
import type { Values } from '../golden/read.ts'
import { consulted, deadline, initiated, served } from '../law/case.ts'

const TODAY = '2026-12-01'

describe('the notice of the procuratorate of 2026-03-02', () => {
  const notices = [{ publishedOn: '2026-03-02', claimBy: '2026-04-01' }]
  const afterSuitOf = (filedOn: string) => {
    const court = { suits: [{ id: 'S1', obligors: ['o1'], filedOn }] }
    const happened = initiated({ case: { procuratorate: { notices } }, court })
    return deadline(happened, TODAY, 'procuratorate-notice').status
  }

  test('needs no answer once a suit was filed on that day or later; an earlier one is no answer', () => {
    expect(afterSuitOf('2026-03-01')).toBe('overdue')
    expect(afterSuitOf('2026-03-02')).toBe('closed')
  })
})

describe('第三十四条: the tasks of a supervised case', () => {
  const since = (major: Values) =>
    viewOn(initiated({ supervision: { major: { grounds: ['other-influence'], ...major } } }), TODAY).deadlines

  const isExplanationOwed = (tasksCompletedOn: string) =>
    since({ dueOn: '2026-05-29', tasksCompletedOn }).some(({ deadline: id }) => id === 'overdue-explanation')

  test('complete on the last day, no explanation is owed; a day later, one is', () => {
    expect(isExplanationOwed('2026-05-29')).toBe(false)
    expect(isExplanationOwed('2026-05-30')).toBe(true)
  })

  const months = (tasksCompletedOn: string) =>
    since({ tasksCompletedOn })
      .filter(({ deadline: id }) => id === 'monthly-report')
      .map(({ subject, status }) => `${subject} ${status}`)
      .slice(1)

  test('complete before the day of the report, that month owes none; on the day itself, it does', () => {
    expect(months('2026-05-09')).toEqual(['2026-05 closed'])
    expect(months('2026-05-10')).toEqual(['2026-05 overdue'])
  })

  test('complete on the last day of a month, the next one is none of their months; on its first, it is', () => {
    expect(months('2026-05-31')).toEqual(['2026-05 overdue'])
    expect(months('2026-06-01')).toEqual(['2026-05 overdue', '2026-06 closed'])
  })
})

describe('第三十六条: a publication on the money', () => {
  const published = (publishedOn: string) => {
    const payments = [{ id: 'P1', payer: 'o1', paidOn: '2026-06-10', amount: '100.00' }]
    const disclosures = [{ matter: 'funds', publishedOn, channel: '网站' }]
    const happened = initiated({ payments: { payments }, supervision: { disclosures } })
    return deadline(happened, TODAY, 'disclosure', 'funds').status
  }

  test('on the day on which money moved tells of it, one of the day before does not', () => {
    expect(published('2026-06-09')).toBe('duty')
    expect(published('2026-06-10')).toBe('met')
  })
})

describe('第十八条: consultation that goes on after an agreement was rescinded', () => {
  const agreed = { number: 1, heldOn: '2026-06-10', attended: ['o1'], outcome: 'agreed', agreedWith: ['o1'] }
  const metAfter = (heldOn: string) => {
    const meetings = [agreed, { number: 2, heldOn, attended: ['o1'], outcome: 'continue' }]
    const rescinded = { status: 'rescinded', rescindedOn: '2026-08-10', rescissionReason: '双方同意' }
    const agreements = [{ id: 'G1', obligors: ['o1'], signedOn: '2026-06-20', ...rescinded }]
    const happened = consulted(
      { services: [served('o1', '2026-06-01')], meetings },
      { agreements: { agreements } },
    )
    return deadline(happened, TODAY, 'meet', '1/o1').status
  }

  test('a meeting of the day of the rescission may have led to it: only a later one is the meeting that is owed', () => {
    expect(metAfter('2026-08-10')).toBe('duty')
    expect(metAfter('2026-08-11')).toBe('met')
  })
})
