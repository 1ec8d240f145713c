import type { Deadline } from '../../../../core/deadlines/define.ts'
import type { CalendarDocument } from '../../../../core/facts/documents.ts'
import { deadlineChanges } from '../../../../core/regulation/diff.ts'
import { viewOf } from '../../../../core/view.ts'
import { RepositoryError } from '../../../../repository/errors.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import { type CalendarDocuments, calendarFrom } from '../../../shared/law/calendar-sources.ts'

/** A deadline whose date, or whose certainty, a year's arrangement changes. */
export interface Effect {
  readonly from: Deadline
  readonly to: Deadline
}

/**
 * The deadlines of the repository that an arrangement moves or makes certain; cases that can't be read are left out.
 */
export function effectOf(
  workspace: Workspace,
  sources: CalendarDocuments,
  document: CalendarDocument,
): Effect[] {
  const calendar = calendarFrom(sources, document)
  return workspace.repository.caseIds().flatMap((id) => {
    const view = readableView(workspace, id)
    if (!view) return []
    const after = viewOf(view.facts, { ...workspace.setting, regulation: view.regulation, calendar })
    return deadlineChanges(view.deadlines.map(withCertainty), after.deadlines.map(withCertainty)).flatMap(
      ({ from, to }) => (from && to ? [{ from: from.whole, to: to.whole }] : []),
    )
  })
}

function readableView(workspace: Workspace, id: string) {
  try {
    const reading = workspace.readCase(id)
    return reading.ok ? reading.view : undefined
  } catch (error) {
    if (error instanceof RepositoryError) return undefined
    throw error
  }
}

/** A deadline with its certainty: a date that becomes certain is a change too. */
function withCertainty(deadline: Deadline) {
  const { title, subject, due, rolledDue, status, certain } = deadline
  const name = deadline.deadline
  return { deadline: name, title, subject, due, rolledDue, status: `${status} ${certain}`, whole: deadline }
}
