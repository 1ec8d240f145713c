import type { FormDefinition } from '../../../core/forms/define.ts'
import { forms } from '../../../core/forms/index.ts'
import { formTitle } from '../../../core/regulation/forms.ts'
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
  const jobs = (await formsOf(view, repository)).flatMap((form) =>
    form.subjects(view).map((subject) => ({ form, subject })),
  )
  if (!raw.files.some((file) => file.startsWith('documents/'))) {
    return jobs.map(({ form, subject }) => notYetMade(view, form, subject))
  }
  const [{ caseDestination }, { preparePaper }] = await Promise.all([
    import('../../../documents/deliver.ts'),
    import('../../../documents/render.ts'),
  ])
  const place = caseDestination(repository, view.facts.id)
  return jobs.map((job) => {
    const paper = preparePaper({ view, ...job, draft: false }, repository.readBytes)
    const path = place.pathOf(paper.file)
    const existing = repository.readBytes(path)
    const summary = notYetMade(view, job.form, job.subject)
    return existing ? { ...summary, file: path, state: paper.compare(existing) } : summary
  })
}

/** The forms, and the papers of the office where it has templates of its own. */
async function formsOf({ regulation }: CaseView, repository: Repository): Promise<readonly FormDefinition[]> {
  if (!repository.templates().some((file) => file.endsWith('.docx'))) return forms
  const { papersUnder } = await import('../../../documents/own/shelf.ts')
  return papersUnder(regulation, repository).forms
}

function notYetMade(view: CaseView, form: FormDefinition, subject: string | null): PaperSummary {
  const missing = form.fill(view, subject).missing.map(({ path }) => path)
  return {
    form: form.id,
    subject,
    title: formTitle(view.regulation, form.id),
    file: null,
    state: 'absent',
    missing: [...new Set(missing)],
  }
}
