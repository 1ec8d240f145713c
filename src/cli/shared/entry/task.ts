import { aboutText } from '../../../core/stages/about.ts'
import { type Action, absolute, unlifted } from '../../../core/stages/define.ts'
import { blockersOf, refusedItem } from '../../../core/stages/possible.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Recipient } from '../../../repository/record.ts'
import type { CaseReading } from '../../../repository/workspace.ts'
import { RefusedError } from '../exit.ts'
import type { Task } from './carry-out.ts'

/** Throws RefusedError, with the articles, when nothing that could be entered makes the action possible now. */
export function refuseBlocked(view: CaseView, action: Action, subject: string | null): void {
  const blockers = absolute(blockersOf(view, action, subject))
  if (!blockers.length) return
  const reasons = blockers.map(({ reason, citation }) => `  ${citation}：${reason}`)
  throw new RefusedError([`现在不能办理“${action.title}”：`, ...reasons].join('\n'))
}

/** An action on a case, as something to be entered. */
export function taskOf(view: CaseView, action: Action, subject: string | null): Task {
  const { id, title, ask, required = [], defaults, choices, companions } = action
  return {
    id,
    title,
    subject,
    about: aboutText(view, action, subject),
    ask,
    required,
    target: action.target(view.facts, subject),
    defaults: defaults?.(view, subject) ?? {},
    choices: choices?.(view, subject) ?? {},
    companions: (item) => companions?.(view, item, subject) ?? [],
    against: (item) => unlifted(blockersOf(view, action, subject), item),
    refuse: (item) => refusedItem(view, action, item, subject),
  }
}

/** The case as what an item is written into. */
export function recipientOf(
  { id, raw, view }: CaseReading & { ok: true },
  { target }: Pick<Task, 'target'>,
): Recipient {
  const document = raw.documents[target.document]
  return { id, regulation: view.regulation, view, text: document?.text(), digest: document?.digest() ?? null }
}
