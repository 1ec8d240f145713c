import type { FormDefinition, Missing } from '../../../core/forms/define.ts'
import { forms } from '../../../core/forms/index.ts'
import { formTitle } from '../../../core/regulation/forms.ts'
import { actionOf } from '../../../core/stages/actions/index.ts'
import type { CaseView } from '../../../core/view.ts'
import { clean } from '../output/clean.ts'
import { messageText } from '../output/text.ts'
import { lackingLines } from './lacking.ts'
import { countOf } from './papers.ts'

/**
 * The form that belongs to a step, of several the first for which the facts call: the enforcement form, for example, for
 * a confirmed agreement and not for a judgment.
 */
export function formOfStep(view: CaseView, step: string): FormDefinition | undefined {
  const { form: usual, otherForms = [] } = actionOf(step) ?? {}
  const wanted = [...otherForms, ...(usual ? [usual] : [])]
  const called = wanted.flatMap((id) => forms.find((form) => form.id === id) ?? [])
  return called.find((form) => form.subjects(view).length > 0)
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
  const head = `${title}还缺 ${countOf(missing)} 项，补齐以前不能生成正本：`
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
