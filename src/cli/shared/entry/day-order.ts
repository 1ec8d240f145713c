import { newlyMisplaced } from '../../../core/lint/date-order/entry.ts'
import { dateOrders } from '../../../core/lint/rules/case/date-order.ts'
import { withRequiredParts } from '../../../core/schema/half-filled.ts'
import type { Item, Target } from '../../../core/stages/define.ts'
import { editsOf, type Recipient, viewWith } from '../../../repository/record.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { editData } from '../../../repository/yaml/edit.ts'
import type { DayTrouble } from '../answers/collect.ts'
import { ejcCall } from '../output/call.ts'

/**
 * Tells, of an item of which some answers are given, which days it puts out of order, in any document of the case. A
 * later step that is on record is named with its day.
 */
export function dayOrderOf(
  workspace: Workspace,
  recipient: Recipient,
  target: Target,
): (item: Item) => readonly DayTrouble[] {
  const { view, text, id } = recipient
  const how = view
    ? `请核对原件；已经记录的那个日期有误的，先退出（答过的会保留），用 ${ejcCall(undefined, ['amend', id])} 更正。`
    : '请核对原件，改正录错的日期。'
  return (item) => {
    const data = editData(view?.facts.documents[target.document], editsOf(target, item, text === undefined))
    const filled = withRequiredParts(target.document, data)
    const after = viewWith(workspace, recipient, { [target.document]: filled })
    return newlyMisplaced(dateOrders, view, after).map(({ message, document }) => ({
      message: `${message}。${how}`,
      isRefused: document === target.document,
    }))
  }
}
