import type { Combined } from '../../../core/merge/combine.ts'
import { previewOfAction } from '../../../core/stages/preview.ts'
import { writeCases } from '../../../repository/two-cases.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { namedCase } from '../../shared/cases/named.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import { confirmed, DRY_RUN, NOT_WRITTEN } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { Exit, type ExitCode, UsageError } from '../../shared/exit.ts'
import { neededReason } from '../../shared/reason.ts'
import { messageWith } from '../../shared/wording/changes.ts'
import { commitMark } from '../../shared/wording/commit-mark.ts'
import { changesJson } from '../../shared/wording/outcome.ts'
import { askFacts, askInto, askNamesakes, openFactsError } from './ask.ts'
import {
  type Decisions,
  decisionsOf,
  factAddress,
  factTitle,
  refuseUnclearNamesakes,
  settledByCall,
  type TwoCases,
} from './decisions.ts'
import { type CombiningPlan, combined, type Pair, planCombining } from './plan.ts'
import { refuseBreaches, refusePair, refuseUnanswered } from './refuse.ts'
import { combinePreview, courseLines, type KeptFact, movedBy, sideId } from './text.ts'

const caseQuestion = { words: ['combine'], question: '把哪个案件并入另一件？' }

/** `ejc combine CASE INTO`: takes a case into another, which goes on; one commit, or nothing. */
export async function combineInto(
  context: CommandContext,
  [given, other]: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  const workspace = await context.workspace()
  const id = await namedCase(context, workspace, given, caseQuestion)
  const into = other ?? (await askInto(context, workspace, id))
  const pair: Pair = { workspace, from: workspace.needCase(id), into: workspace.needCase(into) }
  refusePair(pair)
  const cases = { root: workspace.repository.root, from: id, into }
  const { joined, kept } = await decidedFacts(context, pair, cases, decisionsOf(cases, options))
  const reason = await neededReason(context, options, '为什么并案', '同一排污口的两次举报')
  const title = await titleFor(context, pair, options)
  const occasion = { on: context.global.today, reason, title }
  const plan = planCombining(pair, joined, occasion)
  refuseUnanswered(pair, plan.after)
  refuseBreaches(pair, plan.findings)
  const lines = courseLines(pair, joined, kept, occasion)
  if (!context.global.json) context.out.note(combinePreview(pair, plan, joined, lines, context.out))
  const isWritten = !flag(options, 'dryRun') && (await confirmed(context, options, '并案吗？', NOT_WRITTEN))
  const commit = isWritten ? await write(workspace, cases, plan, lines, options) : null
  report(context, pair, { plan, joined, kept, commit, isWritten })
  return Exit.Ok
}

/** The title of both cases in one: given, asked in a terminal; else that of the whole where a part takes it back. */
async function titleFor(
  { interactive }: CommandContext,
  { from, into }: Pair,
  options: OptionValues,
): Promise<string> {
  const given = text(options, 'title')?.trim()
  if (given) return given
  const { title, partedFrom } = into.view.facts.case
  const usual = partedFrom?.case === from.id ? from.view.facts.case.title : title
  if (!interactive) return usual
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const typed = await openTerminal().input({ title: '合并以后的案件名称' }, { fallback: usual })
  return typed.trim() || usual
}

interface DecidedFacts {
  readonly joined: Combined
  readonly kept: readonly KeptFact[]
}

/** Both cases in one, once somebody has said what counts; asks in a terminal, else names what is open. */
async function decidedFacts(
  context: CommandContext,
  pair: Pair,
  cases: TwoCases,
  decisions: Decisions,
): Promise<DecidedFacts> {
  const { lists } = pair.into.view.regulation
  const { unclear } = combined(pair, decisions)
  if (context.interactive) await askNamesakes(unclear, cases, decisions)
  else refuseUnclearNamesakes(unclear, cases)
  refuseUnknownObligors(pair, decisions)
  const { conflicts } = combined(pair, decisions)
  const open = settledByCall(decisions, conflicts)
  const [unmatched] = decisions.named.keys()
  if (unmatched !== undefined) throw noSuchFact(unmatched, conflicts.map(factTitle))
  if (open.length && !context.interactive) throw openFactsError(open, cases, lists, context.out.width)
  await askFacts(context, open, cases, decisions, lists)
  const kept = conflicts.map((conflict): KeptFact => {
    const address = factAddress(conflict)
    return { title: factTitle(conflict), address, decision: decisions.facts.get(address) ?? 'ours' }
  })
  return { joined: combined(pair, decisions), kept }
}

function refuseUnknownObligors({ from, into }: Pair, { obligors }: Decisions): void {
  for (const [id, to] of obligors) {
    const wrong = !hasObligor(from, id)
      ? { id, in: from.id }
      : to !== null && !hasObligor(into, to) && { id: to, in: into.id }
    if (wrong) throw new UsageError(`--same ${id}=${to ?? ''}：案件 ${wrong.in} 没有义务人 ${wrong.id}。`)
  }
}

function hasObligor({ view }: Pair['from'], id: string): boolean {
  return view.facts.obligors.some((obligor) => obligor.id === id)
}

function noSuchFact(word: string, titles: readonly string[]): UsageError {
  const known = titles.length
    ? `两案说法不同的有：${titles.join('、')}。`
    : '两案没有说法不同、要选一案的事项。'
  return new UsageError(`--keep ${word}=…：${word} 不用选。${known}`)
}

async function write(
  { repository }: Workspace,
  { from, into }: TwoCases,
  { parts }: CombiningPlan,
  lines: readonly string[],
  options: OptionValues,
): Promise<string | null> {
  const message = messageWith(`${into} 并案：${from} 并入本案`, lines)
  const note = { action: 'combine', caseId: into, subject: from, message } as const
  return (await writeCases(repository.root, parts, note, options.commit !== false)).commit
}

/** A case that took in another, or what that would change. */
interface CombinedCase extends DecidedFacts {
  readonly plan: CombiningPlan
  readonly commit: string | null
  readonly isWritten: boolean
}

function report(
  { global, out }: CommandContext,
  pair: Pair,
  { plan, joined, kept, commit, isWritten }: CombinedCase,
): void {
  const { from, into } = pair
  if (global.json) {
    out.json('written', {
      case: into.id,
      action: 'combine',
      subject: from.id,
      files: plan.parts.flatMap(({ files }) => [...files.keys()]),
      commit,
      dryRun: !isWritten,
      stage: plan.after.stage.case,
      changes: changesJson(previewOfAction(into.view, plan.after), plan.findings),
      combined: {
        from: from.id,
        ids: joined.ids.map(({ kind, from: id, to, known }) => ({ kind, from: id, to, known })),
        kept: kept.map(({ address, decision }) => ({
          address,
          case: decision === 'both' ? null : sideId(pair, decision),
        })),
        deadlines: movedBy(pair, plan).map(({ from: before, to }) => ({
          deadline: to.deadline,
          subject: to.subject,
          from: before.due,
          to: to.due,
        })),
      },
    })
  } else if (!isWritten) out.note(DRY_RUN)
  else {
    out.print(`已并案：${from.id} 并入 ${into.id}${commitMark(commit)}`)
    out.note(`下一步：ejc show ${into.id}；并错了的：ejc undo ${into.id}。`)
  }
}
