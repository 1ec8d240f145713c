import { describe, expect, test } from 'vitest'
import type { Preservation, Suit } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import {
  appealPeriodOf,
  inEffectSince,
  isAppealable,
  isFinalUnrecorded,
  judgmentServedOn,
  knownServices,
  ownAppealOn,
  reopenedTrialOn,
} from '../../src/core/facts/judgments.ts'
import {
  affectedEndedOn,
  preservationOf,
  preservationSubject,
  suedAfter,
  takenOn,
  unsuedWhenPreserved,
} from '../../src/core/facts/preservations.ts'
import {
  addressedSuggestions,
  informedOn,
  mayHaveComeBySuggestion,
  noticeOf,
  suggestionsOf,
} from '../../src/core/facts/procuratorate.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const factsWith = (facts: Values): Facts => factsOf(documentsFor({ base: 'minimal', facts }))
const judged: Suit = {
  id: 'S1',
  obligors: ['o1', 'o2'],
  filedOn: '2026-03-02',
  judgedOn: '2026-06-01',
  result: 'won',
}
const upheld = { by: 'o1', on: '2026-06-10', judgedOn: '2026-08-01', result: 'upheld' } as const

describe('given a judgment', () => {
  test.each<[Partial<Suit>, boolean]>([
    [{}, true],
    [{ result: 'lost' }, true],
    [{ result: 'inadmissible' }, true],
    [{ result: 'mediated' }, false],
    [{ result: 'withdrawn' }, false],
  ])('%o can be appealed: %s', (more, expected) => {
    expect(isAppealable({ ...judged, ...more })).toBe(expected)
    const { judgedOn: _, ...pending } = { ...judged, ...more }
    expect(isAppealable(pending)).toBe(false)
  })

  test('a ruling has a shorter period than a judgment', () => {
    expect(appealPeriodOf({ result: 'inadmissible' })).toBe('appeal-ruling')
    expect(appealPeriodOf({ result: 'won' })).toBe('appeal')
  })

  test('each party’s period runs from its own service', () => {
    const served = { servedOn: '2026-06-05', services: [{ obligor: 'o2', servedOn: '2026-06-03' }] }
    expect(judgmentServedOn(served, 'obligee')).toBe('2026-06-05')
    expect(judgmentServedOn(served, 'o2')).toBe('2026-06-03')
    expect(judgmentServedOn(served, 'o1')).toBeUndefined()
    expect(judgmentServedOn({ servedOn: '2026-06-05' }, 'o1')).toBeUndefined()
    expect(knownServices({ ...judged, ...served })).toEqual(['2026-06-03', '2026-06-05'])
    expect(knownServices(judged)).toEqual([])
  })

  test('it is in effect since the day on record, else since the final decision of the second instance', () => {
    expect(inEffectSince({ ...judged, effectiveOn: '2026-06-20', appeal: upheld })).toBe('2026-06-20')
    expect(inEffectSince({ ...judged, appeal: upheld })).toBe('2026-08-01')
    expect(inEffectSince(judged)).toBeUndefined()
  })

  test.each<[string, Partial<Suit>, boolean]>([
    ['upheld', { appeal: upheld }, true],
    ['upheld, with results for each', { appeal: upheld, results: [{ obligor: 'o1', result: 'won' }] }, true],
    ['with its day of effect', { appeal: upheld, effectiveOn: '2026-08-01' }, false],
    ['not decided yet', { appeal: { by: 'o1', on: '2026-06-10' } }, false],
    ['decided, without a result', { appeal: { by: 'o1', on: '2026-06-10', judgedOn: '2026-08-01' } }, false],
    ['sent back', { appeal: { ...upheld, result: 'remanded' } }, false],
    ['not appealed', {}, false],
  ])('an appeal %s is final, and not on record: %s', (_, more, expected) => {
    expect(isFinalUnrecorded({ ...judged, ...more })).toBe(expected)
  })

  test('final without any result of the first instance, it tells nothing', () => {
    const { result: _, ...unsaid } = { ...judged, appeal: upheld }
    expect(isFinalUnrecorded(unsaid)).toBe(false)
    expect(isFinalUnrecorded({ ...unsaid, results: [{ obligor: 'o1', result: 'won' }] })).toBe(true)
  })

  test('the claimant’s own appeal is found among those of all', () => {
    const own = { by: 'obligee', on: '2026-06-12' }
    expect(ownAppealOn({ appeal: upheld, otherAppeals: [own] })).toBe('2026-06-12')
    expect(ownAppealOn({ appeal: own })).toBe('2026-06-12')
    expect(ownAppealOn({ appeal: upheld })).toBeUndefined()
    expect(ownAppealOn({})).toBeUndefined()
  })

  test('it is set aside where the case was sent back, or a retrial ordered', () => {
    const retrial = { by: 'obligee', appliedOn: '2026-09-01', ruledOn: '2026-10-01' }
    expect(reopenedTrialOn({ ...judged, appeal: { ...upheld, result: 'remanded' } })).toBe('2026-08-01')
    expect(reopenedTrialOn({ ...judged, appeal: upheld })).toBeUndefined()
    expect(reopenedTrialOn({ ...judged, retrial: { ...retrial, result: 'ordered' } })).toBe('2026-10-01')
    expect(reopenedTrialOn({ ...judged, retrial: { ...retrial, result: 'dismissed' } })).toBeUndefined()
    expect(reopenedTrialOn(judged)).toBeUndefined()
  })
})

describe('given a preservation', () => {
  const measure: Preservation = {
    kind: 'property',
    court: '南宁市中级人民法院',
    appliedOn: '2026-03-02',
    takenOn: '2026-03-05',
  }
  const preserved = (more: Partial<Preservation> = {}, others: Values = {}, court: Values = {}) => {
    const preservation = { ...measure, ...more }
    const facts = factsWith({ court: { preservations: [preservation], ...court }, ...others })
    return { facts, preservation: facts.court.preservations[0] ?? preservation }
  }
  const unsued = (more: Partial<Preservation>, others: Values = {}, court: Values = {}) => {
    const { facts, preservation } = preserved(more, others, court)
    return unsuedWhenPreserved(facts, preservation)
  }

  test('it is called by its kind and day, two of one day by their obligors too', () => {
    const { facts, preservation } = preserved()
    expect(preservationSubject(preservation, facts)).toBe('property/2026-03-02')
    expect(preservationOf(facts, 'property/2026-03-02')).toBe(preservation)
    expect(preservationOf(facts, 'property/2026-03-03')).toBeUndefined()
    expect(preservationSubject({ ...measure, kind: 'evidence' }, facts)).toBe('evidence/2026-03-02')
    const both = {
      preservations: [
        { ...measure, obligors: ['o1'] },
        { ...measure, obligors: ['o2', 'o1'] },
      ],
    }
    const two = factsWith({ court: both })
    expect(two.court.preservations.map((each) => preservationSubject(each, two))).toEqual([
      'property/2026-03-02/o1',
      'property/2026-03-02/o2+o1',
    ])
  })

  test('it was taken on the day of the measure, else of the ruling', () => {
    expect(takenOn({ ...measure, grantedOn: '2026-03-04' })).toBe('2026-03-05')
    const { takenOn: _, ...granted } = { ...measure, grantedOn: '2026-03-04' }
    expect(takenOn(granted)).toBe('2026-03-04')
  })

  test('it came before any suit against those whom it names, else against all', () => {
    expect(unsued({})).toEqual(['o1', 'o2'])
    expect(unsued({ obligors: [] })).toEqual(['o1', 'o2'])
    expect(unsued({ obligors: ['o2'] })).toEqual(['o2'])
    const { takenOn: _, ...asked } = measure
    expect(unsuedWhenPreserved(factsWith({ court: { preservations: [asked] } }), asked)).toEqual([])
  })

  test('not before one that was filed by then and is not over', () => {
    const sued = (suit: Values) => unsued({}, {}, { suits: [{ id: 'S1', obligors: ['o1'], ...suit }] })
    expect(sued({ filedOn: '2026-03-05' })).toEqual(['o2'])
    expect(sued({ filedOn: '2026-03-06' })).toEqual(['o1', 'o2'])
    const withdrawn = { filedOn: '2026-01-05', result: 'withdrawn' }
    expect(sued({ ...withdrawn, judgedOn: '2026-03-05' })).toEqual(['o1', 'o2'])
    expect(sued({ ...withdrawn, judgedOn: '2026-03-06' })).toEqual(['o2'])
  })

  test('nor where the court had confirmed an agreement by then', () => {
    const agreements = { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2026-01-20' }] }
    const confirmed = (ruledOn?: string) =>
      unsued(
        {},
        { agreements },
        {
          confirmations: [
            { agreement: 'G1', appliedOn: '2026-02-01', result: 'confirmed', ...(ruledOn && { ruledOn }) },
          ],
        },
      )
    expect(confirmed('2026-03-05')).toEqual(['o2'])
    expect(confirmed('2026-03-06')).toEqual(['o1', 'o2'])
    expect(confirmed()).toEqual(['o1', 'o2'])
    expect(unsued({}, { agreements })).toEqual(['o1', 'o2'])
  })

  test('each must be sued after it; the last of these days counts', () => {
    const suits = [
      { id: 'S0', obligors: ['o1'], filedOn: '2026-03-05' },
      { id: 'S2', obligors: ['o1', 'o2'], filedOn: '2026-04-01' },
      { id: 'S1', obligors: ['o1'], filedOn: '2026-03-06' },
    ]
    const facts = factsWith({ court: { suits } })
    expect(suedAfter(facts, ['o1'], '2026-03-05')).toBe('2026-03-06')
    expect(suedAfter(facts, ['o1', 'o2'], '2026-03-05')).toBe('2026-04-01')
    expect(suedAfter(facts, ['o1', 'o9'], '2026-03-05')).toBeUndefined()
  })

  test('it is over with the claim against all whom it is about', () => {
    const terminations = (...obligors: string[]) => ({
      closing: { terminations: [{ decidedOn: '2026-06-01', obligors, ground: 'other' }] },
    })
    const ended = (more: Partial<Preservation>, others: Values) => {
      const { facts, preservation } = preserved(more, others)
      return affectedEndedOn(facts, preservation)
    }
    expect(ended({ obligors: ['o1'] }, terminations('o1'))).toBe('2026-06-01')
    expect(ended({}, terminations('o1'))).toBeUndefined()
    expect(ended({}, terminations('o1', 'o2'))).toBe('2026-06-01')
  })
})

describe('what passes between the office and the procuratorate', () => {
  const clue = {
    channel: 'other',
    receivedOn: '2026-03-02',
    reference: '检建〔2026〕3号',
    bySuggestion: true,
  }
  const suggestion = { receivedOn: '2026-03-05', number: '检建〔2026〕5号' }
  const withClue = (more: Values, suggestions: Values[] = []) => {
    const facts = { ...clue, ...more }
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    return factsWith({ case: { clue: given, procuratorate: { suggestions } } })
  }

  test('a clue that came by a suggestion is one, unless it is recorded by itself', () => {
    expect(suggestionsOf(withClue({}, [suggestion]))).toEqual([
      { receivedOn: '2026-03-02', number: '检建〔2026〕3号' },
      suggestion,
    ])
    expect(suggestionsOf(withClue({ bySuggestion: false }, [suggestion]))).toEqual([suggestion])
    const own = { receivedOn: '2026-03-02', number: '检建〔2026〕9号' }
    expect(suggestionsOf(withClue({}, [own]))).toEqual([own])
    expect(suggestionsOf(factsWith({}))).toEqual([])
  })

  test.each<[Values, boolean]>([
    [{ bySuggestion: undefined }, true],
    [{ bySuggestion: undefined, reference: '检行公建〔2026〕3号' }, true],
    [{ bySuggestion: undefined, reference: '某县检察建议书' }, true],
    [{ bySuggestion: undefined, reference: '南建〔2026〕3号' }, false],
    [{ bySuggestion: undefined, reference: '巡查记录' }, false],
    [{ bySuggestion: false }, false],
    [{ bySuggestion: true }, false],
  ])('a clue with %o may have come by one: %s', (more, expected) => {
    expect(mayHaveComeBySuggestion(withClue(more))).toBe(expected)
  })

  test('it is not asked where the suggestion of that day is on record', () => {
    expect(
      mayHaveComeBySuggestion(withClue({ bySuggestion: undefined }, [{ receivedOn: '2026-03-02' }])),
    ).toBe(false)
    expect(mayHaveComeBySuggestion(withClue({ bySuggestion: undefined }, [suggestion]))).toBe(true)
  })

  test('suggestions are called by their day, two of one day by their numbers too', () => {
    const two = withClue({ bySuggestion: false }, [suggestion, { ...suggestion, number: '检建7号' }])
    expect(addressedSuggestions(two).map(({ address }) => address)).toEqual([
      '2026-03-05/检建〔2026〕5号',
      '2026-03-05/检建7号',
    ])
    expect(addressedSuggestions(withClue({ bySuggestion: false }, [suggestion]))[0]?.address).toBe(
      '2026-03-05',
    )
  })

  test('a notice is found by its day; that it was told of the initiation is a fact of the investigation', () => {
    const notice = { publishedOn: '2026-04-01' }
    const facts = factsWith({
      case: { procuratorate: { notices: [notice] } },
      investigation: { procuratorateInformed: { on: '2026-03-20', to: '南宁市人民检察院' } },
    })
    expect(noticeOf(facts, '2026-04-01')).toEqual(notice)
    expect(noticeOf(facts, '2026-04-02')).toBeUndefined()
    expect(noticeOf(factsWith({}), '2026-04-01')).toBeUndefined()
    expect(informedOn(facts)).toBe('2026-03-20')
    expect(informedOn(factsWith({}))).toBeUndefined()
  })
})
