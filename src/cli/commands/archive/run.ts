import { signedPapers } from '../../../core/facts/signed-papers.ts'
import type { Need } from '../../../core/forms/define.ts'
import type { CaseView } from '../../../core/view.ts'
import { archiveTarget, onCommitted, writeArchive } from '../../../repository/archive.ts'
import type { Repository } from '../../../repository/repository.ts'
import { removeLeftScratch } from '../../../repository/scratch.ts'
import { openWorkspace } from '../../../repository/workspace.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import { confirmed } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { findingCounts, openFindingsText } from '../../shared/entry/standing.ts'
import { Exit, type ExitCode, RefusedError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/output.ts'
import { messageText } from '../../shared/output/text.ts'
import { settleUncommitted } from '../../shared/uncommitted.ts'
import { lackingPaths } from '../../shared/wording/lacking.ts'
import { type Readiness, readinessOf, refuseIncomplete } from './ready.ts'
import { settleCover } from './settle.ts'
import { printArchive } from './text.ts'
import { makeVolume } from './volume.ts'

/** `ejc archive CASE`: one case, one file, from what is committed. */
export async function createArchive(
  context: CommandContext,
  id: string,
  options: OptionValues,
): Promise<ExitCode> {
  // A run that was killed has left papers of the case among the temporary files.
  removeLeftScratch()
  const workspace = await context.workspace()
  const { repository } = workspace
  // A case that can't be read or isn't there is told before git is asked about it.
  const { view } = workspace.needCase(id)
  const isWorking = flag(options, 'working')
  const target = archiveTarget(
    repository.root,
    text(options, 'out'),
    `${id}-${isWorking ? '工作卷' : '案卷'}`,
  )
  const dryRun = flag(options, 'dryRun')
  if (!dryRun) await settleCase(context, repository.root, id, options)
  const ready = await readinessOf(workspace, view)
  if (ready.lacking.length && !isWorking && !dryRun) throw refuseIncomplete(view, ready, context.global.repo)
  await confirmStanding(context, view, ready, options)
  const isSettled = !dryRun && !flag(options, 'yes') && (await settleCover(context, workspace, view))
  const now = isSettled ? await openWorkspace(repository.root, context.global.today) : workspace
  const made = await onCommitted(repository.root, id, async (commit, confirm) => {
    const { view: committed } = now.needCase(id)
    refuseChangedEvidence(repository, committed)
    const making = { commit, isWorking, ready, dryRun, pdf: options.pdf !== false, out: context.out }
    const { volume, items } = await makeVolume(repository, committed, making)
    const { at, end } = context.out.progress('立卷', items.length)
    const manifest = dryRun ? null : await writeArchive(repository.root, target, items, confirm, at)
    end()
    return { volume, items, manifest }
  })
  printArchive(context, { ...made, target, standing: ready.standing })
  return Exit.Ok
}

/** Says what is wrong in the case, and what its file won't hold, before it is archived; asks in a terminal whether to go on. */
async function confirmStanding(
  context: CommandContext,
  view: CaseView,
  { standing, withoutPaper }: Readiness,
  options: OptionValues,
): Promise<void> {
  const { global, out } = context
  const { id } = view.facts
  if (!(standing.length || withoutPaper.length) || global.json) return
  if (standing.length) {
    const layout = { repo: global.repo, layout: out, regulation: view.regulation, most: standing.length }
    out.note(openFindingsText('立卷', id, standing, layout))
  }
  if (withoutPaper.length) out.note(messageText(clean(withoutPaperText(view, withoutPaper)), out.width))
  if (flag(options, 'dryRun')) return
  const what = [
    ...(standing.length ? [findingCounts(standing)] : []),
    ...(withoutPaper.length ? [`${withoutPaper.length} 项没有材料`] : []),
  ].join('、')
  await confirmed(context, options, `还有 ${what}，仍要立卷吗？`, '没有立卷。', false)
}

/** The recorded steps of which the file will hold no paper, a line each, and what to do. */
function withoutPaperText(view: CaseView, steps: readonly Need[]): string {
  return [
    '下列事项已有记录，卷内没有登记与其对应的材料：',
    ...steps.map(({ field }) => `  ${field}`),
    '有扫描件的，补上再立卷；仍要立卷的，备考表会写明：',
    ...lackingPaths(view, steps),
  ].join('\n')
}

/** Commits what was changed by hand in the case, where the call or the officer says so. */
function settleCase(
  context: CommandContext,
  root: string,
  id: string,
  options: OptionValues,
): Promise<number> {
  const call = `ejc archive ${id}${flag(options, 'working') ? ' --working' : ''}`
  const then = { what: '立卷', call, within: `cases/${id}/` }
  return settleUncommitted(context, root, flag(options, 'commit') ? 'commit' : 'ask', then)
}

/** Refuses evidence whose file is no longer the one on the list: it proves nothing any more (互相印证). */
function refuseChangedEvidence(repository: Repository, { facts, regulation }: CaseView): void {
  const papers = signedPapers(facts).map(({ subject, ...paper }) => ({ ...paper, id: subject ?? '' }))
  const changed = [...facts.evidence, ...papers].filter(({ file, sha256 }) => {
    const digest = file && sha256 ? repository.digest(`cases/${facts.id}/${file}`) : undefined
    return digest !== undefined && digest !== sha256?.toLowerCase()
  })
  if (!changed.length) return
  const lines = changed.map(({ id, title, file }) => `  ${id} ${title}：${file}`)
  throw new RefusedError(
    [
      `下列证据、签署件的文件与记录的校验值不符，没有立卷（${regulation.articleOf('one-case-one-file')}）：`,
      ...lines,
      '请核对文件，恢复原件；确系更换的证据，用 ejc amend 案件 登记证据 编号 --remove 去掉，再用 ejc evidence add 登记新的；签署件用 ejc amend 更正。',
    ].join('\n'),
  )
}
