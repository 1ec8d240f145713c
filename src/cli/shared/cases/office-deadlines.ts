import type { IsoDate } from '../../../core/calendar/dates.ts'
import { repositoryDeadlines } from '../../../core/deadlines/repository.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { NamedDeadline } from '../wording/deadlines.ts'

/** The deadlines of the office as a whole, by the days of its clues. */
export function officeDeadlines(
  { setting }: Workspace,
  clues: readonly IsoDate[],
  submissions: Workspace['submissions'],
): NamedDeadline[] {
  return repositoryDeadlines(clues, submissions, setting).map((deadline) => ({
    deadline,
    subject: subjectLabel(undefined, deadline.subject),
  }))
}
