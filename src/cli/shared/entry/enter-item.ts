import type { PlacedFinding } from '../../../core/lint/define.ts'
import type { Item, Refusal } from '../../../core/stages/define.ts'
import { type ActionPreview, previewOfAction } from '../../../core/stages/preview.ts'
import { isRefusing, refusedByRules } from '../../../core/stages/refusals.ts'
import type { CaseView } from '../../../core/view.ts'
import { type PlannedChange, planChange, type Recipient, writeChange } from '../../../repository/record.ts'
import { type Unfinished, unfinishedAnswers } from '../../../repository/unfinished.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { AnswerCollector } from '../../prompts/prompt.ts'
import { clauseReader } from '../answers/clauses.ts'
import { collectItem, namingFor, placedProblems, validPart, type WantedItem } from '../answers/collect.ts'
import { type CommandOption, flag, type OptionValues, several, text, texts } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { CancelledError, RefusedError, UsageError } from '../exit.ts'
import { clean } from '../output/clean.ts'
import { messageText, wrapIndented } from '../output/text.ts'
import { messageWith } from '../wording/changes.ts'
import { itemText } from '../wording/item-text.ts'
import { previewText } from '../wording/preview.ts'
import { newFindings, type PapersIn } from './new-findings.ts'
import { isWanting, type Places, placesFound, placesRefused } from './refused-places.ts'
import { type SignedFiles, signedIn } from './signed-files.ts'
import type { Attached, Task } from './task.ts'

/** What was entered, and what it changed. */
export interface EntryOutcome {
  readonly draft: PlannedChange
  readonly after: CaseView
  readonly item: Item
  readonly preview: ActionPreview
  readonly findings: readonly PlacedFinding[]
  readonly commit: string | null
  readonly written: boolean
}

/** The options of every command that enters facts. */
export const entryOptions: readonly CommandOption[] = [
  { flags: '--from <文件>', help: '从 YAML 文件读入内容（- 为标准输入）' },
  {
    flags: '--set <键=值>',
    help: '填写一栏，可多次；列表用 键[]=值，读文件用 键=@文件',
    parse: several,
  },
  { flags: '-y, --yes', help: '不再确认，直接写入' },
  { flags: '--dry-run', help: '只显示将写入的内容，不写入' },
  { flags: '--no-commit', help: '写入文件，但不提交到 git' },
]

/** A task with the call that it belongs to. */
interface EntryCall {
  readonly context: CommandContext
  readonly workspace: Workspace
  readonly recipient: Recipient
  readonly task: Task
  readonly options: OptionValues
  /** Opens the papers, where the step is judged by them. */
  readonly papersIn: PapersIn | undefined
  /** Takes the signed papers that come with the item. */
  readonly signed: SignedFiles
}

/** What was computed and checked, and is not yet written. */
type Prepared = Omit<EntryOutcome, 'commit' | 'written' | 'draft'> & {
  readonly draft: PlannedChange
  readonly attached: Attached | undefined
}

/**
 * Enters an item into a case: collects it, refuses what the schema and the law refuse, shows what it changes, writes
 * and commits. Nothing is written before every check has passed. In a terminal the officer can change answers that
 * were refused, or that turn out wrong in the preview.
 */
export async function enterItem(
  context: CommandContext,
  workspace: Workspace,
  recipient: Recipient,
  task: Task,
  options: OptionValues,
): Promise<EntryOutcome> {
  const papersIn = await papersOpener(task)
  const signed = signedIn(workspace, recipient, task, context.out.width)
  const call = { context, workspace, recipient, task, options, papersIn, signed }
  const wanted = wantedItem(call)
  const collector = await collectorOf(call)
  const given = { from: text(options, 'from'), sets: texts(options, 'set') }
  for (;;) {
    const item = await collectItem(wanted, { ...given, ...(collector && { prompt: collector.collect }) })
    const prepared = prepareItem(call, wanted, item)
    if ('error' in prepared) {
      if (!collector?.canChange()) throw prepared.error
      context.out.note(messageText(prepared.error.message, context.out.width))
      await collector.change(prepared.about)
      continue
    }
    if (!context.global.json) context.out.note(previewOfCall(call, wanted, prepared, collector))
    const decision = await decideWhatToDo(call, prepared, collector)
    if (decision !== 'change') {
      const commit = decision === 'write' ? await writePrepared(call, prepared) : null
      return { ...prepared, commit, written: decision === 'write' }
    }
    await collector?.change(placesFound(prepared.findings, task.target))
  }
}

/** Once a case is closed, its papers must be in the file: these alone are worth opening before. */
async function papersOpener({ id }: Task): Promise<PapersIn | undefined> {
  return id === 'close' ? (await import('../../../documents/inspect.ts')).papersIn : undefined
}

/** Why an item can't be written, and the places in it that must change. */
interface Stopped {
  readonly error: Error
  readonly about: Places
}

function prepareItem(
  { workspace, recipient, task, papersIn, signed }: EntryCall,
  wanted: WantedItem,
  item: Item,
): Prepared | Stopped {
  const problems = placedProblems(wanted, item)
  if (problems.length) {
    const texts = problems.map(({ text: problem }) => `  ${problem}`)
    const error = new UsageError([`“${task.title}”的内容有误，没有写入：`, ...texts].join('\n'))
    return { error, about: problems.map(({ path }) => path) }
  }
  const refusals = refusalsOf(task, item)
  if (refusals.length) {
    return { error: refusalOf(task, refusals), about: placesRefused(wanted, refusals) }
  }
  const into = task.caseId ? { ...recipient, id: task.caseId(item) } : recipient
  const target = { ...task.target, also: [...(task.target.also ?? []), ...(task.companions?.(item) ?? [])] }
  const draft = planChange(workspace, into, target, item)
  const { after } = draft
  if (!after) {
    const error = new UsageError(draft.problems.map(({ message }) => message).join('\n'))
    return { error, about: draft.problems.map(({ path }) => path) }
  }
  const attached = task.attached ?? signed.attached(item)
  const findings = newFindings(workspace, recipient.view, after, attached?.coming, papersIn)
  const breaches = refusedByRules(findings, task.target)
  if (breaches.length) {
    return {
      error: refusalOf(task, breaches),
      about: placesFound(findings.filter(isRefusing), task.target),
    }
  }
  return { draft, after, item, preview: previewOfAction(recipient.view, after), findings, attached }
}

/** What will be written and what it changes, for the officer who confirms it. */
function previewOfCall(
  { context, task }: EntryCall,
  wanted: WantedItem,
  { draft, preview, findings, item, after }: Prepared,
  collector: AnswerCollector | undefined,
): string {
  const { out } = context
  if (task.correction) {
    const lines = task.correction
      .lines(item, after)
      .map((line) => wrapIndented(clean(line), out.width, '    ', '  '))
    return previewText(draft, preview, findings, out, lines.join('\n'))
  }
  const written = collector
    ? itemText(wanted, item, { facts: after.facts, choices: task.choices ?? {} }, out.width)
    : ''
  return previewText(draft, preview, findings, out, written)
}

function wantedItem({ context, task, recipient, options, signed }: EntryCall): WantedItem {
  const { regulation, view } = recipient
  const { target, ask, required, defaults, complete } = task
  const path = target.mode === 'append' ? [...target.path, 0] : target.path
  const place = {
    name: target.document,
    path,
    lists: regulation.lists,
    readClauses: clauseReader(regulation),
    signed,
    say: (text: string) => {
      if (!context.global.json) context.out.note(text)
    },
    today: context.global.today,
    naming: namingFor(context.interactive, text(options, 'from')),
    isBackfilled: (task.correction && view?.facts.case.backfilled !== undefined) || undefined,
  }
  const check = (known: Item): void => refuseIf(task, task.against?.(validPart(place, known)) ?? [])
  const refuse = (item: Item): readonly Refusal[] => task.refuse(validPart(place, item))
  // For a key of the item itself; a key inside a section knows only the answers in its section.
  const owed = (key: string, beside: Item): boolean =>
    task.owed?.(key, beside) ?? (ask.includes(key) && isWanting(key, beside, { asked: ask, refuse }))
  const amends = task.correction?.recorded
  const begun = task.begun && { begun: task.begun }
  const wanted = { ...place, ask, required, owed, defaults, amends, check, ...begun }
  return complete ? { ...wanted, complete } : wanted
}

/** Asks in a terminal, and offers the answers that an interrupted call left; undefined without questions. */
async function collectorOf({
  context,
  workspace,
  recipient,
  task,
  options,
}: EntryCall): Promise<AnswerCollector | undefined> {
  if (!context.interactive || text(options, 'from') !== undefined) return undefined
  const { collectorFor } = await import('../../prompts/prompt.ts')
  return collectorFor(
    context,
    workspace,
    recipient,
    { answers: unfinishedFor(workspace, recipient, task), what: taskName(recipient, task) },
    task.choices ?? {},
    task.correction?.askWhy,
  )
}

/** The case and what is done, for people: 案件 NN-2026-0001 的“登记送达：第1轮 韦某（1/o2）”. */
function taskName({ id, view }: Recipient, { title, about }: Task): string {
  return `${view ? `案件 ${id} 的` : ''}“${title}${about ? `：${about}` : ''}”`
}

/** Where the answers are kept until they are written. */
function unfinishedFor(
  { repository }: Workspace,
  { id }: Recipient,
  { id: action, subject, correction }: Task,
): Unfinished {
  return unfinishedAnswers(repository.root, id, correction?.keptAs ?? action, subject)
}

function refusalsOf({ against, refuse }: Task, item: Item): readonly Refusal[] {
  return [...(against?.(item) ?? []), ...refuse(item)]
}

function refuseIf(task: Task, blockers: readonly Refusal[]): void {
  if (blockers.length) throw refusalOf(task, blockers)
}

function refusalOf({ title }: Task, blockers: readonly Refusal[]): RefusedError {
  const reasons = blockers.map(({ reason, citation }) => `  ${citation}：${reason}`)
  return new RefusedError([`不能办理“${title}”，没有写入：`, ...reasons].join('\n'))
}

/** Decides whether to write, only to show, or to change an answer first. */
async function decideWhatToDo(
  { context, options }: EntryCall,
  { findings }: Prepared,
  collector: AnswerCollector | undefined,
): Promise<'write' | 'show' | 'change'> {
  if (flag(options, 'dryRun')) return 'show'
  if (!context.interactive || flag(options, 'yes')) return 'write'
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const question = options.commit === false ? '写入吗？' : '写入并提交吗？'
  const { choices, proposal } = decisions(findings, collector?.canChange() === true)
  const answer = await openTerminal().select(question, choices, proposal)
  if (answer === 'write' || answer === 'change') return answer
  const kept = collector?.canChange() ? '；答过的内容已保留，下次运行同一命令可以接着填' : ''
  throw new CancelledError(`没有写入${kept}。`)
}

/** The choices after the preview: writing is proposed, unless it causes an error. */
export function decisions(findings: readonly Pick<PlacedFinding, 'severity'>[], canChange: boolean) {
  const isWrong = findings.some(({ severity }) => severity === 'error')
  const otherwise = canChange ? 'change' : 'leave'
  const choices = [
    { value: 'write', name: '写入' },
    ...(canChange ? [{ value: 'change', name: '返回修改' }] : []),
    { value: 'leave', name: '不写入' },
  ]
  return { choices, proposal: isWrong ? otherwise : 'write' }
}

async function writePrepared(
  { workspace, recipient, task, options }: EntryCall,
  { draft, item, after, attached }: Prepared,
): Promise<string | null> {
  const { id } = draft.recipient
  const title = `${id} ${task.title}${task.subject === null ? '' : `（${task.subject}）`}`
  const lines = task.correction?.lines(item, after) ?? []
  const message = lines.length ? messageWith(title, lines) : title
  const record = { action: task.id, subject: task.subject, message }
  const takeAway = await attached?.place?.()
  try {
    const { commit } = await writeChange(workspace, draft, record, options.commit !== false, attached?.files)
    unfinishedFor(workspace, recipient, task).drop()
    return commit
  } catch (error) {
    takeAway?.()
    throw error
  }
}
