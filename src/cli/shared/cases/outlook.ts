import type { IsoDate } from '../../../core/calendar/dates.ts'
import { isPending } from '../../../core/deadlines/pending.ts'
import { clueOn } from '../../../core/facts/queries.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import type { CaseView } from '../../../core/view.ts'
import type { NamedDeadline } from '../wording/deadlines.ts'
import { type ListedCase, listedCase } from '../wording/listed-case.ts'

/** How a case stands: all that `due` and `list` say about it, in a form that can be cached. */
export interface Outlook {
  readonly listed: ListedCase
  /** Empty where none is recorded. */
  readonly cause: string
  readonly clueOn: IsoDate | null
  /** The pending deadlines, or all of them where the call asks for all. */
  readonly deadlines: readonly NamedDeadline[]
}

/** How a case stands, with those of its deadlines that are `wanted`. */
export function outlookOf(view: CaseView, wanted: typeof isPending = isPending): Outlook {
  const { facts, regulation, deadlines } = view
  return {
    listed: listedCase(view),
    cause: facts.case.cause ?? '',
    clueOn: clueOn(facts) ?? null,
    deadlines: deadlines
      .filter(wanted)
      .map((deadline) => ({ deadline, subject: subjectLabel(facts, deadline.subject, regulation) })),
  }
}
