import { subjectLabel } from '../../../core/facts/subjects.ts'
import { type FormDefinition, nameableSubjects } from '../../../core/forms/define.ts'
import { formOf } from '../../../core/forms/index.ts'
import { formTitle } from '../../../core/regulation/forms.ts'
import { closestChoice } from '../../../core/schema/suggest.ts'
import { subjectMeant, subjectWord } from '../../../core/stages/about.ts'
import type { CaseView } from '../../../core/view.ts'
import { DocumentError } from '../../../documents/error.ts'
import type { PaperSet } from '../../../documents/own/shelf.ts'
import { openTerminal } from '../../prompts/terminal.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/output.ts'

/** A form of the case and what it is about. */
export interface Job {
  readonly form: FormDefinition
  readonly subject: string | null
}

/** A case, and the papers that it can have. */
export interface Choosing {
  readonly view: CaseView
  readonly papers: PaperSet
}

/** Every form of the case with each of its subjects, or those that were named. */
export function jobsOf(
  { view, papers }: Choosing,
  word: string | undefined,
  subject: string | undefined,
): Job[] {
  const wanted = word === undefined ? papers.forms : [namedForm({ view, papers }, word)]
  const made = wanted.filter(({ id }) => !papers.damaged?.some(({ name }) => name === id))
  const jobs = made.flatMap((form) => form.subjects(view).map((each): Job => ({ form, subject: each })))
  if (subject === undefined) return jobs
  const codes = jobs.map((job) => job.subject)
  const meant = subjectMeant(view, {}, [...new Set(codes)], subject)
  if (meant === undefined) throw noSubject({ view, papers }, word, subject, codes)
  return jobs.filter((job) => job.subject === meant)
}

/** As `jobsOf`, with the forms that have no subject yet, to say what they wait for. */
export function listedJobs(choosing: Choosing, word: string | undefined, subject: string | undefined): Job[] {
  if (subject !== undefined) return jobsOf(choosing, word, subject)
  const wanted = word === undefined ? choosing.papers.forms : [namedForm(choosing, word)]
  return wanted.flatMap((form) => {
    const subjects = form.subjects(choosing.view)
    return (subjects.length ? subjects : [null]).map((each) => ({ form, subject: each }))
  })
}

/**
 * The form that a word names. Throws UsageError with the names of all forms, DocumentError for a paper of the office
 * whose template has to be mended first.
 */
export function namedForm({ view, papers }: Choosing, word: string): FormDefinition {
  const found = formOf(word, view.regulation, papers.forms)
  if (found) return found
  const broken = papers.broken.find(({ name }) => name === word.trim())
  if (broken) throw new DocumentError(`模板 ${broken.file}`, broken.problems)
  const choices = papers.forms.map(({ id }) => ({ code: id, label: formTitle(view.regulation, id) }))
  const near = closestChoice(word, choices) ?? choices.find(({ label }) => label.includes(word))
  const hint = near ? `是否想写“${near.label}”？` : ''
  throw new UsageError(`没有“${clean(word)}”这种文书。${hint}可用的有：\n${formLines({ view, papers })}`)
}

function formLines({ view, papers }: Choosing): string {
  return papers.forms
    .map(({ id, own }) => {
      const entry = view.regulation.forms.find((form) => form.id === id)
      return `  ${entry?.number ?? ' '}  ${entry?.title ?? id}（${own ? own.file : id}）`
    })
    .join('\n')
}

/** The one form and subject that the call means; asked in a terminal where there are several. */
export async function chosen(
  context: CommandContext,
  choosing: Choosing,
  word: string | undefined,
  subject: string | undefined,
): Promise<Job> {
  const { view } = choosing
  const form = word === undefined ? await askForm(context, choosing) : namedForm(choosing, word)
  const subjects = form.subjects(view)
  if (subject !== undefined) {
    const named = nameableSubjects(form, view)
    const meant = subjectMeant(view, {}, named, subject)
    if (meant !== undefined) return { form, subject: meant }
    throw noSubject(choosing, form.id, subject, named)
  }
  const [only = null] = subjects
  if (subjects.length <= 1) return { form, subject: only }
  return { form, subject: await askSubject(context, view, form, subjects) }
}

async function askForm({ interactive }: CommandContext, choosing: Choosing): Promise<FormDefinition> {
  const { view, papers } = choosing
  if (!interactive) throw new UsageError(`请写明文书，或用 --all。可用的有：\n${formLines(choosing)}`)
  const choices = papers.forms.map(({ id }) => ({ value: id, name: formTitle(view.regulation, id) }))
  return namedForm(choosing, await openTerminal().select('生成哪种文书？', choices))
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
  const lines = codes.map((code) => `  ${subjectWord(view, {}, code)}  ${label(code)}`).join('\n')
  throw new UsageError(`${formTitle(view.regulation, form.id)}有几个对象，请写明其一，或用 --all：\n${lines}`)
}

function noSubject(
  choosing: Choosing,
  word: string | undefined,
  subject: string,
  subjects: readonly (string | null)[],
): UsageError {
  const title =
    word === undefined ? '文书' : formTitle(choosing.view.regulation, namedForm(choosing, word).id)
  const words = [...new Set(subjects.flatMap((each) => subjectWord(choosing.view, {}, each) ?? []))]
  const known = words.length ? `可写：${words.join('、')}。` : '这种文书不分对象，请去掉。'
  return new UsageError(`${title}没有“${clean(subject)}”这个对象。${known}`)
}
