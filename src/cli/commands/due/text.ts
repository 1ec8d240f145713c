import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { Output } from '../../shared/output/output.ts'
import { printLong } from '../../shared/output/pager.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import {
  byDue,
  type DeadlinesLayout,
  deadlineTables,
  isPending,
  type NamedDeadline,
} from '../../shared/wording/deadlines.ts'
import { doubtsOf, explainedDeadline } from '../../shared/wording/trace.ts'

/** Prints the deadlines as a table, or each with its steps when `explain`; then what makes dates provisional. */
export function printDeadlines(
  deadlines: readonly NamedDeadline[],
  layout: Omit<DeadlinesLayout, 'showCase'>,
  explain: boolean,
  out: Output,
): void {
  if (!deadlines.length) {
    out.note('没有符合条件的期限。')
    return
  }
  printLong(
    explain
      ? explainedDeadlines(deadlines, layout.today, out)
      : deadlineTables(deadlines, { ...layout, showCase: concernSeveralCases(deadlines) }, out),
    out,
  )
  noteSending(deadlines, out)
  const doubts = new Set(
    deadlines.flatMap(({ deadline }) => (isPending(deadline) ? doubtsOf(deadline) : [])).toSorted(),
  )
  if (!doubts.size) return
  out.note(
    wrapIndented(
      `标“暂定”的日期：${[...doubts].join('；')}。见到通知后用 ejc calendar add 录入。`,
      out.width,
    ),
  )
}

/** How what the office as a whole reports is ticked off; the first of it is the example. */
const calls: Readonly<Record<string, (period: string) => string>> = {
  'quarterly-clue-list': (quarter) => `ejc report 线索清单 --quarter ${quarter} --sent 日期`,
  'annual-report': (year) => `ejc report 年度 --year ${year} --sent 日期`,
}

function noteSending(deadlines: readonly NamedDeadline[], out: Output): void {
  const owed = deadlines.map(({ deadline }) => deadline).filter(isPending)
  for (const [id, call] of Object.entries(calls)) {
    const first = owed.find(({ case: of, deadline }) => of === null && deadline === id)
    if (first?.subject) out.note(`${first.title}：报送以后记下，即从清单里销去\n  ${call(first.subject)}`)
  }
}

function explainedDeadlines(deadlines: readonly NamedDeadline[], today: IsoDate, out: Output): string {
  const sorted = deadlines.toSorted((a, b) => byDue(a.deadline, b.deadline))
  return sorted.map((each) => explainedDeadline(each, today, out)).join('\n\n')
}

function concernSeveralCases(deadlines: readonly NamedDeadline[]): boolean {
  return new Set(deadlines.map(({ deadline }) => deadline.case)).size > 1
}
