import {
  addDays,
  firstOfQuarter,
  type IsoDate,
  isUsableDate,
  isUsableYear,
  monthOf,
  quarterOf,
  yearOf,
} from '../calendar/dates.ts'
import type { SubmissionsDocument } from '../facts/documents.ts'
import type { ReportName } from './report.ts'

/** The periods that a report may be about. */
interface PeriodKind {
  readonly option: 'quarter' | 'month' | 'year'
  readonly example: string
  readonly isValid: (value: string) => boolean
  /** The period that the report is about when none is named. */
  readonly usual: (today: IsoDate) => string
}

/** A report that the office owes upward, once for each period. */
interface OwedReport {
  /** What it is in submissions.yaml; the deadline has the same id. */
  readonly kind: SubmissionsDocument['submissions'][number]['kind']
  /** The day on which its period begins. */
  readonly firstDay: (period: string) => IsoDate
  /** Other words by which officers call it, none of which stands in the title of an action. */
  readonly words: readonly string[]
}

/** How a report is called, and the period that it is about. */
export interface ReportHeading {
  readonly name: ReportName
  /** What people call it. */
  readonly title: string
  /** What the help says of it beside its title. */
  readonly remark?: string
  /** None for a report that always shows how things stand today. */
  readonly period?: PeriodKind
  /** Only of a report that is owed. */
  readonly owed?: OwedReport
}

const fourDigits = (number: number): string => String(number).padStart(4, '0')

const year = {
  option: 'year',
  example: '2026',
  isValid: (value: string) => /^\d{4}$/.test(value) && isUsableYear(Number(value)),
} as const

/** Without an option, the clue list and the annual report are about the last period; the others about the current one. */
export const reportHeadings = {
  clues: {
    name: 'clues',
    title: '季度线索清单',
    period: {
      option: 'quarter',
      example: '2026Q3',
      isValid: (value) => /^\d{4}Q[1-4]$/.test(value) && isUsableYear(Number(value.slice(0, 4))),
      usual: (today) => quarterOf(addDays(firstOfQuarter(today), -1)),
    },
    owed: { kind: 'quarterly-clue-list', firstDay: firstOfQuarter, words: ['线索清单', '季度清单'] },
  },
  supervision: { name: 'supervision', title: '重大案件督办台账' },
  monthly: {
    name: 'monthly',
    title: '重大案件月度进展',
    period: {
      option: 'month',
      example: '2026-10',
      isValid: (value) => /^\d{4}-\d{2}$/.test(value) && isUsableDate(`${value}-01`),
      usual: monthOf,
    },
  },
  annual: {
    name: 'annual',
    title: '年度情况',
    remark: '附图',
    period: { ...year, usual: (today) => fourDigits(yearOf(today) - 1) },
    owed: { kind: 'annual-report', firstDay: (period) => `${period}-01-01`, words: ['年度', '年报'] },
  },
  disclosure: { name: 'disclosure', title: '信息公开情况' },
  sharing: {
    name: 'sharing',
    title: '案件信息共享清单',
    remark: '含联络员',
    period: { ...year, usual: (today) => fourDigits(yearOf(today)) },
  },
  ledger: {
    name: 'ledger',
    title: '案件台账',
    remark: '一案一行，可以再导入',
    period: { ...year, usual: (today) => today },
  },
} as const satisfies Readonly<Record<ReportName, ReportHeading>>

/** All reports, in the order in which the help lists them. */
export const allReportHeadings: readonly ReportHeading[] = Object.values(reportHeadings)
