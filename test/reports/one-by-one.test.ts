import { describe, expect, it } from 'vitest'
import { annualReport } from '../../src/core/reports/annual.ts'
import { cluesReport } from '../../src/core/reports/clues.ts'
import { disclosureReport } from '../../src/core/reports/disclosure.ts'
import { ledgerReport } from '../../src/core/reports/ledger.ts'
import { majorCasesReport } from '../../src/core/reports/monthly.ts'
import type { Report } from '../../src/core/reports/report.ts'
import { sharingReport } from '../../src/core/reports/sharing.ts'
import { supervisionReport } from '../../src/core/reports/supervision.ts'
import type { CaseView } from '../../src/core/view.ts'
import { wholeCase } from '../forms/whole.ts'
import { viewOfFixture } from '../support/setting.ts'

const today = '2026-12-05'
const views = [viewOfFixture('example-case', today), viewOfFixture('example-case-2', today), wholeCase(today)]

const reports: Readonly<Record<string, (cases: Iterable<CaseView>) => Report>> = {
  annual: (cases) => annualReport(cases, '2026'),
  clues: (cases) => cluesReport(cases, '2026Q1', undefined),
  disclosure: (cases) => disclosureReport(cases, today),
  ledger: (cases) => ledgerReport(cases, today, { unmasked: false }),
  monthly: (cases) => majorCasesReport(cases, '2026-10'),
  sharing: (cases) => sharingReport(cases, '2026'),
  supervision: (cases) => supervisionReport(cases, today),
}

/** A case of which nothing can be asked any more once the next one has come. */
function* oneByOne(): Generator<CaseView> {
  for (const view of views) {
    const { proxy, revoke } = Proxy.revocable(view, {})
    yield proxy
    revoke()
  }
}

describe('a report of cases that come one after the other', () => {
  it.each(Object.keys(reports))('keeps none of them, and says the same: %s', (name) => {
    const made = reports[name]
    expect(made?.(oneByOne())).toEqual(made?.(views))
    expect(made?.(views).totals.length).toBeGreaterThan(0)
  })
})
