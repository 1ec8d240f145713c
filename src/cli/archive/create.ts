import { join } from 'node:path'
import type { CaseView } from '../../core/view.ts'
import {
  type ArchiveItem,
  archiveTarget,
  committedFiles,
  MANIFEST,
  onCommitted,
  portableNames,
  writeArchive,
} from '../../repository/archive.ts'
import { wholeHistory } from '../../repository/commits.ts'
import { outsideFiles, outsideFolder } from '../../repository/outside.ts'
import type { Repository } from '../../repository/repository.ts'
import { flag, type OptionValues, text } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { Exit, type ExitCode, RefusedError } from '../exit.ts'
import { clean } from '../output/output.ts'
import { contentsOf, OUTSIDE, withoutFile } from './contents.ts'
import { contentsJson, contentsText, courseText, type Filed, materialJson, type Volume } from './texts.ts'

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
  const made = await onCommitted(repository.root, id, async (commit, confirm) => {
    const volume = await volumeOf(repository, workspace.needCase(id).view, commit)
    refuseChangedEvidence(repository, volume.view)
    const items = itemsOf(volume, outsideFolder(repository.root, volume.view.config) ?? '')
    const { at, end } = context.out.progress('立卷', items.length)
    const manifest = dry ? null : await writeArchive(repository.root, target, items, confirm, at)
    end()
    return { volume, items, manifest }
  })
  report(context, { ...made, target })
  return Exit.Ok
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

/** Evidence kept outside of the repository that can be reached from this machine, by source; it has no day of its own. */
function filesOutside(root: string, { facts, config }: CaseView): [source: string, day: string][] {
  const look = outsideFiles(root, config)
  return facts.evidence.flatMap(({ outside }) =>
    outside !== undefined && look?.(outside) ? [[`${OUTSIDE}${outside}`, '']] : [],
  )
}

/** Evidence that is not what was taken into the list proves nothing any more: 互相印证. */
function refuseChangedEvidence(repository: Repository, { facts, regulation }: CaseView): void {
  const changed = facts.evidence.filter(({ file, sha256 }) => {
    const digest = file && sha256 ? repository.digest(`cases/${facts.id}/${file}`) : undefined
    return digest !== undefined && digest !== sha256?.toLowerCase()
  })
  if (!changed.length) return
  const lines = changed.map(({ id, title, file }) => `  ${id} ${title}：${file}`)
  throw new RefusedError(
    [
      `下列证据的文件与清单中的校验值不符，没有立卷（${regulation.articleOf('one-case-one-file')}）：`,
      ...lines,
      '请核对文件，或者改正 evidence.yaml 的 sha256。',
    ].join('\n'),
  )
}

function itemsOf(volume: Volume, outside: string): ArchiveItem[] {
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

interface Made {
  readonly target: string
  readonly volume: Volume
  readonly items: readonly ArchiveItem[]
  /** SHA-256 of the manifest; null when nothing was written. */
  readonly manifest: string | null
}

function report({ global, out }: CommandContext, { target, volume, items, manifest }: Made): void {
  const { view, commit, materials, absent } = volume
  if (global.json) {
    out.json('archive', {
      case: view.facts.id,
      folder: target,
      commit,
      dryRun: manifest === null,
      manifest,
      materials: materials.map(materialJson),
      absent: absent.map(({ id }) => id),
    })
  } else if (manifest === null) {
    out.print(contentsText(volume).trimEnd())
    out.note(clean(`以上为将写入 ${target} 的目录（--dry-run），没有写入。`))
  } else {
    out.print(clean(`已立卷 ${target}：材料 ${materials.length} 件，文件 ${items.length + 1} 个。`))
    out.print(`清单（${MANIFEST}）的 SHA-256：${manifest}`)
    out.note(clean(`以后核对：ejc archive verify ${target}`))
  }
  for (const line of remarks(volume)) out.note(clean(line))
}

/** What the reader of the archive will miss. */
function remarks({ view, materials, absent }: Volume): string[] {
  const { facts } = view
  const papers = materials.some(({ source }) => source.startsWith('documents/'))
  return [
    ...(facts.closing.closed ? [] : ['本案尚未结案，案卷为目前的状态。']),
    ...(papers ? [] : [`卷内没有文书，可先运行 ejc render ${facts.id} --all。`]),
    ...(absent.length
      ? [`下列证据没有文件，没有入卷：${absent.map(({ id, title }) => `${id} ${title}`).join('、')}`]
      : []),
  ]
}
