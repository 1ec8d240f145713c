import { describe, expect, it } from 'vitest'
import type { Appraisal, CaseDocument, InvestigationDocument } from '../../src/core/facts/documents.ts'
import {
  documentsWith,
  type Given,
  type Step,
  settingWithout,
  step,
  upToConclusion,
  upToScreening,
} from '../support/step.ts'

const { investigation: whole = {}, screening } = documentsWith({})
const { initiation, facts, legalBasis } = whole
const atWork = {
  ...(initiation && { initiation }),
  ...(facts && { facts }),
  ...(legalBasis && { legalBasis }),
}

/** The sample case whose investigation goes on, with some of it otherwise. */
function investigated(given: Given = {}): Given {
  return { ...upToConclusion, investigation: atWork, ...given }
}

const twoOfficers = { officers: [{ name: '罗某' }, { name: '蒙某' }] }
const signed = (date: string) => [
  { name: '罗某', date },
  { name: '蒙某', date },
]

describe('决定不启动索赔、启动索赔', () => {
  const checked = { checkedOn: '2025-03-05', damageFound: true, findings: '水质超标。' }

  it.each([
    ['a check that found damage', checked, [null], []],
    ['no check', undefined, [null], ['not-initiate']],
    ['a decision not to initiate', { ...checked, decision: 'not-initiate' as const }, [], []],
  ])('after %s: not to initiate', (_, screening, subjects, blocked) => {
    const decline = step('decline', { ...upToScreening, screening })
    expect(decline.subjects).toStrictEqual(subjects)
    expect(decline.blocked(null)).toStrictEqual(blocked)
  })

  it('once initiated, a claim is terminated instead', () => {
    expect(step('decline', investigated()).blocked(null)).toStrictEqual(['termination'])
    expect(step('decline', investigated({ investigation: {} })).blocked(null)).toStrictEqual([])
  })

  it('is asked for where the check found no damage and decided all the same', () => {
    const advised = (screening: Given['screening']) =>
      step('decline', { ...upToScreening, screening }).advised(null)
    const decision = 'initiate'
    expect(advised({ ...checked, damageFound: false, decision })).toBe(true)
    expect(advised({ ...checked, damageFound: false })).toBe(false)
    expect(advised({ ...checked, decision })).toBe(false)
    expect(advised(undefined)).toBe(false)
  })

  it('is signed by the officers today, and stands as the decision of the check', () => {
    const decline = step('decline', { ...upToScreening, case: twoOfficers }, '2025-03-06')
    expect(decline.known(null)).toStrictEqual({ decidedOn: '2025-03-06', handlers: signed('2025-03-06') })
    expect(decline.also(null)).toStrictEqual({ decision: 'not-initiate' })
  })

  it.each([
    ['a decision to initiate', { ...checked, decision: 'initiate' as const }, []],
    ['no check', undefined, ['screening']],
    ['a check without a decision', checked, ['initiation']],
    ['a decision not to initiate', { ...checked, decision: 'not-initiate' as const }, ['not-initiate']],
  ])('after %s, to initiate is blocked by %j', (_, screening, blocked) => {
    expect(step('initiate', { ...upToScreening, screening }).blocked(null)).toStrictEqual(blocked)
  })

  it('is initiated once, by the officers today', () => {
    const initiate = step('initiate', { ...upToScreening, case: twoOfficers }, '2025-03-06')
    expect(initiate.subjects).toStrictEqual([null])
    expect(initiate.known(null)).toStrictEqual({ initiatedOn: '2025-03-06', handlers: signed('2025-03-06') })
    expect(step('initiate', investigated()).subjects).toStrictEqual([])
    expect(step('initiate', investigated({ investigation: {} })).subjects).toStrictEqual([null])
  })

  it('is initiated by a county with the authority of the city, by a joint team under a lead', () => {
    const own = documentsWith({}).case.jurisdiction
    const blocked = (change: Partial<CaseDocument['jurisdiction']>) =>
      step('initiate', {
        ...upToScreening,
        screening,
        case: { jurisdiction: { ...own, ...change } },
      }).blocked(null)
    const county = { level: 'county', handlingUnitKind: 'county-department' } as const
    expect(blocked(county)).toStrictEqual(['county-authorization'])
    expect(
      blocked({ ...county, countyAuthorization: { document: '南政函〔2025〕9号', grantedOn: '2025-03-06' } }),
    ).toStrictEqual([])
    expect(blocked({ jointUnits: ['南宁市林业局'] })).toStrictEqual(['joint-handling'])
    expect(blocked({ jointUnits: ['南宁市林业局'], leadUnit: '南宁市林业局' })).toStrictEqual([])
  })
})

describe('告知检察机关', () => {
  it('is done once the claim is initiated, once', () => {
    const inform = step('inform-procuratorate', investigated(), '2025-03-10')
    expect(inform.subjects).toStrictEqual([null])
    expect(inform.known(null)).toStrictEqual({ on: '2025-03-10' })
    expect(inform.blocked(null)).toStrictEqual([])
    expect(step('inform-procuratorate').subjects).toStrictEqual([])
    expect(step('inform-procuratorate', upToScreening).subjects).toStrictEqual([])
    expect(step('inform-procuratorate', investigated({ investigation: {} })).subjects).toStrictEqual([])
  })

  it('is asked of a department of ecology and environment alone, since the opinion that asks for it', () => {
    const { jurisdiction } = documentsWith({}).case
    const advised = (given: Given) => step('inform-procuratorate', investigated(given)).advised(null)
    const initiatedOn = (day: string) => ({ investigation: { initiation: { initiatedOn: day } } })
    expect(advised(initiatedOn('2024-10-15'))).toBe(false)
    expect(advised(initiatedOn('2024-10-16'))).toBe(true)
    const ofForests = { jurisdiction: { ...jurisdiction, department: 'forestry' } }
    expect(advised({ case: ofForests })).toBe(false)
    const informed = { ...atWork, procuratorateInformed: { on: '2025-03-06' } }
    expect(advised({ investigation: informed })).toBe(false)
  })
})

describe('延长损害调查', () => {
  const appraisal: Appraisal = {
    id: 'A1',
    kind: 'forensic-opinion',
    commissionedBy: ['obligee'],
    commissionedOn: '2025-03-12',
  }
  /** 60 天 from 2025-03-06 end on 2025-05-05; the appraisal from 2025-03-12 stops the clock until it is received. */
  const until = (receivedOn: string, today: string): Step =>
    step(
      'extend-investigation',
      investigated({ appraisals: { appraisals: [{ ...appraisal, receivedOn }] } }),
      today,
    )

  it.each([
    ['2025-05-26', false, 'eight days before the end'],
    ['2025-05-27', true, 'a week before it'],
    ['2025-06-03', true, 'on the last day'],
    ['2025-06-04', false, 'too late'],
  ])('given an investigation that ends on 2025-06-03, is asked for on %s: %s (%s)', (today, advised) => {
    expect(until('2025-04-10', today).advised(null)).toBe(advised)
  })

  it('is not asked for by what else is due soon', () => {
    const reminders = [{ id: 'T1', title: '联系检察院', dueOn: '2025-05-27' }]
    const appraised = { appraisals: [{ ...appraisal, receivedOn: '2025-04-10' }] }
    const given = investigated({ case: { reminders }, appraisals: appraised })
    expect(step('extend-investigation', given, '2025-05-26').advised(null)).toBe(false)
  })

  it('given one that ends on a Saturday before the Dragon Boat Festival, still on the holiday', () => {
    const rolled = until('2025-04-07', '2025-06-02')
    expect(rolled.advised(null)).toBe(true)
    expect(rolled.refused(null, { approvedOn: '2025-06-03' })).toStrictEqual([])
    expect(rolled.refused(null, { approvedOn: '2025-06-04' })).toStrictEqual([
      'investigation-extension approvedOn',
    ])
    expect(rolled.refused(null, { approvedOn: undefined })).toStrictEqual([])
  })

  it('is proposed for today, with the head of the unit', () => {
    expect(until('2025-04-10', '2025-05-28').known(null)).toStrictEqual({
      approvedOn: '2025-05-28',
      approvedBy: { name: '周某', post: '局长' },
    })
    const unnamed = step('extend-investigation', investigated(), '2025-05-28', settingWithout())
    expect(unnamed.known(null)).toStrictEqual({ approvedOn: '2025-05-28' })
  })

  it('is offered until the conclusion, while the investigation goes on, once', () => {
    const extend = step('extend-investigation', investigated())
    expect(extend.subjects).toStrictEqual([null])
    expect(extend.blocked(null)).toStrictEqual([])
    expect(step('extend-investigation').subjects).toStrictEqual([])
    expect(step('extend-investigation', upToScreening).subjects).toStrictEqual([null])
    expect(step('extend-investigation', upToScreening).blocked(null)).toStrictEqual(['investigation'])
    const extension = { approvedOn: '2025-04-30' }
    const again = step('extend-investigation', investigated({ investigation: { ...atWork, extension } }))
    expect(again.blocked(null)).toStrictEqual(['investigation-extension'])
  })

  it('without an investigation, nothing says that it is too late', () => {
    expect(
      step('extend-investigation', upToScreening).refused(null, { approvedOn: '2026-01-05' }),
    ).toStrictEqual([])
  })
})

describe('形成调查结论', () => {
  const blocked = (given: Given) => step('conclude', investigated(given)).blocked(null)

  it('once, by the officers today', () => {
    const conclude = step('conclude', investigated({ case: twoOfficers }), '2025-05-20')
    expect(conclude.subjects).toStrictEqual([null])
    expect(conclude.known(null)).toStrictEqual({ concludedOn: '2025-05-20', handlers: signed('2025-05-20') })
    expect(step('conclude').subjects).toStrictEqual([])
    expect(step('conclude', upToScreening).subjects).toStrictEqual([null])
  })

  it('after the initiation, against somebody, on facts and law', () => {
    expect(blocked({})).toStrictEqual([])
    const { initiation: _, ...uninitiated } = atWork
    expect(blocked({ investigation: uninitiated })).toStrictEqual(['investigation'])
    expect(blocked({ investigation: undefined })).toStrictEqual(['investigation', 'form-investigation'])
    expect(blocked({ case: { obligors: [] } })).toStrictEqual(['investigation-conclusion'])
    const { facts: __, ...withoutFacts } = atWork
    expect(blocked({ investigation: withoutFacts })).toStrictEqual(['form-investigation'])
    expect(blocked({ investigation: { ...atWork, legalBasis: [] } })).toStrictEqual(['form-investigation'])
  })
})

describe('认定简单案件', () => {
  const determined = (undisputedBy?: string[]): Partial<CaseDocument> => ({
    simpleCase: { determinedOn: '2025-04-14', ...(undisputedBy && { undisputedBy }) },
  })
  const offered = (file: Partial<CaseDocument>, given: Given = {}) =>
    step('determine-simple-case', investigated({ case: file, ...given })).subjects.length > 0

  it('until every obligor of whom something is asked has agreed to the liability, or an agreement is there', () => {
    expect(offered({})).toBe(true)
    expect(offered({ simpleCase: { factsSimple: true } })).toBe(true)
    expect(offered(determined())).toBe(false)
    expect(offered(determined(['o1']))).toBe(true)
    expect(offered(determined(['o1', 'o2']))).toBe(false)
    const terminations = [{ obligors: ['o2'], ground: 'other', decidedOn: '2025-04-30' }]
    expect(offered(determined(['o1']), { closing: { terminations } })).toBe(false)
    expect(step('determine-simple-case').subjects).toStrictEqual([])
  })

  it('by the first officer today, on a basis', () => {
    const simple = step('determine-simple-case', investigated({ case: twoOfficers }), '2025-04-14')
    expect(simple.known(null)).toStrictEqual({ determinedOn: '2025-04-14', determinedBy: '罗某' })
    expect(simple.refused(null)).toStrictEqual(['simple-case basis'])
    expect(simple.refused(null, { basis: '双方无异议' })).toStrictEqual([])
    const nobody = step('determine-simple-case', investigated({ case: { officers: [] } }), '2025-04-14')
    expect(nobody.known(null)).toStrictEqual({ determinedOn: '2025-04-14' })
  })

  it('after the initiation, with an estimate up to 300,000 yuan', () => {
    const { damage } = documentsWith({}).case
    const blocked = (investigation: InvestigationDocument | undefined, estimatedLoss?: string) => {
      const { estimatedLoss: _, ...bare } = damage
      const file = { damage: estimatedLoss === undefined ? bare : { ...bare, estimatedLoss } }
      return step('determine-simple-case', investigated({ investigation, case: file })).blocked(null)
    }
    expect(blocked(atWork, '300000.00')).toStrictEqual([])
    expect(blocked(atWork, '300000.01')).toStrictEqual(['simple-case'])
    expect(blocked(atWork)).toStrictEqual(['simple-case'])
    expect(blocked(undefined, '300000.00')).toStrictEqual(['simple-case'])
    expect(blocked({}, '300000.00')).toStrictEqual(['simple-case'])
  })
})
