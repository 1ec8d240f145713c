import { describe, expect, test } from 'vitest'
import type { Round, Service } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { obligorName, roundOf } from '../../src/core/facts/queries.ts'
import {
  addresseesOf,
  isServedTooLate,
  refusedBefore,
  settlingAgreement,
} from '../../src/core/facts/rounds.ts'
import { isServed } from '../../src/core/facts/service.ts'
import { documentsFor } from '../golden/read.ts'

describe('第二十条: whom a round is for', () => {
  const agreed = (obligors: string[], round?: number) => ({
    id: `G${obligors}`,
    obligors,
    ...(round && { round }),
  })
  const ruled = (agreement: string, result = 'refused') => ({ agreement, appliedOn: '2026-06-01', result })
  const addressees = (round: number, agreements: object[] = [], confirmations: object[] = [], more = {}) =>
    addresseesOf(
      factsOf(
        documentsFor({
          base: 'minimal',
          facts: { agreements: { agreements }, court: { confirmations }, ...more },
        }),
      ),
      { round },
    )

  test('the first is for all; a later one for those whose agreement of the round before it was refused, each once', () => {
    const one = agreed(['o2'])
    const both = { ...agreed(['o2', 'o1']), id: 'G3' }
    expect(addressees(1, [one], [ruled('Go2')])).toEqual(['o1', 'o2'])
    expect(addressees(2)).toEqual(['o1', 'o2'])
    expect(addressees(2, [one], [ruled('Go2')])).toEqual(['o2'])
    expect(addressees(2, [one, both], [ruled('Go2'), ruled('G3')])).toEqual(['o2', 'o1'])
    expect(addressees(3, [one, agreed(['o1'], 2)], [ruled('Go2'), ruled('Go1')])).toEqual(['o1'])
  })

  test('not for one whose agreement stands, nor, where none was refused, for one with whom an earlier round failed', () => {
    const [first, second] = [
      { ...agreed(['o1']), signedOn: '2026-05-20' },
      { ...agreed(['o2']), signedOn: '2026-05-20' },
    ]
    expect(addressees(2, [first, second], [ruled('Go1', 'confirmed'), ruled('Go2')])).toEqual(['o2'])
    expect(addressees(2, [first], [ruled('Go1', 'confirmed')])).toEqual(['o2'])
    expect(addressees(2, [{ ...first, status: 'rescinded' }])).toEqual(['o1', 'o2'])
    const outcomes = [{ obligor: 'o2', kind: 'failed', decidedOn: '2026-07-01' }]
    expect(addressees(2, [], [], { consultation: { rounds: [{ round: 1, outcomes }] } })).toEqual(['o1'])
    expect(addressees(1, [], [], { consultation: { rounds: [{ round: 1, outcomes }] } })).toHaveLength(2)
  })

  test('it is found by its number, an obligor by its id', () => {
    const rounds = [{ round: 2 }, { round: 1 }]
    const facts = factsOf(documentsFor({ base: 'minimal', facts: { consultation: { rounds } } }))
    expect(facts.rounds.map(({ round }) => round)).toEqual([1, 2])
    expect(roundOf(facts, 2)).toEqual({ round: 2 })
    expect(roundOf(facts, 3)).toBeUndefined()
    expect(obligorName(facts, 'o2')).toBe('郑某')
    expect(obligorName(facts, 'o9')).toBe('o9')
  })
})

describe('第二十四条: the refusal before a round', () => {
  const ruled = (agreement: string, ruledOn: string, result = 'refused') => ({
    agreement,
    appliedOn: '2026-06-01',
    ruledOn,
    result,
  })
  const agreements = [
    { id: 'G1', obligors: ['o1', 'o2'] },
    { id: 'G2', obligors: ['o1'] },
    { id: 'G3', obligors: ['o1'], round: 2 },
  ]
  const refused = (round: number, obligor: string, ...confirmations: object[]) => {
    const facts = { agreements: { agreements }, court: { confirmations } }
    return refusedBefore(factsOf(documentsFor({ base: 'minimal', facts })), { round }, obligor)
  }

  test('is the last ruling on an agreement of the round before it with that obligor', () => {
    const [first, second] = [ruled('G1', '2026-07-01'), ruled('G2', '2026-07-10')]
    expect(refused(2, 'o1', first, second)).toBe('2026-07-10')
    expect(refused(2, 'o2', first, second)).toBe('2026-07-01')
    expect(refused(3, 'o1', first, second)).toBeUndefined()
    expect(refused(3, 'o1', first, ruled('G3', '2026-09-01'))).toBe('2026-09-01')
    expect(refused(2, 'o1', ruled('G1', '2026-07-01', 'confirmed'))).toBeUndefined()
    expect(refused(1, 'o1', first)).toBeUndefined()
  })

  test('an agreement of a later round settles the consultation, one of the refused round does not', () => {
    const settled = (signedIn: number, ...confirmations: object[]) => {
      const all = [...agreements, { id: 'G9', obligors: ['o1'], round: signedIn, signedOn: '2026-08-20' }]
      const facts = { agreements: { agreements: all }, court: { confirmations } }
      return settlingAgreement(factsOf(documentsFor({ base: 'minimal', facts })), 'o1')?.id
    }
    const first = ruled('G1', '2026-07-01')
    expect(settled(2, first)).toBe('G9')
    expect(settled(1, first)).toBeUndefined()
    expect(settled(1)).toBe('G9')
    expect(settled(1, ruled('G9', '2026-09-01'))).toBeUndefined()
  })
})

describe('第十七条: a notice that left no time to reply', () => {
  const round: Round = { round: 1, notice: { issuedOn: '2026-05-29', replyBy: '2026-06-30' } }
  const on = (servedOn: string): Service => ({ obligor: 'o1', method: 'direct', servedOn })
  const tooLate = (happened: Partial<Round>, service: Service) =>
    isServedTooLate({ ...round, ...happened }, service, undefined)

  test('came on the day named for the reply or after it', () => {
    expect(tooLate({}, on('2026-06-29'))).toBe(false)
    expect(tooLate({}, on('2026-06-30'))).toBe(true)
    expect(tooLate({}, on('2026-07-01'))).toBe(true)
    expect(tooLate({}, { obligor: 'o1', method: 'mail' })).toBe(false)
  })

  test('is none where the days run from the service, or another day was set', () => {
    const days = { issuedOn: '2026-05-29', replyBy: '2026-06-30', replyWithinDays: 10 }
    expect(tooLate({ notice: days }, on('2026-07-01'))).toBe(false)
    expect(tooLate({ notice: { issuedOn: '2026-05-29' } }, on('2026-07-01'))).toBe(false)
    expect(tooLate({}, { ...on('2026-07-01'), replyBy: '2026-07-20' })).toBe(false)
  })

  test('is none where the obligor replied all the same; the reply of another does not count', () => {
    const reply = (obligor: string) => ({ obligor, repliedOn: '2026-07-02', agrees: true })
    expect(tooLate({ replies: [reply('o2'), reply('o1')] }, on('2026-07-01'))).toBe(false)
    expect(tooLate({ replies: [reply('o2')] }, on('2026-07-01'))).toBe(true)
  })

  test('a notice is served when it reached the obligor or was published, not by attempts', () => {
    expect(isServed(on('2026-06-01'))).toBe(true)
    expect(isServed({ obligor: 'o1', method: 'public-notice', publishedOn: '2026-06-01' })).toBe(true)
    expect(
      isServed({ obligor: 'o1', method: 'mail', attempts: [{ method: 'mail', on: '2026-06-01' }] }),
    ).toBe(false)
  })
})
