import type { ConfigDocument, SubmissionsDocument } from '../../../core/facts/documents.ts'
import { annualCases, annualReportOf } from '../../../core/reports/annual.ts'
import type { AnnualCase } from '../../../core/reports/annual-case.ts'
import { cluesReport } from '../../../core/reports/clues.ts'
import { disclosureReport } from '../../../core/reports/disclosure.ts'
import { type ReportHeading, reportHeadings } from '../../../core/reports/headings.ts'
import { ledgerReport } from '../../../core/reports/ledger.ts'
import { majorCasesReport } from '../../../core/reports/monthly.ts'
import type { Report, ReportName } from '../../../core/reports/report.ts'
import { sharingReport } from '../../../core/reports/sharing.ts'
import { supervisionReport } from '../../../core/reports/supervision.ts'
import type { CaseView } from '../../../core/view.ts'
import type { LedgerOptions } from './ledger-options.ts'

/** What a report needs of the repository besides the cases. */
export interface OfficeRecords {
  readonly submissions: SubmissionsDocument | undefined
  readonly contacts: ConfigDocument['contacts']
  readonly wanted: LedgerOptions
}

/** Made of cases that come one after the other; none of them is kept. */
interface Listing extends ReportHeading {
  readonly list: (views: Iterable<CaseView>, period: string, office: OfficeRecords) => Report
}

/** Made of figures of each case: with those of other libraries it is one report. */
interface Counting extends ReportHeading {
  readonly count: (views: Iterable<CaseView>, period: string) => AnnualCase[]
  readonly sum: (cases: readonly AnnualCase[], period: string) => Report
}

/** All that `ejc report` knows of a report. */
export type ReportDefinition = Listing | Counting

/** How each report is made. */
export const reports: Readonly<Record<ReportName, ReportDefinition>> = {
  clues: {
    ...reportHeadings.clues,
    list: (views, quarter, { submissions }) => cluesReport(views, quarter, submissions),
  },
  supervision: { ...reportHeadings.supervision, list: supervisionReport },
  monthly: { ...reportHeadings.monthly, list: majorCasesReport },
  annual: { ...reportHeadings.annual, count: annualCases, sum: annualReportOf },
  disclosure: { ...reportHeadings.disclosure, list: disclosureReport },
  sharing: {
    ...reportHeadings.sharing,
    list: (views, period, { contacts }) => sharingReport(views, period, contacts),
  },
  ledger: {
    ...reportHeadings.ledger,
    list: (views, period, { wanted }) => ledgerReport(views, period, wanted),
  },
}
