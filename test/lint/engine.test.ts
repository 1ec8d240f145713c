import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { at, type CaseRule, defineRule, type FindingDraft } from '../../src/core/lint/define.ts'
import { isRegulated, lintCase } from '../../src/core/lint/engine.ts'
import { isAffiliated, isSameBody } from '../../src/core/lint/same-body.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { eachText } from '../../src/core/lint/walk.ts'
import { scopeOf } from '../support/lint.ts'
import { settingOn } from '../support/setting.ts'

/** A rule that finds what it is told. */
function finding(
  drafts: (documents: Documents) => readonly FindingDraft[],
  more: Partial<Pick<CaseRule, 'matter' | 'contradiction'>> = {},
): CaseRule {
  return defineRule({
    id: 'case/test',
    severity: 'warning',
    about: 'breach',
    matter: null,
    title: '试验',
    why: '试验',
    mend: '试验',
    check: ({ facts }) => drafts(facts.documents),
    examples: { accept: [], reject: [] },
    ...more,
  })
}

type Suppressed = NonNullable<NonNullable<Documents['case']['lint']>['suppress']>

function found(rule: CaseRule, suppress: Suppressed = [], change: (documents: Documents) => void = () => {}) {
  const documents = sampleDocuments()
  documents.case.lint = { suppress }
  change(documents)
  return lintCase(scopeOf(documents, sampleToday), [rule], [rule, { id: 'case/other', title: '另一项' }])
}

/** A finding at the service of o2. */
const atService = finding(({ consultation }) => [
  at(consultation?.rounds[0]?.services?.[1] ?? 'case', 'servedOn', '送达有误', { code: 'late' }),
])

describe('a finding', () => {
  test('stands at its key, with the severity of its rule and no article where it rests on no matter', () => {
    expect(found(atService)).toEqual([
      {
        rule: 'case/test',
        code: 'late',
        severity: 'warning',
        message: '送达有误',
        article: null,
        about: 'breach',
        document: 'consultation',
        path: ['rounds', 0, 'services', 1, 'servedOn'],
      },
    ])
  })

  test('may be graver than its rule, rest on another matter, and have an article, a subject and a place of its own', () => {
    const own = finding(
      () => [
        at('court', ['suits', 0], '甲', {
          severity: 'error',
          matter: 'consultation-period',
          subject: '1/o2',
        }),
        at('court', undefined, '乙', { article: '第九条', place: { path: 'documents/a.docx', line: 3 } }),
      ],
      { matter: 'investigation-period' },
    )
    expect(found(own)).toMatchObject([
      { severity: 'error', article: '第二十条', document: 'court', path: ['suits', 0], subject: '1/o2' },
      {
        severity: 'warning',
        article: '第九条',
        document: 'court',
        path: [],
        place: { path: 'documents/a.docx', line: 3 },
      },
    ])
  })

  test('is told once, though it was found twice; two messages, places or codes are two', () => {
    const twice = (...more: Parameters<typeof at>[]) => found(finding(() => more.map((each) => at(...each))))
    expect(twice(['case', 'title', '甲'], ['case', 'title', '甲'])).toHaveLength(1)
    expect(twice(['case', 'title', '甲'], ['case', 'title', '乙'])).toHaveLength(2)
    expect(twice(['case', 'title', '甲'], ['case', 'summary', '甲'])).toHaveLength(2)
    expect(
      twice(['case', 'title', '甲', { code: 'a' }], ['case', 'title', '甲', { code: 'b' }]),
    ).toHaveLength(2)
  })

  test('about an object that is no part of the facts stands at the case', () => {
    expect(found(finding(() => [at({}, 'x', '甲')]))).toMatchObject([{ document: 'case', path: ['x'] }])
  })

  test('is none in a case that was registered twice', () => {
    const withdrawn = ({ case: file }: Documents) => {
      file.withdrawal = { on: '2026-01-05', duplicateOf: 'NN-2025-0001', reason: '重复登记' }
    }
    expect(found(atService, [], withdrawn)).toEqual([])
  })

  test('is told only where the text has its matter; a contradiction of the facts always', () => {
    const { regulation } = settingOn(sampleToday)
    const told = (more: Partial<Pick<CaseRule, 'contradiction'>>, matter?: 'consultation-period') => {
      const rule = finding(() => [at('case', [], '甲', matter && { matter })], { matter: 'suit', ...more })
      const scope = scopeOf(sampleDocuments(), sampleToday)
      const bare = { ...scope.regulation, has: () => false }
      return lintCase(Object.defineProperty(scope, 'regulation', { value: bare }), [rule]).map(
        ({ article }) => article,
      )
    }
    expect(told({})).toEqual([])
    expect(told({ contradiction: true })).toEqual([null])
    expect(told({ contradiction: true }, 'consultation-period')).toEqual([])
    expect(isRegulated(regulation, null)).toBe(true)
    expect(isRegulated(regulation, 'consultation-period')).toBe(true)
    expect(isRegulated({ ...regulation, has: () => false }, 'consultation-period')).toBe(false)
  })
})

describe('a suppression', () => {
  const reason = '已核实。'
  const left = (...suppress: Suppressed) =>
    found(atService, suppress).map(({ rule, code }) => `${rule} ${code}`)
  const IDLE = 'case/unused-suppression case/test'

  test.each([[undefined], ['1'], ['o2'], ['1/o2'], ['late']])(
    'about %s silences the service of o2 in round 1',
    (subject) => {
      expect(left({ rule: 'case/test', reason, ...(subject && { subject }) })).toEqual([])
    },
  )

  test.each(['o1', '1/o1', '2', '2/o2'])('about %s does not, and is told as unused', (subject) => {
    expect(left({ rule: 'case/test', reason, subject })).toEqual(['case/test late', IDLE])
    expect(found(atService, [{ rule: 'case/test', reason, subject }])[1]).toMatchObject({
      severity: 'warning',
      message: `对「试验」（${subject}）的豁免没有用到，请删除这一项。`,
      path: ['lint', 'suppress', 0],
    })
  })

  test('needs a reason', () => {
    expect(left({ rule: 'case/test', reason: ' ' })).toEqual(['case/test late', IDLE])
  })

  test('of a rule that did not run tells nothing, of one that is none is told', () => {
    expect(left({ rule: 'case/other', reason })).toEqual(['case/test late'])
    expect(left({ rule: 'case/nothing', reason })).toEqual([
      'case/test late',
      'case/unused-suppression case/nothing',
    ])
  })

  test('of the subject that a finding names, whole or in part', () => {
    const named = finding(() => [at('case', [], '甲', { subject: '2/o7' })])
    const silenced = (subject: string) => found(named, [{ rule: 'case/test', reason, subject }]).length === 0
    expect(['2/o7', '2', 'o7', 'o2'].map(silenced)).toEqual([true, true, true, false])
  })

  test('beside one that has no effect, each is judged by itself', () => {
    expect(left({ rule: 'case/test', reason }, { rule: 'case/test', reason, subject: 'o1' })).toEqual([IDLE])
  })
})

describe('whether two bodies are the same', () => {
  const code = '91350100M000100Y43'

  test('by their codes, else by their names', () => {
    expect(isSameBody({ name: '甲', creditCode: code }, { name: '乙', creditCode: code })).toBe(true)
    expect(
      isSameBody({ name: '甲', creditCode: code }, { name: '乙', creditCode: '91440300708461136T' }),
    ).toBe(false)
    expect(isSameBody({ name: '甲', creditCode: code }, { name: '乙' })).toBe(false)
    expect(isSameBody({ name: '甲' }, { name: '乙', creditCode: code })).toBe(false)
    expect(isSameBody({ name: '甲' }, { name: '甲' })).toBe(true)
    expect(isSameBody({ name: '甲' }, { name: '乙' })).toBe(false)
  })

  test('affiliated by the code or the name on record', () => {
    const to = (affiliatedWith?: string) =>
      isAffiliated(
        { name: '丙', ...(affiliatedWith && { affiliatedWith }) },
        { name: '某设计院', creditCode: code },
      )
    expect(to(code)).toBe(true)
    expect(to('某设计院（同一控制人）')).toBe(true)
    expect(to('某勘察院')).toBe(false)
    expect(to()).toBe(false)
  })
})

describe('every text of the facts', () => {
  test('is visited with its holder, its key and the nearest name, but for clauses and minutes', () => {
    const documents: Documents = {
      case: { id: 'NN-2026-0001' } as Documents['case'],
      consultation: {
        rounds: [
          {
            round: 1,
            meetings: [{ number: 1, heldOn: '2026-06-01', attended: ['o1'], record: { claimant: '甲' } }],
          },
        ],
      },
      agreements: { agreements: [{ id: 'G1', obligors: ['o1', 'o2'], clauses: { breach: '乙' } }] },
    }
    const seen: string[] = []
    eachText(documents, (holder, key, text, name) => {
      expect(Reflect.get(holder, key)).toBe(text)
      seen.push(`${name}.${key}=${text}`)
    })
    expect(seen).toEqual([
      'id.id=NN-2026-0001',
      'heldOn.heldOn=2026-06-01',
      'attended.0=o1',
      'id.id=G1',
      'obligors.0=o1',
      'obligors.1=o2',
    ])
  })
})
