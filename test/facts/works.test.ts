import { describe, expect, test } from 'vitest'
import type { Agreement, RestorationPhase, RestorationProject, Suit } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { setsOf } from '../../src/core/facts/restoration-sets.ts'
import { lacksTerms, overlap, plansOf } from '../../src/core/facts/work-plans.ts'
import {
  awaitsStart,
  projectsOf,
  unassignedWorks,
  type Work,
  works,
  worksAt,
} from '../../src/core/facts/works.ts'
import { documentsFor, type Values } from '../golden/read.ts'

type Terms = Partial<Agreement>

const signed: Agreement = { id: 'G1', obligors: ['o1', 'o2'], signedOn: '2026-02-02' }
const item = (by: 'payment' | 'work', amount: string) => ({
  head: 'clean-up-restoration' as const,
  amount,
  by,
  basis: '鉴定意见',
})
const passedOn = (acceptedOn: string) => ({
  completedOn: '2026-06-01',
  evaluations: [{ round: 1, reportedOn: '2026-06-20', acceptedOn, passed: true }],
})

function agreed(terms: Terms, projects: readonly RestorationProject[] = [], more: Values = {}): Facts {
  const facts = { agreements: { agreements: [{ ...signed, ...terms }] }, restoration: { projects }, ...more }
  return factsOf(documentsFor({ base: 'minimal', facts }))
}

const project = (id: string, more: Partial<RestorationProject> = {}): RestorationProject => ({
  id,
  agreement: 'G1',
  ...more,
})

/** A work in one line: its address, who owes it, what carries it out. */
const told = ({ address, obligors, projects }: Work) =>
  [address, obligors.join('+'), projects.map(({ id }) => id).join('+') || '-'].join(' ')
const all = (facts: Facts) => works(facts).map(told)

const twoSets = { restoration: [{ id: 'W1' }, { id: 'W2' }] } satisfies Terms
const apart = {
  shares: [
    { obligors: ['o1'], amount: '100.00' },
    { obligors: ['o2'], amount: '50.00' },
  ],
} satisfies Terms

describe('第二十一条: what is to be restored under an agreement', () => {
  test('each set of terms, and each phase of it', () => {
    const phases = [{ id: '1' }, { id: '2' }]
    expect(all(agreed({ restoration: { completeBy: '2026-12-31' } }))).toEqual(['G1 o1+o2 -'])
    expect(all(agreed({ restoration: [{ id: 'W1' }, { id: 'W2', phases }] }))).toEqual([
      'G1/W1 o1+o2 -',
      'G1/W2/1 o1+o2 -',
      'G1/W2/2 o1+o2 -',
    ])
    expect(all(agreed({ restoration: { phases: [] } }))).toEqual(['G1 o1+o2 -'])
  })

  test('once for each share that stands alone', () => {
    expect(all(agreed({ ...apart, restoration: {} }))).toEqual(['G1/o1 o1 -', 'G1/o2 o2 -'])
    const joint = { shares: [{ obligors: ['o1', 'o2'], amount: '150.00', joint: true }] }
    expect(all(agreed({ ...joint, restoration: {} }))).toEqual(['G1 o1+o2 -'])
  })

  test('not by one who pays his whole share, where the terms name nobody', () => {
    const paying = (amount: string) => [{ id: 'P1', obligor: 'o1', dueOn: '2026-09-01', amount }]
    const terms = { ...apart, restoration: {} }
    expect(all(agreed({ ...terms, payments: paying('100.00') }))).toEqual(['G1 o2 -'])
    expect(all(agreed({ ...terms, payments: paying('99.99') }))).toEqual(['G1/o1 o1 -', 'G1/o2 o2 -'])
    const named = { ...terms, restoration: { obligors: ['o1', 'o2'] }, payments: paying('100.00') }
    expect(all(agreed(named))).toEqual(['G1/o1 o1 -', 'G1/o2 o2 -'])
    const both = [...paying('100.00'), { id: 'P2', obligor: 'o2', dueOn: '2026-09-01', amount: '50.00' }]
    expect(all(agreed({ ...terms, payments: both }))).toEqual(['G1/o1 o1 -', 'G1/o2 o2 -'])
  })

  test('by those alone whom the terms name', () => {
    expect(all(agreed({ restoration: { obligors: ['o2'] } }))).toEqual(['G1 o2 -'])
    expect(all(agreed({ ...apart, restoration: { obligors: ['o2'] } }))).toEqual(['G1 o2 -'])
  })

  test('what is owed as work without terms stands for itself', () => {
    const owed = { compensation: { items: [item('work', '10.00')] } }
    expect(works(agreed(owed)).map(({ address, origin }) => [address, origin])).toEqual([['G1', 'unstated']])
    expect(works(agreed({ compensation: { items: [item('payment', '10.00')] } }))).toEqual([])
    expect(lacksTerms(owed)).toBe(true)
    expect(lacksTerms({ ...owed, restoration: {} })).toBe(false)
    expect(lacksTerms({ ...owed, restoration: [] })).toBe(true)
    expect(lacksTerms({ ...owed, substitutes: [{ mode: 'labor', amount: '10.00' }] })).toBe(false)
    expect(lacksTerms({ ...owed, substitutes: [{ mode: 'instalments', amount: '10.00' }] })).toBe(true)
  })
})

describe('the days of a work', () => {
  const daysOf = (facts: Facts) =>
    works(facts).map(({ startBy = '-', completeBy = '-', evaluateBy = '-' }) =>
      [startBy, completeBy, evaluateBy].join(' '),
    )

  test('are those of its terms, and of a phase its own where it has them', () => {
    const terms = { startBy: '2026-03-01', completeBy: '2026-12-31', evaluateBy: '2027-03-31' }
    expect(daysOf(agreed({ restoration: terms }))).toEqual(['2026-03-01 2026-12-31 2027-03-31'])
    const phases = [
      { id: '1', completeBy: '2026-06-30' },
      { id: '2', startBy: '2026-07-01' },
    ]
    expect(daysOf(agreed({ restoration: { ...terms, phases } }))).toEqual([
      '2026-03-01 2026-06-30 2027-03-31',
      '2026-07-01 2026-12-31 2027-03-31',
    ])
    const [work] = works(agreed({ restoration: {} }))
    expect(work).not.toHaveProperty('startBy')
    expect(work).not.toHaveProperty('completeBy')
    expect(work).not.toHaveProperty('evaluateBy')
  })
})

describe('第二十六条: what is done in the place of money', () => {
  const labor = { mode: 'labor', amount: '5.00' } as const

  test('is a work of its own mode, by those whom it names', () => {
    const substitutes = [
      { ...labor, obligors: ['o2'] },
      { ...labor, mode: 'off-site' as const },
    ]
    const facts = agreed({ restoration: { mode: 'in-situ' }, substitutes })
    expect(all(facts)).toEqual(['G1 o1+o2 -', 'G1/labor o2 -', 'G1/off-site o1+o2 -'])
    expect(works(facts).map(({ origin, mode, substitute }) => [origin, mode, substitute?.mode])).toEqual([
      ['terms', 'in-situ', undefined],
      ['substitute', 'labor', 'labor'],
      ['substitute', 'off-site', 'off-site'],
    ])
    const [inPlace] = works(facts)
    expect(inPlace).not.toHaveProperty('substitute')
  })

  test('is one work for each mode, place and obligors, however many amounts', () => {
    const modes = (...substitutes: Agreement['substitutes'] & object) =>
      plansOf({ agreement: { ...signed, substitutes } }).map(({ mode, substitute }) => [
        mode,
        substitute?.amount,
      ])
    expect(modes(labor, { ...labor, amount: '6.00' })).toEqual([['labor', '5.00']])
    expect(modes(labor, { ...labor, place: '某林场', amount: '6.00' })).toHaveLength(2)
    expect(modes(labor, { ...labor, obligors: ['o2'], amount: '6.00' })).toHaveLength(2)
    expect(modes(labor, { ...labor, mode: 'tech-upgrade' }, { ...labor, mode: 'other' })).toEqual([
      ['labor', '5.00'],
      ['tech-upgrade', '5.00'],
      ['other', '5.00'],
    ])
    expect(modes({ ...labor, mode: 'monetary' }, { ...labor, mode: 'instalments' })).toEqual([])
  })

  test('takes its days from terms of its mode, of one substitute each', () => {
    const terms = { mode: 'labor', completeBy: '2026-12-31' } as const
    const one = agreed({ restoration: terms, substitutes: [labor] })
    expect(works(one).map(({ origin, completeBy, substitute }) => [origin, completeBy, substitute])).toEqual([
      ['terms', '2026-12-31', labor],
    ])
    const placed = { ...labor, place: '某林场' }
    expect(all(agreed({ restoration: terms, substitutes: [labor, placed] }))).toEqual([
      'G1 o1+o2 -',
      'G1/labor o1+o2 -',
    ])
    const others = agreed({
      restoration: { ...terms, obligors: ['o1'] },
      substitutes: [{ ...labor, obligors: ['o2'] }],
    })
    expect(all(others)).toEqual(['G1 o1 -', 'G1/labor o2 -'])
    expect(all(agreed({ restoration: {}, substitutes: [labor] }))).toEqual(['G1 o1+o2 -', 'G1/labor o1+o2 -'])
    expect(all(agreed({ restoration: { mode: 'off-site' }, substitutes: [labor] }))).toHaveLength(2)
  })

  test('is done on the day on which it was accepted, without any project', () => {
    const [work] = works(agreed({ substitutes: [{ ...labor, acceptedOn: '2026-05-01' }] }))
    expect(work?.doneOn).toBe('2026-05-01')
  })
})

describe('what a project carries out', () => {
  const run = (terms: Terms, ...projects: RestorationProject[]) => all(agreed(terms, projects))

  test('the terms that it names, else the first that nothing carries out yet, else the first of all', () => {
    expect(run(twoSets, project('R1', { terms: 'W2' }))).toEqual(['G1/W1 o1+o2 -', 'G1/W2 o1+o2 R1'])
    expect(run(twoSets, project('R1'), project('R2'))).toEqual(['G1/W1 o1+o2 R1', 'G1/W2 o1+o2 R2'])
    expect(run(twoSets, project('R1'), project('R2'), project('R3'))).toEqual([
      'G1/W1 o1+o2 R1+R3',
      'G1/W2 o1+o2 R2',
    ])
    expect(run(twoSets, project('R1', { terms: 'W9' }))).toEqual(['G1/W1 o1+o2 R1', 'G1/W2 o1+o2 -'])
  })

  test('what its own obligors owe', () => {
    const terms = {
      restoration: [
        { id: 'W1', obligors: ['o1'] },
        { id: 'W2', obligors: ['o2'] },
      ],
    }
    expect(run(terms, project('R1', { obligors: ['o2'] }))).toEqual(['G1/W1 o1 -', 'G1/W2 o2 R1'])
    expect(run({ ...apart, restoration: {} }, project('R1', { obligors: ['o2'] }))).toEqual([
      'G1/o1 o1 -',
      'G1/o2 o2 R1',
    ])
  })

  test('what is of its mode, else what names none, else nothing that was agreed', () => {
    const inPlace = { restoration: { mode: 'in-situ' as const } }
    const open = { restoration: {} }
    const labor = { substitutes: [{ mode: 'labor' as const, amount: '5.00' }] }
    const byLabor = project('R1', { mode: 'labor' })
    expect(run({ ...inPlace, ...labor }, byLabor)).toEqual(['G1 o1+o2 -', 'G1/labor o1+o2 R1'])
    expect(run({ ...open, ...labor }, byLabor)).toEqual(['G1 o1+o2 -', 'G1/labor o1+o2 R1'])
    expect(run(open, byLabor)).toEqual(['G1 o1+o2 R1'])
    expect(run(inPlace, byLabor)).toEqual(['G1 o1+o2 -', 'R1 o1+o2 R1'])
    expect(run(inPlace, project('R1'))).toEqual(['G1 o1+o2 R1'])
  })

  test('without any terms, itself', () => {
    const [work] = works(agreed({}, [project('R1', { mode: 'in-situ', ...passedOn('2026-07-01') })]))
    expect(work).toMatchObject({ address: 'R1', origin: 'begun', mode: 'in-situ', doneOn: '2026-07-01' })
    expect(work).toMatchObject({ set: undefined, phase: undefined, obligors: ['o1', 'o2'] })
    expect(run({}, project('R1', { obligors: ['o2'] }))).toEqual(['R1 o2 R1'])
  })

  test('by its address: a project, a phase of one, or a work that has no project yet', () => {
    const phases = [{ id: '1' }, { id: '2' }]
    const facts = agreed({ restoration: [{ id: 'W1' }, { id: 'W2', phases }] }, [
      project('R1', { terms: 'W2', phase: '1' }),
      project('R2', { terms: 'W2', phase: '2' }),
    ])
    const at = (address: string) => worksAt(facts, address).map((work) => work.address)
    expect(at('R1')).toEqual(['G1/W2/1'])
    expect(at('R2/2')).toEqual(['G1/W2/2'])
    expect(at('R2/1')).toEqual([])
    expect(at('G1/W1')).toEqual(['G1/W1'])
    expect(at('R9')).toEqual([])
  })
})

describe('the phases of a work', () => {
  const carried = (phases: RestorationPhase[], ...projects: RestorationProject[]) =>
    works(agreed({ restoration: { phases } }, projects)).map(
      (work) => `${work.phase}: ${work.projects.map(({ id }) => id).join('+') || '-'}`,
    )
  /** In the file the later phase stands first. */
  const dated = [
    { id: '1', completeBy: '2026-12-31' },
    { id: '2', completeBy: '2026-06-30' },
  ]

  test('a project that names none carries out the first by its days that no other does', () => {
    expect(carried(dated, project('R1'))).toEqual(['1: -', '2: R1'])
    expect(carried(dated, project('R1', { phase: '2' }), project('R2'))).toEqual(['1: R2', '2: R1'])
    const byStart = [
      { id: '1', startBy: '2026-05-01' },
      { id: '2', startBy: '2026-03-01' },
    ]
    expect(carried(byStart, project('R1'))).toEqual(['1: -', '2: R1'])
    expect(carried([{ id: 'b' }, { id: 'a' }], project('R1'))).toEqual(['b: -', 'a: R1'])
    expect(carried([{ id: '1' }, dated[1] ?? { id: '2' }], project('R1'))).toEqual(['1: -', '2: R1'])
  })

  test('of several such projects, in the order in which they began', () => {
    const later = project('R1', { startedOn: '2026-05-01' })
    const sooner = project('R2', { startedOn: '2026-03-01' })
    expect(carried(dated, later, sooner)).toEqual(['1: R1', '2: R2'])
    expect(carried(dated, project('R1'), sooner)).toEqual(['1: R1', '2: R2'])
    expect(carried(dated, project('R2'), project('R1'))).toEqual(['1: R2', '2: R1'])
    expect(carried(dated, later, sooner, project('R3'))).toEqual(['1: R1+R3', '2: R2'])
  })
})

describe('第三十条: a work is done', () => {
  const doneDays = (facts: Facts) => works(facts).map(({ doneOn }) => doneOn)

  test('once all its projects reached their goal, on the last day of these', () => {
    const first = project('R1', { terms: 'W1', ...passedOn('2026-07-01') })
    const second = project('R2', { terms: 'W1', ...passedOn('2026-07-15') })
    const { evaluations: _, ...unaccepted } = second
    expect(doneDays(agreed(twoSets, [first, second]))).toEqual(['2026-07-15', undefined])
    expect(doneDays(agreed(twoSets, [first, unaccepted]))).toEqual([undefined, undefined])
  })

  test('for one share by a project that says whose it is, and not by one that does not', () => {
    const terms = { ...apart, restoration: {} }
    const own = project('R1', { obligors: ['o1'], ...passedOn('2026-07-01') })
    const common = project('R1', passedOn('2026-07-01'))
    expect(doneDays(agreed(terms, [own]))).toEqual(['2026-07-01', undefined])
    expect(doneDays(agreed(terms, [common]))).toEqual([undefined, undefined])
    expect(doneDays(agreed({ restoration: {} }, [common]))).toEqual(['2026-07-01'])
    const empty = project('R1', { obligors: [], ...passedOn('2026-07-01') })
    expect(doneDays(agreed(terms, [empty]))).toEqual([undefined, undefined])
  })

  test('of separate shares, a project must say whose work it is', () => {
    const unassigned = (terms: Terms, one: RestorationProject) => {
      const facts = agreed(terms, [one])
      return facts.restoration.projects.flatMap((each) => unassignedWorks(facts, each).map(told))
    }
    const shared = { ...apart, restoration: {} }
    expect(unassigned(shared, project('R1'))).toEqual(['G1/o1 o1 R1', 'G1/o2 o2 R1'])
    expect(unassigned(shared, project('R1', { obligors: [] }))).toEqual(['G1/o1 o1 R1', 'G1/o2 o2 R1'])
    expect(unassigned(shared, project('R1', { obligors: ['o1'] }))).toEqual([])
    expect(unassigned({ restoration: {} }, project('R1'))).toEqual([])
    expect(unassigned({}, project('R1'))).toEqual([])
  })
})

describe('who still has to begin', () => {
  test('each who owes work in place without a project; a substitute is no work in place', () => {
    const terms = { restoration: { obligors: ['o1'] } }
    const waits = (facts: Facts) => ['o1', 'o2'].map((id) => awaitsStart(facts, id))
    expect(waits(agreed(terms))).toEqual([true, false])
    expect(waits(agreed(terms, [project('R1')]))).toEqual([false, false])
    expect(waits(agreed({ substitutes: [{ mode: 'labor', amount: '5.00' }] }))).toEqual([false, false])
  })

  test('the projects of an obligor are those that carry out what he owes', () => {
    const facts = agreed({ ...apart, restoration: {} }, [
      project('R1', { obligors: ['o1'] }),
      project('R2', { obligors: ['o2'] }),
      project('R3'),
    ])
    const ids = (obligor: string) => projectsOf(facts, obligor).map(({ id }) => id)
    expect(ids('o1')).toEqual(['R1', 'R3'])
    expect(ids('o2')).toEqual(['R2', 'R3'])
  })
})

describe('given a judgment', () => {
  const suit: Suit = { id: 'S1', obligors: ['o1', 'o2'], effectiveOn: '2026-05-01', result: 'won' }

  test('all defendants owe its restoration together', () => {
    const facts = agreed({ obligors: ['o9'] }, [], {
      court: { suits: [{ ...suit, restoration: [{ id: 'W1' }, { id: 'W2', obligors: ['o2'] }] }] },
    })
    expect(all(facts)).toEqual(['S1/W1 o1+o2 -', 'S1/W2 o2 -'])
  })

  test('its one day is that of each set which has none of its own', () => {
    const restoration = [{ id: 'W1' }, { id: 'W2', completeBy: '2026-10-01' }]
    const plans = plansOf({ suit: { ...suit, performBy: '2026-09-01', restoration } })
    expect(plans.map(({ completeBy }) => completeBy)).toEqual(['2026-09-01', '2026-10-01'])
    expect(plansOf({ suit: { ...suit, restoration: {} } })).toEqual([{ origin: 'terms' }])
    expect(plansOf({ suit })).toEqual([])
  })
})

describe('lists of obligors', () => {
  test('no list stands for all, as an empty one does', () => {
    expect(overlap(undefined, ['o1'])).toBe(true)
    expect(overlap(['o1'], undefined)).toBe(true)
    expect(overlap([], ['o1'])).toBe(true)
    expect(overlap(['o1'], [])).toBe(true)
    expect(overlap(['o1', 'o2'], ['o2'])).toBe(true)
    expect(overlap(['o1'], ['o2'])).toBe(false)
  })

  test('terms stand alone or in a list', () => {
    expect(setsOf(undefined)).toEqual([])
    expect(setsOf({ mode: 'in-situ' })).toEqual([{ mode: 'in-situ' }])
    expect(setsOf([{ id: 'W1' }])).toEqual([{ id: 'W1' }])
  })
})
