import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { annualReport } from '../../src/core/reports/annual.ts'
import { viewOf } from '../../src/core/view.ts'
import { findingsIn } from '../support/lint.ts'
import { settingOn } from '../support/setting.ts'

const today = '2026-11-24'

/** The lawful sample without its check and the clauses of its agreement, taken over on a day. */
function sparse(on: string | undefined, change: (documents: Documents) => void = () => undefined): Documents {
  const documents = sampleDocuments()
  delete documents.screening
  for (const agreement of documents.agreements?.agreements ?? []) delete agreement.clauses
  if (on !== undefined) documents.case.backfilled = { on, source: '台账.xlsx', row: 12 }
  change(documents)
  return documents
}

/** What is found, apart from the files of the evidence, of which there are none here. */
const rulesOf = (documents: Documents) =>
  findingsIn(documents, today)
    .map(({ rule, severity }) => `${severity} ${rule}`)
    .filter((each) => !each.includes('evidence/'))
const namedIn = (documents: Documents) =>
  findingsIn(documents, today).find(({ rule }) => rule === 'case/backfilled')?.message ?? ''

describe('第三十八条: what lint says of a case taken over from a ledger', () => {
  it('names once what the ledger does not say, however often the rules find it', () => {
    const ordinary = rulesOf(sparse(undefined)).filter((each) => each.startsWith('error'))
    expect(ordinary).toContain('error case/stage-gap')
    expect(ordinary.filter((each) => each === 'error agreement/clause-missing').length).toBeGreaterThan(5)
    const takenOver = rulesOf(sparse('2026-09-01'))
    expect(takenOver.filter((each) => each.startsWith('error'))).toEqual([])
    expect(takenOver.filter((each) => each === 'notice case/backfilled')).toHaveLength(1)
    expect(namedIn(sparse('2026-09-01'))).toMatch(/^补录时未载明：.*初步核查.*协议条款/u)
    expect(namedIn(sparse('2026-09-01')).match(/协议条款/gu)).toHaveLength(1)
  })

  it('says nothing of the kind where nothing is missing, nor in a case that was begun in ejc', () => {
    const whole = sampleDocuments()
    whole.case.backfilled = { on: '2026-09-01', source: '台账.xlsx' }
    expect(rulesOf(whole)).toEqual(rulesOf(sampleDocuments()))
    expect(rulesOf(sparse(undefined))).not.toContain('notice case/backfilled')
  })

  it('tells in full what is missing from steps on the day of the takeover or after it', () => {
    // The agreement was signed on 2025-07-24.
    expect(rulesOf(sparse('2025-07-25'))).not.toContain('error agreement/clause-missing')
    expect(rulesOf(sparse('2025-07-24'))).toContain('error agreement/clause-missing')
  })

  it('can be silenced with a reason, itself or the rule behind it, and neither counts as unused', () => {
    const silencing = (rule: string) =>
      sparse('2026-09-01', (documents) => {
        documents.case.lint = { suppress: [{ rule, reason: '原卷已经销毁' }] }
      })
    expect(rulesOf(silencing('case/backfilled'))).toEqual([])
    expect(namedIn(silencing('agreement/clause-missing'))).not.toContain('协议条款')
    expect(rulesOf(silencing('agreement/clause-missing'))).toEqual(['notice case/backfilled'])
  })

  it('gives each rule at most one of the two: what stands as the record, and what a ledger may not tell', () => {
    const both = caseRules.filter(
      ({ severityStays, unrecorded }) => severityStays === 'record' && unrecorded !== undefined,
    )
    expect(both.map(({ id }) => id)).toEqual([])
  })
})

describe('第三十二条: the annual report', () => {
  it('counts a case taken over by its own dates, not by the day of the takeover', () => {
    const documents = sparse('2026-09-01')
    const view = viewOf(factsOf(documents), settingOn(today))
    const counted = (year: string) =>
      annualReport([view], year).rows.filter(([, item]) => item === '启动索赔' || item === '签订赔偿协议')
    expect(counted('2025').map(([, , count]) => count)).toEqual([1, 1])
    expect(counted('2026').map(([, , count]) => count)).toEqual([0, 0])
  })
})
