import { describe, expect, test } from 'vitest'
import type { Agreement, Documents, Round } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import {
  addedOn,
  agreementIn,
  agreementOf,
  caseEndedOn,
  claimedObligors,
  confirmationOf,
  declinedOn,
  endedOn,
  interruptionsOf,
  involves,
  isNewRoundFailed,
  isSuperseded,
  isWithdrawn,
  leftBehind,
  releasedOn,
  standingAgreement,
  versionsOf,
} from '../../src/core/facts/queries.ts'
import { isUnder } from '../../src/core/facts/restoration.ts'
import { hasNothingToSettle } from '../../src/core/facts/rounds.ts'
import { servedOn } from '../../src/core/facts/service.ts'
import { documentsFor, type Values } from '../golden/read.ts'
import { settingOn } from '../support/setting.ts'

const factsWith = (facts: Values): Facts => factsOf(documentsFor({ base: 'minimal', facts }))
const agreed = (...agreements: Agreement[]): Facts => factsWith({ agreements: { agreements } })
const signed: Agreement = { id: 'G1', obligors: ['o1'], signedOn: '2026-05-20' }
const amending: Agreement = { id: 'G2', obligors: ['o1'], amends: 'G1', signedOn: '2026-08-20' }

describe('who is still claimed against', () => {
  type Amendments = NonNullable<Documents['case']['obligorAmendments']>
  const amended = (...obligorAmendments: Amendments): Facts => factsWith({ case: { obligorAmendments } })
  const withdrawn = { on: '2026-04-01', kind: 'withdrawn' as const, obligors: ['o1'] }
  const added = { on: '2026-05-01', kind: 'added' as const, obligors: ['o1'] }

  test('not one who was taken off the list', () => {
    const facts = amended(withdrawn)
    expect(isWithdrawn(facts, 'o1')).toBe(true)
    expect(isWithdrawn(facts, 'o2')).toBe(false)
    expect(claimedObligors(facts).map(({ id }) => id)).toEqual(['o2'])
    expect(releasedOn(facts, 'o1')).toBe('2026-04-01')
  })

  test('one who was put back after that, in whatever order it is on record; a mere correction puts nobody back', () => {
    expect(isWithdrawn(amended(added, withdrawn), 'o1')).toBe(false)
    expect(isWithdrawn(amended(withdrawn, { ...added, on: '2026-03-01' }), 'o1')).toBe(true)
    expect(isWithdrawn(amended(withdrawn, { ...added, kind: 'corrected' }), 'o1')).toBe(true)
  })

  test('the day of the last addition counts, of this obligor alone', () => {
    const facts = amended(
      added,
      { ...added, on: '2026-06-01' },
      { ...added, on: '2026-07-01', obligors: ['o2'] },
    )
    expect(addedOn(facts, 'o1')).toBe('2026-06-01')
    expect(addedOn(amended(withdrawn), 'o1')).toBeUndefined()
  })

  test('one whose claim was terminated is not called withdrawn', () => {
    const closing = { terminations: [{ decidedOn: '2026-06-01', obligors: ['o1'] }] }
    const facts = factsWith({ case: { obligorAmendments: [withdrawn] }, closing })
    expect(isWithdrawn(facts, 'o1')).toBe(false)
    expect(releasedOn(facts, 'o1')).toBe('2026-06-01')
  })
})

describe('the day from which nothing more is asked', () => {
  const terminated = (...obligors: string[]) => ({ terminations: [{ decidedOn: '2026-06-01', obligors }] })

  test('of an obligor: its release, else the closing', () => {
    const closed = { closed: { closedOn: '2026-09-01' } }
    expect(endedOn(factsWith({ closing: { ...closed, ...terminated('o1') } }), 'o1')).toBe('2026-06-01')
    expect(endedOn(factsWith({ closing: closed }), 'o1')).toBe('2026-09-01')
    expect(endedOn(factsWith({}), 'o1')).toBeUndefined()
  })

  test('of the case: once the claim against all was given up, or it was closed', () => {
    expect(caseEndedOn(factsWith({ closing: terminated('o1') }))).toBeUndefined()
    expect(caseEndedOn(factsWith({ closing: terminated('o1', 'o2') }))).toBe('2026-06-01')
    expect(caseEndedOn(factsWith({ closing: { closed: { closedOn: '2026-09-01' } } }))).toBe('2026-09-01')
    const unknown = { case: { obligors: [] }, closing: terminated() }
    expect(caseEndedOn(factsWith(unknown))).toBe('2026-06-01')
  })

  test('a decision not to initiate ends it, on its own day or that of the check; an initiation undoes it', () => {
    const declined = { checkedOn: '2026-03-02', decision: 'not-initiate' }
    const decided = { ...declined, notInitiate: { decidedOn: '2026-03-05' } }
    expect(declinedOn(factsWith({ screening: declined }))).toBe('2026-03-02')
    expect(declinedOn(factsWith({ screening: decided }))).toBe('2026-03-05')
    expect(caseEndedOn(factsWith({ screening: decided }))).toBe('2026-03-05')
    expect(endedOn(factsWith({ screening: decided }), 'o1')).toBe('2026-03-05')
    expect(declinedOn(factsWith({ screening: { ...declined, decision: 'initiate' } }))).toBeUndefined()
    const initiated = { screening: declined, investigation: { initiation: { initiatedOn: '2026-03-10' } } }
    expect(declinedOn(factsWith(initiated))).toBeUndefined()
  })
})

describe('第二十条: a round of consultation', () => {
  const round: Round = { round: 1 }
  const meeting = { number: 1, heldOn: '2026-06-10', outcome: 'agreed' as const, agreedWith: ['o1'] }

  test('by public notice, counts as served after the period; where the law has none, not at all', () => {
    const published = { obligor: 'o1', method: 'public-notice', publishedOn: '2026-06-15' } as const
    const period = settingOn('2026-07-01').regulation.period('public-notice-service')
    expect(period?.amount).toBe(30)
    expect(servedOn(published, period)).toBe('2026-07-15')
    expect(servedOn(published, undefined)).toBeUndefined()
    expect(servedOn({ ...published, servedOn: '2026-06-20' }, undefined)).toBe('2026-06-20')
    expect(servedOn({ ...published, servedOn: '2026-06-20' }, period)).toBe('2026-07-15')
    expect(servedOn({ ...published, servedOn: '2026-07-16' }, period)).toBe('2026-07-16')
    expect(servedOn({ ...published, method: 'direct', servedOn: '2026-06-20' }, period)).toBe('2026-06-20')
    expect(servedOn({ obligor: 'o1', method: 'mail' }, undefined)).toBeUndefined()
  })

  test.each<[string, Partial<Round>]>([
    ['asked for it', { earlyRequest: { by: 'o1', requestedOn: '2026-04-01' } }],
    ['was to be served', { services: [{ obligor: 'o1', method: 'mail' }] }],
    ['replied', { replies: [{ obligor: 'o1', repliedOn: '2026-06-03', agrees: false }] }],
    ['was held to have failed', { outcomes: [{ obligor: 'o1', kind: 'failed', decidedOn: '2026-07-01' }] }],
    ['agreed', { meetings: [meeting] }],
    [
      'consented to sign without a meeting',
      { meetingWaiver: { consents: [{ obligor: 'o1', consentedOn: '2026-06-01' }] } },
    ],
  ])('involves an obligor who %s, and nobody else', (_, happened) => {
    expect(involves({ ...round, ...happened }, 'o1')).toBe(true)
    expect(involves({ ...round, ...happened }, 'o2')).toBe(false)
  })

  test('has nothing left to settle with one bound by the agreement of another round, unless the court refused that', () => {
    const confirmation = { agreement: 'G1', appliedOn: '2026-06-01', result: 'refused' }
    expect(hasNothingToSettle(agreed(signed), { round: 2 }, 'o1')).toBe(true)
    expect(hasNothingToSettle(agreed(signed), { round: 1 }, 'o1')).toBe(false)
    expect(hasNothingToSettle(agreed(signed), { round: 2 }, 'o2')).toBe(false)
    const refused = factsWith({
      agreements: { agreements: [signed] },
      court: { confirmations: [confirmation] },
    })
    expect(hasNothingToSettle(refused, { round: 2 }, 'o1')).toBe(false)
    const released = factsWith({ closing: { terminations: [{ decidedOn: '2026-06-01', obligors: ['o1'] }] } })
    expect(hasNothingToSettle(released, { round: 1 }, 'o1')).toBe(true)
  })
})

describe('第二十一条: which agreement binds', () => {
  test('the last version, and not what it replaced', () => {
    expect(isSuperseded(agreed(signed, amending), signed)).toBe(true)
    expect(isSuperseded(agreed(signed), signed)).toBe(false)
    expect(isSuperseded(agreed(signed), { ...signed, status: 'superseded' })).toBe(true)
    expect(agreementOf(agreed(signed, amending), 'o1')?.id).toBe('G2')
    expect(versionsOf(agreed(signed, amending), amending).map(({ id }) => id)).toEqual(['G2', 'G1'])
  })

  test('a circle of versions ends', () => {
    const facts = agreed(amending, { ...signed, amends: 'G2' })
    const [last] = facts.agreements
    expect(last && versionsOf(facts, last).map(({ id }) => id)).toEqual(['G2', 'G1'])
  })

  test('of two rounds, that of the later', () => {
    const second: Agreement = { ...signed, id: 'G2', round: 2 }
    expect(agreementOf(agreed(second, signed), 'o1')?.id).toBe('G2')
    expect(agreementOf(agreed(signed, second), 'o1')?.id).toBe('G2')
    expect(agreementIn(agreed(signed, second), 2, 'o1')?.id).toBe('G2')
    expect(agreementIn(agreed(signed, second), 1, 'o1')?.id).toBe('G1')
    expect(agreementIn(agreed(signed), 2, 'o1')).toBeUndefined()
    expect(agreementIn(agreed(signed), 1, 'o2')).toBeUndefined()
  })

  test('none that was not signed, or was rescinded, or is with somebody else', () => {
    const { signedOn: _, ...draft } = signed
    expect(agreementOf(agreed(draft), 'o1')).toBeUndefined()
    expect(agreementOf(agreed({ ...signed, status: 'rescinded' }), 'o1')).toBeUndefined()
    expect(agreementOf(agreed(signed), 'o2')).toBeUndefined()
  })

  test('the last application for confirmation that was not withdrawn is the one that counts', () => {
    const first = { agreement: 'G1', appliedOn: '2026-06-01', result: 'refused' }
    const applied = (...confirmations: Values[]) =>
      factsWith({ agreements: { agreements: [signed] }, court: { confirmations } })
    const again = { agreement: 'G1', appliedOn: '2026-07-01', result: 'confirmed' }
    expect(confirmationOf(applied(again, first), signed)?.result).toBe('confirmed')
    expect(confirmationOf(applied(first, again), signed)?.result).toBe('confirmed')
    expect(confirmationOf(applied(first, { ...again, result: 'withdrawn' }), signed)?.result).toBe('refused')
    expect(confirmationOf(applied({ ...first, agreement: 'G9' }), signed)).toBeUndefined()
    expect(standingAgreement(applied(first), 'o1')).toBeUndefined()
    expect(standingAgreement(applied(again), 'o1')?.id).toBe('G1')
    expect(standingAgreement(applied(), 'o1')?.id).toBe('G1')
  })
})

describe('第二十一条: whom an amendment leaves out', () => {
  const both: Agreement = { ...signed, obligors: ['o1', 'o2'] }
  const left = (agreement: Partial<Agreement>, ...others: Agreement[]) => {
    const facts = agreed({ ...both, ...agreement }, ...others)
    return facts.agreements.slice(0, 1).flatMap((each) => leftBehind(facts, each))
  }

  test('he is bound as before, by what was signed and is in force', () => {
    expect(left({}, amending)).toEqual(['o2'])
    expect(left({ status: 'in-force' }, amending)).toEqual(['o2'])
    expect(left({})).toEqual([])
    expect(left({ status: 'superseded' }, amending)).toEqual([])
    expect(left({ status: 'rescinded' }, amending)).toEqual([])
    expect(left({ rescindedOn: '2026-06-01' }, amending)).toEqual([])
    expect(leftBehind(agreed(both, amending), { ...both, signedOn: '' })).toEqual([])
  })

  test('nobody is, once a later version has him again; a draft and another agreement count for nothing', () => {
    const third: Agreement = { id: 'G3', obligors: ['o2'], amends: 'G2', signedOn: '2026-09-20' }
    const { signedOn: _, ...draft } = third
    expect(left({}, amending, third)).toEqual([])
    expect(left({}, amending, draft)).toEqual(['o2'])
    expect(left({}, amending, { ...third, amends: 'G9' })).toEqual(['o2'])
    expect(left({}, { ...amending, obligors: ['o9'] })).toEqual(['o1', 'o2'])
  })
})

describe('第二十四条: what follows a refused confirmation', () => {
  const failed = (round: number, decidedOn: string) => ({
    round,
    outcomes: [{ obligor: 'o1', kind: 'failed', decidedOn }],
  })
  const facts = factsWith({ consultation: { rounds: [failed(1, '2026-05-01'), failed(2, '2026-09-01')] } })

  test('the failure of a later round counts, from its own day on', () => {
    expect(isNewRoundFailed(facts, signed, 'o1')).toBe(true)
    expect(isNewRoundFailed(facts, signed, 'o1', '2026-09-01')).toBe(true)
    expect(isNewRoundFailed(facts, signed, 'o1', '2026-08-31')).toBe(false)
    expect(isNewRoundFailed(facts, signed, 'o2')).toBe(false)
    expect(isNewRoundFailed(facts, { ...signed, round: 2 }, 'o1')).toBe(false)
  })
})

describe('what interrupts the limitation against an obligor', () => {
  test('its interruptions and the demands on it, in order, and none against others', () => {
    const interruption = { obligor: 'o1', on: '2026-08-01', by: '提出请求' }
    const demand = { reference: 'G1', obligors: ['o1'], on: '2026-07-01' }
    const facts = factsWith({
      court: {
        limitationInterruptions: [interruption, { ...interruption, obligor: 'o2', on: '2026-08-02' }],
        demands: [demand, { ...demand, obligors: ['o2'], on: '2026-07-02' }],
      },
    })
    expect(interruptionsOf(facts, 'o1')).toEqual(['2026-07-01', '2026-08-01'])
  })
})

describe('which restoration is under an agreement', () => {
  const facts = agreed(signed, amending)
  test('one begun under an earlier version, or before any by one of its obligors; not that of a judgment', () => {
    expect(isUnder(facts, { id: 'R1', agreement: 'G1' }, amending)).toBe(true)
    expect(isUnder(facts, { id: 'R1', agreement: 'G2' }, signed)).toBe(false)
    expect(isUnder(facts, { id: 'R1', obligors: ['o1', 'o2'] }, signed)).toBe(true)
    expect(isUnder(facts, { id: 'R1', obligors: ['o2'] }, signed)).toBe(false)
    expect(isUnder(facts, { id: 'R1', suit: 'S1', obligors: ['o1'] }, signed)).toBe(false)
    expect(isUnder(facts, { id: 'R1', suit: 'S1', agreement: 'G1' }, signed)).toBe(true)
  })
})
