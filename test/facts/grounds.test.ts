import { describe, expect, test } from 'vitest'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { groundDoubts } from '../../src/core/facts/grounds.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const DECIDED = '2026-06-10'

const factsWith = (facts: Values): Facts => factsOf(documentsFor({ base: 'minimal', facts }))

/** What speaks against a ground, as `code obligors`. */
function doubts(
  ground: string | undefined,
  facts: Values,
  on: string | undefined = DECIDED,
  obligors = ['o1'],
) {
  return groundDoubts(factsWith(facts), ground, obligors, on).map((each) => `${each.code} ${each.obligors}`)
}

const agreement = {
  id: 'G1',
  obligors: ['o1'],
  signedOn: '2026-05-20',
  compensation: { items: [{ head: 'service-loss', amount: '10.00', by: 'payment', basis: '鉴定意见' }] },
  payments: [{ id: 'P1', obligor: 'o1', dueOn: '2026-06-01', amount: '10.00' }],
}
const signed = { agreements: { agreements: [agreement] } }
const paidOn = (day: string) => ({
  payments: { payments: [{ id: 'P1', agreement: 'G1', paidOn: day, amount: '10.00' }] },
})
const judged = (result: string, effectiveOn?: string) => ({
  court: {
    suits: [
      {
        id: 'S1',
        obligors: ['o1'],
        filedOn: '2026-04-01',
        judgedOn: '2026-05-01',
        result,
        ...(effectiveOn && { effectiveOn }),
      },
    ],
  },
})

describe('第十四条: given that no claim is made on a ground, the facts may speak against it', () => {
  test('not against a ground that no facts touch', () => {
    expect(doubts('other', signed)).toEqual([])
    expect(doubts(undefined, signed)).toEqual([])
  })
})

describe('died or wound up without assets', () => {
  const ended = (more: Values) => ({
    case: { obligors: [{ id: 'o1', kind: 'organization', name: '某公司', ...more }] },
  })

  test('is doubtful unless the obligor had ended by the day of the decision', () => {
    expect(doubts('no-assets', ended({}))).toEqual(['not-ended o1'])
    expect(doubts('no-assets', ended({ endedOn: '2026-06-09' }))).toEqual([])
    expect(doubts('no-assets', ended({ endedOn: DECIDED }))).toEqual([])
    expect(doubts('no-assets', ended({ endedOn: '2026-06-11' }))).toEqual(['not-ended o1'])
    const undated = groundDoubts(factsWith(ended({ endedOn: '2026-06-11' })), 'no-assets', ['o1'], undefined)
    expect(undated).toEqual([])
  })

  test('is doubtful where somebody has taken over the debts', () => {
    const successor = { kind: 'organization', name: '某新公司' }
    expect(doubts('no-assets', ended({ endedOn: '2026-06-01', successor }))).toEqual(['succeeded o1'])
  })

  test('is asked of each obligor; one that is not on record has not ended', () => {
    expect(doubts('no-assets', ended({ endedOn: '2026-06-01' }), DECIDED, ['o1', 'o9'])).toEqual([
      'not-ended o9',
    ])
  })
})

describe('performed already', () => {
  const unperformed = (facts: Values, on?: string) => doubts('already-performed', { ...signed, ...facts }, on)

  test('is doubtful while something agreed before is owed on the day of the decision', () => {
    expect(unperformed({})).toEqual(['unperformed o1'])
    expect(unperformed(paidOn('2026-06-09'))).toEqual([])
    expect(unperformed(paidOn(DECIDED))).toEqual([])
    expect(unperformed(paidOn('2026-06-11'))).toEqual(['unperformed o1'])
  })

  test('is not touched by what was agreed on the day itself or later, nor by what another owes', () => {
    expect(unperformed({}, '2026-05-21')).toEqual(['unperformed o1'])
    expect(unperformed({}, '2026-05-20')).toEqual([])
    expect(doubts('already-performed', signed, DECIDED, ['o2'])).toEqual([])
  })

  test('without a day of the decision, is doubtful while anything is owed now', () => {
    const undated = (facts: Values) =>
      groundDoubts(factsWith({ ...signed, ...facts }), 'already-performed', ['o1'], undefined)
    expect(undated({})).toHaveLength(1)
    expect(undated(paidOn('2026-06-11'))).toEqual([])
  })

  test('is doubtful where a judgment in effect is not performed', () => {
    const suit = {
      id: 'S1',
      obligors: ['o1'],
      filedOn: '2026-04-01',
      judgedOn: '2026-05-01',
      result: 'won',
      performBy: '2026-06-01',
    }
    const won = (effectiveOn: string) =>
      doubts('already-performed', { court: { suits: [{ ...suit, effectiveOn }] } })
    expect(won('2026-06-09')).toEqual(['unperformed o1'])
    expect(won(DECIDED)).toEqual([])
  })
})

describe('covered by a judgment', () => {
  const beside = (proceeding: Values) => ({ case: { relatedProceedings: [proceeding] } })
  const judgment = { kind: 'public-interest', result: '判决被告承担修复责任', on: '2026-06-01' }
  const covered = (proceeding: Values, on = DECIDED) => doubts('covered-by-judgment', beside(proceeding), on)

  test('needs a judgment elsewhere by the day of the decision', () => {
    expect(covered(judgment)).toEqual([])
    expect(covered({ ...judgment, on: DECIDED })).toEqual([])
    expect(covered({ ...judgment, on: '2026-06-11' })).toEqual(['no-judgment o1'])
    const { on: _, ...undated } = judgment
    expect(covered(undated)).toEqual([])
    expect(
      groundDoubts(
        factsWith(beside({ ...judgment, on: '2026-06-11' })),
        'covered-by-judgment',
        ['o1'],
        undefined,
      ),
    ).toEqual([])
  })

  test('against this obligor, where the judgment names anybody', () => {
    expect(covered({ ...judgment, obligors: ['o2', 'o1'] })).toEqual([])
    expect(covered({ ...judgment, obligors: ['o2'] })).toEqual(['no-judgment o1'])
  })

  test.each(['撤诉', '裁定驳回起诉', '不予受理', '终结诉讼', '未支持诉讼请求', ' ', undefined])(
    'a public-interest suit of the result %s is none',
    (result) => {
      const { result: _, ...suit } = judgment
      expect(covered(result === undefined ? suit : { ...suit, result })).toEqual(['no-judgment o1'])
    },
  )

  test('a judgment needs no word of its result, a criminal proceeding is none', () => {
    expect(covered({ kind: 'judgment' })).toEqual([])
    expect(covered({ kind: 'judgment', result: '撤诉' })).toEqual(['no-judgment o1'])
    expect(covered({ kind: 'criminal', result: '判决' })).toEqual(['no-judgment o1'])
  })

  test('may be the one of the case itself, once it is performed', () => {
    expect(doubts('covered-by-judgment', judged('won', '2026-06-01'))).toEqual(['unperformed o1'])
    expect(doubts('covered-by-judgment', judged('won', DECIDED))).toEqual([])
    expect(doubts('covered-by-judgment', { ...signed })).toEqual(['unperformed o1'])
    expect(doubts('covered-by-judgment', { ...signed, ...beside(judgment) })).toEqual([])
  })
})

describe.each(['manifestly-minor', 'lawful-permit'])('%s: nothing is compensated', (ground) => {
  const confirmed = (ruling: Values) => ({
    ...signed,
    court: { confirmations: [{ agreement: 'G1', appliedOn: '2026-05-25', result: 'confirmed', ...ruling }] },
  })

  test('is doubtful where an agreement says what is owed, though a court has not said so yet', () => {
    expect(doubts(ground, {})).toEqual([])
    expect(doubts(ground, signed)).toEqual(['agreed o1'])
    expect(doubts(ground, signed, DECIDED, ['o2'])).toEqual([])
    expect(doubts(ground, confirmed({ ruledOn: '2026-06-11' }))).toEqual(['agreed o1'])
    expect(doubts(ground, confirmed({ result: 'refused', ruledOn: '2026-06-01' }))).toEqual(['agreed o1'])
  })

  test('is doubtful where a court has confirmed it or judged by the day of the decision, or on a day that is not known', () => {
    expect(doubts(ground, confirmed({ ruledOn: DECIDED }))).toEqual(['fixed o1'])
    expect(doubts(ground, confirmed({}))).toEqual(['fixed o1'])
    expect(doubts(ground, judged('won', '2026-06-09'))).toEqual(['fixed o1'])
    // What is judged on the day itself may have been judged after the decision.
    expect(doubts(ground, judged('won', DECIDED))).toEqual([])
    expect(doubts(ground, judged('won', '2026-06-11'))).toEqual([])
    expect(doubts(ground, judged('lost', '2026-06-01'))).toEqual([])
    expect(groundDoubts(factsWith(judged('won', '2026-06-11')), ground, ['o1'], undefined)).toMatchObject([
      { code: 'fixed' },
    ])
  })
})
