import { describe, expect, test } from 'vitest'
import { performedOn } from '../../src/core/facts/debts.ts'
import type { Agreement, RestorationProject, RestorationTerms } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { doneOn } from '../../src/core/facts/performance.ts'
import {
  awaitingAcceptance,
  awaitsEvaluation,
  evaluatedOn,
  isAcceptedSubstitute,
  isAtWork,
  isUnderCourt,
  passedOn,
  projectIndex,
  projectOf,
} from '../../src/core/facts/restoration.ts'
import { isUnstarted, projectsOf, unrecordedSubstitutes, worksUnder } from '../../src/core/facts/works.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const started: RestorationProject = { id: 'R1', agreement: 'G1', startedOn: '2026-03-02' }
const complete: RestorationProject = { ...started, completedOn: '2026-06-01' }
const reported = { round: 1, reportedOn: '2026-06-20' }
const missed = { ...reported, acceptedOn: '2026-07-01', passed: false }
const passed = { ...reported, acceptedOn: '2026-07-01', passed: true }
const signed: Agreement = { id: 'G1', obligors: ['o1'], signedOn: '2026-02-02' }

function factsWith(
  projects: readonly RestorationProject[],
  agreed: Agreement = signed,
  more: Values = {},
): Facts {
  const facts = { restoration: { projects }, agreements: { agreements: [agreed] }, ...more }
  return factsOf(documentsFor({ base: 'minimal', facts }))
}

const unstartedModes = (facts: Facts, agreement: Agreement) =>
  worksUnder(facts, { agreement })
    .filter(isUnstarted)
    .map(({ mode = 'any' }) => mode)

describe('第二十九条、第三十条: where a restoration stands', () => {
  const standing = (project: RestorationProject) =>
    [
      isAtWork(project) && 'at work',
      awaitsEvaluation(project) && 'to be evaluated',
      awaitingAcceptance(project) && 'to be accepted',
      passedOn(project) && 'passed',
    ].filter((each) => each !== false && each !== undefined)

  test.each<[string, RestorationProject, string[]]>([
    ['not begun', { id: 'R1', agreement: 'G1' }, []],
    ['begun', started, ['at work']],
    ['complete', complete, ['to be evaluated']],
    ['complete, its report in', { ...complete, evaluations: [reported] }, ['to be accepted']],
    ['the goal missed', { ...complete, evaluations: [missed] }, ['at work']],
    [
      'the goal missed, complete again after that',
      { ...complete, completedOn: '2026-08-01', evaluations: [missed] },
      ['to be evaluated'],
    ],
    [
      'the goal missed, on the day of completion',
      { ...complete, completedOn: '2026-07-01', evaluations: [missed] },
      ['at work'],
    ],
    ['the goal reached', { ...complete, evaluations: [passed] }, ['passed']],
    ['the goal reached at last', { ...complete, evaluations: [missed, { ...passed, round: 2 }] }, ['passed']],
    [
      'exempt from evaluation',
      { ...complete, evaluations: [{ round: 1, exemption: { ground: 'labor' } }] },
      [],
    ],
  ])('%s', (_, project, expected) => {
    expect(standing(project)).toEqual(expected)
  })

  test('the goal is reached on the day of acceptance, the first that passed; a report that says so is none', () => {
    const at = (...evaluations: NonNullable<RestorationProject['evaluations']>) =>
      passedOn({ ...complete, evaluations })
    expect(at({ ...passed, submittedOn: '2026-06-25' })).toBe('2026-07-01')
    expect(at({ ...reported, submittedOn: '2026-06-25', passed: true })).toBeUndefined()
    expect(at({ ...reported, passed: true })).toBeUndefined()
    expect(at({ ...passed, acceptedOn: '2026-09-01', round: 2 }, passed)).toBe('2026-07-01')
    expect(at(missed)).toBeUndefined()
    expect(at()).toBeUndefined()
  })

  test('what the experts doubt or have not looked at waits for them; what misses the goal goes back to work', () => {
    const waits = (...evaluations: NonNullable<RestorationProject['evaluations']>) =>
      awaitingAcceptance({ ...complete, evaluations })?.round
    expect(waits(reported)).toBe(1)
    expect(waits({ ...reported, passed: true })).toBe(1)
    expect(waits({ ...reported, acceptedOn: '2026-07-01' })).toBe(1)
    expect(waits(passed)).toBeUndefined()
    expect(waits({ ...reported, passed: false })).toBeUndefined()
    expect(waits(missed, { ...reported, round: 2 })).toBe(2)
    expect(waits({ ...reported, exemption: { ground: 'labor' } })).toBeUndefined()
    expect(waits()).toBeUndefined()
  })

  test('it is evaluated by the acceptance, else by the report that the goal is reached, as it was handed in', () => {
    const at = (...evaluations: NonNullable<RestorationProject['evaluations']>) =>
      evaluatedOn({ ...complete, evaluations })
    expect(at(passed)).toBe('2026-07-01')
    expect(at({ ...reported, submittedOn: '2026-06-25', passed: true })).toBe('2026-06-25')
    expect(at({ ...reported, passed: true })).toBe('2026-06-20')
    expect(at(reported)).toBeUndefined()
    expect(at(missed)).toBeUndefined()
    expect(at({ ...passed, acceptedOn: '2026-09-01' }, passed)).toBe('2026-07-01')
    expect(evaluatedOn(complete)).toBeUndefined()
  })

  test('it is done when the goal is reached; when exempt, on the day the work was complete', () => {
    const exempt = { round: 1, exemption: { ground: 'labor' } }
    expect(doneOn({ ...complete, evaluations: [passed] })).toBe('2026-07-01')
    expect(doneOn({ ...complete, evaluations: [exempt] })).toBe('2026-06-01')
    expect(doneOn({ ...started, evaluations: [exempt] })).toBeUndefined()
    expect(doneOn(complete)).toBeUndefined()
  })
})

describe('第二十六条: substitutes', () => {
  const labor = { mode: 'labor', amount: '100.00' }
  const agreed = (...substitutes: Agreement['substitutes'] & object): Agreement => ({
    ...signed,
    substitutes,
  })
  const modes = (facts: Facts, agreement: Agreement) =>
    unrecordedSubstitutes(facts, agreement).map(({ mode }) => mode)

  test('are unrecorded without a project of their kind and without a day of acceptance', () => {
    const both = agreed(labor, { ...labor, mode: 'off-site' })
    expect(modes(factsWith([], both), both)).toEqual(['labor', 'off-site'])
    expect(modes(factsWith([{ id: 'R1', agreement: 'G1', mode: 'labor' }], both), both)).toEqual(['off-site'])
    expect(modes(factsWith([{ id: 'R1', agreement: 'G9', mode: 'labor' }], both), both)).toHaveLength(2)
    const accepted = agreed({ ...labor, acceptedOn: '2026-05-01' })
    expect(modes(factsWith([], accepted), accepted)).toEqual([])
  })

  test('money paid is no restoration', () => {
    const money = agreed({ ...labor, mode: 'instalments' }, { ...labor, mode: 'monetary' })
    expect(modes(factsWith([], money), money)).toEqual([])
    expect(unstartedModes(factsWith([], money), money)).toEqual([])
  })

  test('that was accepted is accepted for its own project alone', () => {
    const facts = factsWith(
      [],
      agreed({ ...labor, acceptedOn: '2026-05-01' }, { ...labor, mode: 'off-site' }),
    )
    const of = (mode: RestorationProject['mode'] & string) =>
      isAcceptedSubstitute(facts, { id: 'R1', agreement: 'G1', mode })
    expect(of('labor')).toBe(true)
    expect(of('off-site')).toBe(false)
    expect(isAcceptedSubstitute(facts, { id: 'R1', agreement: 'G9', mode: 'labor' })).toBe(false)
  })

  test('what is agreed and not begun: in place first, then each substitute once', () => {
    const all: Agreement = { ...agreed(labor, labor), restoration: { startBy: '2026-04-01' } }
    expect(unstartedModes(factsWith([], all), all)).toEqual(['any', 'labor'])
    expect(unstartedModes(factsWith([started], all), all)).toEqual(['labor'])
    expect(unstartedModes(factsWith([{ ...started, mode: 'labor' }], all), all)).toEqual(['any'])
    expect(unstartedModes(factsWith([{ ...started, agreement: 'G9' }], all), all)).toHaveLength(2)
  })
})

describe('what a restoration rests on', () => {
  const judged = {
    id: 'S1',
    obligors: ['o2'],
    effectiveOn: '2026-05-01',
    result: 'won',
    restoration: { mode: 'in-situ' },
  }
  const suits = { court: { suits: [judged] } }
  const underSuit: RestorationProject = { id: 'R2', suit: 'S1' }
  const ids = (facts: Facts, obligor: string) => projectsOf(facts, obligor).map(({ id }) => id)

  test('the project of an agreement is that of its obligors, that of a judgment of those whom it binds', () => {
    const facts = factsWith([started, underSuit], signed, suits)
    expect(ids(facts, 'o1')).toEqual(['R1'])
    expect(ids(facts, 'o2')).toEqual(['R2'])
    expect(projectOf(facts, 'R2')).toEqual(underSuit)
    expect(projectOf(facts, 'R9')).toBeUndefined()
    expect(projectIndex(facts, 'R2')).toBe(1)
    expect(projectIndex(facts, 'R9')).toBe(-1)
  })

  test('one that began before any agreement belongs to the agreement of its obligors', () => {
    const early: RestorationProject = { id: 'R1', obligors: ['o1'], startedOn: '2026-01-05' }
    expect(ids(factsWith([early]), 'o1')).toEqual(['R1'])
    expect(ids(factsWith([{ ...early, obligors: ['o2'] }]), 'o1')).toEqual([])
    expect(ids(factsWith([{ id: 'R1' }]), 'o1')).toEqual([])
  })

  test('a judgment that asks for a restoration waits for its own project', () => {
    const [suit] = factsWith([], signed, suits).court.suits
    if (!suit) throw new Error('the suit is gone')
    const { restoration: _, ...without } = suit
    const waits = (facts: Facts, of: typeof suit) => worksUnder(facts, { suit: of }).some(isUnstarted)
    expect(waits(factsWith([started], signed, suits), suit)).toBe(true)
    expect(waits(factsWith([started, underSuit], signed, suits), suit)).toBe(false)
    expect(waits(factsWith([], signed, suits), without)).toBe(false)
  })

  test('第三十一条: the court is told of what rests on a judgment or a confirmed agreement', () => {
    const confirmed = (result: string) => ({
      court: { confirmations: [{ agreement: 'G1', appliedOn: '2026-02-10', result }] },
    })
    expect(isUnderCourt(factsWith([]), underSuit)).toBe(true)
    expect(isUnderCourt(factsWith([], signed, confirmed('confirmed')), started)).toBe(true)
    expect(isUnderCourt(factsWith([], signed, confirmed('refused')), started)).toBe(false)
    expect(isUnderCourt(factsWith([], signed, confirmed('confirmed')), { ...started, agreement: 'G9' })).toBe(
      false,
    )
    expect(isUnderCourt(factsWith([]), started)).toBe(false)
    const agreements = { agreements: [{ ...signed, id: 'G0', obligors: ['o2'] }, signed] }
    expect(isUnderCourt(factsWith([], signed, { ...confirmed('confirmed'), agreements }), started)).toBe(true)
  })

  test('the one day that a judgment names for all is that of its restoration, unless that has its own', () => {
    const suit = { id: 'S1', obligors: ['o2'], performBy: '2026-09-01' }
    const days = (restoration: RestorationTerms | undefined) =>
      worksUnder(factsWith([]), { suit: { ...suit, ...(restoration && { restoration }) } }).map(
        ({ completeBy }) => completeBy,
      )
    expect(days({ mode: 'in-situ' })).toEqual(['2026-09-01'])
    expect(days({ mode: 'in-situ', completeBy: '2026-10-01' })).toEqual(['2026-10-01'])
    expect(days(undefined)).toEqual([])
  })
})

describe('the day on which all was done', () => {
  const payments = [{ id: 'P1', obligor: 'o1', dueOn: '2026-05-01', amount: '100.00' }]
  const owed: Agreement = { ...signed, payments, restoration: { mode: 'in-situ', completeBy: '2026-06-30' } }
  const paid = {
    payments: { payments: [{ id: 'P1', agreement: 'G1', amount: '100.00', paidOn: '2026-08-03' }] },
  }
  const restored: RestorationProject = { ...complete, evaluations: [passed] }
  const day = (agreed: Agreement, projects: RestorationProject[], more: Values = {}) =>
    performedOn(factsWith(projects, agreed, more), { agreement: agreed })

  test('is the last of the payments and the restoration, whatever else is owed under a judgment', () => {
    expect(day(owed, [restored], paid)).toBe('2026-08-03')
    const suit = { id: 'S1', obligors: ['o2'], effectiveOn: '2026-05-01', result: 'won', payments }
    const unpaid = [{ ...payments[0], id: 'P9', obligor: 'o2' }]
    expect(day(owed, [restored], { ...paid, court: { suits: [{ ...suit, payments: unpaid }] } })).toBe(
      '2026-08-03',
    )
  })

  test('has not come while a payment, the restoration or a substitute is missing', () => {
    expect(day(owed, [restored])).toBeUndefined()
    expect(day(owed, [complete], paid)).toBeUndefined()
    expect(day(owed, [], paid)).toBeUndefined()
    const more: Agreement = { ...owed, substitutes: [{ mode: 'labor', amount: '100.00' }] }
    expect(day(more, [restored], paid)).toBeUndefined()
  })

  test('has not come where nothing is on record that could be done', () => {
    expect(day(signed, [])).toBeUndefined()
    const { restoration: _, ...money } = owed
    expect(day(money, [], paid)).toBe('2026-08-03')
  })
})
