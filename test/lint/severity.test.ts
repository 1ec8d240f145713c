import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { findingsIn } from '../support/lint.ts'
import { documentsOf } from '../support/setting.ts'

/** Severities of what one rule finds in the sample case after a change. */
function severities(rule: string, today: string, change: (documents: Documents) => void): string[] {
  const documents = sampleDocuments()
  change(documents)
  return findingsIn(documents, today)
    .filter((finding) => finding.rule === rule)
    .map(({ severity }) => severity)
}

describe('how heavily a finding weighs', () => {
  test('第二十六条: the offset is an error above half of the total, a warning above half without costs', () => {
    const offset = (amount: string) =>
      severities('agreement/tech-upgrade-cap', '2026-11-24', ({ agreements }) => {
        const [agreement] = agreements?.agreements ?? []
        if (agreement) agreement.substitutes = [{ mode: 'tech-upgrade', amount }]
      })
    expect(offset('150000.01')).toEqual(['error'])
    expect(offset('150000.00')).toEqual(['warning'])
    expect(offset('130000.01')).toEqual(['warning'])
    expect(offset('130000.00')).toEqual([])
  })

  test('第二十条: 「原则上」 the 90 days are a warning once past, with the article of the deadline', () => {
    const documents = sampleDocuments()
    const [round] = documents.consultation?.rounds ?? []
    if (round) {
      round.meetings = []
      round.outcomes = []
    }
    delete documents.agreements
    const found = findingsIn(documents, '2025-08-27').filter(({ code }) => code === 'consultation')
    expect(found.map(({ rule, severity, article }) => [rule, severity, article])).toEqual([
      ['deadline/overdue', 'warning', '第二十条'],
      ['deadline/overdue', 'warning', '第二十条'],
    ])
  })

  test('第二十四条: nobody sets a period to apply for confirmation, so passing it is a warning', () => {
    const change = (documents: Documents) => {
      for (const name of ['court', 'restoration'] as const) delete documents[name]
    }
    expect(severities('deadline/overdue', '2025-08-26', change)).toEqual(['warning'])
  })

  test('第十三条: an extension late only by the strict reading is a warning', () => {
    const change = (kind: string) => (documents: Documents) => {
      const [appraisal] = documents.appraisals?.appraisals ?? []
      if (appraisal) appraisal.kind = kind
      if (documents.investigation) documents.investigation.extension = { approvedOn: '2025-05-10' }
    }
    expect(severities('deadline/late-extension', '2026-11-24', change('expert-opinion'))).toEqual(['warning'])
    expect(severities('deadline/late-extension', '2026-11-24', change('forensic-opinion'))).toEqual([])
  })

  test('第十三条: a conclusion late only by the strict reading is a notice', () => {
    const change = (documents: Documents) => {
      const [appraisal] = documents.appraisals?.appraisals ?? []
      if (appraisal) appraisal.kind = 'expert-opinion'
    }
    expect(severities('deadline/met-late', '2026-11-24', change)).toEqual(['notice'])
  })

  test('第三十六条: what is unpublished is a notice until closing, then an error', () => {
    const unpublished = ({ supervision }: Documents) => supervision?.disclosures?.splice(0, 1)
    expect(severities('disclosure/missing', '2026-11-24', unpublished)).toEqual(['notice'])
    const closed = (documents: Documents) => {
      unpublished(documents)
      documents.closing = { closed: { closedOn: '2026-11-01' } }
    }
    expect(severities('disclosure/missing', '2026-11-24', closed)).toEqual(['error'])
  })

  test('第七条、第十条: a county that was authorised is a notice, one that was not an error', () => {
    const level = (documents: Documents) => {
      delete documents.case.lint
      return findingsIn(documents, '2026-11-24').filter(({ rule }) => rule === 'jurisdiction/level')
    }
    const authorised = documentsOf('example-case-2')
    expect(level(authorised)).toMatchObject([{ severity: 'notice' }])
    delete authorised.case.jurisdiction.countyAuthorization
    delete authorised.case.jurisdiction.designation
    expect(level(authorised)).toMatchObject([{ severity: 'error' }])
  })

  test('第三十四条: missed months are one finding that names them as spans', () => {
    const found = findingsIn(documentsOf('example-case-2'), '2026-11-24').filter(
      ({ rule }) => rule === 'supervision/monthly-report',
    )
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toContain('2025-06 至 2026-11')
  })
})
