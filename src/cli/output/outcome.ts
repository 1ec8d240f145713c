import { formTitle } from '../../core/regulation/forms.ts'
import { actionOf } from '../../core/stages/actions/index.ts'
import { actionsFor } from '../../core/stages/possible.ts'
import type { Outcome, Task } from '../carry-out.ts'
import type { CommandContext } from '../context.ts'

const SUGGESTIONS = 3

/** Says what was entered and what can be done next. */
export function reportOutcome({ global, out }: CommandContext, task: Task, outcome: Outcome): void {
  const { draft, after, item, preview, findings, commit, written } = outcome
  const { id } = draft.recipient
  const possible = actionsFor(after).filter(({ blockedBy }) => !blockedBy.length)
  if (global.json) {
    const found = findings.map(({ rule, code, severity, message }) => ({ rule, code, severity, message }))
    out.json('written', {
      case: id,
      action: task.id,
      subject: task.subject,
      files: [draft.file],
      commit,
      dryRun: !written,
      item,
      stage: after.stage.case,
      changes: { stages: preview.stages, deadlines: preview.deadlines.map(({ to }) => to), findings: found },
      next: possible.map(({ action, subject }) => ({ action: action.id, subject })),
    })
    return
  }
  if (!written) {
    out.print(draft.text.trimEnd())
    out.note('以上为将写入的内容（--dry-run），没有写入。')
    return
  }
  out.print(`已记录：${id} ${task.title}${commit ? `（${commit.slice(0, 7)}）` : ''}`)
  const form = actionOf(task.id)?.form
  if (form) out.note(`文书：ejc render ${id} ${form}（${formTitle(after.regulation, form)}）`)
  for (const { action, subject } of possible.slice(0, SUGGESTIONS)) {
    const address = [action.id, subject].filter((part) => part !== null).join(' ')
    out.note(`接下来可以：ejc advance ${id} ${address}（${action.title}）`)
  }
}
