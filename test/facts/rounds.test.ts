import { describe, expect, test } from 'vitest'
import type { Round, Service } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { isServed, obligorName, roundOf } from '../../src/core/facts/queries.ts'
import { addresseesOf, isServedTooLate } from '../../src/core/facts/rounds.ts'
import { documentsFor } from '../golden/read.ts'

describe('第二十条: whom a round is for', () => {
  const agreed = (obligors: string[], round?: number) => ({
    id: `G${obligors}`,
    obligors,
    ...(round && { round }),
  })
  const addressees = (round: number, ...agreements: object[]) =>
    addresseesOf(factsOf(documentsFor({ base: 'minimal', facts: { agreements: { agreements } } })), { round })

  test('the first is for all; a later one for those of the agreements of the round before it, each once', () => {
    expect(addressees(1, agreed(['o2']))).toEqual(['o1', 'o2'])
    expect(addressees(2)).toEqual(['o1', 'o2'])
    expect(addressees(2, agreed(['o2']))).toEqual(['o2'])
    expect(addressees(2, agreed(['o2']), agreed(['o2', 'o1']))).toEqual(['o2', 'o1'])
    expect(addressees(3, agreed(['o2']), agreed(['o1'], 2))).toEqual(['o1'])
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
