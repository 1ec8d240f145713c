import { subjectLabel } from '../../../core/facts/subjects.ts'
import type { FormDefinition } from '../../../core/forms/define.ts'
import { formOf, forms } from '../../../core/forms/index.ts'
import { formTitle } from '../../../core/regulation/forms.ts'
import { closestChoice } from '../../../core/schema/suggest.ts'
import type { CaseView } from '../../../core/view.ts'
import { openTerminal } from '../../prompts/terminal.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/output.ts'

/** A form of the case and what it is about. */
export interface Job {
  readonly form: FormDefinition
  readonly subject: string | null
}

/** Every form of the case with each of its subjects, or those that were named. */
export function jobsOf(view: CaseView, word: string | undefined, subject: string | undefined): Job[] {
  const wanted = word === undefined ? forms : [namedForm(view, word)]
  const jobs = wanted.flatMap((form) => form.subjects(view).map((each): Job => ({ form, subject: each })))
  if (subject === undefined) return jobs
  const fitting = jobs.filter((job) => job.subject === subject)
  if (!fitting.length) throw noSubject(view, word, subject, jobs)
  return fitting
}

/** As `jobsOf`, with the forms that have no subject yet, to say what they wait for. */
export function listedJobs(view: CaseView, word: string | undefined, subject: string | undefined): Job[] {
  if (subject !== undefined) return jobsOf(view, word, subject)
  return (word === undefined ? forms : [namedForm(view, word)]).flatMap((form) => {
    const subjects = form.subjects(view)
    return (subjects.length ? subjects : [null]).map((each) => ({ form, subject: each }))
  })
}

/** The form that a word names. Throws UsageError with the names of all forms. */
export function namedForm(view: CaseView, word: string): FormDefinition {
  const found = formOf(word, view.regulation)
  if (found) return found
  const choices = forms.map(({ id }) => ({ code: id, label: formTitle(view.regulation, id) }))
  const near = closestChoice(word, choices) ?? choices.find(({ label }) => label.includes(word))
  const hint = near ? `是否想写 ${near.label}（${near.code}）？` : ''
  throw new UsageError(`没有“${clean(word)}”这种文书。${hint}可用的有：\n${formLines(view)}`)
}

function formLines(view: CaseView): string {
  return forms
    .map(({ id }) => {
      const entry = view.regulation.forms.find((form) => form.id === id)
      return `  ${entry?.number ?? ' '}  ${entry?.title ?? id}（${id}）`
    })
    .join('\n')
}

/** The one form and subject that the call means; asked in a terminal where there are several. */
export async function chosen(
  context: CommandContext,
  view: CaseView,
  word: string | undefined,
  subject: string | undefined,
): Promise<Job> {
  const form = word === undefined ? await askForm(context, view) : namedForm(view, word)
  const subjects = form.subjects(view)
  if (subject !== undefined) {
    if (subjects.includes(subject)) return { form, subject }
    throw noSubject(
      view,
      form.id,
      subject,
      subjects.map((each) => ({ form, subject: each })),
    )
  }
  const [only = null] = subjects
  if (subjects.length <= 1) return { form, subject: only }
  return { form, subject: await askSubject(context, view, form, subjects) }
}

async function askForm({ interactive }: CommandContext, view: CaseView): Promise<FormDefinition> {
  if (!interactive) throw new UsageError(`请写明文书，或用 --all。可用的有：\n${formLines(view)}`)
  const choices = forms.map(({ id }) => ({ value: id, name: formTitle(view.regulation, id) }))
  return namedForm(view, await openTerminal().select('生成哪种文书？', choices))
}

async function askSubject(
  { interactive }: CommandContext,
  view: CaseView,
  form: FormDefinition,
  subjects: readonly (string | null)[],
): Promise<string> {
  const codes = subjects.flatMap((subject) => subject ?? [])
  const label = (code: string): string => clean(subjectLabel(view.facts, code, view.regulation))
  if (interactive) {
    return openTerminal().select(
      '对象是哪一个？',
      codes.map((code) => ({ value: code, name: label(code) })),
    )
  }
  const lines = codes.map((code) => `  ${code}  ${label(code)}`).join('\n')
  throw new UsageError(`${formTitle(view.regulation, form.id)}有几个对象，请写明其一，或用 --all：\n${lines}`)
}

function noSubject(
  view: CaseView,
  word: string | undefined,
  subject: string,
  jobs: readonly Job[],
): UsageError {
  const title = word === undefined ? '文书' : formTitle(view.regulation, namedForm(view, word).id)
  const codes = [...new Set(jobs.flatMap((job) => job.subject ?? []))]
  const known = codes.length ? `可写：${codes.join('、')}。` : '这种文书不分对象，请去掉。'
  return new UsageError(`${title}没有“${clean(subject)}”这个对象。${known}`)
}
