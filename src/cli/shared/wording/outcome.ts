import { isLate } from '../../../core/deadlines/pending.ts'
import type { PlacedFinding } from '../../../core/lint/define.ts'
import { formWord } from '../../../core/regulation/forms.ts'
import { subjectWord } from '../../../core/stages/about.ts'
import { wordOf } from '../../../core/stages/actions/index.ts'
import type { Action } from '../../../core/stages/define.ts'
import { actionsInOrder, nextStepOf, ordinaryFirst } from '../../../core/stages/next-step.ts'
import { actionsFor, type PossibleAction } from '../../../core/stages/possible.ts'
import type { ActionPreview } from '../../../core/stages/preview.ts'
import type { CaseView } from '../../../core/view.ts'
import { DRY_RUN_ABOVE } from '../confirm.ts'
import type { CommandContext } from '../context.ts'
import type { EntryOutcome } from '../entry/enter-item.ts'
import type { Task } from '../entry/task.ts'
import { ejcCall } from '../output/call.ts'
import { wrapIndented } from '../output/text.ts'
import { commitMark } from './commit-mark.ts'
import { callOfPaperBefore, formOfStep } from './step-paper.ts'

const SUGGESTIONS = 4

/** Says what was entered and what can be done next. */
export function reportOutcome({ global, out }: CommandContext, task: Task, outcome: EntryOutcome): void {
  const { draft, after, item, preview, findings, standing, alike, commit, written } = outcome
  const { id } = draft.recipient
  if (global.json) {
    out.json('written', {
      case: id,
      action: task.id,
      subject: task.subject,
      files: [draft.file, ...(task.attached?.files.keys() ?? [])],
      commit,
      dryRun: !written,
      item,
      stage: after.stage.case,
      changes: changesJson(preview, findings),
      ...(standing.length && { standing }),
      ...(alike.length && { alike }),
      next: possibleIn(after, preview).map(({ action, subject }) => ({ action: action.id, subject })),
    })
    return
  }
  if (!written) {
    out.print(draft.text?.trimEnd() ?? `删除 ${draft.file}`)
    out.note(DRY_RUN_ABOVE)
    return
  }
  out.print(`已记录：${id} ${task.title}${commitMark(commit)}`)
  printNextSteps({ global, out }, task, outcome)
}

/** What a change of the facts changes in what follows from them, for programs. */
export function changesJson(preview: ActionPreview, findings: readonly PlacedFinding[]) {
  const found = findings.map(({ rule, code, severity, message }) => ({ rule, code, severity, message }))
  return { stages: preview.stages, deadlines: preview.deadlines.map(({ to }) => to), findings: found }
}

/** The form of the action that was done, and the first of the next steps, as calls to copy. */
function printNextSteps(
  { global, out }: Pick<CommandContext, 'global' | 'out'>,
  task: Task,
  { draft, after, preview }: EntryOutcome,
): void {
  const { id } = draft.recipient
  const say = (text: string): void => out.note(wrapIndented(text, out.width, '  ', ''))
  const form = formOfStep(after, task.id)
  if (form) say(`文书：${ejcCall(global.repo, ['render', id, formWord(after.regulation, form.id)])}`)
  // A closed case has no next step of the law, but its file is still to be bound.
  const { closed } = after.facts.closing
  if (closed && !closed.archivedOn) say(`接下来可以：${ejcCall(global.repo, ['archive', id])}`)
  for (const { action, subject } of suggestedIn(after, preview)) {
    const opened = openedBy(after, action.id)
    const paper = callOfPaperBefore(after, { action, subject }, global.repo)
    if (paper) say(`接下来先出文书，发出以后再记录：${paper}`)
    const awaited = action.awaits?.(after, subject)
    const when = awaited
      ? `${awaited}办`
      : opened
        ? `${opened.title}以前需要`
        : paper
          ? '发出以后记录'
          : '接下来可以'
    say(
      `${when}：${ejcCall(global.repo, ['advance', id, wordOf(action), subjectWord(after, action, subject)])}`,
    )
  }
}

/** The action that waits for another one to be done before it. */
function openedBy(view: CaseView, id: string): Action | undefined {
  return actionsFor(view).find(({ blockedBy }) => blockedBy.some(({ first }) => first === id))?.action
}

/** The next steps, the most urgent first: each action once, for the first obligor that it concerns. */
function suggestedIn(view: CaseView, preview: ActionPreview): PossibleAction[] {
  const next = nextStepOf(view, actionsFor(view))?.action
  const wanted = possibleIn(view, preview).filter(
    ({ action, subject, advised }) => advised || (action === next?.action && subject === next.subject),
  )
  const firsts = new Map(wanted.toReversed().map((each) => [each.action.id, each]))
  return [...new Set(wanted.flatMap(({ action }) => firsts.get(action.id) ?? []))].slice(0, SUGGESTIONS)
}

/** What can be done after a step. */
function possibleIn(view: CaseView, preview: ActionPreview): PossibleAction[] {
  const steps = actionsInOrder(view, actionsFor(view))
  return isEnteredLate(preview) ? ordinaryFirst(steps) : steps
}

/** Whether a step was entered so late that a deadline that it started had passed by then. */
function isEnteredLate({ deadlines }: ActionPreview): boolean {
  return deadlines.some(({ from, to }) => from === undefined && isLate(to))
}
