import { describe, expect, test } from 'vitest'
import { performedOn } from '../../src/core/facts/debts.ts'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { all, type Change, found, severitiesAndCodes, without } from './mends.ts'

const RULE = 'case/closed-undone'

const closed =
  (...openDuties: readonly string[]): Change =>
  (documents) => {
    documents.closing = { closed: { closedOn: '2026-06-30', openDuties: [...openDuties] } }
  }

const inProject =
  (
    change: (project: NonNullable<NonNullable<Documents['restoration']>['projects']>[number]) => void,
  ): Change =>
  ({ restoration }) => {
    const [project] = restoration?.projects ?? []
    if (project) change(project)
  }

const labor: Change = (documents) => {
  const [agreement] = documents.agreements?.agreements ?? []
  if (agreement) agreement.substitutes = [{ mode: 'labor', days: 30, consentedOn: '2025-07-24' }]
}

describe('closing ends no duty that was open (第二十四条、第二十五条、第三十条)', () => {
  test('a case in which all is done may be closed', () => {
    expect(severitiesAndCodes(RULE, closed())).toEqual([])
  })

  test('nothing was paid', () => {
    expect(severitiesAndCodes(RULE, all(without('payments'), closed()))).toEqual([
      'error payment',
      'error payment',
    ])
  })

  test('the restoration was not completed', () => {
    const half = inProject((project) => {
      delete project.completedOn
      project.evaluations = []
    })
    expect(severitiesAndCodes(RULE, all(half, closed()))).toEqual([
      'error restoration-complete',
      'error evaluation',
    ])
  })

  test('there was no restoration at all', () => {
    expect(severitiesAndCodes(RULE, all(without('restoration'), closed()))).toEqual([
      'error restoration-start',
      'error restoration-complete',
      'error evaluation',
    ])
  })

  test('an evaluation without result', () => {
    const unread = inProject((project) => {
      for (const evaluation of project.evaluations ?? []) delete evaluation.passed
    })
    expect(severitiesAndCodes(RULE, all(unread, closed()))).toEqual(['error evaluation'])
  })

  test('第二十六条第一项、第二十九条第三款: labour is exempt from evaluation, not from being done', () => {
    const begun: Change = ({ restoration }) => {
      const exemption = { ground: 'labor' }
      restoration?.projects?.push({
        id: 'R2',
        agreement: 'G1',
        mode: 'labor',
        startedOn: '2025-10-01',
        evaluations: [{ round: 1, exemption }],
      })
    }
    const accepted: Change = ({ agreements }) => {
      const [substitute] = agreements?.agreements[0]?.substitutes ?? []
      if (substitute) substitute.acceptedOn = '2026-01-20'
    }
    expect(severitiesAndCodes(RULE, all(labor, begun, closed()))).toEqual(['error 完成修复'])
    expect(severitiesAndCodes(RULE, all(labor, closed()))).toEqual(['error 落实替代修复'])
    expect(severitiesAndCodes(RULE, all(labor, accepted, begun, closed()))).toEqual([])
  })

  test('what the closing names is silent, by the address or by the obligor', () => {
    const named = closed('P1 尚欠六万元，继续执行', '款项 P2')
    expect(severitiesAndCodes(RULE, all(without('payments'), named))).toEqual([])
  })

  test('what it does not name is a warning beside what it does', () => {
    const [first] = found(RULE, all(without('payments'), closed('P1 尚欠六万元')))
    expect(first).toMatchObject({ severity: 'warning', code: 'payment', article: '第二十一条' })
    expect(first?.message).toContain('P2')
  })

  test('the debt itself stays a finding, with or without an obligor named; a warning once it is named', () => {
    const anonymous: Change = ({ agreements }) => {
      for (const payment of agreements?.agreements[0]?.payments ?? []) delete payment.obligor
    }
    const unpaid = (...changes: readonly Change[]) =>
      severitiesAndCodes('payments/unpaid', all(without('payments'), ...changes))
    expect(unpaid(closed())).toEqual(['error P1', 'error P2'])
    expect(unpaid(closed(), anonymous)).toEqual(['error P1', 'error P2'])
    expect(unpaid(closed('P1、P2 继续执行'))).toEqual(['warning P1', 'warning P2'])
  })
})

describe('第二十六条: a substitute of which nothing is on record', () => {
  test.each(['labor', 'off-site', 'tech-upgrade', 'other'])('%s is a notice', (mode) => {
    const agreed: Change = ({ agreements }) => {
      const [agreement] = agreements?.agreements ?? []
      if (agreement) agreement.substitutes = [{ mode, consentedOn: '2025-07-24' }]
    }
    expect(severitiesAndCodes('restoration/substitute-unrecorded', agreed)).toEqual([`notice ${mode}`])
  })

  test.each(['monetary', 'instalments'])('%s restores nothing', (mode) => {
    const agreed: Change = ({ agreements }) => {
      const [agreement] = agreements?.agreements ?? []
      if (agreement) agreement.substitutes = [{ mode }]
    }
    expect(severitiesAndCodes('restoration/substitute-unrecorded', agreed)).toEqual([])
  })

  test('and the agreement is not performed before', () => {
    const performed = (change: Change) => {
      const documents = sampleDocuments()
      change(documents)
      const facts = factsOf(documents)
      const [agreement] = facts.agreements
      return agreement && performedOn(facts, { agreement })
    }
    expect(performed(() => undefined)).toBe('2026-04-24')
    expect(performed(labor)).toBeUndefined()
  })
})
