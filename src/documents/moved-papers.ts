import { isDeepEqual } from '../core/facts/data.ts'
import { forms, formTitle } from '../core/forms/index.ts'
import type { CaseView } from '../core/view.ts'
import { papersIn } from './inspect.ts'
import type { ReadBytes } from './render.ts'

/** A paper of a case that would print otherwise under another text. */
export interface MovedPaper {
  /** Inside the folder of the case. */
  readonly path: string
  readonly form: string
  readonly subject: string | null
  /** The title of the form under the text that the case moves to. */
  readonly title: string
  /** changed: other words would be printed · gone: the form is no longer written for this · same: only the text is another. */
  readonly change: 'changed' | 'gone' | 'same'
}

/** The papers that ejc made for a case, and what of each a move from one text to another changes. Nothing is written. */
export function movedPapers(
  before: CaseView,
  after: CaseView,
  files: readonly string[],
  readBytes: ReadBytes,
): MovedPaper[] {
  return papersIn(before, files, readBytes).flatMap(({ path, form: id, subject }): MovedPaper[] => {
    const form = forms.find((each) => each.id === id)
    if (!form) return []
    const printed = (view: CaseView): object | undefined =>
      form.subjects(view).includes(subject)
        ? { title: formTitle(id, view.regulation), fields: form.fill(view, subject).fields }
        : undefined
    const [old, fresh] = [printed(before), printed(after)]
    const change = fresh === undefined ? 'gone' : isDeepEqual(old, fresh) ? 'same' : 'changed'
    return [{ path, form: id, subject, title: formTitle(id, after.regulation), change }]
  })
}
