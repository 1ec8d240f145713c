import { isDeepEqual } from '../core/facts/data.ts'
import { canBeMadeFor } from '../core/forms/define.ts'
import type { CasePaper } from '../core/lint/define.ts'
import { formTitle } from '../core/regulation/forms.ts'
import type { CaseView } from '../core/view.ts'
import { ifReadable, papersIn } from './inspect.ts'
import { formByCode, type ReadBytes, templateOf } from './own/shelf.ts'
import { templateDigest } from './render.ts'

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

/**
 * The papers that ejc made for a case, and how a move from one text to another changes each; a paper whose template is
 * gone or damaged stays as it is. Writes nothing.
 */
export function movedPapers(
  before: CaseView,
  after: CaseView,
  files: readonly string[],
  readBytes: ReadBytes,
): MovedPaper[] {
  return papersIn(before, files, readBytes).flatMap(
    (paper) => ifReadable(() => movedPaper(before, after, paper, readBytes)) ?? [],
  )
}

function movedPaper(
  before: CaseView,
  after: CaseView,
  { path, form, subject, savedAnew }: CasePaper,
  readBytes: ReadBytes,
): MovedPaper[] {
  const isKnown = [before, after].some((view) => formByCode(form, view.regulation, readBytes))
  if (savedAnew || !isKnown) return []
  const [old, fresh] = [before, after].map((view) => printed(view, form, subject, readBytes))
  const change = fresh === undefined ? 'gone' : isDeepEqual(old, fresh) ? 'same' : 'changed'
  return [{ path, form, subject, title: formTitle(after.regulation, form), change }]
}

/** What a paper prints under a text; undefined where the form is not used for this. */
function printed(
  view: CaseView,
  id: string,
  subject: string | null,
  readBytes: ReadBytes,
): object | undefined {
  const form = formByCode(id, view.regulation, readBytes)
  if (!form || !canBeMadeFor(form, view, subject)) return undefined
  return {
    title: formTitle(view.regulation, id),
    fields: form.fill(view, subject).fields,
    template: templateDigest(templateOf(form, view.regulation, readBytes).bytes),
  }
}
