import type { PlacedFinding } from '../core/lint/engine.ts'
import type { Choice } from '../core/schema/choices.ts'
import type { Blocker, Item, Target } from '../core/stages/define.ts'
import { type Preview, previewOf } from '../core/stages/preview.ts'
import type { CaseView } from '../core/view.ts'
import { type Draft, draftChange, type Recipient, writeDraft } from '../repository/record.ts'
import { unfinishedAnswers } from '../repository/unfinished.ts'
import type { Workspace } from '../repository/workspace.ts'
import { collectItem, problemsOf, type Wanted } from './answers/collect.ts'
import type { CommandOption, OptionValues } from './command.ts'
import { flag, several, text, texts } from './command.ts'
import type { CommandContext } from './context.ts'
import { CancelledError, RefusedError, UsageError } from './exit.ts'
import { newFindings } from './new-findings.ts'
import { previewText } from './output/preview.ts'

/** Something to be entered into a case: what, where, what it needs, and what the law refuses of it. */
export interface Task {
  readonly id: string
  readonly title: string
  readonly subject: string | null
  readonly target: Target
  readonly ask: readonly string[]
  readonly required: readonly string[]
  readonly defaults: Item
  /** Choices of keys for which no list of the law or of the schema speaks. */
  readonly choices?: Readonly<Record<string, readonly Choice[]>>
  readonly refuse: (item: Item) => readonly Blocker[]
  /** What follows from the answers themselves, as the department from the kind of damage. */
  readonly complete?: (item: Item) => Item
  /** The number of the case that the item itself makes. */
  readonly caseId?: (item: Item) => string
}

/** What was entered, and what it changed. */
export interface Outcome {
  readonly draft: Draft
  readonly after: CaseView
  readonly item: Item
  readonly preview: Preview
  readonly findings: readonly PlacedFinding[]
  readonly commit: string | null
  readonly written: boolean
}

/** The options of every command that enters facts. */
export const entryOptions: readonly CommandOption[] = [
  { flags: '--from <file>', help: '从 YAML 文件读入内容（- 为标准输入）' },
  { flags: '--set <key=value>', help: '填写一栏，可多次；列表用 键[]=值，读文件用 键=@文件', parse: several },
  { flags: '-y, --yes', help: '不再确认，直接写入' },
  { flags: '--dry-run', help: '只显示将写入的内容，不写入' },
  { flags: '--no-commit', help: '写入文件，但不提交到 git' },
]

/**
 * Enters an item into a case: collects it, refuses what the schema and the law refuse, shows what it changes, writes
 * and commits. Nothing is written before every check has passed.
 */
export async function carryOut(
  context: CommandContext,
  workspace: Workspace,
  recipient: Recipient,
  task: Task,
  options: OptionValues,
): Promise<Outcome> {
  const wanted = wantedBy(task, recipient)
  const item = await collect(context, workspace, recipient, task, wanted, options)
  const problems = problemsOf(wanted, item)
  if (problems.length)
    throw new UsageError(`“${task.title}”的内容有误，没有写入：\n  ${problems.join('\n  ')}`)
  refuseIf(task, task.refuse(item))
  const into = task.caseId ? { ...recipient, id: task.caseId(item) } : recipient
  const draft = draftChange(workspace, into, task.target, item)
  const { after } = draft
  if (!after) throw new UsageError(draft.problems.map(({ message }) => message).join('\n'))
  const findings = newFindings(workspace, recipient.view, after)
  refuseIf(task, findings.filter((finding) => isRefusal(finding, task.target)).map(asBlocker))
  const preview = previewOf(recipient.view, after)
  if (!context.global.json) context.out.note(previewText(draft, preview, findings, context.out))
  const written = !flag(options, 'dryRun') && (await confirmed(context, options))
  const commit = written ? await write(workspace, draft, task, options) : null
  return { draft, after, item, preview, findings, commit, written }
}

function wantedBy({ target, ask, required, defaults, complete }: Task, { regulation }: Recipient): Wanted {
  const path = target.mode === 'append' ? [...target.path, 0] : target.path
  const wanted = { name: target.document, path, lists: regulation.lists, ask, required, defaults }
  return complete ? { ...wanted, complete } : wanted
}

/** Asks in a terminal, offering what an interrupted call left; keeps the answers until they are written. */
async function collect(
  context: CommandContext,
  workspace: Workspace,
  recipient: Recipient,
  task: Task,
  wanted: Wanted,
  options: OptionValues,
): Promise<Item> {
  const given = { from: text(options, 'from'), sets: texts(options, 'set') }
  if (!context.interactive || given.from !== undefined) return collectItem(wanted, given)
  const { promptFor } = await import('./prompts/prompt.ts')
  const kept = unfinishedAnswers(workspace.repository.root, recipient.id, task.id, task.subject)
  const prompt = promptFor(context, workspace, recipient, kept, task.choices ?? {})
  return collectItem(wanted, { ...given, prompt })
}

function refuseIf({ title }: Task, blockers: readonly Blocker[]): void {
  if (!blockers.length) return
  const reasons = blockers.map(({ reason, article }) => `  ${article}：${reason}`)
  throw new RefusedError([`不能办理“${title}”，没有写入：`, ...reasons].join('\n'))
}

/** An error that the law names, in the very document that is written; a date that is merely late is recorded as it is. */
function isRefusal({ severity, article, document, rule }: PlacedFinding, target: Target): boolean {
  return (
    severity === 'error' && article !== null && document === target.document && !rule.startsWith('deadline/')
  )
}

function asBlocker({ article, message }: PlacedFinding): Blocker {
  return { article: article ?? '', reason: message }
}

async function confirmed(context: CommandContext, options: OptionValues): Promise<boolean> {
  if (!context.interactive || flag(options, 'yes')) return true
  const { openTerminal } = await import('./prompts/terminal.ts')
  if (await openTerminal().confirm('写入并提交？', true)) return true
  throw new CancelledError('没有写入；答过的内容已保留，下次可以接着填。')
}

async function write(
  workspace: Workspace,
  draft: Draft,
  task: Task,
  options: OptionValues,
): Promise<string | null> {
  const { id } = draft.recipient
  const message = `${id} ${task.title}${task.subject === null ? '' : `（${task.subject}）`}`
  const record = { action: task.id, subject: task.subject, message }
  const { commit } = await writeDraft(workspace, draft, record, options.commit !== false)
  unfinishedAnswers(workspace.repository.root, task.caseId ? task.id : id, task.id, task.subject).drop()
  return commit
}
