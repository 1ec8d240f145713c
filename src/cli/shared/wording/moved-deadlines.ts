import type { Deadline } from '../../../core/deadlines/define.ts'
import { previewOfAction } from '../../../core/stages/preview.ts'
import type { CaseView } from '../../../core/view.ts'
import { deadlineName, titledLines } from './preview.ts'
import { dayText, statusWords } from './words.ts'

/** A deadline whose day another clue, or another earlier fact, has moved. */
export interface MovedDeadline {
  readonly from: Deadline
  readonly to: Deadline
}

/** The deadlines of a case that fall on another day afterwards. */
export function movedDeadlines(before: CaseView, after: CaseView): readonly MovedDeadline[] {
  return previewOfAction(before, after).deadlines.flatMap(({ from, to }) =>
    from && from.due !== to.due ? [{ from, to }] : [],
  )
}

/** The moved deadlines with both days, a line each; nothing where there are none. */
export function movedLines(after: CaseView, moved: readonly MovedDeadline[], width: number): string[] {
  return titledLines(
    '日期有变动的期限',
    moved.map(({ from, to }) => `${deadlineName(after, to)}：${dayOf(from)} → ${dayOf(to)}`),
    width,
  )
}

const dayOf = (deadline: Deadline): string => dayText(deadline, statusWords[deadline.status])
