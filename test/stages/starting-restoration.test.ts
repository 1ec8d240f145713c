import { describe, expect, it } from 'vitest'
import type { Agreement, RestorationProject, Suit } from '../../src/core/facts/documents.ts'
import { type Given, step, upToAgreement, upToConclusion, upToScreening } from '../support/step.ts'

const today = '2026-11-24'
const both = ['o1', 'o2']

/** The sample case with an agreement of both over work, and these projects. */
const agreed = (terms: Partial<Agreement>, ...projects: RestorationProject[]): Given => ({
  ...upToAgreement,
  agreements: { agreements: [{ id: 'G1', round: 1, obligors: both, signedOn: '2025-07-24', ...terms }] },
  restoration: { projects },
})
const inSitu = { mode: 'in-situ' } as const
const judged = (restoration: Suit['restoration'], more: Partial<Suit> = {}): Given => ({
  ...upToConclusion,
  court: {
    suits: [
      {
        id: 'S1',
        obligors: both,
        judgedOn: '2026-01-05',
        effectiveOn: '2026-01-20',
        result: 'won',
        ...(restoration && { restoration }),
        ...more,
      },
    ],
  },
})
const consented = (preAgreement: object): Given => ({
  ...upToConclusion,
  restoration: { projects: [], preAgreement: { damageConfirmedOn: '2025-05-21', ...preAgreement } },
})
const start = (given: Given) => step('start-restoration', given)

/** Two sets of terms, the first in two phases. */
const sets: Agreement['restoration'] = [
  { id: 'W1', ...inSitu, phases: [{ id: '1' }, { id: '2' }] },
  { id: 'W2', ...inSitu },
]
const shares = both.map((id) => ({ obligors: [id], amount: '1.00', joint: false }))

describe('启动修复: of what', () => {
  it.each<[string, Given, string[]]>([
    ['of what was agreed', agreed({ restoration: inSitu }), ['G1']],
    ['not of what has begun', agreed({ restoration: inSitu }, { id: 'R1', agreement: 'G1', ...inSitu }), []],
    ['of nothing where nothing is to be restored', agreed({}), []],
    [
      'not of a draft, but each before it',
      { ...agreed({}), agreements: { agreements: [{ id: 'G1', obligors: both, restoration: inSitu }] } },
      both,
    ],
    [
      'not of an agreement that the court refused',
      {
        ...agreed({ restoration: inSitu }),
        court: { confirmations: [{ agreement: 'G1', ruledOn: '2025-09-20', result: 'refused' }] },
      },
      [],
    ],
    [
      'of one that the court confirmed',
      {
        ...agreed({ restoration: inSitu }),
        court: { confirmations: [{ agreement: 'G1', ruledOn: '2025-09-20', result: 'confirmed' }] },
      },
      ['G1'],
    ],
    ['of what was adjudged', judged(inSitu), ['S1']],
    [
      'of several sets and phases, each by its own address',
      agreed({ restoration: sets }),
      ['G1/W1/1', 'G1/W1/2', 'G1/W2'],
    ],
    [
      'of what is left of sets and phases, by the address that it had',
      agreed({ restoration: sets }, { id: 'R1', agreement: 'G1', terms: 'W1', phase: '1', ...inSitu }),
      ['G1/W1/2', 'G1/W2'],
    ],
    [
      'of several shares, as one thing of which the question says whose',
      agreed({ restoration: inSitu, shares }),
      ['G1'],
    ],
    [
      'of the share that is left, by the code that it had before',
      agreed({ restoration: inSitu, shares }, { id: 'R1', agreement: 'G1', obligors: ['o1'], ...inSitu }),
      ['G1'],
    ],
    [
      'of substitutes, each by its kind',
      agreed({ substitutes: [{ mode: 'labor' }, { mode: 'off-site' }] }),
      ['G1/labor', 'G1/off-site'],
    ],
    [
      'of an agreement beside a judgment, in their order',
      {
        ...agreed({ restoration: inSitu, obligors: ['o1'] }),
        court: judged(inSitu, { obligors: ['o2'] }).court,
      },
      ['G1', 'S1'],
    ],
    ['by each obligor before any agreement', upToConclusion, both],
    ['by nobody before the initiation', upToScreening, []],
    ['by nobody before it, with a first file', { ...upToScreening, investigation: {} }, []],
    [
      'by whoever has no project yet',
      { ...upToConclusion, restoration: { projects: [{ id: 'R1', obligors: ['o1'] }, { id: 'R2' }] } },
      ['o2'],
    ],
  ])('%s', (_, given, subjects) => {
    expect(start(given).subjects).toEqual(subjects)
  })
})

describe('启动修复: before the agreement (第二十八条)', () => {
  it('needs both the confirmed damage and the consent, for the obligor himself', () => {
    const blocked = ['pre-agreement-restoration']
    const consentedOn = '2025-05-22'
    expect(start(upToConclusion).blocked('o1')).toEqual(blocked)
    expect(start(consented({})).blocked('o1')).toEqual(blocked)
    expect(start(consented({ consentedOn, damageConfirmedOn: undefined })).blocked('o1')).toEqual(blocked)
    expect(start(consented({ consentedOn })).blocked('o1')).toEqual([])
    expect(start(consented({ consentedOn, obligors: ['o1'] })).blocked('o1')).toEqual([])
    expect(start(consented({ consentedOn, obligors: ['o2'] })).blocked('o1')).toEqual(blocked)
    expect(start(agreed({ restoration: inSitu })).blocked('G1')).toEqual([])
  })

  it('names the obligor, and the plan of the appraisal', () => {
    expect(start(upToConclusion).known('o2')).toEqual({
      id: 'R1',
      obligors: ['o2'],
      ...inSitu,
      planAppraisal: 'A1',
      startedOn: today,
    })
    const planless = {
      ...upToConclusion,
      appraisals: { appraisals: [{ id: 'A1', kind: 'expert-opinion' as const }] },
    }
    expect(start(planless).known('o2')).toEqual({ id: 'R1', obligors: ['o2'], ...inSitu, startedOn: today })
    expect(start(upToConclusion).refused('o2', { mode: 'labor' })).toEqual([])
  })
})

describe('启动修复: what is proposed', () => {
  const base = { id: 'R1', startedOn: today }
  const plan = { ...inSitu, planAppraisal: 'A1' }

  it.each<[string, Given, string, Record<string, unknown>]>([
    ['the agreement', agreed({ restoration: inSitu }), 'G1', { agreement: 'G1', obligors: both, ...plan }],
    [
      'the agreement of one obligor, who need not be named',
      agreed({ restoration: inSitu, obligors: ['o1'] }),
      'G1',
      { agreement: 'G1', ...plan },
    ],
    ['the suit', judged(inSitu), 'S1', { suit: 'S1', obligors: both, ...plan }],
    [
      'the first set and phase',
      agreed({ restoration: sets }),
      'G1/W1/1',
      { agreement: 'G1', terms: 'W1', phase: '1', obligors: both, ...plan },
    ],
    [
      'the phase',
      agreed({ restoration: sets }),
      'G1/W1/2',
      { agreement: 'G1', terms: 'W1', phase: '2', obligors: both, ...plan },
    ],
    [
      'the set',
      agreed({ restoration: sets }),
      'G1/W2',
      { agreement: 'G1', terms: 'W2', obligors: both, ...plan },
    ],
    [
      'all shares that are left',
      agreed({ restoration: inSitu, shares }),
      'G1',
      { agreement: 'G1', obligors: both, ...plan },
    ],
    [
      'the one share that is left',
      agreed({ restoration: inSitu, shares }, { id: 'R0', agreement: 'G1', obligors: ['o1'], ...inSitu }),
      'G1',
      { agreement: 'G1', obligors: ['o2'], ...plan },
    ],
    [
      'the share',
      agreed({ restoration: inSitu, shares }),
      'G1/o2',
      { agreement: 'G1', obligors: ['o2'], ...plan },
    ],
    [
      'the substitute, without the plan',
      agreed({ substitutes: [{ mode: 'labor' }], obligors: ['o1'] }),
      'G1/labor',
      { agreement: 'G1', mode: 'labor' },
    ],
    [
      'the substitute of one, then that of the other',
      agreed({
        substitutes: both.map((id) => ({ mode: 'labor' as const, obligors: [id], place: id })),
        shares,
      }),
      'G1/labor',
      { agreement: 'G1', mode: 'labor', obligors: ['o1'] },
    ],
  ])('is %s', (_, given, subject, expected) => {
    expect(start(given).known(subject)).toEqual({ ...base, ...expected })
  })

  it('has the next number', () => {
    expect(start(agreed({ restoration: inSitu }, { id: 'R4', suit: 'S1' })).known('G1')).toMatchObject({
      id: 'R5',
    })
  })

  it('is the plan of the last appraisal that has one', () => {
    const planned = (id: string) => ({
      id,
      kind: 'expert-opinion' as const,
      restorationPlan: { title: '修复方案' },
    })
    const appraisals = [planned('A1'), planned('A2'), { id: 'A3', kind: 'expert-opinion' as const }]
    expect(
      start({ ...agreed({ restoration: inSitu }), appraisals: { appraisals } }).known('G1'),
    ).toMatchObject({
      planAppraisal: 'A2',
    })
  })
})

describe('启动修复: what is refused', () => {
  const wrong = ['substitutes mode,terms,phase,obligors']

  it.each<[string, Given, string, Record<string, unknown>, string[]]>([
    ['nothing of what is proposed', agreed({ restoration: sets }), 'G1/W2', {}, []],
    ['another set', agreed({ restoration: sets }), 'G1/W1/1', { terms: 'W2', phase: undefined }, wrong],
    ['a set that there is not', agreed({ restoration: sets }), 'G1/W2', { terms: 'W9' }, wrong],
    ['a phase that there is not', agreed({ restoration: sets }), 'G1/W1/1', { phase: '3' }, wrong],
    ['another phase than its own', agreed({ restoration: sets }), 'G1/W1/2', { phase: '1' }, wrong],
    ['another mode', agreed({ restoration: inSitu }), 'G1', { mode: 'labor' }, wrong],
    ['any mode where none was agreed', agreed({ restoration: {} }), 'G1', { mode: 'labor' }, []],
    ['the share of another', agreed({ restoration: inSitu, shares }), 'G1/o2', { obligors: ['o1'] }, wrong],
    ['a share of its own', agreed({ restoration: inSitu, shares }), 'G1/o2', { obligors: ['o1', 'o2'] }, []],
    ['nobody named', agreed({ restoration: inSitu, shares }), 'G1/o2', { obligors: [] }, []],
    ['nobody named at all', agreed({ restoration: inSitu }), 'G1', { obligors: undefined }, []],
    [
      'what has begun is another question',
      agreed({ restoration: inSitu }, { id: 'R1', agreement: 'G1', ...inSitu }),
      'G1',
      {},
      [],
    ],
  ])('%s', (_, given, subject, item, expected) => {
    expect(start(given).refused(subject, item)).toEqual(expected)
  })

  it('says what can be started, each once', () => {
    const offered = (given: Given, subject: string) =>
      start(given).reasons(subject, { mode: 'tech-upgrade' }).split('可以启动的是：')[1]
    expect(offered(agreed({ restoration: inSitu }), 'G1')).toBe('原位修复')
    expect(offered(agreed({ restoration: sets }), 'G1/W1/1')).toBe('原位修复（协议 G1 W1 1）')
    expect(offered(agreed({ restoration: sets }), 'G1/W2')).toBe('原位修复（协议 G1 W2）')
    const substitutes = [
      { mode: 'labor' as const, place: '甲' },
      { mode: 'labor' as const, place: '乙' },
    ]
    expect(offered(agreed({ substitutes }), 'G1/labor')).toBe('劳务代偿')
    const unstated = agreed({ restoration: [{ id: 'W1' }, { id: 'W2', mode: 'labor' }] })
    expect(start(unstated).reasons('G1/W1', { terms: 'W9' }).split('可以启动的是：')[1]).toBe(
      '方式不限（协议 G1 W1）',
    )
  })
})

describe('启动修复: of several shares (第二十九条)', () => {
  const names = ({ view }: ReturnType<typeof start>) => view.facts.obligors.map(({ name }) => name)

  it('is offered as one thing, with the names of all whose share is left', () => {
    const several = start(agreed({ restoration: inSitu, shares }))
    expect(several.about('G1')).toBe(`协议 G1 ${names(several).join('、')}`)
    const begun: RestorationProject = { id: 'R1', agreement: 'G1', obligors: ['o1'], ...inSitu }
    const left = start(agreed({ restoration: inSitu, shares }, begun))
    expect(left.about('G1')).toBe(`协议 G1 ${names(left)[1]}`)
    expect(left.choices('G1', 'obligors')).toEqual(['o2'])
    expect(left.labels('G1', 'obligors')).toEqual([names(left)[1]])
  })

  it('takes the address of a share, which is never offered, before and after another has begun', () => {
    const several = start(agreed({ restoration: inSitu, shares }))
    expect(several.action.alsoFor?.(several.view.facts)).toEqual(['G1/o1', 'G1/o2'])
    expect(several.known('G1/o1')).toMatchObject({ obligors: ['o1'] })
    expect(several.about('G1/o2')).toBe(`协议 G1 ${names(several)[1]}`)
  })

  it('names those who are jointly bound, of each set and phase', () => {
    const jointly = start(agreed({ restoration: sets }))
    expect(jointly.about('G1/W2')).toBe(`协议 G1 W2 ${names(jointly).join('、')}`)
    expect(jointly.labels('G1/W2', 'obligors')).toEqual(names(jointly))
  })
})
