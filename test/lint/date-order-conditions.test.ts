import { describe, expect, test } from 'vitest'
import type { Values } from '../golden/read.ts'
import { initiatedOn, inRound, tooEarly } from '../support/date-order.ts'

type Row = [what: string, facts: Values, found: string[]]

const early = { earlyRequest: { by: 'o1', requestedOn: '2026-03-20' } }

describe('第十二条、第十三条: the clue comes first', () => {
  test.each<Row>([
    [
      'a check before it',
      { screening: { checkedOn: '2026-02-23' } },
      ['screening.checkedOn 2026-02-23 < 2026-02-24'],
    ],
    ['a check on its day', { screening: { checkedOn: '2026-02-24' } }, []],
    [
      'an initiation before it, without a check',
      { investigation: initiatedOn('2026-02-23') },
      ['investigation.initiation.initiatedOn 2026-02-23 < 2026-02-24'],
    ],
    [
      'an initiation before the check: that pair is told, not the clue',
      { screening: { checkedOn: '2026-02-25' }, investigation: initiatedOn('2026-02-23') },
      ['investigation.initiation.initiatedOn 2026-02-23 < 2026-02-25'],
    ],
    [
      'a closing before it, of a case that was never initiated',
      { closing: { closed: { closedOn: '2026-02-23' } } },
      ['closing.closed.closedOn 2026-02-23 < 2026-02-24'],
    ],
    [
      'a closing before the initiation: that pair is told, not the clue',
      { investigation: initiatedOn('2026-02-26'), closing: { closed: { closedOn: '2026-02-23' } } },
      ['closing.closed.closedOn 2026-02-23 < 2026-02-26'],
    ],
    [
      'a transfer of the crime before it',
      { court: { transfers: [{ to: '某检察院', transferredOn: '2026-02-23' }] } },
      ['court.transfers[].transferredOn 2026-02-23 < 2026-02-24'],
    ],
    [
      'a mark as a major case before it',
      { supervision: { major: { markedOn: '2026-02-23' } } },
      ['supervision.major.markedOn 2026-02-23 < 2026-02-24'],
    ],
  ])('%s', (_, facts, found) => {
    expect(tooEarly(facts)).toEqual(found)
  })

  test('an answer to a reporter comes after the report; where its day is unknown, after the clue', () => {
    const answered = (reporter: Values) =>
      tooEarly({ case: { clue: { channel: 'complaint-media', foundOn: '2026-02-24', reporter } } })
    expect(answered({ answeredOn: '2026-02-23' })).toEqual([
      'case.clue.reporter.answeredOn 2026-02-23 < 2026-02-24',
    ])
    expect(answered({ reportedOn: '2026-02-20', answeredOn: '2026-02-23' })).toEqual([])
    expect(answered({ reportedOn: '2026-02-26', answeredOn: '2026-02-25' })).toEqual([
      'case.clue.reporter.answeredOn 2026-02-25 < 2026-02-26',
    ])
  })
})

describe('第十三条: an obligor is taken off the list after he was found', () => {
  const listed = (...obligorAmendments: Values[]) =>
    tooEarly({ case: { obligors: [{ id: 'o1', identifiedOn: '2026-04-01' }], obligorAmendments } })
  const off = { kind: 'withdrawn', on: '2026-03-31', obligors: ['o1'] }
  const on = { kind: 'added', on: '2026-04-20', obligors: ['o1'] }

  test('his own day counts, and only for who is taken off', () => {
    expect(listed(off)).toEqual(['case.obligorAmendments[].on 2026-03-31 < 2026-04-01'])
    expect(listed({ ...off, on: '2026-04-01' })).toEqual([])
    expect(listed({ ...off, obligors: ['o2'] })).toEqual([])
    expect(listed({ ...off, kind: 'corrected' })).toEqual([])
  })

  test('who was put back since has been found again; a correction puts nobody back', () => {
    expect(listed(off, on)).toEqual([])
    expect(listed(off, { ...on, kind: 'corrected' })).toHaveLength(1)
  })

  test('who was added is taken off after that', () => {
    const again = { ...off, on: '2026-04-19' }
    expect(listed(on, again)).toEqual(['case.obligorAmendments[].on 2026-04-19 < 2026-04-20'])
    expect(listed(on, { ...again, on: '2026-04-20' })).toEqual([])
    expect(listed({ ...on, obligors: ['o2'] }, again)).toEqual([])
    expect(listed({ ...on, kind: 'corrected' }, again)).toEqual([])
    expect(listed(on, { ...again, kind: 'corrected' })).toEqual([])
  })
})

describe('第十五条、第十六条: an appraisal', () => {
  const appraised = (...appraisals: Values[]) =>
    tooEarly({ investigation: initiatedOn('2026-03-02'), appraisals: { appraisals } })

  test('is commissioned after the initiation, unless the police did so in their own case', () => {
    const first = { id: 'A1', commissionedOn: '2026-03-01' }
    const found = ['appraisals.appraisals[].commissionedOn 2026-03-01 < 2026-03-02']
    expect(appraised(first)).toEqual(found)
    expect(appraised({ ...first, commissionedBy: ['obligee'] })).toEqual(found)
    expect(appraised({ ...first, commissionedBy: ['public-security'] })).toEqual([])
  })

  test('anew, is commissioned after the last panel on what it replaces', () => {
    const panel = (id: string, opinionOn: string) => ({ id, panel: { opinionOn } })
    const first = {
      id: 'A1',
      objections: [panel('B1', '2026-05-01'), panel('B2', '2026-05-20'), { id: 'B3' }],
    }
    const anew = (commissionedOn: string, reappraises = 'A1') => ({ id: 'A2', reappraises, commissionedOn })
    expect(appraised(first, anew('2026-05-19'))).toEqual([
      'appraisals.appraisals[].commissionedOn 2026-05-19 < 2026-05-20',
    ])
    expect(appraised(first, anew('2026-05-20'))).toEqual([])
    expect(appraised(first, anew('2026-05-19', 'A9'))).toEqual([])
  })

  test('above the limit of a simple case is there before that is looked at again', () => {
    const above = (id: string, receivedOn: string, amount = '300000.01') => ({
      id,
      receivedOn,
      amounts: [{ head: 'clean-up-restoration', amount }],
    })
    const reviewed = (reviewedOn: string, ...appraisals: Values[]) =>
      tooEarly({ case: { simpleCase: { reviewedOn } }, appraisals: { appraisals } })
    const found = ['case.simpleCase.reviewedOn 2026-04-30 < 2026-05-01']
    expect(reviewed('2026-04-30', above('A1', '2026-05-01'))).toEqual(found)
    expect(reviewed('2026-05-01', above('A1', '2026-05-01'))).toEqual([])
    expect(reviewed('2026-04-30', above('A1', '2026-05-01', '300000.00'))).toEqual([])
    expect(reviewed('2026-05-02', above('A1', '2026-05-01'), above('A2', '2026-06-01'))).toEqual([])
  })
})

describe('第十七条至第二十二条: a consultation', () => {
  const issued = { notice: { issuedOn: '2026-04-10' } }
  const service = { obligor: 'o1', method: 'direct', servedOn: '2026-04-15' }
  const replied = (repliedOn: string, obligor = 'o1') => ({ replies: [{ obligor, repliedOn, agrees: true }] })
  const met = (heldOn: string, more: Values = {}) => ({ meetings: [{ number: 1, heldOn, ...more }] })
  const concluded = { investigation: { conclusion: { concludedOn: '2026-04-11' } } }
  const tooEarlyReply = 'consultation.rounds[].replies[].repliedOn 2026-04-14 <'
  const tooEarlyMeeting = 'consultation.rounds[].meetings[].heldOn'

  test.each<Row>([
    [
      'a notice before the conclusion',
      inRound(issued, concluded),
      ['consultation.rounds[].notice.issuedOn 2026-04-10 < 2026-04-11'],
    ],
    [
      'a notice before it, where the obligor asked to consult',
      inRound({ ...issued, ...early }, concluded),
      [],
    ],
    [
      'a reply before the service on him',
      inRound({ services: [service], ...replied('2026-04-14') }),
      [`${tooEarlyReply} 2026-04-15`],
    ],
    [
      'a reply before the service on another',
      inRound({ services: [service], ...replied('2026-04-14', 'o2') }),
      [],
    ],
    [
      'a reply before the public notice',
      inRound({ services: [{ obligor: 'o1', publishedOn: '2026-04-15' }], ...replied('2026-04-14') }),
      [`${tooEarlyReply} 2026-04-15`],
    ],
    [
      'a reply before the public notice to another',
      inRound({ services: [{ obligor: 'o2', publishedOn: '2026-04-15' }], ...replied('2026-04-14') }),
      [],
    ],
    [
      'a reply before a public notice that followed the service itself',
      inRound({
        services: [{ obligor: 'o1', servedOn: '2026-04-12', publishedOn: '2026-04-15' }],
        ...replied('2026-04-14'),
      }),
      [],
    ],
    [
      'a meeting before the notice',
      inRound({ ...issued, ...met('2026-04-09') }),
      [`${tooEarlyMeeting} 2026-04-09 < 2026-04-10`],
    ],
    [
      'a meeting before it, for which the obligor asked',
      inRound({ ...issued, ...early, ...met('2026-04-09') }),
      [],
    ],
  ])('%s', (_, facts, found) => {
    expect(tooEarly(facts)).toEqual(found)
  })

  test('who was served by public notice is told of the day on which it counts as served, thirty days later', () => {
    const told = (toldOn: string) =>
      tooEarly(
        inRound({
          services: [{ obligor: 'o1', method: 'public-notice', publishedOn: '2026-04-15', toldOn }],
        }),
      )
    expect(told('2026-05-14')).toEqual(['consultation.rounds[].services[].toldOn 2026-05-14 < 2026-05-15'])
    expect(told('2026-05-15')).toEqual([])
  })

  test('a meeting comes after the service on all who came', () => {
    const services = [service, { ...service, obligor: 'o2', servedOn: '2026-04-25' }]
    const held = (attended: string[] | undefined, more: Values = {}) =>
      tooEarly(inRound({ services, ...met('2026-04-20', attended && { attended }), ...more }))
    expect(held(['o1'])).toEqual([])
    expect(held(['o1', 'o2'])).toEqual([`${tooEarlyMeeting} 2026-04-20 < 2026-04-25`])
    expect(held(['o1', 'o2'], early)).toEqual([])
    expect(held(undefined)).toEqual([])
  })

  test('a meeting comes after the one before it, whatever their order in the file', () => {
    const held = (...days: [number, string][]) =>
      tooEarly(inRound({ meetings: days.map(([number, heldOn]) => ({ number, heldOn })) }))
    expect(held([1, '2026-05-10'], [2, '2026-05-09'])).toEqual([`${tooEarlyMeeting} 2026-05-09 < 2026-05-10`])
    expect(held([2, '2026-05-09'], [1, '2026-05-10'])).toEqual([`${tooEarlyMeeting} 2026-05-09 < 2026-05-10`])
    expect(held([1, '2026-05-10'], [2, '2026-05-10'])).toEqual([])
    expect(held([2, '2026-05-12'], [1, '2026-05-10'], [3, '2026-05-11'])).toEqual([
      `${tooEarlyMeeting} 2026-05-11 < 2026-05-12`,
    ])
  })

  test('more than three meetings are consented to after the third, and before the fourth', () => {
    const meetings = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-20'].map((heldOn, index) => ({
      number: index + 1,
      heldOn,
    }))
    const consented = (consentedOn: string) => tooEarly(inRound({ meetings, moreMeetings: { consentedOn } }))
    const more = 'consultation.rounds[].moreMeetings.consentedOn'
    expect(consented('2026-05-02')).toEqual([`${more} 2026-05-02 < 2026-05-03`])
    expect(consented('2026-05-03')).toEqual([])
  })

  test('it is held to have failed after the notice; another outcome may be older', () => {
    const ended = (kind: string, more: Values = {}) =>
      tooEarly(inRound({ ...issued, outcomes: [{ obligor: 'o1', kind, decidedOn: '2026-04-09' }], ...more }))
    expect(ended('failed')).toEqual(['consultation.rounds[].outcomes[].decidedOn 2026-04-09 < 2026-04-10'])
    expect(ended('continued')).toEqual([])
    expect(ended('failed', early)).toEqual([])
  })

  test('an agreement is signed after the meeting that agreed; who consented to none may have met', () => {
    const round = { meetings: [{ number: 1, heldOn: '2026-06-10', outcome: 'agreed', agreedWith: ['o1'] }] }
    const signed = (more: Values, agreement: Values = {}) =>
      tooEarly(
        inRound(
          { ...round, ...more },
          {
            agreements: {
              agreements: [{ id: 'G1', round: 1, obligors: ['o1'], signedOn: '2026-06-09', ...agreement }],
            },
          },
        ),
      )
    const found = ['agreements.agreements[].signedOn 2026-06-09 < 2026-06-10']
    expect(signed({})).toEqual(found)
    expect(
      signed({ meetings: round.meetings.map((meeting) => ({ ...meeting, heldOn: '2026-06-09' })) }),
    ).toEqual([])
    expect(signed({ meetingWaiver: { consents: [{ obligor: 'o1' }] } })).toEqual([])
    expect(signed({}, { round: undefined })).toEqual([])
    expect(signed({}, { obligors: ['o2'] })).toEqual([])
  })

  test('what amends an agreement is signed after it', () => {
    const first = { id: 'G1', obligors: ['o1'], signedOn: '2026-06-10' }
    const amended = (amends: string) =>
      tooEarly({
        agreements: { agreements: [first, { ...first, id: 'G2', amends, signedOn: '2026-06-09' }] },
      })
    expect(amended('G1')).toEqual(['agreements.agreements[].signedOn 2026-06-09 < 2026-06-10'])
    expect(amended('G9')).toEqual([])
  })
})
