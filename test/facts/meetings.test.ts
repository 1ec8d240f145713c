import { describe, expect, test } from 'vitest'
import type { Agreement, Meeting } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import {
  agreedOn,
  agreeingMeeting,
  hasAgreed,
  isHeldWith,
  meetingBefore,
  meetingsBeyond,
  meetingsWith,
  mostMeetings,
  reopenedOn,
} from '../../src/core/facts/meetings.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const held = (number: number, heldOn: string, more: Partial<Meeting> = {}): Meeting => ({
  number,
  heldOn,
  attended: ['o1'],
  ...more,
})
const agreed = (number: number, heldOn: string) =>
  held(number, heldOn, { outcome: 'agreed', agreedWith: ['o1'] })
const failed = (number: number, heldOn: string, more: Partial<Meeting> = {}) =>
  held(number, heldOn, { outcome: 'failed', ...more })

function inRound(meetings: readonly Meeting[], agreements: readonly Agreement[] = [], more: Values = {}) {
  const rounds = [{ round: 1, meetings, ...more }]
  const facts = factsOf(
    documentsFor({ base: 'minimal', facts: { consultation: { rounds }, agreements: { agreements } } }),
  )
  const [round = { round: 1 }] = facts.rounds
  return { facts, round }
}

/** The number of the meeting by which o1 has agreed. */
const by = (meetings: readonly Meeting[], agreements: readonly Agreement[] = []) => {
  const { facts, round } = inRound(meetings, agreements)
  return agreeingMeeting(facts, round, 'o1')?.number
}

describe('第二十条: the meetings with an obligor', () => {
  test.each(['attended', 'absent', 'withdrew', 'agreedWith'])(
    'are those that name it under %s, or name nobody',
    (key) => {
      expect(isHeldWith({ [key]: ['o1'] }, 'o1')).toBe(true)
      expect(isHeldWith({ [key]: ['o1'] }, 'o2')).toBe(false)
      expect(isHeldWith({}, 'o2')).toBe(true)
    },
  )

  test('not one from which it was excused', () => {
    expect(isHeldWith({ attended: ['o1'], excused: ['o2'] }, 'o2')).toBe(false)
    expect(isHeldWith({ excused: ['o2'] }, 'o1')).toBe(false)
  })

  test('are in order of their days, then of their numbers', () => {
    const meetings = [held(3, '2026-06-20'), held(2, '2026-06-10'), held(1, '2026-06-10')]
    expect(meetingsWith({ meetings }, 'o1').map(({ number }) => number)).toEqual([1, 2, 3])
    expect(meetingsWith({}, 'o1')).toEqual([])
  })

  test('most of them are those of whoever was met most often', () => {
    const second = held(3, '2026-06-30', { attended: ['o2'] })
    const { facts, round } = inRound([second, held(1, '2026-06-10'), held(2, '2026-06-20')])
    expect(mostMeetings(facts, round).map(({ number }) => number)).toEqual([1, 2])
  })

  test('beyond a number of them are the later ones, but for one that another needed who had not agreed', () => {
    const beyond = (obligor: string, ...meetings: Meeting[]) => {
      const { facts, round } = inRound(meetings)
      return meetingsBeyond(facts, round, obligor, 1).map(({ number }) => number)
    }
    const joint = held(2, '2026-06-20', { attended: ['o1', 'o2'] })
    expect(beyond('o1', held(1, '2026-06-10'), joint)).toEqual([2])
    expect(beyond('o2', held(1, '2026-06-10'), joint)).toEqual([])
    expect(beyond('o1', agreed(1, '2026-06-10'), joint)).toEqual([])
    expect(beyond('o1', agreed(1, '2026-06-10'), held(2, '2026-06-20'))).toEqual([2])
  })
})

describe('第二十一条: the meeting that agreed', () => {
  test('is the first; one that continued or agreed with another is none', () => {
    expect(by([agreed(2, '2026-06-20'), agreed(1, '2026-06-10')])).toBe(1)
    expect(by([held(1, '2026-06-10', { outcome: 'continued', agreedWith: ['o1'] })])).toBeUndefined()
    expect(by([held(1, '2026-06-10', { outcome: 'agreed', agreedWith: ['o2'] })])).toBeUndefined()
  })

  test('a later one that failed with the same obligor undoes it, and the next that agrees counts', () => {
    expect(by([agreed(1, '2026-06-10'), failed(2, '2026-06-20')])).toBeUndefined()
    expect(by([agreed(1, '2026-06-10'), failed(2, '2026-06-20', { attended: ['o2'] })])).toBe(1)
    expect(by([agreed(1, '2026-06-10'), failed(2, '2026-06-20', { excused: ['o1'] })])).toBe(1)
    expect(by([agreed(1, '2026-06-10'), failed(2, '2026-06-20'), agreed(3, '2026-06-30')])).toBe(3)
  })

  test('one that failed with another undoes nothing: who had agreed was merely there, unless it is named', () => {
    const both = { attended: ['o1', 'o2'] }
    const first = agreed(1, '2026-06-10')
    const second = held(2, '2026-06-20', { ...both, outcome: 'agreed', agreedWith: ['o2'] })
    expect(by([first, failed(2, '2026-06-20', both)])).toBe(1)
    expect(by([first, failed(2, '2026-06-20', { ...both, failedWith: ['o2'] })])).toBe(1)
    expect(by([first, failed(2, '2026-06-20', { ...both, failedWith: ['o1', 'o2'] })])).toBeUndefined()
    expect(by([first, second, failed(3, '2026-06-30', both)])).toBeUndefined()
    expect(by([first, second, failed(3, '2026-06-30', { ...both, failedWith: ['o2'] })])).toBe(1)
  })

  test('what fails after the signing undoes nothing; before it or on its day, it does', () => {
    const signed = (signedOn: string): Agreement[] => [{ id: 'G1', obligors: ['o1'], signedOn }]
    const meetings = [agreed(1, '2026-06-10'), failed(2, '2026-06-20')]
    expect(by(meetings, signed('2026-06-19'))).toBe(1)
    expect(by(meetings, signed('2026-06-20'))).toBeUndefined()
    expect(by(meetings, signed('2026-06-21'))).toBeUndefined()
  })

  test('the day of it ends the consultation, else that of the signing, whatever else was missing', () => {
    const signed: Agreement = { id: 'G1', obligors: ['o1'], signedOn: '2026-06-25' }
    const day = (meetings: readonly Meeting[], ...agreements: Agreement[]) => {
      const { facts, round } = inRound(meetings, agreements)
      return agreedOn(facts, round, 'o1')
    }
    expect(day([agreed(1, '2026-06-10')])).toBe('2026-06-10')
    expect(day([agreed(1, '2026-06-10')], signed)).toBe('2026-06-10')
    expect(day([], signed)).toBe('2026-06-25')
    expect(day([], { ...signed, obligors: ['o2'] })).toBeUndefined()
    expect(day([], { ...signed, round: 2 })).toBeUndefined()
  })
})

describe('a rescinded agreement', () => {
  const rescinded: Agreement = {
    id: 'G1',
    obligors: ['o1'],
    signedOn: '2026-06-20',
    status: 'rescinded',
    rescindedOn: '2026-07-10',
  }
  const again: Agreement = { id: 'G2', obligors: ['o1'], signedOn: '2026-08-01' }
  const meetings = [agreed(1, '2026-06-10'), agreed(2, '2026-07-20')]

  test('opens the round anew from its day, or from the signing where none is on record', () => {
    const opened = (...agreements: Agreement[]) => {
      const { facts, round } = inRound([], agreements)
      return reopenedOn(facts, round, 'o1')
    }
    const { rescindedOn: _, ...undated } = rescinded
    expect(opened(rescinded)).toBe('2026-07-10')
    expect(opened(undated)).toBe('2026-06-20')
    expect(opened(rescinded, again)).toBeUndefined()
    expect(opened(again)).toBeUndefined()
    expect(opened({ ...rescinded, obligors: ['o2'] })).toBeUndefined()
    // As changed within its round, it is one agreement.
    expect(opened({ ...again, id: 'G0' }, { ...rescinded, amends: 'G0' })).toBe('2026-07-10')
  })

  test('only a meeting after that agrees anew; the one before led to what was rescinded', () => {
    expect(by(meetings.slice(0, 1), [rescinded])).toBeUndefined()
    expect(by(meetings, [rescinded])).toBe(2)
    const { facts } = inRound(meetings, [rescinded, again])
    expect(meetingBefore(facts, rescinded, 'o1')?.number).toBe(1)
    expect(meetingBefore(facts, again, 'o1')?.number).toBe(2)
  })

  test('leaves the day on which the consultation had ended, and uses up the consent to no meeting', () => {
    const waived = { meetingWaiver: { consents: [{ obligor: 'o1', consentedOn: '2026-06-01' }] } }
    const before = inRound([], [], waived)
    expect(hasAgreed(before.facts, before.round, 'o1')).toBe(true)
    const { facts, round } = inRound([], [rescinded], waived)
    expect(hasAgreed(facts, round, 'o1')).toBe(false)
    expect(agreedOn(facts, round, 'o1')).toBe('2026-06-20')
  })
})
