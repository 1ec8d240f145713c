import { describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import { isLate, isNear, isPending, isSurelyLate } from '../../src/core/deadlines/pending.ts'
import { viewOn } from '../golden/conclude.ts'
import type { Values } from '../golden/read.ts'
import { appraisal, appraised, consulted, initiated, served } from '../law/case.ts'

const TODAY = '2026-12-01'
const round = (happened: Values, more: Values = {}) => consulted(happened, more)
const letGo = (...obligors: string[]): Values => ({
  closing: { terminations: [{ decidedOn: '2026-08-03', obligors }] },
})
const agreed = (number: number, heldOn: string, ...obligors: string[]) => {
  return { number, heldOn, attended: obligors, outcome: 'agreed', agreedWith: obligors }
}
const failed = (...obligors: string[]): Values => ({
  outcomes: obligors.map((obligor) => ({ obligor, kind: 'failed', decidedOn: '2026-07-20' })),
})

/** One deadline on 2026-12-01: its start, its status, and the day on which it was met or came to nothing. */
function of(happened: ReturnType<typeof initiated>, id: string, subject: string | null = null) {
  const found = viewOn(happened, TODAY).deadlines.find(
    (each) => each.deadline === id && each.subject === subject,
  )
  if (!found) return undefined
  const ended = found.trace.find(({ step }) => step === '已办理' || step === '已无需办理')
  return [found.start, found.status, ended?.date].filter((each) => each)
}

describe('第十二条: the answer to who reported the damage', () => {
  test('is owed from the day of the report, else from that of the clue', () => {
    const reported = (reporter: Values) => ({ case: { clue: { foundOn: '2026-02-24', reporter } } })
    expect(of(initiated(reported({ name: '某甲', reportedOn: '2026-02-20' })), 'reply-to-reporter')).toEqual([
      '2026-02-20',
      'duty',
    ])
    expect(of(initiated(reported({ name: '某甲' })), 'reply-to-reporter')).toEqual(['2026-02-24', 'duty'])
    expect(of(initiated(), 'reply-to-reporter')).toBeUndefined()
  })
})

describe('第十六条: the explanation of an appraisal', () => {
  const objected = {
    ...appraisal('appraisal-report', '2026-03-10', '2026-04-10'),
    objections: [{ id: 'B1', by: 'o1', raisedOn: '2026-04-20', explanationRequestedOn: '2026-04-21' }],
  }

  test('is no longer owed once another appraisal that replaces it was commissioned, of which others are none', () => {
    const again = appraisal('appraisal-report', '2026-05-11')
    expect(
      of(appraised(objected, { ...again, reappraises: 'A1' }), 'appraisal-explanation', 'A1/B1'),
    ).toEqual(['2026-04-21', 'closed', '2026-05-11'])
    expect(of(appraised(objected, again), 'appraisal-explanation', 'A1/B1')).toEqual([
      '2026-04-21',
      'overdue',
    ])
  })
})

describe('第十七条: the notice', () => {
  const concluded = {
    investigation: {
      initiation: { initiatedOn: '2026-03-02' },
      conclusion: { concludedOn: '2026-04-20', recommendation: 'consult' },
    },
  }

  test('is owed from the conclusion, and no longer once something was signed in its round', () => {
    const signed = (more: Values) => ({
      agreements: { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2026-06-22', ...more }] },
    })
    expect(of(initiated(concluded), 'notify', '1')).toEqual(['2026-04-20', 'duty'])
    expect(of(initiated({ ...concluded, ...signed({}) }), 'notify', '1')).toEqual([
      '2026-04-20',
      'closed',
      '2026-06-22',
    ])
    expect(of(initiated({ ...concluded, ...signed({ round: 2 }) }), 'notify', '1')).toEqual([
      '2026-04-20',
      'duty',
    ])
  })

  test('is owed anew in the round after that of the very agreement which the court refused', () => {
    const agreements = [
      { id: 'G1', obligors: ['o1'], signedOn: '2026-06-22' },
      { id: 'G2', round: 2, obligors: ['o2'], signedOn: '2026-08-20' },
    ]
    const confirmations = [
      { agreement: 'G2', appliedOn: '2026-08-25', ruledOn: '2026-10-12', result: 'refused' },
    ]
    const refused = initiated({ ...concluded, agreements: { agreements }, court: { confirmations } })
    expect(of(refused, 'notify', '3')).toEqual(['2026-10-12', 'duty'])
    expect(of(refused, 'notify', '2')).toBeUndefined()
  })

  test('is not served before it was issued', () => {
    const early = {
      consultation: { rounds: [{ round: 1, earlyRequest: { by: 'o1', requestedOn: '2026-04-01' } }] },
    }
    expect(of(initiated(early), 'serve', '1/o1')).toBeUndefined()
  })

  test('need not be served on who came to a meeting, agreed, or with whom it failed', () => {
    const attended = { meetings: [{ number: 1, heldOn: '2026-06-10', attended: ['o1'] }] }
    expect(of(round(attended), 'serve', '1/o1')).toEqual(['2026-05-29', 'closed', '2026-06-10'])
    expect(of(round(attended), 'serve', '1/o2')).toEqual(['2026-05-29', 'duty'])
    expect(of(round(failed('o2')), 'serve', '1/o2')).toEqual(['2026-05-29', 'closed', '2026-07-20'])
  })

  test('served twice, the first service counts, whichever is on record first', () => {
    const [first, second] = [served('o1', '2026-06-01'), served('o1', '2026-06-10')]
    expect(of(round({ services: [first, second] }), 'consultation', '1/o1')?.[0]).toBe('2026-06-01')
    expect(of(round({ services: [second, first] }), 'consultation', '1/o1')?.[0]).toBe('2026-06-01')
  })

  test('only of a service by public notice is the publication a step', () => {
    const published = { obligor: 'o1', method: 'public-notice', publishedOn: '2026-06-15' }
    const steps = (service: Values) =>
      viewOn(round({ services: [service] }), TODAY)
        .deadlines.filter(({ deadline }) => deadline === 'consultation')
        .flatMap(({ trace }) => trace.map(({ step }) => step))
        .filter((step) => step.includes('公告'))
    expect(steps(published)).toEqual(['公告发布，30 日后视为送达'])
    // A day of service before the period has passed is none.
    expect(steps({ ...published, servedOn: '2026-06-20' })).toEqual(['公告发布，30 日后视为送达'])
    expect(steps({ ...published, servedOn: '2026-07-16' })).toEqual([])
    expect(steps(served('o1', '2026-06-20'))).toEqual([])
  })

  test('is answered by who came to a meeting', () => {
    const came = {
      services: [served('o1', '2026-06-01')],
      meetings: [{ number: 1, heldOn: '2026-06-10', attended: ['o1'] }],
    }
    expect(of(round(came), 'reply', '1/o1')).toEqual(['2026-06-01', 'closed', '2026-06-10'])
  })
})

describe('第十八条: the meeting', () => {
  const replies = (...agreeing: boolean[]) => ({
    replies: agreeing.map((agrees, index) => ({
      obligor: `o${index + 1}`,
      repliedOn: `2026-06-1${index}`,
      agrees,
    })),
  })

  test('is owed from the first reply that agrees', () => {
    expect(of(round(replies(true, true)), 'meet', '1')).toEqual(['2026-06-10', 'duty'])
    expect(of(round(replies(false, true)), 'meet', '1')).toEqual(['2026-06-11', 'duty'])
    expect(of(round(replies(false)), 'meet', '1')).toBeUndefined()
  })

  test('is met by the first, and not owed where it was waived or something was signed', () => {
    const held = {
      meetings: [
        { number: 2, heldOn: '2026-07-10' },
        { number: 1, heldOn: '2026-07-03' },
      ],
    }
    const consents = [{ obligor: 'o1', consentedOn: '2026-06-12' }]
    const signed = { agreements: { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2026-06-22' }] } }
    expect(of(round({ ...replies(true), ...held }), 'meet', '1')).toEqual(['2026-06-10', 'met', '2026-07-03'])
    expect(of(round({ ...replies(true), meetingWaiver: { consents } }), 'meet', '1')).toEqual([
      '2026-06-10',
      'closed',
      '2026-06-10',
    ])
    expect(of(round(replies(true), signed), 'meet', '1')).toEqual(['2026-06-10', 'closed', '2026-06-22'])
  })

  test('is no longer owed once it failed with all who agreed to it, or they were let go', () => {
    expect(of(round({ ...replies(true, true), ...failed('o1') }), 'meet', '1')).toEqual([
      '2026-06-10',
      'duty',
    ])
    expect(of(round({ ...replies(true, true), ...failed('o1', 'o2') }), 'meet', '1')).toEqual([
      '2026-06-10',
      'closed',
      '2026-07-20',
    ])
    expect(of(round({ ...replies(true, true), ...failed('o1') }, letGo('o2')), 'meet', '1')).toEqual([
      '2026-06-10',
      'closed',
      '2026-08-03',
    ])
  })
})

describe('第二十一条: the agreement', () => {
  const meetings = [agreed(1, '2026-07-03', 'o1'), agreed(2, '2026-07-10', 'o2')]

  test('is no longer owed by one with whom it failed after all, or who was let go', () => {
    expect(of(round({ meetings }), 'agreement', '1/o1')).toEqual(['2026-07-03', 'overdue'])
    expect(of(round({ meetings, ...failed('o1') }), 'agreement', '1/o1')).toEqual([
      '2026-07-03',
      'closed',
      '2026-07-20',
    ])
    expect(of(round({ meetings }, letGo('o1')), 'agreement', '1/o1')).toEqual([
      '2026-07-03',
      'closed',
      '2026-08-03',
    ])
  })

  test('jointly, from the last of those who agreed, until all have come to an end', () => {
    const draft = { agreements: { agreements: [{ id: 'G1', obligors: ['o1', 'o2'] }] } }
    expect(of(round({ meetings }, draft), 'agreement', 'G1')).toEqual(['2026-07-10', 'overdue'])
    expect(of(round({ meetings }, { ...draft, ...letGo('o1') }), 'agreement', 'G1')).toEqual([
      '2026-07-10',
      'overdue',
    ])
    expect(of(round({ meetings, ...failed('o2') }, { ...draft, ...letGo('o1') }), 'agreement', 'G1')).toEqual(
      ['2026-07-10', 'closed', '2026-08-03'],
    )
  })

  const owing = (terms: Values, more: Values = {}) =>
    initiated({
      agreements: { agreements: [{ id: 'G1', obligors: ['o1', 'o2'], signedOn: '2026-06-22', ...terms }] },
      ...more,
    })

  test('a payment is no longer owed once its obligor was let go; one that names nobody, once all were', () => {
    const payment = { id: 'P1', dueOn: '2026-09-01', amount: '100.00' }
    const own = { payments: [{ ...payment, obligor: 'o1' }] }
    expect(of(owing(own, letGo('o2')), 'payment', 'P1')).toEqual(['overdue'])
    expect(of(owing(own, letGo('o1')), 'payment', 'P1')).toEqual(['closed', '2026-08-03'])
    expect(of(owing({ payments: [payment] }, letGo('o1')), 'payment', 'P1')).toEqual(['overdue'])
    expect(of(owing({ payments: [payment] }, letGo('o1', 'o2')), 'payment', 'P1')).toEqual([
      'closed',
      '2026-08-03',
    ])
  })

  test('an evaluation is not owed where the restoration is exempt from it', () => {
    const terms = { restoration: { mode: 'labor', evaluateBy: '2026-10-30' } }
    const project = {
      id: 'R1',
      agreement: 'G1',
      mode: 'labor',
      startedOn: '2026-07-01',
      completedOn: '2026-09-01',
    }
    const exempt = { evaluations: [{ round: 1, exemption: { ground: 'labor' } }] }
    const under = (more: Values) => owing(terms, { restoration: { projects: [{ ...project, ...more }] } })
    expect(of(under({}), 'evaluation', 'R1')).toEqual(['overdue'])
    expect(of(under(exempt), 'evaluation', 'R1')).toEqual(['closed', '2026-10-30'])
  })
})

describe('what is pending, late and near', () => {
  test.each<[Deadline['status'], boolean]>([
    ['open', true],
    ['soon', true],
    ['rolled', true],
    ['overdue', true],
    ['suspended', true],
    ['duty', true],
    ['met', false],
    ['met-late', false],
    ['closed', false],
  ])('%s is pending: %s', (status, expected) => {
    expect(isPending({ status })).toBe(expected)
  })

  test('late is what is overdue, unless the text only recommends it', () => {
    const screening = { deadline: 'screening', advisory: false }
    expect(isLate({ ...screening, status: 'overdue' })).toBe(true)
    expect(isLate({ ...screening, status: 'overdue', advisory: true })).toBe(false)
    expect(isLate({ ...screening, status: 'rolled' })).toBe(false)
  })

  test('a right that was let pass is not late', () => {
    expect(isLate({ deadline: 'appeal', status: 'overdue', advisory: false })).toBe(false)
  })

  test('late by a provisional day alone is not surely late', () => {
    const [deadline] = viewOn(initiated({}), TODAY).deadlines
    if (!deadline) throw new Error('no deadline')
    const late = { ...deadline, deadline: 'screening', status: 'overdue', advisory: false } as const
    expect(isSurelyLate({ ...late, latestDue: '2026-03-05' }, '2026-03-05')).toBe(false)
    expect(isSurelyLate({ ...late, latestDue: '2026-03-05' }, '2026-03-06')).toBe(true)
    expect(isSurelyLate(late, '2026-03-06')).toBe(true)
  })

  test('near is what ends within the days asked for, or is being moved off a rest day', () => {
    const near = (rolledDue: string | null, status: Deadline['status'] = 'open') =>
      isNear({ status, rolledDue }, '2026-06-01', 7)
    expect(near('2026-06-08')).toBe(true)
    expect(near('2026-06-09')).toBe(false)
    expect(near(null)).toBe(false)
    expect(near('2026-06-30', 'rolled')).toBe(true)
  })
})
