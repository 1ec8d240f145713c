import type { Finding, PlacedFinding } from '../../../core/lint/define.ts'
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
import { noCommitOption, yesOption } from '../common-options.ts'
import type { CommandContext } from '../context.ts'
import { UsageError } from '../exit.ts'
import { namedLists } from '../law/named-lists.ts'
import { clean } from '../output/clean.ts'
import { messageText, wrapIndented } from '../output/text.ts'
import { messageWith } from '../wording/changes.ts'
import { itemText } from '../wording/item-text.ts'
import { previewText } from '../wording/preview.ts'
import { restDaysText } from '../wording/rest-days.ts'
import { lackingOfStep } from '../wording/step-paper.ts'
import { type AlikeCase, alikeText } from './alike.ts'
import { besideLines, subjectInTitle } from './beside.ts'
import { dayOrderOf } from './day-order.ts'
import { decideWhatToDo } from './decide.ts'
import { evidenceLines, withEvidence } from './new-evidence.ts'
import {
  type ChangedBy,
  changesTeller,
  ENDING,
  newFindings,
  type PapersIn,
  papersOpener,
} from './new-findings.ts'
import { nothingNew, refusalOf, refusalsOf, refuseIf } from './refusal.ts'
import { isWanting, type Places, placesFound, placesRefused, placesToChange } from './refused-places.ts'
import { type SignedFiles, signedIn } from './signed-files.ts'
import { type BeforeEnding, beforeEnding, openFindingsText } from './standing.ts'
import { type Attached, type Task, taskName } from './task.ts'
import { needWord, unstatedText } from './unstated.ts'

/** What was entered, and what it changed. */
export interface EntryOutcome {
  readonly draft: PlannedChange
  readonly after: CaseView
  readonly item: Item
  readonly preview: ActionPreview
  readonly findings: readonly PlacedFinding[]
  /** What is wrong in the case already, where the step ends it. */
  readonly standing: readonly Finding[]
  /** Cases that the item likely registers once more. */
  readonly alike: readonly AlikeCase[]
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
  yesOption,
  { flags: '--dry-run', help: '只显示将写入的内容，不写入' },
  noCommitOption,
]

/** A task with the call that it belongs to. */
interface EntryCall extends BeforeEnding {
  readonly context: CommandContext
  readonly workspace: Workspace
  readonly recipient: Recipient
  readonly task: Task
  readonly options: OptionValues
  /** Opens the papers, where the step is judged by them. */
  readonly papersIn: PapersIn | undefined
  readonly changedBy: ChangedBy | undefined
  /** Takes the signed papers that come with the item. */
  readonly signed: SignedFiles
}

/** What was computed and checked, and is not yet written. */
type Prepared = Omit<EntryOutcome, 'commit' | 'written' | 'draft'> & {
  readonly draft: PlannedChange
  readonly attached: Attached | undefined
  readonly entries: readonly Item[]
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
  const changedBy = await changesTeller(recipient.view, task.correction !== undefined)
  const signed = signedIn(workspace, recipient, task, context.out.width)
  const before = await beforeEnding(workspace, task.id === ENDING ? recipient.view : undefined, context.out)
  const call = { context, workspace, recipient, task, options, papersIn, changedBy, signed, ...before }
  const wanted = wantedItem(call)
  const collector = await collectorOf(call)
  let stated: Item = {}
  const noted = (item: Item): void => {
    stated = item
  }
  const given = { from: text(options, 'from'), sets: texts(options, 'set'), noted }
  for (;;) {
    const answered = await collectItem(wanted, { ...given, ...(collector && { prompt: collector.collect }) })
    const prepared = prepareItem(call, wanted, signed.keeping(answered))
    if ('error' in prepared) {
      if (!collector?.canChange()) throw prepared.error
      context.out.note(messageText(prepared.error.message, context.out.width))
      await collector.change(prepared.about)
      continue
    }
    const shown = { ...prepared, stated }
    if (!collector) needWord(context, task, wanted, shown, options)
    if (!context.global.json) context.out.note(previewOfCall(call, wanted, shown, collector))
    const changes = { canChange: collector?.canChange() === true, isKept: collector?.isKept() === true }
    const decision = await decideWhatToDo(context, options, { ...prepared, title: task.title, ...changes })
    if (decision !== 'change') {
      const commit = decision === 'write' ? await writePrepared(call, prepared) : null
      return { ...prepared, commit, written: decision === 'write' }
    }
    await collector?.change(placesToChange(task, recipient.view, prepared))
  }
}

/** Why an item can't be written, and the places in it that must change. */
interface Stopped {
  readonly error: Error
  readonly about: Places
}

function prepareItem(
  { workspace, recipient, task, papersIn, changedBy, signed, standing }: EntryCall,
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
  const evidence = signed.evidenceOf(item, task.correction?.movesDays?.(item) ?? [])
  const into = task.caseId ? { ...recipient, id: task.caseId(item) } : (evidence?.recipient ?? recipient)
  const target = { ...task.target, also: [...(task.target.also ?? []), ...(task.companions?.(item) ?? [])] }
  const draft = planChange(workspace, into, target, item)
  const { after } = draft
  if (!after) {
    const error = new UsageError(draft.problems.map(({ message }) => message).join('\n'))
    return { error, about: draft.problems.map(({ path }) => path) }
  }
  const attached = task.attached ?? withEvidence(signed.attached(item), evidence)
  if (draft.text === recipient.text && !attached) return { error: nothingNew(task), about: [] }
  const opened = { papersIn, changedBy, drafts: attached?.drafts }
  const findings = newFindings(workspace, recipient.view, after, attached?.coming, opened)
  const breaches = refusedByRules(findings, task.target)
  if (breaches.length) {
    const about = placesFound(findings.filter(isRefusing), task.target)
    return { error: refusalOf(task, breaches), about }
  }
  const preview = previewOfAction(recipient.view, after)
  const more = { alike: task.alike?.(after) ?? [], attached, entries: evidence?.entries ?? [] }
  return { draft, after, item, preview, findings, standing, ...more }
}

/** What will be written and what it changes, for the officer who confirms it. */
function previewOfCall(
  call: EntryCall,
  wanted: WantedItem,
  shown: Prepared & { readonly stated: Item },
  collector: AnswerCollector | undefined,
): string {
  const { context, task, recipient } = call
  const { out, global } = context
  const { draft, preview, findings, standing, alike } = shown
  const how = { repo: global.repo, layout: out, regulation: shown.after.regulation }
  const text = previewText(draft, preview, findings, out, writtenText(call, wanted, shown, collector))
  const days = { calendar: shown.after.calendar, former: task.correction?.recorded, width: out.width }
  const beside = [
    ...evidenceLines(recipient.id, shown.entries, how),
    lackingOfStep(task.id, recipient.view, shown.after, out.width),
    openFindingsText(task.title, recipient.id, standing, how),
    call.unready,
    alikeText(alike, how),
  ]
  return [text, restDaysText(wanted, shown.item, days), ...beside].filter(Boolean).join('\n')
}

/** The item as the officer reads it: the changes of a correction, the answers, or, unasked, what nobody stated. */
function writtenText(
  { context: { out }, task }: EntryCall,
  wanted: WantedItem,
  shown: Prepared & { readonly stated: Item },
  collector: AnswerCollector | undefined,
): string {
  const { item, after } = shown
  if (task.correction) {
    const lines = task.correction.lines(item, after)
    return lines.map((line) => wrapIndented(clean(line), out.width, '    ', '  ')).join('\n')
  }
  if (!collector) return unstatedText(task, wanted, shown, out)
  const own = itemText(wanted, item, { facts: after.facts, choices: task.choices ?? {} }, out.width)
  return [...besideLines(task, item, out.width), own].join('\n')
}

function wantedItem({ context, workspace, task, recipient, options, signed }: EntryCall): WantedItem {
  const { regulation, view } = recipient
  const { target, ask, required, defaults, complete } = task
  const path = target.mode === 'append' ? [...target.path, 0] : target.path
  const place = {
    name: target.document,
    path,
    lists: namedLists(regulation),
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
  const inPart = task.knownInPart && { knownInPart: task.knownInPart }
  const proposes = (answers: Item): Item => task.proposes?.(validPart(place, answers)) ?? {}
  const dayOrder = dayOrderOf(workspace, recipient, target)
  const wanted = { ...place, ask, required, owed, defaults, amends, check, proposes, dayOrder, ...inPart }
  return complete ? { ...wanted, complete } : wanted
}

/** Asks in a terminal, and offers the answers that an interrupted call left; undefined without questions. */
async function collectorOf(call: EntryCall): Promise<AnswerCollector | undefined> {
  const { context, workspace, recipient, task, options } = call
  if (!context.interactive || text(options, 'from') !== undefined) return undefined
  const { collectorFor } = await import('../../prompts/prompt.ts')
  return collectorFor(
    context,
    workspace,
    recipient,
    { answers: unfinishedFor(workspace, recipient, task), what: taskName(recipient, task) },
    task.choices ?? {},
    task.correction?.askAfterwards,
    !flag(options, 'yes'),
  )
}

/** Where the answers are kept until they are written. */
function unfinishedFor(
  { repository }: Workspace,
  { id }: Recipient,
  { id: action, subject, correction }: Task,
): Unfinished {
  return unfinishedAnswers(repository.root, id, correction?.keptAs ?? action, subject)
}

async function writePrepared(
  { workspace, recipient, task, options }: EntryCall,
  { draft, item, after, attached }: Prepared,
): Promise<string | null> {
  const { id } = draft.recipient
  const title = `${id} ${task.title}${subjectInTitle(task)}`
  const lines = task.correction?.lines(item, after) ?? []
  const record = { action: task.id, subject: task.subject, message: messageWith(title, lines) }
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
