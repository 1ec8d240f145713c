import { describe, expect, test } from 'vitest'
import { addressed } from '../../src/core/facts/addressed.ts'
import { alteredFacts } from '../../src/core/facts/altered.ts'
import { isLeftOpen } from '../../src/core/facts/closing.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import {
  idNumberFault,
  idNumberFromOld,
  inCapitals,
  isCreditCode,
  isIdNumber,
  maskIdentifier,
} from '../../src/core/facts/identifiers.ts'
import { createLocator } from '../../src/core/facts/locations.ts'
import { addressedProceedings, proceedingName, proceedingsOf } from '../../src/core/facts/proceedings.ts'
import { referenceKind } from '../../src/core/facts/references.ts'
import { isCovered, outsideMatter } from '../../src/core/facts/scope.ts'
import { isBasicCourt } from '../../src/core/facts/suits.ts'
import { documentsFor, type Values } from '../golden/read.ts'
import { settingOn } from '../support/setting.ts'

const factsWith = (facts: Values) => factsOf(documentsFor({ base: 'minimal', facts }))

describe('the address of one of several things', () => {
  const addresses = (...items: { usual: string; apart?: string }[]) =>
    addressed(
      items,
      ({ usual }) => usual,
      ({ apart }) => apart,
    ).map(({ address }) => address)

  test('is the usual one while nothing else has it', () => {
    expect(addresses({ usual: 'a' }, { usual: 'b', apart: 'x' })).toEqual(['a', 'b'])
  })

  test('says what tells it apart, else its place among those alike', () => {
    expect(addresses({ usual: 'a', apart: 'x/1' }, { usual: 'b' }, { usual: 'a', apart: 'y' })).toEqual([
      'a/x-1',
      'b',
      'a/y',
    ])
    expect(
      addresses({ usual: 'a', apart: 'x' }, { usual: 'a', apart: 'x' }, { usual: 'a', apart: 'y' }),
    ).toEqual(['a/1', 'a/2', 'a/y'])
    expect(addresses({ usual: 'a' }, { usual: 'a', apart: '' }, { usual: 'a', apart: 'y' })).toEqual([
      'a/1',
      'a/2',
      'a/y',
    ])
  })
})

describe('the facts on record that a later version of a document alters', () => {
  const service = { obligor: 'o1', method: 'direct', servedOn: '2026-05-02' }
  const round = (...services: Values[]) => ({ rounds: [{ round: 1, services }] })

  test('a day or an amount that changed, with its section', () => {
    expect(
      alteredFacts('consultation', round(service), round({ ...service, servedOn: '2026-05-03' })),
    ).toEqual([{ title: '送达·送达日期', from: '2026-05-02', to: '2026-05-03' }])
    const paid = (amount: string) => ({ payments: [{ id: 'P1', paidOn: '2026-06-01', amount }] })
    expect(alteredFacts('payments', paid('1.00'), paid('2.00'))).toMatchObject([{ from: '1.00', to: '2.00' }])
  })

  test('one that was removed, alone or with its item; not one that is new', () => {
    const { servedOn: _, ...unserved } = service
    expect(alteredFacts('consultation', round(service), round(unserved))).toMatchObject([
      { from: '2026-05-02', to: null },
    ])
    expect(alteredFacts('consultation', round(service), round())).toMatchObject([{ to: null }])
    expect(alteredFacts('consultation', round(unserved), round(service))).toEqual([])
    expect(alteredFacts('consultation', undefined, round(service))).toEqual([])
  })

  test('not a text, nor the order of a list', () => {
    const other = { ...service, obligor: 'o2', servedOn: '2026-05-04' }
    expect(alteredFacts('consultation', round(service, other), round(other, service))).toEqual([])
    expect(alteredFacts('consultation', round(service), round({ ...service, receipt: 'E1' }))).toEqual([])
    const reason = (text: string) => ({ initiation: { initiatedOn: '2026-03-02', reason: text } })
    expect(alteredFacts('investigation', reason('甲'), reason('乙'))).toEqual([])
  })
})

describe('codes and numbers', () => {
  test.each([
    ['91350100M000100Y43', true],
    ['91350100M000100Y44', false],
    ['91440300708461136T', true],
    ['9135010OM000100Y43', false],
    ['91350100M000100Y4', false],
    [' 91350100M000100Y43', false],
    ['91350100M000100Y43 ', false],
  ])('统一社会信用代码 %s: %s', (code, expected) => {
    expect(isCreditCode(code)).toBe(expected)
  })

  test.each([
    ['11010519491231002X', true],
    ['11010519491231002x', true],
    ['110105194912310021', false],
    ['11010519491331002X', false],
    ['01010519491231002X', false],
    ['a11010519491231002X', false],
    ['11010519491231002X1', false],
    ['110105491231002', false],
  ])('公民身份号码 %s: %s', (number, expected) => {
    expect(isIdNumber(number)).toBe(expected)
  })

  test.each([
    ['11010519491231002X', undefined],
    ['110105209901010020', '在今天以后'],
    ['110105184901010023', '早于 1900 年'],
    ['110105194902300025', '不存在'],
    ['110105194912310021', '校验码不符'],
    ['1101051949123100', '应为 18 位，现在是 16 位'],
    ['110105491231002', '15 位的旧号码'],
    ['A1010519491231002X', '应为数字'],
  ])('of 公民身份号码 %s it is said why it is wrong: %s', (number, expected) => {
    const fault = idNumberFault(number, '2026-11-24')
    if (expected === undefined) expect(fault).toBeUndefined()
    else expect(fault).toContain(expected)
    expect(fault ?? '').not.toContain('1949')
  })

  test('of 15 digits are converted to those of 18', () => {
    expect(idNumberFromOld('110105491231002')).toBe('11010519491231002X')
    expect(idNumberFromOld('110105491331002')).toBeUndefined()
    expect(idNumberFromOld('11010519491231002X')).toBeUndefined()
  })

  test('are shown by their ends, and not at all where they are short', () => {
    expect(maskIdentifier('11010519491231002X')).toBe('110***********002X')
    expect(maskIdentifier('12345678')).toBe('123*5678')
    expect(maskIdentifier('1234567')).toBe('*******')
  })

  test('are read in half-width capitals, without blanks', () => {
    expect(inCapitals(' ９１ab　cd ')).toBe('91ABCD')
  })
})

describe('proceedings beside the claim, as they stand', () => {
  const stands = (...progress: Values[]) => {
    const first = { kind: 'penalty', reference: '南环罚〔2026〕1号', on: '2026-03-01', amount: '1.00' }
    const [proceeding] = proceedingsOf(factsWith({ case: { relatedProceedings: [{ ...first, progress }] } }))
    return proceeding
  }

  test('the last decision takes the place of the first, in the order of days', () => {
    const review = { on: '2026-05-01', status: 'reviewed', result: '维持', reference: '桂环复〔2026〕2号' }
    const changed = { on: '2026-06-01', status: 'judged', amount: '0.50' }
    expect(stands(changed, review)).toMatchObject({
      on: '2026-06-01',
      result: '维持',
      reference: '桂环复〔2026〕2号',
      amount: '0.50',
    })
    expect(stands(review)).toMatchObject({ on: '2026-05-01', amount: '1.00' })
  })

  test('a payment says only when it was paid; a step that decides nothing changes nothing', () => {
    expect(stands({ on: '2026-05-01', status: 'paid', amount: '9.00' })).toMatchObject({
      on: '2026-03-01',
      amount: '1.00',
      paidOn: '2026-05-01',
    })
    expect(stands({ on: '2026-05-01', status: 'reviewing' })).toMatchObject({ on: '2026-03-01' })
    expect(stands()).toHaveProperty('progress', [])
  })

  test('they are called by their number, else by their kind; alike ones by their place', () => {
    const called = (...relatedProceedings: Values[]) =>
      addressedProceedings(factsWith({ case: { relatedProceedings } })).map(({ address }) => address)
    expect(called({ kind: 'judgment' }, { kind: 'judgment', reference: ' 桂01/2 ' })).toEqual([
      '生效裁判',
      '桂01-2',
    ])
    expect(called({ kind: 'judgment' }, { kind: 'judgment' })).toEqual(['生效裁判/1', '生效裁判/2'])
    expect(proceedingName({ kind: 'judgment', reference: '桂01' })).toBe('生效裁判 桂01')
    expect(proceedingName({ kind: 'judgment' })).toBe('生效裁判')
  })
})

describe('whether the text applies to the damage', () => {
  const { regulation } = settingOn('2026-05-01')
  const damage = (scope: string) => factsWith({ case: { damage: { scope, kind: 'pollutant-discharge' } } })

  test('not to marine or legacy damage; a scope that the pack does not know is no reason against it', () => {
    expect(isCovered(damage('covered'), regulation)).toBe(true)
    expect(isCovered(damage('marine'), regulation)).toBe(false)
    expect(isCovered(damage('legacy'), regulation)).toBe(false)
    expect(isCovered(damage('unheard-of'), regulation)).toBe(true)
  })

  test('legacy damage is outside by its own matter', () => {
    expect(outsideMatter(damage('legacy'))).toBe('legacy-damage')
    expect(outsideMatter(damage('marine'))).toBe('scope')
  })
})

describe('what a closing names as left open', () => {
  const open = (...openDuties: string[]) =>
    factsWith({ closing: { closed: { closedOn: '2026-09-01', openDuties } } })

  test('by one of the names, in the words of any duty', () => {
    expect(isLeftOpen(open('修复 R1 待评估', '款项 P1 待付'), 'P1')).toBe(true)
    expect(isLeftOpen(open('款项 P1 待付'), 'P2', null, undefined, 'P1')).toBe(true)
    expect(isLeftOpen(open('款项 P1 待付'), 'P2', null, undefined, '')).toBe(false)
    expect(isLeftOpen(open(), 'P1')).toBe(false)
    expect(isLeftOpen(factsWith({}), 'P1')).toBe(false)
  })
})

describe('the facts of a case of which nothing but the clue is on record', () => {
  test('are empty lists, each of its own', () => {
    const documents = documentsFor({ base: 'minimal' })
    const { id, case: file, obligors, documents: own, ...others } = factsOf(documents)
    expect([id, file, obligors, own]).toEqual([
      'NN-2026-0100',
      documents.case,
      documents.case.obligors,
      documents,
    ])
    expect(others).toEqual({
      screening: undefined,
      investigation: undefined,
      appraisals: [],
      rounds: [],
      agreements: [],
      court: {
        confirmations: [],
        suits: [],
        paymentOrders: [],
        transfers: [],
        enforcements: [],
        limitationInterruptions: [],
        preservations: [],
      },
      restoration: { projects: [] },
      payments: [],
      supervision: { monthlyReports: [], overdueExplanations: [], disclosures: [], leniencyNotices: [] },
      evidence: [],
      closing: { terminations: [] },
    })
  })

  test('rounds are in their order, whatever that of the file', () => {
    const rounds = [{ round: 2 }, { round: 1 }]
    expect(factsWith({ consultation: { rounds } }).rounds.map(({ round }) => round)).toEqual([1, 2])
    const held = { evidence: { evidence: [{ id: 'E1' }] }, case: { obligors: undefined } }
    expect(factsWith(held)).toMatchObject({ evidence: [{ id: 'E1' }], obligors: [] })
  })
})

describe('where a fact stands', () => {
  test('each object has its document and its path; a copy has none', () => {
    const documents = documentsFor({ base: 'sample' })
    const locate = createLocator(documents)
    const service = documents.consultation?.rounds[0]?.services?.[1]
    expect(service && locate(service)).toEqual({
      document: 'consultation',
      path: ['rounds', 0, 'services', 1],
    })
    expect(locate(documents.case)).toEqual({ document: 'case', path: [] })
    expect(locate({ ...service })).toBeUndefined()
  })

  test.each([
    ['obligors', 'o1', 'obligor'],
    ['commissionedBy', 'o1', 'party'],
    ['document', 'E12', 'evidence'],
    ['document', '南环函〔2026〕E1号', undefined],
    ['document', 'E12号', undefined],
    ['document', 'FE1', undefined],
    ['receipt', '南环函', 'evidence'],
    ['reason', 'E1', undefined],
  ])('%s %s refers to: %s', (key, text, kind) => {
    expect(referenceKind(key, text)).toBe(kind)
  })
})

describe('the level of a court by its name', () => {
  test.each([
    ['南宁市青秀区人民法院', true],
    ['南宁市中级人民法院', false],
    ['广西壮族自治区高级人民法院', false],
  ])('%s is a basic court: %s', (name, expected) => {
    expect(isBasicCourt(name)).toBe(expected)
  })
})
