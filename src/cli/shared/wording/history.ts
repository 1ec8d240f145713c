import type { Facts } from '../../../core/facts/facts.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { actionOf } from '../../../core/stages/actions/index.ts'
import type { CaseCommit } from '../../../repository/archive.ts'
import { beijingTime } from '../../../repository/beijing.ts'

/** How many characters of a commit's name people see. */
const COMMIT_LENGTH = 10

/** A commit of a case in the words of the law: day and time, what was done, about whom, by whom. */
export interface HistoryLine {
  readonly at: string
  readonly what: string
  readonly about: string
  readonly by: string
  readonly commit: string
  /** Why, and what changed, a line each. */
  readonly note: readonly string[]
}

/** A commit as people read it. Facts are missing where the case can't be read now; addresses stand for names then. */
export function historyLine(
  entry: CaseCommit,
  caseId: string,
  facts: Facts | undefined,
  regulation: Regulation,
): HistoryLine {
  return {
    at: beijingTime(entry.committedAt),
    what: whatOf(entry, caseId),
    about: subjectLabel(facts, entry.subject, regulation),
    by: entry.author,
    commit: entry.commit.slice(0, COMMIT_LENGTH),
    note: entry.note === '' ? [] : entry.note.split('\n'),
  }
}

/** The title of the action; a commit without an action has its own title. */
function whatOf({ action, title, subject }: CaseCommit, caseId: string): string {
  const whole = title.startsWith(`${caseId} `) ? title.slice(caseId.length + 1) : title
  // Whom it is about is told in words beside it.
  const address = subject === null ? '' : `（${subject}）`
  const own = address !== '' && whole.endsWith(address) ? whole.slice(0, -address.length) : whole
  if (action === null) return `直接修改：${own}`
  return actionOf(action)?.title ?? own
}
