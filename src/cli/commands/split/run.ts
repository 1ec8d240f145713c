import { obligorName } from '../../../core/facts/queries.ts'
import { type Parted, partCase, partedTitle } from '../../../core/merge/part.ts'
import type { Leaving } from '../../../core/merge/sides.ts'
import { previewOfAction } from '../../../core/stages/preview.ts'
import type { CaseView } from '../../../core/view.ts'
import { writeCases } from '../../../repository/two-cases.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import { confirmed, DRY_RUN, NOT_WRITTEN } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { Exit, type ExitCode } from '../../shared/exit.ts'
import { neededReason } from '../../shared/reason.ts'
import { messageWith } from '../../shared/wording/changes.ts'
import { commitMark } from '../../shared/wording/commit-mark.ts'
import { changesJson } from '../../shared/wording/outcome.ts'
import { askUnnamed, leavingOf } from './leaving.ts'
import { type NewCase, numberFor, planSplitting, type SplittingPlan } from './plan.ts'
import { refuseBonds, refuseBreaches, refuseSplit } from './refuse.ts'
import { courseLines, splitPreview } from './text.ts'

/** `ejc split CASE`: parts a case in two; one commit, or nothing. */
export async function splitCase(
  context: CommandContext,
  workspace: Workspace,
  id: string,
  options: OptionValues,
): Promise<ExitCode> {
  const reading = workspace.needCase(id)
  const { view } = reading
  const { leaving, parted } = await partedCase(context, view, options)
  refuseBonds(view, leaving, parted.bonds)
  const fresh = await newCaseOf(context, workspace, view, leaving, options)
  const plan = planSplitting(workspace, reading, parted, fresh)
  refuseBreaches(id, plan.findings.left)
  refuseBreaches(fresh.id, plan.findings.moved)
  const lines = courseLines(view, leaving, parted, fresh)
  if (!context.global.json) context.out.note(splitPreview(view, fresh, plan, lines, context.out))
  const isWritten = !flag(options, 'dryRun') && (await confirmed(context, options, '分案吗？', NOT_WRITTEN))
  const message = messageWith(`${id} 分案：分出 ${fresh.id}`, lines)
  const note = { action: 'split', caseId: id, subject: fresh.id, message } as const
  const { root } = workspace.repository
  const commit = isWritten
    ? (await writeCases(root, plan.parts, note, options.commit !== false)).commit
    : null
  report(context, view, { fresh, leaving, parted, plan, commit, isWritten })
  return Exit.Ok
}

/** The two cases that the officer wants; in a terminal he says of evidence that no fact names where it belongs. */
async function partedCase(
  context: CommandContext,
  view: CaseView,
  options: OptionValues,
): Promise<{ readonly leaving: Leaving; readonly parted: Parted }> {
  const leaving = await leavingOf(context, view, options)
  refuseSplit(view, leaving)
  const parted = partCase(view.facts.documents, leaving)
  const more = text(options, 'evidence') === undefined ? await askUnnamed(context, view, parted) : []
  if (!more.length) return { leaving, parted }
  const all = { ...leaving, evidence: new Set([...leaving.evidence, ...more]) }
  return { leaving: all, parted: partCase(view.facts.documents, all) }
}

async function newCaseOf(
  context: CommandContext,
  workspace: Workspace,
  view: CaseView,
  leaving: Leaving,
  options: OptionValues,
): Promise<NewCase> {
  const id = await numberFor(workspace, view, text(options, 'id'))
  const reason = await neededReason(context, options, '为什么分案', '两处排污口互不相关')
  return { id, title: await titleFor(context, view, leaving, options), on: context.global.today, reason }
}

/** The title of the new case: given, asked in a terminal, or that of the old one with who leaves. */
async function titleFor(
  { interactive }: CommandContext,
  { facts }: CaseView,
  { obligors }: Leaving,
  options: OptionValues,
): Promise<string> {
  const given = text(options, 'title')?.trim()
  if (given) return given
  const names = [...obligors].map((id) => obligorName(facts, id))
  const usual = partedTitle(facts.case.title, names)
  if (!interactive) return usual
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const typed = await openTerminal().input({ title: '分出案件的名称' }, { fallback: usual })
  return typed.trim() || usual
}

/** A case that was parted, or what that would change. */
interface SplitCase {
  readonly fresh: NewCase
  readonly leaving: Leaving
  readonly parted: Parted
  readonly plan: SplittingPlan
  readonly commit: string | null
  readonly isWritten: boolean
}

function report(
  { global, out }: CommandContext,
  view: CaseView,
  { fresh, leaving, parted, plan, commit, isWritten }: SplitCase,
): void {
  const { id } = view.facts
  if (global.json) {
    out.json('written', {
      case: id,
      action: 'split',
      subject: fresh.id,
      files: plan.parts.flatMap(({ files }) => [...files.keys()]),
      commit,
      dryRun: !isWritten,
      stage: plan.left.stage.case,
      changes: changesJson(previewOfAction(view, plan.left), plan.findings.left),
      parted: {
        to: fresh.id,
        obligors: [...leaving.obligors],
        evidence: [...parted.evidence].map(([each, side]) => ({ id: each, side })),
        stage: plan.moved.stage.case,
      },
    })
  } else if (!isWritten) out.note(DRY_RUN)
  else {
    out.print(`已分案：从 ${id} 分出 ${fresh.id}${commitMark(commit)}`)
    out.note(`下一步：ejc show ${fresh.id}；分错了的：ejc undo ${id}。`)
  }
}
