import { isDeepEqual } from '../core/facts/data.ts'
import { forms } from '../core/forms/index.ts'
import { formTitle } from '../core/regulation/forms.ts'
import type { CaseView } from '../core/view.ts'
import { papersIn } from './inspect.ts'
import type { ReadBytes } from './render.ts'

/** A paper of a case, and how it changes under another text. */
export interface MovedPaper {
  /** Inside the folder of the case. */
  readonly path: string
  readonly form: string
  readonly subject: string | null
  /** The title of the form under the text that the case moves to. */
  readonly title: string
  /** changed: it would print other words · gone: the form is no longer used for this · same: only the text differs. */
  readonly change: 'changed' | 'gone' | 'same'
}

/** The papers that ejc made for a case, and how a move from one text to another changes each. Writes nothing. */
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
        ? { title: formTitle(view.regulation, id), fields: form.fill(view, subject).fields }
        : undefined
    const [old, fresh] = [printed(before), printed(after)]
    const change = fresh === undefined ? 'gone' : isDeepEqual(old, fresh) ? 'same' : 'changed'
    return [{ path, form: id, subject, title: formTitle(after.regulation, id), change }]
  })
}
