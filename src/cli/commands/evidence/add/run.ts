import type { Evidence } from '../../../../core/facts/documents.ts'
import { titleAt } from '../../../../core/schema/walk.ts'
import { addEvidence } from '../../../../core/stages/actions/add-evidence.ts'
import type { Companion, Item } from '../../../../core/stages/define.ts'
import { copyAll } from '../../../../repository/attach.ts'
import { digestOfContent } from '../../../../repository/content.ts'
import { commitTransaction } from '../../../../repository/transaction.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import type { ReadableCase } from '../../../shared/cases/read.ts'
import { flag, type OptionValues, text } from '../../../shared/command.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { enterItem } from '../../../shared/entry/enter-item.ts'
import { type Attached, recipientOf, refuseBlocked, type Task, taskOf } from '../../../shared/entry/task.ts'
import { type EvidenceEntry, type Placement, placeAll, type Source } from '../../../shared/evidence/places.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { clean, type Output } from '../../../shared/output/output.ts'
import { reportOutcome } from '../../../shared/wording/outcome.ts'
import { type EvidenceFolder, evidenceFolder, folderNamed } from './folder.ts'
import { evidenceSources, untilStopped } from './sources.ts'

/** `ejc evidence add CASE FILE…`: copies files in, hashes and lists them; all of them in one commit, or none. */
export async function addFiles(
  context: CommandContext,
  id: string,
  names: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  if (!names.length)
    throw new UsageError(`缺少参数“文件”：请写明文件，例如 ejc evidence add ${clean(id)} 现场照片.jpg。`)
  const workspace = await context.workspace()
  const reading = workspace.needCase(id)
  const { view, raw } = reading
  refuseBlocked(view, addEvidence, null)
  const { root } = workspace.repository
  const named = folderNamed(names)
  const folder = named === undefined ? undefined : await evidenceFolder(named, context.global.today)
  for (const remark of folder?.remarks ?? []) context.out.note(clean(remark))
  const sources = await evidenceSources(folder?.files ?? names, context.out)
  if (!folder && sources.length > 1 && (await wantsEachAsked(context, sources.length, options))) {
    // Each file has its own day and proves something else. What is listed stays listed when the officer stops.
    for (const { path } of sources) await addFiles(context, id, [path], options)
    return Exit.Ok
  }
  const placed = placeAll({ root, raw, evidence: view.facts.evidence, config: view.config }, sources)
  const placement = folder ? withDetails(placed, sources, folder) : placed
  for (const { name, id: number } of placement.known)
    context.out.note(clean(`“${name}”已在证据清单中（${number}），不再登记。`))
  const task = taskFor(reading, placement, context.out)
  if (!task) return restoreMissingFiles(context, workspace, id, placement, options)
  const outcome = await enterItem(context, workspace, recipientOf(reading, task), task, options)
  reportOutcome(context, task, outcome)
  if (outcome.written && !context.global.json)
    for (const entry of outcome.after.facts.evidence)
      if (placement.entries.some(({ id: number }) => number === entry.id))
        context.out.print(clean(evidenceLine(entry)))
  return Exit.Ok
}

/** The entries with what the table of their folder says of each. */
function withDetails(
  placement: Placement,
  sources: readonly Source[],
  { files, details }: EvidenceFolder,
): Placement {
  const byDigest = new Map(
    sources.map(({ sha256 }, index) => [sha256, details.get(files[index] ?? '') ?? {}]),
  )
  const entries = placement.entries.map((entry) => ({ ...entry, ...byDigest.get(entry.sha256) }))
  return { ...placement, entries }
}

/** Whether several files are to be described one by one, each in a commit of its own, or by the same answers. */
async function wantsEachAsked(
  { interactive }: CommandContext,
  count: number,
  options: OptionValues,
): Promise<boolean> {
  if (!interactive || text(options, 'from') !== undefined) return false
  const { openTerminal } = await import('../../../prompts/terminal.ts')
  const choices = [
    { value: 'each', name: '逐个填写：名称、来源、取得日期、证明内容各不相同' },
    { value: 'all', name: '只填一次：全部文件相同，名称取自文件名' },
  ]
  return (await openTerminal().select(`${count} 个文件怎样登记？`, choices, 'each')) === 'each'
}

/** Evidence to be entered; undefined where the list stays as it is. */
function taskFor({ view }: ReadableCase, placement: Placement, out: Output): Task | undefined {
  const { entries, completed } = placement
  const last = entries.at(-1)
  const [first] = completed
  const base = taskOf(view, addEvidence, null)
  const attached = attachedOf(placement, out)
  if (last) return { ...base, ...taskToEnter(base, placement, last), attached }
  const evidence = first && view.facts.evidence[first.index]
  if (!first || !evidence) return undefined
  // Only the SHA-256 of an entry that was written by hand.
  const target = { document: 'evidence', path: ['evidence', first.index], mode: 'upsert' } as const
  const defaults = { ...evidence, sha256: first.sha256 }
  return {
    ...base,
    target,
    ask: [],
    defaults,
    refuse: () => [],
    attached,
    companions: () => otherEntries(placement, {}),
  }
}

/** What a table may say of each file, and what else is asked once for all. */
const DETAILS = ['collectedOn', 'source', 'proves'] as const

/**
 * What is asked about the new entries, once for all of them; the last entry is the item itself. What a table says of
 * one file is said only of that file.
 */
function taskToEnter(
  { ask, defaults }: Task,
  placement: Placement,
  last: EvidenceEntry,
): Pick<Task, 'ask' | 'defaults' | 'complete' | 'companions'> {
  const { entries } = placement
  const several = entries.length > 1
  const [own, said] = parted(last)
  const { title: _, ...place } = own
  const fixed: Item = several ? { ...own } : place
  const known = DETAILS.filter((key) => entries.every((entry) => entry[key] !== undefined))
  const isAsked = (key: string): boolean =>
    key !== 'file' && !(several && key === 'title') && !known.some((each) => each === key)
  let shared: Item = {}
  return {
    ask: ask.filter(isAsked),
    defaults: { ...defaults, ...own },
    complete: (item) => {
      refuseOther(item, fixed, own)
      shared = item
      return { ...item, ...said }
    },
    companions: () => otherEntries(placement, shared),
  }
}

/** An entry without what a table says of it, and that. */
function parted({ collectedOn, source, proves, ...own }: EvidenceEntry): [EvidenceEntry, Item] {
  const said = Object.entries({ collectedOn, source, proves }).filter(([, value]) => value !== undefined)
  return [own, Object.fromEntries(said)]
}

/** Throws UsageError for an item that says something else of its file than what was found. */
function refuseOther(item: Item, fixed: Item, { file, outside }: EvidenceEntry): void {
  const wrong = Object.keys(fixed).find((key) => item[key] !== fixed[key])
  if (wrong === undefined && item.file === file && item.outside === outside) return
  const what =
    wrong === 'title'
      ? '几个文件一起登记时，名称取自文件名'
      : `「${titleAt('evidence', ['evidence', 0, wrong ?? 'file'])}（${wrong ?? 'file'}）」由 ejc evidence add 填写`
  throw new UsageError(`${what}，不能另写：请去掉，登记后需要的再用 ejc amend 案件 登记证据 更正。`)
}

/** The entries of the other files, with the answers for all of them, and the SHA-256 that older entries lacked. */
function otherEntries({ entries, completed }: Placement, item: Item): Companion[] {
  const { file: _, outside: __, ...shared } = item
  const digests = completed.map(
    ({ index, sha256 }): Companion => ({ path: ['evidence', index, 'sha256'], value: sha256 }),
  )
  return [
    ...digests,
    ...entries
      .slice(0, -1)
      .map((entry): Companion => ({ path: ['evidence'], value: { ...shared, ...entry }, append: true })),
  ]
}

function attachedOf({ files, entries, copies }: Placement, out: Output): Attached {
  const outside = entries.flatMap(({ outside: path, sha256 }) =>
    path === undefined ? [] : [[path, sha256] as const],
  )
  const inside = [...files].map(([path, { content }]) => [path, content && digestOfContent(content)] as const)
  const attached = { files, coming: new Map([...inside, ...outside]) }
  return copies.length ? { ...attached, place: () => copied(copies, out) } : attached
}

async function copied(copies: Placement['copies'], out: Output): Promise<() => void> {
  const total = copies.reduce((sum, { size }) => sum + size, 0)
  const progress = out.progress('复制到外存文件夹', total, 'bytes')
  const takeAway = await untilStopped((signal) => copyAll(copies, { onBytes: progress.at, signal }))
  progress.end()
  return takeAway
}

/** Every file was listed before: at most, missing files are put back into the folder. */
async function restoreMissingFiles(
  context: CommandContext,
  { repository }: Workspace,
  id: string,
  { files }: Placement,
  options: OptionValues,
): Promise<ExitCode> {
  const written = files.size > 0 && !flag(options, 'dryRun')
  const request = {
    action: addEvidence.id,
    caseId: id,
    subject: null,
    message: `${id} 补回证据文件`,
    files: new Map([...files].map(([path, { content }]) => [path, content])),
    expected: new Map([...files].map(([path, { before }]) => [path, before])),
  }
  const settings = { commit: options.commit !== false }
  const commit = written ? (await commitTransaction(repository.root, request, settings)).commit : null
  const paths = [...files.keys()]
  if (context.global.json) {
    const done = { case: id, action: addEvidence.id, subject: null, files: paths, commit }
    context.out.json('written', { ...done, dryRun: !written })
  } else if (paths.length) context.out.print(clean(`${written ? '已补回' : '将补回'} ${paths.join('、')}`))
  else context.out.note('没有新的文件，证据清单没有改动。')
  return Exit.Ok
}

/** E4 现场照片：attachments/E4-现场照片.jpg（SHA-256 ab12cd34ef56…） */
function evidenceLine({ id, title, file, outside, sha256 = '' }: Evidence): string {
  const where = file ?? `外存文件夹 ${outside}`
  return `  ${id} ${title}：${where}（SHA-256 ${sha256.slice(0, DIGEST_LENGTH)}…）`
}

/** How many characters of a digest people see. */
const DIGEST_LENGTH = 12
