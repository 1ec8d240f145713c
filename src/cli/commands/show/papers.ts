import type { FormDefinition } from '../../../core/forms/define.ts'
import { forms, formTitle } from '../../../core/forms/index.ts'
import type { CaseView } from '../../../core/view.ts'
import type { PaperState } from '../../../documents/render.ts'
import type { RawCase, Repository } from '../../../repository/repository.ts'

/** A paper of a case: a form that the facts call for, and the file made of it. */
export interface PaperSummary {
  readonly form: string
  readonly subject: string | null
  readonly title: string
  readonly file: string | null
  readonly state: PaperState
  readonly missing: readonly string[]
}

/** The papers that the facts call for. What makes Word files is loaded only when there are some to compare with. */
export async function papersOf(
  view: CaseView,
  raw: RawCase,
  repository: Repository,
): Promise<PaperSummary[]> {
  const jobs = forms.flatMap((form) => form.subjects(view).map((subject) => ({ form, subject })))
  if (!raw.files.some((file) => file.startsWith('documents/'))) {
    return jobs.map(({ form, subject }) => absent(view, form, subject))
  }
  const [{ inCase }, { preparePaper }] = await Promise.all([
    import('../../../documents/deliver.ts'),
    import('../../../documents/render.ts'),
  ])
  const place = inCase(repository, view.facts.id)
  return jobs.map((job) => {
    const paper = preparePaper({ view, ...job, draft: false }, repository.readBytes)
    const path = place.pathOf(paper.file)
    const existing = repository.readBytes(path)
    const summary = absent(view, job.form, job.subject)
    return existing ? { ...summary, file: path, state: paper.compare(existing) } : summary
  })
}

function absent(view: CaseView, form: FormDefinition, subject: string | null): PaperSummary {
  const missing = form.fill(view, subject).missing.map(({ path }) => path)
  return {
    form: form.id,
    subject,
    title: formTitle(form.id, view.regulation),
    file: null,
    state: 'absent',
    missing: [...new Set(missing)],
  }
}
