import { isDeepEqual } from '../core/facts/data.ts'
import { formTitle } from '../core/regulation/forms.ts'
import type { CaseView } from '../core/view.ts'
import { papersIn } from './inspect.ts'
import { formByCode, type ReadBytes } from './own/shelf.ts'

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
  return papersIn(before, files, readBytes).flatMap(
    ({ path, form: id, subject, savedAnew }): MovedPaper[] => {
      if (savedAnew) return []
      const isKnown = [before, after].some((view) => formByCode(id, view.regulation, readBytes))
      if (!isKnown) return []
      const printed = (view: CaseView): object | undefined => {
        const form = formByCode(id, view.regulation, readBytes)
        return form?.subjects(view).includes(subject)
          ? { title: formTitle(view.regulation, id), fields: form.fill(view, subject).fields }
          : undefined
      }
      const [old, fresh] = [printed(before), printed(after)]
      const change = fresh === undefined ? 'gone' : isDeepEqual(old, fresh) ? 'same' : 'changed'
      return [{ path, form: id, subject, title: formTitle(after.regulation, id), change }]
    },
  )
}
