import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/core/facts/facts.ts'
import { stageOf } from '../../src/core/stages/stage.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const screening = { checkedOn: '2026-03-02', damageFound: true, decision: 'initiate' }
const initiation = { initiatedOn: '2026-03-02' }
const concluded = { initiation, conclusion: { concludedOn: '2026-04-20', recommendation: 'consult' } }
const consulting = { screening, investigation: concluded }

/** The stage of the case, of the first and of the second obligor. */
function stages(facts: Values): string[] {
  const { case: whole, obligors } = stageOf(factsOf(documentsFor({ base: 'minimal', facts })))
  return [whole, ...obligors.values()]
}

/** The stage of the first obligor in a case that came to consultation, with more facts. */
const first = (more: Values): string | undefined => stages({ ...consulting, ...more })[1]

const rounds = (...happened: Values[]): Values => ({
  consultation: { rounds: happened.map((each, index) => ({ round: index + 1, ...each })) },
})
const replied = { replies: [{ obligor: 'o1', repliedOn: '2026-06-03', agrees: true }] }
const agreed = { meetings: [{ number: 1, heldOn: '2026-06-10', outcome: 'agreed', agreedWith: ['o1'] }] }
const failed = { outcomes: [{ obligor: 'o1', kind: 'failed', decidedOn: '2026-07-01' }] }
const signed = { id: 'G1', obligors: ['o1'], signedOn: '2026-06-20' }
const agreements = (...list: Values[]): Values => ({ agreements: { agreements: list } })
const confirmed = (result: string): Values => ({
  confirmations: [{ agreement: 'G1', appliedOn: '2026-06-25', ruledOn: '2026-07-20', result }],
})

describe('the stage before consultation is the same for all', () => {
  test.each<[string, Values, string]>([
    ['a clue', {}, 'screening'],
    ['a check that found damage', { screening }, 'screening'],
    [
      'a decision not to initiate',
      { screening: { ...screening, decision: 'not-initiate' } },
      'not-initiated',
    ],
    ['an initiation', { screening, investigation: { initiation } }, 'investigation'],
    ['a conclusion to consult', consulting, 'consultation'],
    [
      'a conclusion to terminate',
      {
        screening,
        investigation: { initiation, conclusion: { concludedOn: '2026-04-20', recommendation: 'terminate' } },
      },
      'investigation',
    ],
    ['the closing', { ...consulting, closing: { closed: { closedOn: '2026-12-01' } } }, 'closed'],
  ])('%s', (_, facts, stage) => {
    expect(stages(facts)).toEqual([stage, stage, stage])
  })

  test.each<[string, Values, string]>([
    ['a clue', {}, 'screening'],
    ['an initiation', { investigation: { initiation } }, 'investigation'],
    ['a conclusion to consult', { investigation: concluded }, 'consultation'],
    [
      'a termination',
      { investigation: concluded, closing: { terminations: [{ decidedOn: '2026-05-01', obligors: [] }] } },
      'terminated',
    ],
    ['the closing', { investigation: concluded, closing: { closed: { closedOn: '2026-12-01' } } }, 'closed'],
  ])('nobody found liable: %s', (_, facts, stage) => {
    expect(stages({ ...facts, case: { obligors: [] } })).toEqual([stage])
  })
})

describe('the stage of an obligor', () => {
  test.each<[string, Values, string]>([
    ['replied', rounds(replied), 'consultation'],
    ['agreed', rounds(agreed), 'agreement'],
    [
      'consented to sign without a meeting',
      rounds({ meetingWaiver: { consents: [{ obligor: 'o1', consentedOn: '2026-06-01' }] } }),
      'agreement',
    ],
    ['was held to have failed', rounds(failed), 'suit'],
    ['signed', { ...rounds(agreed), ...agreements(signed) }, 'performance'],
    [
      'was sued without a round',
      { court: { suits: [{ id: 'S1', obligors: ['o1'], filedOn: '2026-08-01' }] } },
      'suit',
    ],
    [
      'is to be sued by a suit not filed yet',
      { court: { suits: [{ id: 'S1', obligors: ['o1'] }] } },
      'consultation',
    ],
    [
      'is bound by a judgment',
      {
        court: {
          suits: [
            { id: 'S1', obligors: ['o1'], filedOn: '2026-08-01', effectiveOn: '2026-11-01', result: 'won' },
          ],
        },
      },
      'performance',
    ],
    [
      'had the claim dismissed',
      {
        court: {
          suits: [
            { id: 'S1', obligors: ['o1'], filedOn: '2026-08-01', effectiveOn: '2026-11-01', result: 'lost' },
          ],
        },
      },
      'suit',
    ],
    [
      'was let go',
      { closing: { terminations: [{ decidedOn: '2026-06-01', obligors: ['o1'] }] } },
      'terminated',
    ],
    [
      'was taken off the list',
      { case: { obligorAmendments: [{ on: '2026-06-01', kind: 'withdrawn', obligors: ['o1'] }] } },
      'withdrawn',
    ],
  ])('who %s', (_, facts, stage) => {
    expect(first(facts)).toBe(stage)
    expect(stages({ ...consulting, ...facts })[2]).toBe('consultation')
  })

  test('asked to consult before the conclusion, it consults', () => {
    const early = rounds({ earlyRequest: { by: 'o1', requestedOn: '2026-03-20' } })
    expect(stages({ screening, investigation: { initiation }, ...early })).toEqual([
      'investigation',
      'consultation',
      'investigation',
    ])
  })
})

describe('第二十四条: the stage after the court ruled on a confirmation', () => {
  const ruled = (result: string, more: Values = {}) =>
    first({ ...rounds(agreed), ...agreements(signed), court: confirmed(result), ...more })

  test('confirmed or withdrawn, what was agreed is performed; refused, it is consulted anew', () => {
    expect(ruled('confirmed')).toBe('performance')
    expect(ruled('withdrawn')).toBe('performance')
    expect(ruled('refused')).toBe('consultation')
  })

  test('the first round counts no more, the second does', () => {
    expect(ruled('refused', rounds(agreed, failed))).toBe('suit')
    expect(ruled('refused', rounds(agreed, agreed))).toBe('agreement')
    expect(ruled('refused', rounds(failed))).toBe('consultation')
    const second = agreements(signed, { ...signed, id: 'G2', round: 2, amends: 'G1', signedOn: '2026-10-01' })
    expect(ruled('refused', { ...rounds(agreed, agreed), ...second })).toBe('performance')
  })

  test('the breach of an agreement is before the court: only one that is not confirmed can be sued upon', () => {
    const suit = { id: 'S1', obligors: ['o1'], agreement: 'G1', filedOn: '2026-09-01' }
    const sued = (more: Values, court: Values = {}) =>
      first({ ...rounds(agreed), ...agreements(signed), court: { ...court, suits: [{ ...suit, ...more }] } })
    expect(sued({})).toBe('suit')
    expect(sued({ agreement: 'G9' })).toBe('performance')
    expect(sued({ filedOn: undefined })).toBe('performance')
    expect(sued({ result: 'withdrawn' })).toBe('performance')
    expect(sued({}, confirmed('confirmed'))).toBe('performance')
  })
})

describe('第二十九条: the stage of a restoration', () => {
  const passed = { round: 1, reportedOn: '2026-11-01', acceptedOn: '2026-11-10', passed: true }
  const exempt = { round: 1, exemption: { ground: 'labor' } }
  const restoring = (...projects: Values[]) =>
    first({
      ...agreements(signed),
      restoration: {
        projects: projects.map((each, index) => ({ id: `R${index + 1}`, agreement: 'G1', ...each })),
      },
    })

  test('is evaluated once all of it is complete and some of it awaits its result', () => {
    const complete = { startedOn: '2026-07-01', completedOn: '2026-10-01' }
    expect(restoring()).toBe('performance')
    expect(restoring({ startedOn: '2026-07-01' })).toBe('performance')
    expect(restoring(complete)).toBe('evaluation')
    expect(restoring(complete, { startedOn: '2026-07-01' })).toBe('performance')
    expect(restoring(complete, { ...complete, evaluations: [passed] })).toBe('evaluation')
    expect(restoring({ ...complete, evaluations: [passed] })).toBe('performance')
    expect(restoring({ ...complete, evaluations: [exempt] })).toBe('performance')
    expect(restoring(complete, { startedOn: '2026-07-01', evaluations: [exempt] })).toBe('evaluation')
  })
})

describe('the stage of the case', () => {
  test('is the least advanced among the obligors who are not at an end', () => {
    const second = { id: 'G1', obligors: ['o2'], signedOn: '2026-06-20' }
    expect(stages({ ...consulting, ...agreements(second) })).toEqual([
      'consultation',
      'consultation',
      'performance',
    ])
    const letGo = { closing: { terminations: [{ decidedOn: '2026-06-01', obligors: ['o1'] }] } }
    expect(stages({ ...consulting, ...agreements(second), ...letGo })).toEqual([
      'performance',
      'terminated',
      'performance',
    ])
    const both = { closing: { terminations: [{ decidedOn: '2026-06-01', obligors: ['o1', 'o2'] }] } }
    expect(stages({ ...consulting, ...both })[0]).toBe('terminated')
  })

  test('is not held back by one against whom the claim was lost, nor by one taken off the list', () => {
    const second = agreements({ id: 'G1', obligors: ['o2'], signedOn: '2026-06-20' })
    const lost = {
      court: {
        suits: [
          { id: 'S1', obligors: ['o1'], filedOn: '2026-08-01', effectiveOn: '2026-11-01', result: 'lost' },
        ],
      },
    }
    expect(stages({ ...consulting, ...second, ...lost })).toEqual(['performance', 'suit', 'performance'])
    expect(
      stages({
        ...consulting,
        ...lost,
        closing: { terminations: [{ decidedOn: '2026-06-01', obligors: ['o2'] }] },
      })[0],
    ).toBe('suit')
    const off = {
      case: { obligorAmendments: [{ on: '2026-06-01', kind: 'withdrawn', obligors: ['o1', 'o2'] }] },
    }
    expect(stages({ ...consulting, ...off })[0]).toBe('consultation')
  })
})
