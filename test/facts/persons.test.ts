import { describe, expect, test } from 'vitest'
import { suspectedCrime } from '../../src/core/facts/crime.ts'
import type { Obligor } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { hasFormOf, identityLabel, numberOf, personalNumbersOf } from '../../src/core/facts/identity.ts'
import { isDayOfFact } from '../../src/core/facts/past.ts'
import { payerName } from '../../src/core/facts/payers.ts'
import { isPendingProceeding, parallelSuits } from '../../src/core/facts/proceedings.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const factsWith = (facts: Values): Facts => factsOf(documentsFor({ base: 'minimal', facts }))
const company: Obligor = { id: 'o1', kind: 'organization', name: '某化工有限公司' }

describe('given proceedings beside the claim', () => {
  const crime = { kind: 'criminal' }
  const suspected = (proceedings: Values[], more: Values = {}, clue: Values = { channel: 'inspection' }) =>
    suspectedCrime(factsWith({ case: { clue, relatedProceedings: proceedings }, ...more }))

  test('a crime is still to be handed over while no authority conducts proceedings on it', () => {
    expect(suspected([crime])).toEqual(crime)
    expect(suspected([{ ...crime, authority: ' ' }])).toBeDefined()
    expect(suspected([{ ...crime, authority: '南宁市公安局' }])).toBeUndefined()
    expect(suspected([{ kind: 'administrative' }])).toBeUndefined()
    expect(suspected([])).toBeUndefined()
  })

  test('not once it was transferred, nor where it came from those who prosecute crimes', () => {
    expect(suspected([crime], { court: { transfers: [{ transferredOn: '2026-04-01' }] } })).toBeUndefined()
    expect(suspected([crime], {}, { channel: 'criminal-case' })).toBeUndefined()
    expect(suspected([crime], {}, { channel: 'judicial-referral' })).toBeUndefined()
  })

  test('a public-interest suit is parallel against those whom it names, or against all', () => {
    const suit = { kind: 'public-interest' }
    const parallel = (proceeding: Values, obligors = ['o1']) =>
      parallelSuits(factsWith({ case: { relatedProceedings: [proceeding] } }), obligors).length
    expect(parallel(suit)).toBe(1)
    expect(parallel({ ...suit, obligors: [] })).toBe(1)
    expect(parallel({ ...suit, obligors: ['o2', 'o1'] })).toBe(1)
    expect(parallel({ ...suit, obligors: ['o2'] })).toBe(0)
    expect(parallel({ kind: 'criminal' })).toBe(0)
  })

  test('it is pending while nothing is said of its result', () => {
    expect(isPendingProceeding({ kind: 'public-interest' })).toBe(true)
    expect(isPendingProceeding({ kind: 'public-interest', result: ' ' })).toBe(true)
    expect(isPendingProceeding({ kind: 'public-interest', result: '判决' })).toBe(false)
  })
})

describe('the numbers and names of persons', () => {
  const identity = { kind: 'passport', number: 'E12345678' } as const

  test('somebody is known by the code, the identity number or the number of another paper', () => {
    expect(numberOf({ creditCode: '91350100M000100Y43' })).toBe('91350100M000100Y43')
    expect(numberOf({ idNumber: '11010519491231002X', identity })).toBe('11010519491231002X')
    expect(numberOf({ identity })).toBe('E12345678')
    expect(numberOf({})).toBeUndefined()
  })

  test('personal numbers are those of papers and telephones', () => {
    expect(personalNumbersOf({ idNumber: '11010519491231002X', identity, phone: '13800000000' })).toEqual([
      '11010519491231002X',
      'E12345678',
      '13800000000',
    ])
    expect(personalNumbersOf({ creditCode: '91350100M000100Y43' })).toEqual([])
  })

  test.each([
    ['hong-kong-macao-permit', 'H12345678', true],
    ['hong-kong-macao-permit', ' h1234567890 ', true],
    ['hong-kong-macao-permit', 'H123456789', false],
    ['hong-kong-macao-permit', 'A12345678', false],
    ['taiwan-permit', '12345678', true],
    ['taiwan-permit', '1234567', false],
    ['taiwan-permit', '123456789', false],
    ['residence-permit', '810000199001011234', true],
    ['residence-permit', '83000019900101123x', true],
    ['residence-permit', '840000199001011234', false],
    ['residence-permit', '8100001990010112345', false],
    ['passport', '任何形式', true],
    ['passport', ' ', false],
  ] as const)('%s %s: %s', (kind, number, expected) => {
    expect(hasFormOf({ kind, number })).toBe(expected)
  })

  test('a paper of an unknown kind is called by its code', () => {
    expect(identityLabel('passport')).toBe('护照')
    expect(identityLabel('seaman-book')).toBe('seaman-book')
  })

  test('who paid is named with the relation to the obligor', () => {
    const facts = factsWith({ case: { obligors: [company] } })
    const insurer = { name: '某保险公司', relation: 'insurer', obligor: 'o1' } as const
    expect(payerName(facts, {})).toBe('')
    expect(payerName(facts, { payer: 'o1' })).toBe('某化工有限公司')
    expect(payerName(facts, { payer: insurer })).toBe('某保险公司（保险人）')
  })

  test.each([
    ['servedOn', true],
    ['on', true],
    ['date', true],
    ['occurredFrom', true],
    ['occurredTo', true],
    ['dueOn', false],
    ['newDueOn', false],
    ['until', false],
    ['replyBy', false],
    ['reason', false],
  ])('%s is the day of a fact: %s', (key, expected) => {
    expect(isDayOfFact(key)).toBe(expected)
  })
})
