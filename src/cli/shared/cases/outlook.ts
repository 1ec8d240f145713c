import type { IsoDate } from '../../../core/calendar/dates.ts'
import { isPending } from '../../../core/deadlines/pending.ts'
import { clueOn } from '../../../core/facts/queries.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import type { CaseView } from '../../../core/view.ts'
import type { NamedDeadline } from '../output/deadlines.ts'
import { type Listed, listed } from '../output/listed.ts'

/** How a case stands: all that `due` and `list` tell of it, so that it can be remembered. */
export interface Outlook {
  readonly listed: Listed
  /** Empty where none is recorded. */
  readonly cause: string
  readonly clueOn: IsoDate | null
  /** Those that are pending; all where the call wants them. */
  readonly deadlines: readonly NamedDeadline[]
}

/** How a case stands, with those of its deadlines that are `wanted`. */
export function outlookOf(view: CaseView, wanted: typeof isPending = isPending): Outlook {
  const { facts, regulation, deadlines } = view
  return {
    listed: listed(view),
    cause: facts.case.cause ?? '',
    clueOn: clueOn(facts) ?? null,
    deadlines: deadlines
      .filter(wanted)
      .map((deadline) => ({ deadline, subject: subjectLabel(facts, deadline.subject, regulation) })),
  }
}
