import { repositoryDeadlineRules } from '../../../core/deadlines/repository.ts'
import { allReportHeadings, type ReportHeading } from '../../../core/reports/headings.ts'
import { ejcCall } from '../output/call.ts'

/** What the office as a whole reports upward: which report a word or a deadline means, and how its sending is recorded. */

/** Whether a word names a report that is owed: by the title of its deadline, or by another word that officers use. */
function isCalled({ owed }: ReportHeading, word: string): boolean {
  const deadline = repositoryDeadlineRules.find(({ id }) => id === owed?.kind)
  return deadline?.title.includes(word) === true || owed?.words.some((each) => word.includes(each)) === true
}

/** The deadline of the report that a word means as if it were a step of a case: 报送线索清单, 年度汇报. */
export function sendingMeant(word: string): string | undefined {
  const typed = word.trim()
  return typed.length > 1 ? allReportHeadings.find((each) => isCalled(each, typed))?.owed?.kind : undefined
}

/** What stands before the call. */
export const SENDING = '报送以后记下哪一天报的（今天，或者 10.12 这样写），即从清单里销去'

/**
 * The call that records a report as sent, for a period (2026Q3, 2026) or the usual example; undefined for a deadline that
 * no report meets.
 */
export function sendingCall(deadline: string, period?: string, repo?: string): string | undefined {
  const report = allReportHeadings.find(({ owed }) => owed?.kind === deadline)
  if (!report?.period) return undefined
  const { option, example } = report.period
  return ejcCall(repo, ['report', report.title, `--${option}`, period || example, '--sent', '今天'])
}
