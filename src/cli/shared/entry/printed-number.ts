import { forms } from '../../../core/forms/index.ts'
import type { CaseView } from '../../../core/view.ts'
import { numberOnPaper } from '../../../documents/render.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { Task } from './task.ts'

/**
 * The step that records that a letter went out, with the number that was typed when the letter was made: it is proposed
 * where the record holds none.
 */
export function withPrintedNumber({ repository }: Workspace, view: CaseView, task: Task): Task {
  const form = forms.find(({ numberedBy }) => numberedBy?.step === task.id)
  if (!form?.numberedBy) return task
  const { key } = form.numberedBy
  const subjects = form.subjects(view)
  const subject = subjects.includes(task.subject) ? task.subject : null
  const known = task.defaults[key] ?? numberOnPaper({ view, form, subject }, repository.readBytes)
  return known === undefined ? task : { ...task, defaults: { ...task.defaults, [key]: known } }
}
