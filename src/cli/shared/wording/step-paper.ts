import type { FormDefinition, Missing } from '../../../core/forms/define.ts'
import { forms } from '../../../core/forms/index.ts'
import { formTitle, formWord } from '../../../core/regulation/forms.ts'
import { subjectWord } from '../../../core/stages/about.ts'
import { actionOf } from '../../../core/stages/actions/index.ts'
import type { PossibleAction } from '../../../core/stages/possible.ts'
import type { CaseView } from '../../../core/view.ts'
import { ejcCall } from '../output/call.ts'
import { clean } from '../output/clean.ts'
import { messageText } from '../output/text.ts'
import { lackingLines } from './lacking.ts'
import { missingCount } from './papers.ts'

/**
 * The form that belongs to a step, of several the first for which the facts call: the enforcement form, for example, for
 * a confirmed agreement and not for a judgment.
 */
export function formOfStep(view: CaseView, step: string): FormDefinition | undefined {
  return formsOfStep(step).find((form) => form.subjects(view).length > 0)
}

function formsOfStep(step: string): FormDefinition[] {
  const { form: usual, otherForms = [] } = actionOf(step) ?? {}
  const wanted = [...otherForms, ...(usual ? [usual] : [])]
  return wanted.flatMap((id) => forms.find((form) => form.id === id) ?? [])
}

/**
 * How the paper is made that goes out before a step records it, as a filing, a report or a publication does: nothing of
 * what the paper says waits for the record. Undefined where the step itself tells what the paper says, or where the paper
 * has its day already: then the record is about another one.
 */
export function callOfPaperBefore(
  view: CaseView,
  { action, subject }: Pick<PossibleAction, 'action' | 'subject'>,
  repo: string | undefined,
): string | undefined {
  const made = formsOfStep(action.id).find(
    (form) =>
      form.subjects(view).includes(subject) &&
      form.datedOn?.(view.facts, subject) === undefined &&
      !form.fill(view, subject).missing.length,
  )
  const word = subject === null ? null : subjectWord(view, {}, subject)
  return made && ejcCall(repo, ['render', view.facts.id, formWord(view.regulation, made.id), word])
}

/**
 * What the paper still lacks that a step issues, and how each fact is recorded: whoever confirms the step knows that the
 * paper can't be made yet. A step issues the papers that get their day by it.
 */
export function lackingOfStep(
  step: string,
  before: CaseView | undefined,
  after: CaseView,
  width: number,
): string {
  const form = formOfStep(after, step)
  const missing = missingOfStep(step, before, after)
  if (!form || !missing.length) return ''
  const title = formTitle(after.regulation, form.id)
  const head = `${title}还缺 ${missingCount(missing)} 项，补齐以前不能生成正本：`
  return messageText(clean([head, ...lackingLines(after, missing)].join('\n')), width)
}

/** What the papers still lack that a step issues. */
export function missingOfStep(step: string, before: CaseView | undefined, after: CaseView): Missing[] {
  const form = formOfStep(after, step)
  const datedOn = form?.datedOn ?? form?.madeOn
  if (!form || !datedOn) return []
  const dayIn = (view: CaseView | undefined, subject: string | null) => view && datedOn(view.facts, subject)
  const issued = form
    .subjects(after)
    .filter((subject) => dayIn(after, subject) !== undefined && dayIn(before, subject) === undefined)
  return issued.flatMap((subject) => [...form.fill(after, subject).missing])
}
