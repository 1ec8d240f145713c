import { describe, expect, it } from 'vitest'
import type { Bankruptcy, Obligor } from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { aboutText } from '../../src/core/stages/about.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { type Given, step, upToConclusion } from '../support/step.ts'

const today = '2026-11-24'
const [company, person] = sampleDocuments().case.obligors

/** The sample case with something more on record of each of its two obligors. */
const obligors = (first: Partial<Obligor>, second: Partial<Obligor> = {}): Given => ({
  ...upToConclusion,
  case: {
    obligors: [...(company ? [{ ...company, ...first }] : []), ...(person ? [{ ...person, ...second }] : [])],
  },
})
const bankrupt = (more: Partial<Bankruptcy> = {}): Given =>
  obligors({ bankruptcy: { openedOn: '2025-06-02', ...more } })
const withdrawn = (given: Given, obligor: string): Given => ({
  ...given,
  case: {
    ...given.case,
    obligorAmendments: [{ on: '2025-06-01', kind: 'withdrawn', obligors: [obligor], reason: '不是行为人。' }],
  },
})
const terminated: Given = {
  closing: { terminations: [{ obligors: ['o1'], ground: 'no-assets', decidedOn: '2025-06-15' }] },
}

describe('破产 of an obligor', () => {
  const record = (given: Given) => step('record-bankruptcy', given)

  it('is of an organisation that is pursued, until the proceedings are over', () => {
    expect(record(upToConclusion).subjects).toEqual(['o1'])
    expect(record(obligors({}, { kind: 'organization' })).subjects).toEqual(['o1', 'o2'])
    expect(record(bankrupt()).subjects).toEqual(['o1'])
    expect(record(bankrupt({ endedOn: '2026-01-01' })).subjects).toEqual([])
    expect(record(withdrawn(obligors({}), 'o1')).subjects).toEqual([])
    expect(record({ ...upToConclusion, ...terminated }).subjects).toEqual([])
    expect(record(upToConclusion).blocked('o1')).toEqual([])
  })

  it('asks for the claim, until it was declared or the proceedings are over', () => {
    expect(record(upToConclusion).advised('o1')).toBe(false)
    expect(record(bankrupt()).advised('o1')).toBe(true)
    expect(record(bankrupt({ claimedOn: '2025-07-01' })).advised('o1')).toBe(false)
    expect(record(bankrupt({ endedOn: '2026-01-01' })).advised('o1')).toBe(false)
    expect(record(bankrupt()).advised('o9')).toBe(false)
  })

  it('keeps what is known, in its own place', () => {
    expect(record(upToConclusion).known('o1')).toEqual({ openedOn: today })
    expect(record(upToConclusion).known('o9')).toEqual({ openedOn: today })
    const known = { openedOn: '2025-06-02', court: '某法院' }
    expect(record(bankrupt(known)).known('o1')).toEqual(known)
    expect(record(obligors({}, { kind: 'organization' })).place('o2')).toBe('case.obligors.1.bankruptcy')
  })
})

describe('破产分配', () => {
  const claimed = { claimedOn: '2025-07-01', admitted: '500.00' }
  const record = (given: Given) => step('record-distribution', given)

  it('follows the claim', () => {
    expect(record(upToConclusion).subjects).toEqual([])
    expect(record(bankrupt()).subjects).toEqual([])
    expect(record(bankrupt(claimed)).subjects).toEqual(['o1'])
    expect(record(bankrupt(claimed)).advised('o1')).toBe(false)
    expect(record(bankrupt(claimed)).blocked('o1')).toEqual([])
    expect(record(bankrupt(claimed)).known('o1')).toEqual({ on: today })
    const second = obligors({}, { bankruptcy: { openedOn: '2025-06-02', ...claimed } })
    expect(record(second).place('o2')).toBe('case.obligors.1.bankruptcy.distributions')
  })

  it.each<[string, Partial<Bankruptcy>, Record<string, unknown>, string[]]>([
    ['on the day of the claim', claimed, { on: '2025-07-01', amount: '500.00' }, []],
    ['on no day', claimed, { on: undefined, amount: '1.00' }, []],
    ['one 分 above what was admitted', claimed, { amount: '500.01' }, ['bankruptcy-claim amount']],
    ['where nothing is said to be admitted', { claimedOn: '2025-07-01' }, { amount: '900.00' }, []],
    ['where nothing was claimed', {}, { on: '2025-06-01', amount: '900.00' }, []],
  ])('%s', (_, known, item, expected) => {
    expect(record(bankrupt(known)).refused('o1', item)).toEqual(expected)
  })

  it('adds up, once a day', () => {
    const distributions = [{ on: '2025-10-08', amount: '300.00' }]
    const { refused } = record(bankrupt({ ...claimed, distributions }))
    expect(refused('o1', { on: '2025-10-09', amount: '200.00' })).toEqual([])
    expect(refused('o1', { on: '2025-10-09', amount: '200.01' })).toEqual(['bankruptcy-claim amount'])
    expect(refused('o1', { on: '2025-10-08', amount: '1.00' })).toEqual(['bankruptcy-claim on'])
    expect(record(upToConclusion).refused('o1', { amount: '1.00' })).toEqual([])
    expect(record(upToConclusion).refused('o9', { on: undefined, amount: '1.00' })).toEqual([])
  })
})

describe('承继人', () => {
  const ended = { endedOn: '2025-08-01' }
  const record = (given: Given) => step('record-successor', given)

  it('is of one who died or was wound up, once, while it is pursued', () => {
    expect(record(upToConclusion).subjects).toEqual([])
    expect(record(obligors({}, ended)).subjects).toEqual(['o2'])
    const successor = {
      kind: 'individual' as const,
      name: '郑二',
      since: '2025-08-01',
      relation: 'heir' as const,
    }
    expect(record(obligors({}, { ...ended, successor })).subjects).toEqual([])
    expect(record(withdrawn(obligors({}, ended), 'o2')).subjects).toEqual([])
    expect(record({ ...obligors(ended, ended), ...terminated }).subjects).toEqual(['o2'])
    expect(record(obligors({}, ended)).blocked('o2')).toEqual([])
  })

  it('takes over from the day of the death on', () => {
    const { known, place } = record(obligors({}, ended))
    expect(known('o2')).toEqual({ since: '2025-08-01' })
    expect([known('o1'), known('o9')]).toEqual([{}, {}])
    expect(place('o2')).toBe('case.obligors.1.successor')
  })
})

describe('in words', () => {
  it.each([
    ['record-bankruptcy', '某造纸有限公司破产（o1）'],
    ['record-distribution', '从某造纸有限公司的破产财产分到（o1）'],
    ['record-successor', '承继某造纸有限公司的责任（o1）'],
  ])('%s is about: %s', (id, text) => {
    expect(aboutText(step(id).view, actionOf(id) ?? {}, 'o1')).toBe(text)
  })
})
