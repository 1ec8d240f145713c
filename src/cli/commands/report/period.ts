import type { IsoDate } from '../../../core/calendar/dates.ts'
import { type OptionValues, text } from '../../shared/command.ts'
import { UsageError } from '../../shared/exit.ts'
import type { ReportDefinition } from './reports.ts'

/**
 * The period of a report: as given, else the last that ended (the running month for `monthly`, the running year for
 * `sharing`), else today. Throws UsageError for a period that does not exist, and for one that the report does not use.
 */
export function reportPeriod(
  { name, period }: ReportDefinition,
  options: OptionValues,
  today: IsoDate,
): string {
  const stray = ['quarter', 'month', 'year'].find(
    (option) => option !== period?.option && text(options, option) !== undefined,
  )
  if (stray) {
    const right = period ? `请用 --${period.option} ${period.example}` : '这张表总是截至今天'
    throw new UsageError(`ejc report ${name} 不用 --${stray}：${right}。`)
  }
  if (!period) return today
  const given = text(options, period.option)
  if (given === undefined) return period.usual(today)
  if (period.isValid(given)) return given
  throw new UsageError(`--${period.option} 写的是“${given}”。请按 ${period.example} 的写法填写。`)
}
