import type { CaseView } from '../../../core/view.ts'
import type { MadePaper } from '../../../documents/deliver.ts'
import { allPapersUnder, papersUnder } from '../../../documents/own/shelf.ts'
import { isReady, preparePaper } from '../../../documents/render.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { type BatchCase, type CaseDone, endBatch, inEachCase } from '../../shared/batch.ts'
import { severalCases } from '../../shared/cases/several.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { type ExitCode, RefusedError, UsageError } from '../../shared/exit.ts'
import { missingText } from '../../shared/wording/papers.ts'
import { jobsOf } from './jobs.ts'
import { writePapers } from './write.ts'

interface RenderedCase extends BatchCase {
  readonly view: CaseView
}

/** Makes papers of several cases, each case by its own commit, and says in a table what went and what did not. */
export async function renderSeveral(
  context: CommandContext,
  workspace: Workspace,
  cases: string,
  [word, subject]: readonly (string | undefined)[],
  options: OptionValues,
): Promise<ExitCode> {
  if (flag(options, 'list')) throw new UsageError('--list 一次只列一件案件的文书。')
  if (word === undefined && !flag(options, 'all'))
    throw new UsageError('几件一起生成，请写明文书，或者用 --all（事实已齐备的全部文书）。')
  const { views, complete } = severalCases(workspace, cases, context.out)
  const named = views.map((view): RenderedCase => ({ id: view.facts.id, title: view.facts.case.title, view }))
  if (!named.length) throw new UsageError('没有在办的案件。')
  const rows = await inEachCase(named, ({ view }) =>
    rendered(context, workspace, view, [word, subject], options),
  )
  return endBatch(context, rows, { dryRun: flag(options, 'dryRun'), complete })
}

/**
 * The papers of one case. Throws RefusedError where a paper that was asked for lacks facts; with --all the others are
 * made.
 */
async function rendered(
  { out }: CommandContext,
  workspace: Workspace,
  view: CaseView,
  [word, subject]: readonly (string | undefined)[],
  options: OptionValues,
): Promise<CaseDone> {
  const draft = flag(options, 'draft')
  const known = word === undefined ? allPapersUnder : papersUnder
  const choosing = { view, papers: known(view.regulation, workspace.repository) }
  const jobs = jobsOf(choosing, word, subject)
  if (!jobs.length) return { status: 'unchanged', said: '本案还没有涉及这种文书', commit: null }
  const papers = jobs.map((job) => preparePaper({ view, ...job, draft }, workspace.repository.readBytes))
  const ready = papers.filter((paper) => isReady(paper, flag(options, 'all')))
  const lacking = papers.filter((paper) => !ready.includes(paper))
  if (lacking.length && (!flag(options, 'all') || !ready.length))
    throw new RefusedError(lacking.map((paper) => missingText(paper)).join('\n'))
  const { papers: made, kept, commit } = await writePapers(out, workspace, view, ready, options)
  const fresh = made.filter(({ unchanged }) => !unchanged)
  const titles = [...new Set(fresh.map(({ paper }) => paper.title))].join('、')
  const rest = [
    lacking.length ? `；缺内容未生成：${lacking.map(({ title }) => title).join('、')}` : '',
    leftText(
      '经过手工修改',
      kept.filter(({ damage }) => damage === undefined),
    ),
    leftText(
      '文件损坏',
      kept.filter(({ damage }) => damage !== undefined),
    ),
  ].join('')
  if (!fresh.length) return { status: 'unchanged', said: `已是最新${rest}`, commit: null }
  return { said: `${titles}${rest}`, commit }
}

function leftText(why: string, kept: readonly MadePaper[]): string {
  return kept.length ? `；${why}未覆盖：${kept.map(({ paper }) => paper.title).join('、')}` : ''
}
