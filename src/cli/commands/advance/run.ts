import { deadlineDescription } from '../../../core/deadlines/index.ts'
import { isPending } from '../../../core/deadlines/pending.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import { aboutText, subjectMeant, subjectWord } from '../../../core/stages/about.ts'
import { wordOf } from '../../../core/stages/actions/index.ts'
import type { Action } from '../../../core/stages/define.ts'
import { actionsInOrder } from '../../../core/stages/next-step.ts'
import { actionsFor, firstToDo, type PossibleAction } from '../../../core/stages/possible.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { type EntryOutcome, enterItem } from '../../shared/entry/enter-item.ts'
import {
  actionsHolding,
  deadlinesMetBy,
  likeliest,
  namedActions,
  oneAction,
} from '../../shared/entry/named-action.ts'
import { withPrintedNumber } from '../../shared/entry/printed-number.ts'
import { recipientOf, refuseBlocked, refuseEnded, type Task, taskOf } from '../../shared/entry/task.ts'
import { RefusedError, UsageError } from '../../shared/exit.ts'
import { ejcCall } from '../../shared/output/call.ts'
import { clean } from '../../shared/output/clean.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { callOfPaperBefore } from '../../shared/wording/step-paper.ts'
import { deadlineStatusText } from '../../shared/wording/words.ts'
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
  const action = word === undefined ? undefined : await actionIn(context, view, word)
  const chosen = action
    ? { action, subject: await chooseSubject(context, view, action, subject) }
    : await chooseAction(context, view)
  refuseBlocked(view, chosen.action, chosen.subject)
  notePaper(context, view, chosen)
  const task = withPrintedNumber(workspace, view, taskOf(view, chosen.action, chosen.subject))
  const outcome = await enterItem(context, workspace, recipientOf(reading, task), task, options)
  return { task, outcome }
}

/**
 * The action that a word means in a case: of several with that name the one that can be done now, else the one that
 * the case waits for though something blocks it; between several the officer chooses in a terminal.
 */
async function actionIn({ interactive }: CommandContext, view: CaseView, word: string): Promise<Action> {
  const all = actionsFor(view)
  const isPossible = (action: Action): boolean =>
    all.some((each) => each.action === action && !each.blockedBy.length)
  const isOfCase = (action: Action): boolean => all.some((each) => each.action === action)
  const named = namedActions(word)
  // A step of which the case has nothing gives way to one that holds the word and that the case has.
  const known = named.some(isOfCase) ? named : [...actionsHolding(word).filter(isOfCase), ...named]
  const meant = likeliest(known, isPossible, isOfCase)
  if (!interactive || meant.length < 2) return oneAction(word, meant)
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const choices = meant.map(({ id, title }) => ({ value: id, name: title }))
  const chosen = await openTerminal().select(`“${word}”是哪一个？`, choices)
  return oneAction(word, meant, ({ id }) => id === chosen)
}

async function chooseAction(context: CommandContext, view: CaseView): Promise<PossibleAction> {
  const all = inOrder(view)
  const possible = all.filter(({ blockedBy }) => !blockedBy.length)
  if (!context.interactive) throw new UsageError(`请写明要办的事项。\n${actionsText(view, all)}`)
  if (!possible.length) throw new RefusedError(`本案现在没有可以办理的事项。\n${actionsText(view, all)}`)
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const BLOCKED = 'blocked'
  const choices = possible.map((each, index) => ({
    value: String(index),
    name: actionName(view, each),
    also: deadlinesMetBy(each.action),
  }))
  const more =
    all.length > possible.length ? [{ value: BLOCKED, name: '（查看暂不能办理的事项及原因）' }] : []
  const answer = await openTerminal().select(`${view.facts.id}：办理什么？`, [...choices, ...more])
  const chosen = possible[Number(answer)]
  if (chosen) return chosen
  throw new RefusedError(actionsText(view, all))
}

/** What can be done, the most urgent first, and after it what can't. */
function inOrder(view: CaseView): PossibleAction[] {
  const all = actionsFor(view)
  return [...new Set([...actionsInOrder(view, all), ...all])]
}

async function chooseSubject(
  context: CommandContext,
  view: CaseView,
  action: Action,
  given: string | undefined,
): Promise<string | null> {
  const subjects = action.subjects(view.facts, view)
  const listed = subjects.map((subject) => listedSubject(view, action, subject))
  const [only, ...others] = subjects
  if (only === undefined) {
    refuseEnded(view, action)
    throw nothingToDo(context, view, action)
  }
  if (given !== undefined) {
    const named = [...subjects, ...(action.alsoFor?.(view.facts) ?? [])]
    const meant =
      subjectMeant(view, action, subjects, given) ?? named.find((subject) => subject === given.trim())
    if (meant !== undefined) return meant
    refuseEnded(view, action)
    const hint = subjects.some((subject) => subject !== null)
      ? `可以是：${listed.join('、')}。`
      : '这一事项不写对象。'
    throw new UsageError(`“${action.title}”没有对象 ${given}。${hint}`)
  }
  if (!others.length) {
    noteOnly(context, view, action, only)
    return only
  }
  if (!context.interactive)
    throw new UsageError(`“${action.title}”要写明对象，可以是：${listed.join('、')}。`)
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const choices = subjects.map((subject) => ({
    value: subject ?? '',
    name: choiceText(view, action, subject),
  }))
  return openTerminal().select(`${action.title}：哪一个？`, choices)
}

/** Before a step that records that a paper went out, the officer is told how the paper is made. */
function notePaper(
  { interactive, global, out }: CommandContext,
  view: CaseView,
  chosen: Parameters<typeof callOfPaperBefore>[1],
): void {
  const paper = interactive && !global.json ? callOfPaperBefore(view, chosen, global.repo) : undefined
  if (!paper) return
  const said = `这里记录文书发出的日期；文书还没有出的，先按 Ctrl-C 退出，运行 ${paper}`
  out.note(wrapIndented(clean(said), out.width, '  ', ''))
}

/** Where nobody chooses, it is said for whom the step is. */
function noteOnly(
  { interactive, global, out }: CommandContext,
  view: CaseView,
  action: Action,
  only: string | null,
): void {
  if (!interactive || global.json || only === null) return
  const said = clean(`${action.title}：${choiceText(view, action, only)}`)
  out.note(wrapIndented(said, out.width, '  ', ''))
}

/** A subject as it is chosen: 款项 P4 韦某 30,000.00 元 2026-06-30 到期 逾期 51 天. */
function choiceText(view: CaseView, action: Action, subject: string | null): string {
  const owed = view.deadlines.find(
    (each) =>
      each.subject === subject &&
      isPending(each) &&
      each.rolledDue !== null &&
      deadlineDescription(each)?.metBy.some((id) => id === action.id),
  )
  const standing = owed ? deadlineStatusText(owed, view.today) : ''
  const details = action.details?.(view.facts, subject) ?? ''
  return [aboutText(view, action, subject), details, standing].filter(Boolean).join(' ')
}

/** 1/o2（第1轮 韦某）; by its name alone where that is what can be typed. */
function listedSubject(view: CaseView, action: Action, subject: string | null): string {
  const word = subjectWord(view, action, subject) ?? ''
  return word === subject ? `${word}（${subjectLabel(view.facts, subject, view.regulation)}）` : word
}

/** Nothing that an action could be done for: says what comes first, and how to do it. */
function nothingToDo({ global }: CommandContext, view: CaseView, action: Action): RefusedError {
  const { facts, regulation } = view
  const nothing = `本案现在没有需要“${action.title}”的事项（${regulation.shownArticleOf(action.matter)}）。`
  const first = firstToDo(view, action)
  if (!first) {
    return new RefusedError(`${nothing}运行 ${ejcCall(global.repo, ['show', facts.id])} 查看进展。`)
  }
  const [blocker] = first.blockedBy
  const call = ejcCall(global.repo, [
    'advance',
    facts.id,
    wordOf(first.action),
    subjectWord(view, first.action, first.subject),
  ])
  const how = blocker ? `它现在还不能办：${blocker.reason}（${blocker.citation}）。` : call
  // What the facts do not point to is done in few cases, as 认定重大案件 is: nobody shall do it for the sake of this step.
  const before = first.advised
    ? `  先办：${first.action.title}`
    : `  只有办过“${first.action.title}”的案件才有这一步；本案确属这种案件的，先办：`
  return new RefusedError([nothing, before, `  ${how}`].join('\n'))
}
