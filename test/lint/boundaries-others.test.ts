import { describe, expect, test } from 'vitest'
import type { DocumentName, Documents } from '../../src/core/facts/documents.ts'
import { all, inCase, inInvestigation, inPayment, without } from '../../src/core/lint/change.ts'
import { type Change, found, lines } from '../support/boundaries.ts'

const jurisdiction = (more: Partial<Documents['case']['jurisdiction']>): Change =>
  inCase((file) => {
    Object.assign(file.jurisdiction, more)
  })

describe('第七条: a county that handles a case', () => {
  // The claim of the sample case was initiated on 2025-03-06.
  const county = jurisdiction({ handlingUnitKind: 'county-department', handlingUnit: '横州市某局' })
  const granted = (grantedOn: string) =>
    all(county, jurisdiction({ countyAuthorization: { document: '南政函1号', grantedOn } }))
  const uninitiated = inInvestigation((investigation) => {
    delete investigation.initiation
  })

  test('needs the authorisation of the city before the claim is initiated', () => {
    expect(lines('jurisdiction/county-authorization', granted('2025-03-06'))).toEqual([])
    expect(lines('jurisdiction/county-authorization', granted('2025-03-07'))).toEqual([
      'error - case.jurisdiction.countyAuthorization.grantedOn',
    ])
    expect(lines('jurisdiction/county-authorization', all(granted('2025-03-07'), uninitiated))).toEqual([])
  })

  test('may check a clue without it, and is told what to do before and after', () => {
    const told = (change: Change) => {
      const [one] = found('jurisdiction/county-authorization', change)
      return [one?.severity, one?.message]
    }
    expect(told(county)).toEqual(['error', expect.stringContaining('请记录授权，或者移送设区市')])
    expect(told(all(county, uninitiated))).toEqual([
      'notice',
      expect.stringContaining('请在启动索赔以前取得并记录授权'),
    ])
  })
})

describe('第十条: a damage that reaches over cities is for the region', () => {
  const over = inCase((file) => {
    file.damage.crossRegion = 'cross-city'
  })

  test('unless the region designated the city, or a reason is written', () => {
    expect(lines('jurisdiction/level', over)).toEqual(['error - case.jurisdiction.level'])
    const designation = { by: '广西壮族自治区人民政府', document: '桂政函1号', on: '2025-03-04' }
    expect(lines('jurisdiction/level', all(over, jurisdiction({ designation })))).toEqual([
      'notice - case.jurisdiction.level',
    ])
    expect(
      lines('jurisdiction/level', all(over, jurisdiction({ overrideReason: '自治区已书面交办' }))),
    ).toEqual([])
    expect(lines('jurisdiction/level', jurisdiction({}))).toEqual([])
  })
})

describe('第十三条、第十四条: a conclusion that proposes to terminate', () => {
  const proposed = inInvestigation(({ conclusion }) => {
    if (conclusion) conclusion.recommendation = 'terminate'
  })
  const leaving = (...gone: readonly Exclude<DocumentName, 'case'>[]) =>
    lines('investigation/conclusion-missing', all(proposed, without(...gone)))

  test('is followed by a decision, unless somebody consulted or signed since', () => {
    const later = ['court', 'restoration', 'payments', 'supervision'] as const
    expect(leaving(...later, 'consultation', 'agreements')).toEqual([
      'warning terminate investigation.conclusion.recommendation',
    ])
    expect(leaving(...later, 'agreements')).toEqual([])
    expect(leaving(...later, 'consultation')).toEqual([])
  })

  test('was decided on by a termination against all', () => {
    const terminated: Change = (documents) => {
      documents.closing = {
        terminations: [{ obligors: ['o1', 'o2'], ground: 'no-assets', decidedOn: '2025-06-01' }],
      }
    }
    const bare = without('consultation', 'agreements', 'court', 'restoration', 'payments', 'supervision')
    expect(lines('investigation/conclusion-missing', all(proposed, bare, terminated))).toEqual([])
  })
})

describe('第三十五条: where money went', () => {
  const paidTo = (destination: string, note?: string) =>
    lines(
      'payments/destination',
      inPayment((payment) => {
        Object.assign(payment, { destination, note })
      }),
    )

  test('is explained, where it is none of the usual', () => {
    expect(paidTo('other')).toEqual(['warning other payments.payments.0.destination'])
    expect(paidTo('other', ' ')).toEqual(['warning other payments.payments.0.destination'])
    expect(paidTo('other', '代管账户')).toEqual([])
    expect(paidTo('implementer')).toEqual([])
    expect(paidTo('court-account')).toEqual([])
  })
})
