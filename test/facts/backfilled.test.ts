import { describe, expect, test } from 'vitest'
import {
  clueCountedOn,
  isInitiationUnrecorded,
  isStepBeforeTakeover,
  servedBeforeTakeover,
  takenOverOn,
  wasPast,
} from '../../src/core/facts/backfilled.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const TAKEN_OVER = '2026-09-01'
const BEFORE = '2026-08-31'

/** A case of a clue of 2026-02-24 with two obligors, taken over from a ledger on a day, or begun in ejc. */
function taken(facts: Values, on: string | null = TAKEN_OVER): Facts {
  const backfilled = on === null ? {} : { backfilled: { on, source: '台账.xlsx' } }
  const { case: file, ...others } = facts
  return factsOf(
    documentsFor({ base: 'minimal', facts: { case: { ...Object(file), ...backfilled }, ...others } }),
  )
}

/** The steps in the order of the text (第十二条至第三十八条). */
const steps = [
  'screen',
  'initiate',
  'receive-appraisal',
  'conclude',
  'notify',
  'serve',
  'reply',
  'meet',
  'sign',
  'perform',
  'close',
]

const round = (more: Values): Values => ({ consultation: { rounds: [{ round: 1, ...more }] } })
const project = (more: Values): Values => ({ restoration: { projects: [{ id: 'R1', ...more }] } })
const closing = (more: Values): Values => ({ closing: more })

describe('a step that is not on record lies before the takeover where a later one does', () => {
  const provedBy = (facts: Facts) => steps.filter((step) => isStepBeforeTakeover(facts, step))
  const isBefore = (step: string) => steps.slice(0, steps.indexOf(step))

  test.each<[string, (on: string) => Values, string]>([
    ['a check', (on) => ({ screening: { checkedOn: on } }), 'screen'],
    ['an initiation', (on) => ({ investigation: { initiation: { initiatedOn: on } } }), 'initiate'],
    [
      'an appraisal',
      (on) => ({ appraisals: { appraisals: [{ id: 'A1', receivedOn: on }] } }),
      'receive-appraisal',
    ],
    ['a conclusion', (on) => ({ investigation: { conclusion: { concludedOn: on } } }), 'conclude'],
    ['a notice', (on) => round({ notice: { issuedOn: on } }), 'notify'],
    ['a service', (on) => round({ services: [{ obligor: 'o1', servedOn: on }] }), 'serve'],
    ['a reply', (on) => round({ replies: [{ obligor: 'o1', repliedOn: on }] }), 'reply'],
    ['a meeting', (on) => round({ meetings: [{ number: 1, heldOn: on }] }), 'meet'],
    ['a decision on the outcome', (on) => round({ outcomes: [{ obligor: 'o1', decidedOn: on }] }), 'meet'],
    [
      'an agreement',
      (on) => ({ agreements: { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: on }] } }),
      'sign',
    ],
    ['a suit', (on) => ({ court: { suits: [{ id: 'S1', obligors: ['o1'], filedOn: on }] } }), 'sign'],
    ['a judgment', (on) => ({ court: { suits: [{ id: 'S1', obligors: ['o1'], judgedOn: on }] } }), 'perform'],
    [
      'an application for confirmation',
      (on) => ({ court: { confirmations: [{ agreement: 'G1', appliedOn: on }] } }),
      'perform',
    ],
    ['a confirmation', (on) => ({ court: { confirmations: [{ agreement: 'G1', ruledOn: on }] } }), 'perform'],
    ['a restoration that began', (on) => project({ startedOn: on }), 'perform'],
    ['a restoration that is complete', (on) => project({ completedOn: on }), 'perform'],
    ['a report on it', (on) => project({ evaluations: [{ round: 1, reportedOn: on }] }), 'perform'],
    ['its acceptance', (on) => project({ evaluations: [{ round: 1, acceptedOn: on }] }), 'perform'],
    [
      'a payment',
      (on) => ({ payments: { payments: [{ id: 'P1', paidOn: on, amount: '1.00' }] } }),
      'perform',
    ],
    ['a termination', (on) => closing({ terminations: [{ obligors: ['o1'], decidedOn: on }] }), 'close'],
    ['a closing', (on) => closing({ closed: { closedOn: on } }), 'close'],
  ])('by %s', (_, facts, step) => {
    expect(provedBy(taken(facts(BEFORE)))).toEqual(isBefore(step))
    expect(provedBy(taken(facts(TAKEN_OVER)))).toEqual([])
    expect(provedBy(taken(facts(BEFORE), null))).toEqual([])
  })

  test('to sue, or to decide that it failed, ends the consultation as signing does; a waiver stands for a meeting', () => {
    const paid = taken({ payments: { payments: [{ id: 'P1', paidOn: BEFORE, amount: '1.00' }] } })
    const signed = taken({ agreements: { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: BEFORE }] } })
    const met = taken(round({ meetings: [{ number: 1, heldOn: BEFORE }] }))
    const isProved = (action: string) =>
      [paid, signed, met].map((facts) => isStepBeforeTakeover(facts, action))
    expect(isProved('sue')).toEqual([true, false, false])
    expect(isProved('fail-consultation')).toEqual([true, false, false])
    expect(isProved('waive-meeting')).toEqual([true, true, false])
    expect(isProved('add-evidence')).toEqual([false, false, false])
  })

  test('the initiation is unsaid where a later step is on record without it', () => {
    const conclusion = { concludedOn: BEFORE }
    expect(isInitiationUnrecorded(taken({ investigation: { conclusion } }))).toBe(true)
    expect(
      isInitiationUnrecorded(taken({ investigation: { conclusion, initiation: { initiatedOn: BEFORE } } })),
    ).toBe(false)
    expect(isInitiationUnrecorded(taken({}))).toBe(false)
    expect(isInitiationUnrecorded(taken(round({ notice: { issuedOn: BEFORE } })))).toBe(true)
  })
})

describe('whether a case had gone past a day when it was taken over', () => {
  const DAY = '2026-08-01'
  const past = (facts: Values, named: string[] = [], on: string | null = TAKEN_OVER) =>
    wasPast(taken(facts, on), DAY, named)
  const replied = (...obligors: string[]) =>
    round({ replies: obligors.map((obligor) => ({ obligor, repliedOn: '2026-08-02' })) })

  test('by a later step with each of the obligors, or with those who are named', () => {
    expect(past(replied('o1', 'o2'))).toBe(true)
    expect(past(replied('o1'))).toBe(false)
    expect(past(replied('o1'), ['o1'])).toBe(true)
    expect(past(replied('o1'), ['o1', 'o2'])).toBe(false)
  })

  test('not by a step of that day, nor by one of the day of the takeover', () => {
    const closed = (closedOn: string) => closing({ closed: { closedOn } })
    expect(past(closed('2026-08-01'))).toBe(false)
    expect(past(closed('2026-08-02'))).toBe(true)
    expect(past(closed(BEFORE))).toBe(true)
    expect(past(closed(TAKEN_OVER))).toBe(false)
    expect(past(closed('2026-08-02'), [], '2026-08-02')).toBe(false)
    expect(wasPast(taken(closed('2026-08-02'), null), DAY)).toBe(false)
  })

  test('a step that names nobody is one with all', () => {
    expect(past(round({ meetings: [{ number: 1, heldOn: '2026-08-02' }] }))).toBe(true)
    expect(past(round({ meetings: [{ number: 1, heldOn: '2026-08-02', attended: [] }] }))).toBe(true)
    expect(past(round({ meetings: [{ number: 1, heldOn: '2026-08-02', attended: ['o1'] }] }))).toBe(false)
    expect(past({ ...closing({ closed: { closedOn: '2026-08-02' } }), case: { obligors: [] } })).toBe(true)
    expect(past({ case: { obligors: [] } })).toBe(false)
  })

  test.each<[string, Values]>([
    ['a service', round({ services: [{ obligor: 'o1', servedOn: '2026-08-02' }] })],
    ['an outcome', round({ outcomes: [{ obligor: 'o1', decidedOn: '2026-08-02' }] })],
    ['a suit', { court: { suits: [{ id: 'S1', obligors: ['o1'], filedOn: '2026-08-02' }] } }],
    ['a judgment', { court: { suits: [{ id: 'S1', obligors: ['o1'], judgedOn: '2026-08-02' }] } }],
    ['a termination', closing({ terminations: [{ obligors: ['o1'], decidedOn: '2026-08-02' }] })],
    ['his own restoration', project({ obligors: ['o1'], startedOn: '2026-08-02' })],
  ])('%s is a step with its own obligors', (_, facts) => {
    expect(past(facts, ['o1'])).toBe(true)
    expect(past(facts, ['o2'])).toBe(false)
  })

  test.each<[string, Values]>([
    ['its signing', {}],
    ['its confirmation', { court: { confirmations: [{ agreement: 'G1', ruledOn: '2026-08-02' }] } }],
    ['its restoration', project({ agreement: 'G1', completedOn: '2026-08-02' })],
    [
      'a payment on it',
      { payments: { payments: [{ id: 'P1', agreement: 'G1', paidOn: '2026-08-02', amount: '1.00' }] } },
    ],
  ])('what comes of an agreement is a step with its parties: %s', (what, facts) => {
    const signedOn = what === 'its signing' ? '2026-08-02' : '2026-07-01'
    const agreements = [
      { id: 'G9', obligors: ['o9'] },
      { id: 'G1', obligors: ['o1'], signedOn },
    ]
    expect(past({ agreements: { agreements }, ...facts }, ['o1'])).toBe(true)
    expect(past({ agreements: { agreements }, ...facts }, ['o2'])).toBe(false)
  })

  test('whose claim was given up is not waited for', () => {
    const obligorAmendments = [{ on: '2026-05-01', kind: 'withdrawn', obligors: ['o2'] }]
    expect(past({ ...replied('o1'), case: { obligorAmendments } })).toBe(true)
  })
})

describe('what an office owes from the day of the takeover', () => {
  test('a clue counts from its own day, and not from before the takeover', () => {
    expect(clueCountedOn(taken({}))).toBe(TAKEN_OVER)
    expect(clueCountedOn(taken({}, '2026-01-01'))).toBe('2026-02-24')
    expect(clueCountedOn(taken({}, null))).toBe('2026-02-24')
    expect(clueCountedOn(taken({ case: { clue: { channel: 'other' } } }))).toBe(TAKEN_OVER)
    expect(takenOverOn(taken({}))).toBe(TAKEN_OVER)
    expect(takenOverOn(taken({}, null))).toBeUndefined()
  })

  test('who was served before it, and of whose answer nothing is on record', () => {
    const served = (servedOn: string | undefined, obligor: string) => ({ obligor, method: 'mail', servedOn })
    const unanswered = (on: string | null, replies: Values[] = [], ...services: Values[]) => {
      const facts = taken(round({ services, replies }), on)
      return facts.rounds.flatMap((each) => servedBeforeTakeover(facts, each))
    }
    expect(unanswered(TAKEN_OVER, [], served(BEFORE, 'o1'), served(TAKEN_OVER, 'o2'))).toEqual(['o1'])
    expect(unanswered(TAKEN_OVER, [], served(undefined, 'o1'))).toEqual([])
    expect(unanswered(TAKEN_OVER, [{ obligor: 'o1' }], served(BEFORE, 'o1'), served(BEFORE, 'o2'))).toEqual([
      'o2',
    ])
    expect(unanswered(null, [], served(BEFORE, 'o1'))).toEqual([])
    const facts = taken({})
    expect(servedBeforeTakeover(facts, { round: 1 })).toEqual([])
  })
})
