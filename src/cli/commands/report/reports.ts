import {
  addDays,
  firstOfQuarter,
  type IsoDate,
  isUsableDate,
  isUsableYear,
  monthOf,
  quarterOf,
  yearOf,
} from '../../../core/calendar/dates.ts'
import type { ConfigDocument, SubmissionsDocument } from '../../../core/facts/documents.ts'
import { annualCases, annualReportOf } from '../../../core/reports/annual.ts'
import type { AnnualCase } from '../../../core/reports/annual-case.ts'
import { cluesReport } from '../../../core/reports/clues.ts'
import { disclosureReport } from '../../../core/reports/disclosure.ts'
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

/** The periods that a report may be about. */
interface PeriodKind {
  readonly option: 'quarter' | 'month' | 'year'
  readonly example: string
  readonly isValid: (value: string) => boolean
  /** The period that the report is about when none is named. */
  readonly usual: (today: IsoDate) => string
}

interface ReportHeading {
  readonly name: ReportName
  /** What people call it. */
  readonly title: string
  /** None for a report that always shows how things stand today. */
  readonly period?: PeriodKind
  /** What it is in submissions.yaml, where the office owes it upward, and the day on which its period begins. */
  readonly owed?: {
    readonly kind: SubmissionsDocument['submissions'][number]['kind']
    readonly firstDay: (period: string) => IsoDate
  }
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

const fourDigits = (number: number): string => String(number).padStart(4, '0')

const year = {
  option: 'year',
  example: '2026',
  isValid: (value: string) => /^\d{4}$/.test(value) && isUsableYear(Number(value)),
} as const

/** Without an option, the clue list and the annual report are about the last period; the others about the current one. */
export const reports: Readonly<Record<ReportName, ReportDefinition>> = {
  clues: {
    name: 'clues',
    title: '季度线索清单',
    period: {
      option: 'quarter',
      example: '2026Q3',
      isValid: (value) => /^\d{4}Q[1-4]$/.test(value) && isUsableYear(Number(value.slice(0, 4))),
      usual: (today) => quarterOf(addDays(firstOfQuarter(today), -1)),
    },
    owed: { kind: 'quarterly-clue-list', firstDay: firstOfQuarter },
    list: (views, quarter, { submissions }) => cluesReport(views, quarter, submissions),
  },
  supervision: { name: 'supervision', title: '重大案件督办台账', list: supervisionReport },
  monthly: {
    name: 'monthly',
    title: '重大案件月度进展',
    period: {
      option: 'month',
      example: '2026-10',
      isValid: (value) => /^\d{4}-\d{2}$/.test(value) && isUsableDate(`${value}-01`),
      usual: monthOf,
    },
    list: majorCasesReport,
  },
  annual: {
    name: 'annual',
    title: '年度情况',
    period: { ...year, usual: (today) => fourDigits(yearOf(today) - 1) },
    owed: { kind: 'annual-report', firstDay: (period) => `${period}-01-01` },
    count: annualCases,
    sum: annualReportOf,
  },
  disclosure: { name: 'disclosure', title: '信息公开情况', list: disclosureReport },
  sharing: {
    name: 'sharing',
    title: '案件信息共享清单',
    period: { ...year, usual: (today) => fourDigits(yearOf(today)) },
    list: (views, period, { contacts }) => sharingReport(views, period, contacts),
  },
  ledger: {
    name: 'ledger',
    title: '案件台账',
    period: { ...year, usual: (today) => today },
    list: (views, period, { wanted }) => ledgerReport(views, period, wanted),
  },
}
