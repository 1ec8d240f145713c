import { forms } from '../../../core/forms/index.ts'
import { formTitle } from '../../../core/regulation/forms.ts'
import { actionOf } from '../../../core/stages/actions/index.ts'
import { nextStepOf } from '../../../core/stages/next-step.ts'
import { actionsFor, type PossibleAction } from '../../../core/stages/possible.ts'
import type { CaseView } from '../../../core/view.ts'
import type { CommandContext } from '../context.ts'
import type { Outcome, Task } from '../entry/carry-out.ts'
import { callOf } from './call.ts'
import { paragraph } from './text.ts'

const SUGGESTIONS = 4

/** Says what was entered and what can be done next. */
export function reportOutcome({ global, out }: CommandContext, task: Task, outcome: Outcome): void {
  const { draft, after, item, preview, findings, commit, written } = outcome
  const { id } = draft.recipient
  if (global.json) {
    const found = findings.map(({ rule, code, severity, message }) => ({ rule, code, severity, message }))
    out.json('written', {
      case: id,
      action: task.id,
      subject: task.subject,
      files: [draft.file, ...(task.attached?.files.keys() ?? [])],
      commit,
      dryRun: !written,
      item,
      stage: after.stage.case,
      changes: { stages: preview.stages, deadlines: preview.deadlines.map(({ to }) => to), findings: found },
      next: possibleIn(after).map(({ action, subject }) => ({ action: action.id, subject })),
    })
    return
  }
  if (!written) {
    out.print(draft.text.trimEnd())
    out.note('以上为将写入的内容（--dry-run），没有写入。')
    return
  }
  out.print(`已记录：${id} ${task.title}${commit ? `（${commit.slice(0, 7)}）` : ''}`)
  sayNext({ global, out }, task, outcome)
}

/** The form that belongs to what was done, and the first of what can be done next, as calls to copy. */
function sayNext(
  { global, out }: Pick<CommandContext, 'global' | 'out'>,
  task: Task,
  { draft, after }: Outcome,
): void {
  const { id } = draft.recipient
  const say = (text: string): void => out.note(paragraph(text, out.width, '  ', ''))
  const form = actionOf(task.id)?.form
  if (form && isCalledFor(after, form))
    say(`文书：${callOf(global.repo, ['render', id, form])}（${formTitle(after.regulation, form)}）`)
  for (const { action, subject } of suggestedIn(after)) {
    const call = callOf(global.repo, ['advance', id, action.id, subject])
    say(`接下来可以：${call}（${action.title}）`)
  }
}

/** The one next thing to do, then what else the facts ask for: each action once, for the first whom it concerns. */
function suggestedIn(view: CaseView): PossibleAction[] {
  const possible = possibleIn(view)
  const next = nextStepOf(view, possible)?.action
  const wanted = [...(next ? [next] : []), ...possible.filter(({ advised }) => advised)]
  const firsts = new Map(wanted.toReversed().map((each) => [each.action.id, each]))
  return [...new Set(wanted.flatMap(({ action }) => firsts.get(action.id) ?? []))].slice(0, SUGGESTIONS)
}

/** Whether the facts call for a form: that of enforcement, for a confirmed agreement and not for a judgment. */
function isCalledFor(view: CaseView, form: string): boolean {
  return forms.some(({ id, subjects }) => id === form && subjects(view).length > 0)
}

function possibleIn(view: CaseView): PossibleAction[] {
  return actionsFor(view).filter(({ blockedBy }) => !blockedBy.length)
}
