import { describe, expect, test } from 'vitest'
import type { Values } from '../golden/read.ts'
import { initiatedOn, inRound, tooEarly } from '../support/date-order.ts'

describe('第二十四条: before the court', () => {
  const agreements = { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2026-06-10' }] }
  const court = (facts: Values, more: Values = {}) => tooEarly({ agreements, court: facts, ...more })

  test('what rests on an agreement comes after its own signing', () => {
    const confirmed = (agreement: string) =>
      court({ confirmations: [{ agreement, appliedOn: '2026-06-09', ruledOn: '2026-06-09' }] })
    expect(confirmed('G1')).toEqual([
      'court.confirmations[].appliedOn 2026-06-09 < 2026-06-10',
      'court.confirmations[].ruledOn 2026-06-09 < 2026-06-10',
    ])
    expect(confirmed('G9')).toEqual([])
    const ordered = (agreement: string) =>
      court({ paymentOrders: [{ id: 'Z1', agreement, appliedOn: '2026-06-09' }] })
    expect(ordered('G1')).toEqual(['court.paymentOrders[].appliedOn 2026-06-09 < 2026-06-10'])
    expect(ordered('G9')).toEqual([])
  })

  test('a demand and an enforcement come after what they rest on binds', () => {
    expect(court({ demands: [{ reference: 'G1', obligors: ['o1'], on: '2026-06-09' }] })).toEqual([
      'court.demands[].on 2026-06-09 < 2026-06-10',
    ])
    const enforced = (more: Values) =>
      court({ enforcements: [{ id: 'F1', appliedOn: '2026-06-09', ...more }] })
    expect(enforced({ reference: 'G1' })).toEqual(['court.enforcements[].appliedOn 2026-06-09 < 2026-06-10'])
    expect(enforced({ reference: 'G9' })).toEqual([])
    expect(enforced({})).toEqual([])
  })

  test('a suit comes after the consultation with each defendant failed, or he signed: the first of these', () => {
    const sued = (obligors: string[], ...outcomes: Values[]) =>
      tooEarly({
        ...inRound({ outcomes }),
        agreements,
        court: { suits: [{ id: 'S1', obligors, filedOn: '2026-06-05' }] },
      })
    const failed = (obligor: string, decidedOn: string) => ({ obligor, kind: 'failed', decidedOn })
    const found = (day: string) => [`court.suits[].filedOn 2026-06-05 < ${day}`]
    expect(sued(['o1'])).toEqual(found('2026-06-10'))
    expect(sued(['o1'], failed('o1', '2026-06-05'))).toEqual([])
    expect(sued(['o2'])).toEqual([])
    expect(sued(['o2'], failed('o2', '2026-06-06'))).toEqual(found('2026-06-06'))
    expect(sued(['o1', 'o2'], failed('o1', '2026-06-05'), failed('o2', '2026-06-06'))).toEqual(
      found('2026-06-06'),
    )
    expect(sued(['o1', 'o2'], failed('o1', '2026-06-07'), failed('o2', '2026-06-06'))).toEqual(
      found('2026-06-07'),
    )
  })

  test('an interruption comes after its own obligor was found', () => {
    const obligors = [{ id: 'o1', identifiedOn: '2026-03-10' }, { id: 'o2' }]
    const interrupted = (obligor: string) =>
      tooEarly({ case: { obligors }, court: { limitationInterruptions: [{ obligor, on: '2026-03-09' }] } })
    expect(interrupted('o1')).toEqual(['court.limitationInterruptions[].on 2026-03-09 < 2026-03-10'])
    expect(interrupted('o2')).toEqual([])
  })
})

describe('第二十五条至第三十一条: a restoration', () => {
  const restored = (project: Values, more: Values = {}) =>
    tooEarly({ restoration: { projects: [{ id: 'R1', ...project }] }, ...more })
  const place = (key: string) => `restoration.projects[].${key}`

  test('under a judgment begins after it, unless that was set aside since', () => {
    const judged = (suit: string, more: Values = {}) =>
      restored(
        { suit, startedOn: '2026-06-09' },
        { court: { suits: [{ id: 'S1', obligors: ['o1'], judgedOn: '2026-06-10', ...more }] } },
      )
    expect(judged('S1')).toEqual([`${place('startedOn')} 2026-06-09 < 2026-06-10`])
    expect(judged('S2')).toEqual([])
    expect(judged('S1', { remanded: [{}] })).toEqual([])
  })

  test('is complete before it is evaluated, for the last evaluation, where that does not find the goal missed', () => {
    const evaluated = (...evaluations: Values[]) => restored({ completedOn: '2026-08-01', evaluations })
    const before = { reportedOn: '2026-07-31' }
    const found = [`${place('evaluations[].reportedOn')} 2026-07-31 < 2026-08-01`]
    expect(evaluated(before)).toEqual(found)
    expect(evaluated({ ...before, passed: true })).toEqual(found)
    expect(evaluated({ ...before, passed: false })).toEqual([])
    expect(evaluated(before, { reportedOn: '2026-08-02' })).toEqual([])
  })

  test('its papers are filed, and sent to the court, after the last evaluation', () => {
    const filed = (...evaluations: Values[]) =>
      restored({ filedOn: '2026-08-10', sentToCourtOn: '2026-08-11', evaluations })
    expect(filed({ reportedOn: '2026-08-01', acceptedOn: '2026-08-12' })).toEqual([
      `${place('filedOn')} 2026-08-10 < 2026-08-12`,
      `${place('sentToCourtOn')} 2026-08-11 < 2026-08-12`,
    ])
    expect(filed({ reportedOn: '2026-08-12' }, { reportedOn: '2026-08-10' })).toEqual([])
    expect(filed()).toEqual([])
  })
})

describe('第三十四条、第三十六条: supervision and publication', () => {
  const supervised = (supervision: Values, more: Values = {}) => tooEarly({ supervision, ...more })
  const published = (more: Values, others: Values = {}) =>
    supervised({ disclosures: [{ publishedOn: '2026-06-09', ...more }] }, others)
  const found = (day: string) => [`supervision.disclosures[].publishedOn 2026-06-09 < ${day}`]
  const agreements = { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2026-06-10' }] }

  test('a month is reported on from its first day', () => {
    const reported = (reportedOn: string) =>
      supervised({ monthlyReports: [{ month: '2026-05', reportedOn }] })
    expect(reported('2026-04-30')).toEqual([
      'supervision.monthlyReports[].reportedOn 2026-04-30 < 2026-05-01',
    ])
    expect(reported('2026-05-01')).toEqual([])
  })

  test('a delay is explained after the day that was missed, not after the new one', () => {
    const explained = (newDueOn: string) =>
      supervised({
        major: { dueOn: '2026-06-30' },
        overdueExplanations: [{ explainedOn: '2026-06-29', newDueOn }],
      })
    expect(explained('2026-09-30')).toEqual([
      'supervision.overdueExplanations[].explainedOn 2026-06-29 < 2026-06-30',
    ])
    expect(explained('2026-06-30')).toEqual([])
  })

  test('an agreement is published after it was signed, how money is used at any time', () => {
    expect(published({ matter: 'agreement', subject: 'G1' }, { agreements })).toEqual(found('2026-06-10'))
    expect(published({ matter: 'funds', subject: 'G1' }, { agreements })).toEqual([])
    const investigation = initiatedOn('2026-06-11')
    expect(published({ matter: 'public-interest' }, { investigation })).toEqual(found('2026-06-11'))
  })

  test('a judgment that was set aside since is published after the first of its kind', () => {
    const remanded = [{ judgedOn: '2026-06-10' }, { judgedOn: '2026-06-20' }]
    const of = (more: Values, subject = 'S1') =>
      published(
        { matter: 'judgment', subject },
        { court: { suits: [{ id: 'S1', obligors: ['o1'], ...more }] } },
      )
    expect(of({ remanded })).toEqual(found('2026-06-10'))
    expect(of({ remanded: [{ judgedOn: '2026-06-09' }, { judgedOn: '2026-06-20' }] })).toEqual([])
    expect(of({ remanded }, 'S9')).toEqual([])
  })

  test('a notice of leniency comes after the first agreement with its obligor', () => {
    const two = [
      { id: 'G1', obligors: ['o1'], signedOn: '2026-06-10' },
      { id: 'G2', obligors: ['o1'], amends: 'G1', signedOn: '2026-07-10' },
    ]
    const lenient = (obligor: string, on: string) =>
      supervised({ leniencyNotices: [{ obligor, on }] }, { agreements: { agreements: two } })
    expect(lenient('o1', '2026-06-09')).toEqual(['supervision.leniencyNotices[].on 2026-06-09 < 2026-06-10'])
    expect(lenient('o1', '2026-06-10')).toEqual([])
    expect(lenient('o2', '2026-06-09')).toEqual([])
  })
})

describe('beside the court', () => {
  const obligor = (more: Values) => tooEarly({ case: { obligors: [{ id: 'o1', ...more }] } })
  const bankrupt = (more: Values) => obligor({ bankruptcy: { openedOn: '2026-06-02', ...more } })
  const at = 'case.obligors[].bankruptcy'

  test('a bankruptcy is claimed in and ends after it was opened', () => {
    expect(bankrupt({ claimBy: '2026-06-02', claimedOn: '2026-06-02', endedOn: '2026-06-02' })).toEqual([])
    for (const key of ['claimBy', 'claimedOn', 'endedOn'])
      expect(bankrupt({ [key]: '2026-06-01' })).toEqual([`${at}.${key} 2026-06-01 < 2026-06-02`])
    expect(obligor({ bankruptcy: { claimBy: '2026-06-01' } })).toEqual([])
  })

  test('what is distributed comes after the claim', () => {
    const paid = (on: string) => bankrupt({ claimedOn: '2026-07-01', distributions: [{ on }] })
    expect(paid('2026-07-01')).toEqual([])
    expect(paid('2026-06-30')).toEqual([`${at}.distributions[].on 2026-06-30 < 2026-07-01`])
  })

  test('a successor takes over from the end of the obligor on', () => {
    const since = (day: string) => obligor({ endedOn: '2026-08-01', successor: { since: day } })
    expect(since('2026-08-01')).toEqual([])
    expect(since('2026-07-31')).toEqual(['case.obligors[].successor.since 2026-07-31 < 2026-08-01'])
  })

  test('the procuratorate is told after the initiation, and its notice leaves time to answer', () => {
    const told = (on: string) =>
      tooEarly({ investigation: { ...initiatedOn('2026-03-02'), procuratorateInformed: { on } } })
    expect(told('2026-03-02')).toEqual([])
    expect(told('2026-03-01')).toEqual(['investigation.procuratorateInformed.on 2026-03-01 < 2026-03-02'])
    const notice = (claimBy: string) =>
      tooEarly({ case: { procuratorate: { notices: [{ publishedOn: '2026-04-02', claimBy }] } } })
    expect(notice('2026-04-02')).toEqual([])
    expect(notice('2026-04-01')).toEqual(['case.procuratorate.notices[].claimBy 2026-04-01 < 2026-04-02'])
  })
})
