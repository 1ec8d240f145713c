import { subjectLabel } from '../../../core/facts/subjects.ts'
import { choicesNamed } from '../../../core/schema/suggest.ts'
import { aboutText } from '../../../core/stages/about.ts'
import type { Action } from '../../../core/stages/define.ts'
import { actionsFor, type PossibleAction } from '../../../core/stages/possible.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { type EntryOutcome, enterItem } from '../../shared/entry/enter-item.ts'
import { namedActions, oneAction } from '../../shared/entry/named-action.ts'
import { recipientOf, refuseBlocked, type Task, taskOf } from '../../shared/entry/task.ts'
import { RefusedError, UsageError } from '../../shared/exit.ts'
import { actionName, actionsText } from './text.ts'

/** What a call wants done: without an action, the officer chooses one in a terminal. */
interface WantedAction {
  readonly id: string
  /** The word that names the action. */
  readonly word: string | undefined
  readonly subject: string | undefined
}

/** Does one action on a case. Throws RefusedError where the law does not allow it now. */
export async function advanceCase(
  context: CommandContext,
  workspace: Workspace,
  { id, word, subject }: WantedAction,
  options: OptionValues,
): Promise<{ readonly task: Task; readonly outcome: EntryOutcome }> {
  const reading = workspace.needCase(id)
  const { view } = reading
  const action = word === undefined ? undefined : actionIn(view, word)
  const chosen = action
    ? { action, subject: await chooseSubject(context, view, action, subject) }
    : await chooseAction(context, view)
  refuseBlocked(view, chosen.action, chosen.subject)
  const task = taskOf(view, chosen.action, chosen.subject)
  const outcome = await enterItem(context, workspace, recipientOf(reading, task), task, options)
  return { task, outcome }
}

/** The action that a word means in a case: of several with that name the one that can be done now. */
function actionIn(view: CaseView, word: string): Action {
  const possible = actionsFor(view).filter(({ blockedBy }) => !blockedBy.length)
  return oneAction(word, namedActions(word), (action) => possible.some((each) => each.action === action))
}

async function chooseAction(context: CommandContext, view: CaseView): Promise<PossibleAction> {
  const all = actionsFor(view)
  const possible = all.filter(({ blockedBy }) => !blockedBy.length)
  if (!context.interactive) throw new UsageError(`请写明要办的事项。\n${actionsText(all)}`)
  if (!possible.length) throw new RefusedError(`本案现在没有可以办理的事项。\n${actionsText(all)}`)
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const BLOCKED = 'blocked'
  const choices = possible.map((each, index) => ({ value: String(index), name: actionName(view, each) }))
  const more =
    all.length > possible.length ? [{ value: BLOCKED, name: '（查看暂不能办理的事项及原因）' }] : []
  const answer = await openTerminal().select(`${view.facts.id}：办理什么？`, [...choices, ...more])
  const chosen = possible[Number(answer)]
  if (chosen) return chosen
  throw new RefusedError(actionsText(all))
}

async function chooseSubject(
  context: CommandContext,
  view: CaseView,
  action: Action,
  given: string | undefined,
): Promise<string | null> {
  const subjects = action.subjects(view.facts, view)
  const listed = subjects.map(
    (subject) => `${subject ?? ''}（${subjectLabel(view.facts, subject, view.regulation)}）`,
  )
  const [only, ...others] = subjects
  if (only === undefined) {
    throw new RefusedError(
      `本案现在没有需要“${action.title}”的事项（${view.regulation.shownArticleOf(action.matter)}）。运行 ejc show ${view.facts.id} 查看进展。`,
    )
  }
  if (given !== undefined) {
    const meant = subjectMeant(view, subjects, given)
    if (meant !== undefined) return meant
    const hint = subjects.some((subject) => subject !== null)
      ? `可以是：${listed.join('、')}。`
      : '这一事项不写对象。'
    throw new UsageError(`“${action.title}”没有对象 ${given}。${hint}`)
  }
  if (!others.length) return only
  if (!context.interactive)
    throw new UsageError(`“${action.title}”要写明对象，可以是：${listed.join('、')}。`)
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const choices = subjects.map((subject) => ({
    value: subject ?? '',
    name: aboutText(view, action, subject),
  }))
  return openTerminal().select(`${action.title}：哪一个？`, choices)
}

/** The subject that a word means: its address, or its name or a part of it that no other has. */
function subjectMeant(
  { facts, regulation }: CaseView,
  subjects: readonly (string | null)[],
  given: string,
): string | undefined {
  const choices = subjects.flatMap((subject) =>
    subject === null ? [] : { code: subject, label: subjectLabel(facts, subject, regulation) },
  )
  const [only, ...others] = choicesNamed(given, choices)
  return others.length ? undefined : only?.code
}
