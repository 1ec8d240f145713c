import { deadlineDescription } from '../deadlines/index.ts'
import { isStepBeforeTakeover, takenOverOn } from '../facts/backfilled.ts'
import type { CaseView } from '../view.ts'

/**
 * Whether a step that is not on record belongs to the time before the case was taken over from a ledger: a later step
 * of that time is on record, or its last day lies there. `action` is what would have recorded it.
 */
export function isMissingFromLedger({ facts, deadlines }: CaseView, action: string): boolean {
  if (takenOverOn(facts) === undefined) return false
  return (
    isStepBeforeTakeover(facts, action) ||
    deadlines.some(
      (deadline) =>
        deadline.status === 'history' && deadlineDescription(deadline)?.metBy.some((id) => id === action),
    )
  )
}

/**
 * Whether a case that was taken over from a ledger had gone past a step that is not on record: it can be recorded
 * still, but nothing waits for it.
 */
export function isLeftBehind(
  { facts, deadlines }: CaseView,
  action: string,
  subject: string | null,
): boolean {
  if (takenOverOn(facts) === undefined) return false
  if (subject === null && isStepBeforeTakeover(facts, action)) return true
  return deadlines.some(
    (deadline) =>
      deadline.status === 'history' &&
      deadline.due === null &&
      deadline.subject === subject &&
      deadlineDescription(deadline)?.metBy.some((id) => id === action),
  )
}
