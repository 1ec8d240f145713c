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
import { CancelledError, Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { clean, type Output } from '../../../shared/output/output.ts'
import { reportOutcome } from '../../../shared/wording/outcome.ts'
import { type EvidenceFolder, evidenceFolder, onlyFolderIn } from './folder.ts'
import { likelyKind } from './kinds.ts'
import { answersTo, askCommon, COMMON, type Manner, mannerOf } from './several.ts'
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
  refuseBlocked(workspace.needCase(id).view, addEvidence, null)
  const named = onlyFolderIn(names)
  const folder = named === undefined ? undefined : await evidenceFolder(named, context.global.today)
  for (const remark of folder?.remarks ?? []) context.out.note(clean(remark))
  const sources = await evidenceSources(folder?.files ?? names, context.out)
  if (!folder?.isTold && sources.length > 1) {
    const manner = await mannerOf(context, sources.length, options)
    if (manner !== 'all') return addOneByOne(context, id, sources, manner, options)
  }
  await addTogether(context, id, { sources, folder }, options)
  return Exit.Ok
}

/** What is known of a file by the answers for others. */
interface Carried {
  readonly answers: Item
  /** Whether it was answered for all the files, and is not asked again. */
  readonly isCommon: boolean
}

/** What is mostly the same as of the file before. */
const LIKELY = ['source', 'collectedBy']

/** Each file has its own name and proves something else. What is listed stays listed when the officer stops. */
async function addOneByOne(
  context: CommandContext,
  id: string,
  sources: readonly Source[],
  manner: Exclude<Manner, 'all'>,
  options: OptionValues,
): Promise<ExitCode> {
  const workspace = await context.workspace()
  const common =
    manner === 'once'
      ? await askCommon(context, workspace, workspace.needCase(id), sources, options)
      : undefined
  let carried: Carried | undefined = common && { answers: common.answers, isCommon: true }
  for (const [index, source] of sources.entries()) {
    context.out.note(clean(`第 ${index + 1} 个，共 ${sources.length} 个：${source.name}`))
    try {
      const item = await addTogether(context, id, { sources: [source], carried }, options)
      if (item && !common) carried = { answers: answersTo(LIKELY, item), isCommon: false }
    } catch (error) {
      if (!(error instanceof CancelledError) || !index) throw error
      const done = `前面 ${index} 个文件已经登记，“${source.name}”和以后的没有登记。`
      throw new CancelledError(clean([error.message, done].filter(Boolean).join('\n')))
    }
  }
  common?.kept.drop()
  return Exit.Ok
}

/** The files that are listed with the same answers, with what is known of them. */
interface FilesTogether {
  readonly sources: readonly Source[]
  readonly folder?: EvidenceFolder | undefined
  readonly carried?: Carried | undefined
}

/** Lists the files in one commit; answers with what the officer said of them, where they were not listed before. */
async function addTogether(
  context: CommandContext,
  id: string,
  { sources, folder, carried }: FilesTogether,
  options: OptionValues,
): Promise<Item | undefined> {
  const workspace = await context.workspace()
  const reading = workspace.needCase(id)
  const { view, raw } = reading
  const { root } = workspace.repository
  const placed = placeAll({ root, raw, evidence: view.facts.evidence, config: view.config }, sources)
  const placement = folder ? withDetails(placed, sources, folder) : placed
  for (const { name, id: number } of placement.known)
    context.out.note(clean(`“${name}”已在证据清单中（${number}），不再登记。`))
  const task = taskFor(reading, placement, context, options, carried)
  if (!task) {
    await restoreMissingFiles(context, workspace, id, placement, options)
    return undefined
  }
  const outcome = await enterItem(context, workspace, recipientOf(reading, task), task, options)
  reportOutcome(context, task, outcome)
  if (outcome.written && !context.global.json)
    for (const entry of outcome.after.facts.evidence)
      if (placement.entries.some(({ id: number }) => number === entry.id))
        context.out.print(clean(evidenceLine(entry)))
  return outcome.item
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

/** Evidence to be entered; undefined where the list stays as it is. */
function taskFor(
  { view }: ReadableCase,
  placement: Placement,
  { interactive, out }: CommandContext,
  options: OptionValues,
  carried: Carried | undefined,
): Task | undefined {
  const { entries, completed } = placement
  const last = entries.at(-1)
  const [first] = completed
  const base = taskOf(view, addEvidence, null)
  const attached = attachedOf(placement, out)
  if (last) {
    // What was left empty for all of them stays so.
    const isOpen = (key: string): boolean => !carried?.isCommon || !COMMON.includes(key)
    const usual = answersTo(Object.keys(base.defaults).filter(isOpen), base.defaults)
    // A kind is for the officer to say, at a question.
    const isAsked = interactive && text(options, 'from') === undefined
    const proposes = ({ kind }: Item): Item => (kind || !isAsked ? {} : likelyKind(entries))
    const own = taskToEnter({ ...base, defaults: { ...usual, ...carried?.answers } }, placement, last)
    return { ...base, ...own, ask: own.ask.filter(isOpen), attached, proposes }
  }
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
): Promise<void> {
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
}

/** E4 现场照片：attachments/E4-现场照片.jpg（SHA-256 ab12cd34ef56…） */
function evidenceLine({ id, title, file, outside, sha256 = '' }: Evidence): string {
  const where = file ?? `外存文件夹 ${outside}`
  return `  ${id} ${title}：${where}（SHA-256 ${sha256.slice(0, DIGEST_LENGTH)}…）`
}

/** How many characters of a digest people see. */
const DIGEST_LENGTH = 12
