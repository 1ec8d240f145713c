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
import type { ReportName } from '../../../core/reports/report.ts'
import { type OptionValues, text } from '../../shared/command.ts'
import { UsageError } from '../../shared/exit.ts'

interface PeriodKind {
  readonly option: string
  readonly example: string
  readonly isValid: (value: string) => boolean
  /** The period that a report is about when none is named. */
  readonly usual: (today: IsoDate) => string
}

const year = {
  option: 'year',
  example: '2026',
  isValid: (value: string) => /^\d{4}$/.test(value) && isUsableYear(Number(value)),
}

function fourDigits(number: number): string {
  return String(number).padStart(4, '0')
}

/**
 * Without an option, the clue list and the annual report are about the last period; the others about the current one.
 */
const periods: Readonly<Partial<Record<ReportName, PeriodKind>>> = {
  clues: {
    option: 'quarter',
    example: '2026Q3',
    isValid: (value) => /^\d{4}Q[1-4]$/.test(value) && isUsableYear(Number(value.slice(0, 4))),
    usual: (today) => quarterOf(addDays(firstOfQuarter(today), -1)),
  },
  monthly: {
    option: 'month',
    example: '2026-10',
    isValid: (value) => /^\d{4}-\d{2}$/.test(value) && isUsableDate(`${value}-01`),
    usual: monthOf,
  },
  annual: {
    ...year,
    usual: (today) => fourDigits(yearOf(today) - 1),
  },
  ledger: {
    ...year,
    usual: (today) => today,
  },
  sharing: {
    ...year,
    usual: (today) => fourDigits(yearOf(today)),
  },
}

/**
 * The period of a report: as given, else the last that ended (the running month for `monthly`, the running year for
 * `sharing`), else today. Throws UsageError for a period that does not exist, and for one that the report does not use.
 */
export function reportPeriod(report: ReportName, options: OptionValues, today: IsoDate): string {
  const period = periods[report]
  const stray = ['quarter', 'month', 'year'].find(
    (name) => name !== period?.option && text(options, name) !== undefined,
  )
  if (stray) {
    const right = period ? `请用 --${period.option} ${period.example}` : '这张表总是截至今天'
    throw new UsageError(`ejc report ${report} 不用 --${stray}：${right}。`)
  }
  if (!period) return today
  const given = text(options, period.option)
  if (given === undefined) return period.usual(today)
  if (period.isValid(given)) return given
  throw new UsageError(`--${period.option} 写的是“${given}”。请按 ${period.example} 的写法填写。`)
}
