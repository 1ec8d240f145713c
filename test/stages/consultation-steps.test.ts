import { describe, expect, it } from 'vitest'
import type { Agreement, Meeting, Obligor, Round } from '../../src/core/facts/documents.ts'
import { documentsWith, type Given, type Step, step, upToMeetings } from '../support/step.ts'

const [{ notice, services } = {}] = documentsWith({}).consultation?.rounds ?? []
const begun: Round = { round: 1, ...(notice && { notice }), ...(services && { services }) }
const refusal = (obligor: string) => ({ obligor, repliedOn: '2025-06-03', agrees: false })

/** The sample case in consultation, with these rounds. */
function consulting(rounds: Round[], given: Given = {}): Given {
  return { ...upToMeetings, consultation: { rounds }, ...given }
}

function meeting(number: number, heldOn: string, more: Partial<Meeting> = {}): Meeting {
  return { number, heldOn, attended: ['o1', 'o2'], outcome: 'continued', ...more }
}

describe('认定磋商未达成一致', () => {
  const fail = (rounds: Round[], given: Given = {}, today = '2025-06-04'): Step =>
    step('fail-consultation', consulting(rounds, given), today)
  const agreement: Agreement = { id: 'G1', round: 1, obligors: ['o1'], signedOn: '2025-06-20' }

  it('is offered for each obligor of a round that has begun', () => {
    expect(fail([begun]).subjects).toStrictEqual(['1/o1', '1/o2'])
    expect(
      fail([{ round: 1, earlyRequest: { by: 'o1', requestedOn: '2025-05-01' } }]).subjects,
    ).toStrictEqual(['1/o1', '1/o2'])
    expect(fail([{ round: 1 }]).subjects).toStrictEqual([])
    expect(fail([]).subjects).toStrictEqual([])
  })

  it('is not offered for who has failed, was let go, or has signed', () => {
    const outcomes = [{ obligor: 'o1', kind: 'failed' as const, decidedOn: '2025-06-04' }]
    expect(fail([{ ...begun, outcomes }]).subjects).toStrictEqual(['1/o2'])
    const terminations = [{ obligors: ['o1'], ground: 'other', decidedOn: '2025-06-04' }]
    expect(fail([begun], { closing: { terminations } }).subjects).toStrictEqual(['1/o2'])
    expect(fail([begun], { agreements: { agreements: [agreement] } }).subjects).toStrictEqual(['1/o2'])
    const { signedOn: _, ...draft } = agreement
    expect(fail([begun], { agreements: { agreements: [draft] } }).subjects).toStrictEqual(['1/o1', '1/o2'])
    const ofAnother = { agreements: { agreements: [{ ...agreement, round: 2 }] } }
    expect(fail([begun], ofAnother).subjects).toStrictEqual(['1/o2'])
  })

  it('is offered again with whom an agreement was rescinded, though the round has no notice', () => {
    const agreements = { agreements: [{ ...agreement, rescindedOn: '2025-08-01' }] }
    expect(fail([{ round: 1 }], { agreements }).subjects).toStrictEqual(['1/o1'])
  })

  it('proposes the ground that the facts show, by the first officer today', () => {
    const refused = fail([{ ...begun, replies: [refusal('o2')] }])
    expect(refused.known('1/o2')).toStrictEqual({
      obligor: 'o2',
      kind: 'failed',
      ground: 'refused-or-no-reply',
      decidedOn: '2025-06-04',
      by: '罗某',
    })
    const silent = { obligor: 'o1', kind: 'failed', decidedOn: '2025-06-04', by: '罗某' }
    expect(refused.known('1/o1')).toStrictEqual(silent)
    expect([refused.advised('1/o1'), refused.advised('1/o2')]).toStrictEqual([false, true])
    expect(refused.blocked('1/o1')).toStrictEqual([])
  })

  it('proposes the ground of the obligor in question, of several', () => {
    const custody = { from: '2025-06-01' }
    const obligors: Obligor[] = [
      { id: 'o1', kind: 'individual', name: '郑某', custody },
      { id: 'o2', kind: 'individual', name: '韦某' },
    ]
    const detained = fail([{ ...begun, replies: [refusal('o2')] }], { case: { obligors } })
    expect(detained.known('1/o1')).toMatchObject({ ground: 'detained' })
    expect(detained.known('1/o2')).toMatchObject({ ground: 'refused-or-no-reply' })
  })

  it('is written to the outcome of the obligor, after those on record', () => {
    expect(fail([begun]).place('1/o2')).toBe('consultation.rounds.0.outcomes.0')
    const outcomes = [{ obligor: 'o1', kind: 'agreed' as const, decidedOn: '2025-06-04' }]
    const second = fail([begun, { ...begun, round: 2, outcomes }])
    expect(second.place('2/o1')).toBe('consultation.rounds.1.outcomes.0')
    expect(second.place('2/o2')).toBe('consultation.rounds.1.outcomes.1')
  })

  it.each([
    ['the facts speak against it', 'detained', '没有该义务人被羁押的记录'],
    ['they show it', 'refused-or-no-reply', '与已记录的事实相符'],
  ])('the choice of a ground says whether %s', (_, ground, said) => {
    const refused = fail([{ ...begun, replies: [refusal('o2')] }])
    const index = refused.choices('1/o2', 'ground').indexOf(ground)
    expect(refused.labels('1/o2', 'ground')[index]).toMatch(new RegExp(`（${said}）$`, 'u'))
  })

  it('of 其他 the facts say nothing', () => {
    const { choices, labels } = fail([begun])
    expect(choices('1/o1', 'ground')).toContain('detained')
    const index = choices('1/o1', 'ground').indexOf('other')
    expect(labels('1/o1', 'ground')[index]).toBe('赔偿权利人及其指定的部门或机构认为磋商不成的其他情形')
  })

  it('concerns its own obligor, and is a failure', () => {
    const given = fail([begun])
    expect(given.refused('1/o2', { ground: 'other' })).toStrictEqual([])
    expect(given.refused('1/o2', { obligor: 'o1' })).toStrictEqual(['failure-grounds obligor'])
    expect(given.refused('1/o2', { kind: 'agreed' })).toStrictEqual(['failure-grounds kind'])
  })

  describe('of who has agreed', () => {
    const refused = { ...begun, replies: [refusal('o1')] }
    const agreedOn = '2025-06-20'
    const outcomes = [{ obligor: 'o1', kind: 'agreed' as const, decidedOn: agreedOn }]
    const ground = (round: Round, given: Given = {}) =>
      fail([round], given, '2025-06-23').known('1/o1').ground

    it('no failure is proposed, whether a meeting or an officer found that he agreed', () => {
      const met = meeting(1, agreedOn, { outcome: 'agreed', agreedWith: ['o1'] })
      expect(ground(refused)).toBe('refused-or-no-reply')
      expect(ground({ ...refused, meetings: [met] })).toBeUndefined()
      expect(ground({ ...refused, outcomes })).toBeUndefined()
      const failed = [{ obligor: 'o1', kind: 'failed' as const, decidedOn: agreedOn }]
      expect(ground({ ...refused, outcomes: failed })).toBe('refused-or-no-reply')
    })

    it('one is proposed again after a later meeting that failed, or after the agreement was rescinded', () => {
      const failed = (heldOn: string) => meeting(1, heldOn, { outcome: 'failed' })
      expect(ground({ ...refused, outcomes, meetings: [failed(agreedOn)] })).toBeUndefined()
      const since = failed('2025-06-21')
      expect(ground({ ...refused, outcomes, meetings: [since] })).toBe('refused-or-no-reply')
      const notWith = { ...since, attended: ['o2'] }
      expect(ground({ ...refused, outcomes, meetings: [notWith] })).toBeUndefined()
      const goesOn = meeting(1, '2025-06-21')
      expect(ground({ ...refused, outcomes, meetings: [goesOn] })).toBeUndefined()
      const agreements = { agreements: [{ ...agreement, rescindedOn: '2025-06-22' }] }
      expect(ground({ ...refused, outcomes }, { agreements })).toBe('refused-or-no-reply')
    })
  })
})

describe('同意增加磋商次数', () => {
  const consent = (round: Partial<Round>, today?: string): Step =>
    step('consent-more-meetings', consulting([{ round: 1 }, { ...begun, ...round, round: 2 }]), today)
  const three = [1, 2, 3].map((number) => meeting(number, `2025-06-1${number}`))

  it('is offered for a round with somebody to meet, after its first meeting, once', () => {
    expect(consent({ meetings: three }).subjects).toStrictEqual(['2'])
    expect(consent({ meetings: three.slice(0, 1) }).subjects).toStrictEqual(['2'])
    const replies = [{ obligor: 'o1', repliedOn: '2025-06-03', agrees: true }]
    expect(consent({ replies, meetings: [] }).subjects).toStrictEqual([])
    expect(consent({ replies }).subjects).toStrictEqual([])
    const moreMeetings = { consentedOn: '2025-06-16' }
    expect(consent({ meetings: three, moreMeetings }).subjects).toStrictEqual([])
  })

  it('is not needed before three meetings with the same obligor', () => {
    expect(consent({ meetings: three }).blocked('2')).toStrictEqual([])
    expect(consent({ meetings: three.slice(1) }).blocked('2')).toStrictEqual(['meeting-limit'])
    const apart = three.map((each, index) => ({ ...each, attended: index ? ['o1'] : ['o2'] }))
    expect(consent({ meetings: apart }).blocked('2')).toStrictEqual(['meeting-limit'])
    const early = { round: 1, earlyRequest: { by: 'o1', requestedOn: '2025-05-01' } }
    const asked = (meetings: Meeting[]) =>
      step('consent-more-meetings', consulting([{ ...early, meetings }])).blocked('1')
    expect([asked(three), asked(three.slice(1))]).toStrictEqual([[], ['meeting-limit']])
    expect(
      consent({ meetings: three.slice(1), earlyRequest: { by: 'o1', requestedOn: '2025-05-01' } }).blocked(
        '2',
      ),
    ).toStrictEqual(['meeting-limit'])
  })

  it('is given by the unit today, for a reason', () => {
    const given = consent({ meetings: three }, '2025-06-16')
    expect(given.known('2')).toStrictEqual({ consentedBy: '南宁市生态环境局', consentedOn: '2025-06-16' })
    expect(given.place('2')).toBe('consultation.rounds.1.moreMeetings')
    expect(given.refused('2', { reason: '案情复杂' })).toStrictEqual([])
    expect(given.refused('2')).toStrictEqual(['more-meetings reason'])
    expect(given.refused('2', { reason: ' ' })).toStrictEqual(['more-meetings reason'])
  })
})
