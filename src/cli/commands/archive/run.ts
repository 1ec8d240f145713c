import { join } from 'node:path'
import { signedPapers } from '../../../core/facts/signed-papers.ts'
import type { Finding } from '../../../core/lint/define.ts'
import type { CaseView } from '../../../core/view.ts'
import {
  type ArchiveItem,
  archiveTarget,
  committedFiles,
  onCommitted,
  portableNames,
  writeArchive,
} from '../../../repository/archive.ts'
import { wholeHistory } from '../../../repository/commits.ts'
import { outsideFiles, outsideFolder } from '../../../repository/outside.ts'
import type { Repository } from '../../../repository/repository.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import { confirmed } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { countOf, standingIn, standingText } from '../../shared/entry/standing.ts'
import { Exit, type ExitCode, RefusedError } from '../../shared/exit.ts'
import { settleUncommitted } from '../../shared/uncommitted.ts'
import { contentsOf, OUTSIDE, withoutFile } from './contents.ts'
import { contentsJson, contentsText, courseText, type Filed, printArchive, type Volume } from './text.ts'

/** Where the materials lie; beside them the pages that ejc writes. */
const MATERIALS = '材料'

/** `ejc archive CASE`: one case, one file, from what is committed. */
export async function createArchive(
  context: CommandContext,
  id: string,
  options: OptionValues,
): Promise<ExitCode> {
  const workspace = await context.workspace()
  const { repository } = workspace
  // A case that can't be read or isn't there is told before git is asked about it.
  workspace.needCase(id)
  const target = archiveTarget(repository.root, text(options, 'out'), `${id}-案卷`)
  const dry = flag(options, 'dryRun')
  if (!dry) await settleCase(context, repository.root, id, flag(options, 'commit'))
  const standing = await standingIn(workspace, id)
  await confirmStanding(context, id, standing, options)
  const made = await onCommitted(repository.root, id, async (commit, confirm) => {
    const volume = await volumeOf(repository, workspace.needCase(id).view, commit)
    refuseChangedEvidence(repository, volume.view)
    const items = archiveItems(volume, outsideFolder(repository.root, volume.view.config) ?? '')
    const { at, end } = context.out.progress('立卷', items.length)
    const manifest = dry ? null : await writeArchive(repository.root, target, items, confirm, at)
    end()
    return { volume, items, manifest }
  })
  printArchive(context, { ...made, target, standing })
  return Exit.Ok
}

/** Says what is wrong in the case before it goes into the archive, and asks in a terminal whether to go on. */
async function confirmStanding(
  context: CommandContext,
  id: string,
  standing: readonly Finding[],
  options: OptionValues,
): Promise<void> {
  const { global, out } = context
  if (!standing.length || global.json) return
  out.note(standingText('立卷', id, standing, { repo: global.repo, layout: out }))
  if (flag(options, 'dryRun')) return
  await confirmed(context, options, `还有 ${countOf(standing)}，仍要立卷吗？`, '没有立卷。', false)
}

/** Commits what was changed by hand in the case, where the call or the officer says so. */
function settleCase(context: CommandContext, root: string, id: string, commit: boolean): Promise<number> {
  const then = { what: '立卷', call: `ejc archive ${id}`, within: `cases/${id}/` }
  return settleUncommitted(context, root, commit ? 'commit' : 'ask', then)
}

async function volumeOf({ root }: Repository, view: CaseView, commit: string): Promise<Volume> {
  const { id } = view.facts
  const files = new Map([...(await committedFiles(root, id)), ...filesOutside(root, view)])
  const contents = contentsOf(view, files)
  const names = portableNames(contents.map(({ source }) => source))
  const materials = contents.map(
    (material): Filed => ({ ...material, file: `${MATERIALS}/${names.get(material.source)}` }),
  )
  const absent = withoutFile(view.facts, files)
  return { view, commit, materials, absent, history: await wholeHistory(root, id) }
}

/**
 * Evidence kept outside of the repository that can be reached from this machine, by source; it has no day of its own.
 */
function filesOutside(root: string, { facts, config }: CaseView): [source: string, day: string][] {
  const look = outsideFiles(root, config)
  return facts.evidence.flatMap(({ outside }) =>
    outside !== undefined && look?.(outside) ? [[`${OUTSIDE}${outside}`, '']] : [],
  )
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

function archiveItems(volume: Volume, outside: string): ArchiveItem[] {
  const { facts } = volume.view
  const folder = `cases/${facts.id}`
  const from = (source: string): { source: string } | { outside: string; sha256: string } => {
    if (!source.startsWith(OUTSIDE)) return { source: `${folder}/${source}` }
    const path = source.slice(OUTSIDE.length)
    const { sha256 = '' } = facts.evidence.find((each) => each.outside === path) ?? {}
    return { outside: join(outside, path), sha256 }
  }
  return [
    { path: '卷内目录.txt', text: contentsText(volume) },
    { path: 'contents.json', text: contentsJson(volume) },
    { path: '经过.txt', text: courseText(volume) },
    ...volume.materials.map(({ source, file }) => ({ path: file, ...from(source) })),
  ]
}
