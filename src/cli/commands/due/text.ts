import type { IsoDate } from '../../../core/calendar/dates.ts'
import {
  byDue,
  type DeadlinesLayout,
  deadlineTables,
  isPending,
  type NamedDeadline,
} from '../../shared/output/deadlines.ts'
import type { Output } from '../../shared/output/output.ts'
import { printLong } from '../../shared/output/pager.ts'
import { paragraph } from '../../shared/output/text.ts'
import { doubtsOf, explainedDeadline } from '../../shared/output/trace.ts'

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
      ? explanations(deadlines, layout.today, out)
      : deadlineTables(deadlines, { ...layout, showCase: ofSeveral(deadlines) }, out),
    out,
  )
  const doubts = new Set(
    deadlines.flatMap(({ deadline }) => (isPending(deadline) ? doubtsOf(deadline) : [])).toSorted(),
  )
  if (!doubts.size) return
  out.note(
    paragraph(`标“暂定”的日期：${[...doubts].join('；')}。见到通知后用 ejc calendar add 录入。`, out.width),
  )
}

function explanations(deadlines: readonly NamedDeadline[], today: IsoDate, out: Output): string {
  const sorted = deadlines.toSorted((a, b) => byDue(a.deadline, b.deadline))
  return sorted.map((each) => explainedDeadline(each, today, out)).join('\n\n')
}

function ofSeveral(deadlines: readonly NamedDeadline[]): boolean {
  return new Set(deadlines.map(({ deadline }) => deadline.case)).size > 1
}
