import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, statSync } from 'node:fs'
import { isLegalOnWindows } from '../../core/schema/file-names.ts'
import type { Adoption } from '../branch.ts'
import { digestOfFile, flushFile, flushFolder, removeFolder } from '../durable.ts'
import { RepositoryError, systemErrorReason } from '../errors.ts'
import { headState, status } from '../git-work-tree.ts'
import type { GitLocation } from '../gitdir.ts'
import {
  bumpGeneration,
  type Journal,
  type JournalEntry,
  type OnStep,
  stagedFile,
  stageFolder,
  writeJournal,
} from '../journal.ts'
import type { Lock } from '../lock.ts'
import { foldedName, isGitFolder, printable, resolveInside } from '../paths.ts'
import { needCommittable } from '../preflight.ts'
import { applyJournal, recover } from '../recover.ts'
import { pathsLeftOut } from '../sparse.ts'
import { isSameEntry, layOut, needReadable, readTree, type Tree } from './tree.ts'

/**
 * Moves the branch and the files of the work tree from one commit to a later one: all or nothing, also when killed at
 * any moment, since it uses the same journal as every write. Throws RepositoryError as `commitTransaction`, and
 * `changed-meanwhile` when the branch has moved or a file that git does not know would be overwritten.
 */
export async function moveBranchTo(
  git: GitLocation,
  { from, commit }: Adoption,
  lock: Lock,
  onStep?: OnStep,
): Promise<void> {
  const { top } = git
  await recover(top, { lock })
  await needCommittable(top)
  if ((await headState(top)).commit !== from)
    throw new RepositoryError('changed-meanwhile', '同步时案件库有新的提交，没有合并：请重新运行 ejc sync')
  const [before, after] = [await readTree(top, from), await readTree(top, commit)]
  const all = changedBetween(before, after)
  for (const path of all) needReadable(path, after.get(path))
  needNames([...after.keys()], before)
  // What a sparse checkout leaves out is not written: only the index moves there.
  const out = await pathsLeftOut(git, all, after)
  const paths = all.filter((path) => !out.has(path))
  const id = randomUUID()
  const journal: Journal = {
    version: 1,
    id,
    prefix: '',
    head: from,
    entries: await stage(git, id, { commit, before, after }, paths),
    commit: null,
    adopt: { commit, from },
    takesBack: false,
  }
  onStep?.('staged')
  writeJournal(git, journal)
  onStep?.('journal-placed')
  bumpGeneration(git)
  onStep?.('generation-bumped')
  await applyJournal(top, journal, onStep)
}

/**
 * Throws `unsafe-path` for new files whose names git refuses everywhere, or this system does not allow or takes for
 * names of other files.
 */
export function needNames(
  paths: readonly string[],
  known: ReadonlyMap<string, unknown>,
  platform: NodeJS.Platform = process.platform,
): void {
  const refused = paths.find((path) => !known.has(path) && path.split('/').some(isGitFolder))
  if (refused !== undefined) throw nameRefused(refused, 'git 不收这样的文件名')
  if (platform !== 'win32' && platform !== 'darwin') return
  const taken = new Map<string, string>()
  for (const path of paths) {
    const twin = taken.get(foldedName(path))
    taken.set(foldedName(path), path)
    const illegal = platform === 'win32' && !path.split('/').every(isLegalOnWindows)
    const isKnown = known.has(path) && (twin === undefined || known.has(twin))
    if (isKnown || (!illegal && twin === undefined)) continue
    const why = illegal ? '在 Windows 上不能作文件名' : `与 ${printable(twin ?? '')} 只有大小写或写法不同`
    throw nameRefused(path, why)
  }
}

function nameRefused(path: string, why: string): RepositoryError {
  const how = '没有合并，本机没有改动；请对方改名、提交并同步，再同步'
  return new RepositoryError('unsafe-path', `对方的文件 ${printable(path)} ${why}：${how}`, { file: path })
}

function changedBetween(before: Tree, after: Tree): string[] {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => !isSameEntry(before.get(path), after.get(path)))
}

interface CommitMove {
  readonly commit: string
  readonly before: Tree
  readonly after: Tree
}

/**
 * Writes new files, as git would check them out, and copies of the old ones, before any file of the user is touched.
 */
async function stage(
  git: GitLocation,
  id: string,
  { commit, before, after }: CommitMove,
  paths: readonly string[],
): Promise<JournalEntry[]> {
  const folder = stageFolder(git, id)
  try {
    mkdirSync(folder, { recursive: true })
    await layOut(
      git,
      commit,
      paths.filter((path) => after.has(path)),
      folder,
    )
    const entries = paths.map((path, index) => {
      const former = before.has(path) ? `old-${index}` : null
      const source = after.has(path) ? `files/${path}` : null
      return namingFile(path, () => entryOf(git, id, path, { former, source }))
    })
    await needUnchanged(git, paths)
    flushFolder(folder)
    return entries.filter(({ before, after, mode }) => before !== after || mode)
  } catch (error) {
    removeFolder(folder)
    if (error instanceof RepositoryError) throw error
    throw new RepositoryError('io', `无法写入：${systemErrorReason(error)}。没有改动任何文件`, {
      cause: error,
    })
  }
}

/** Runs a step on a file, and names the file where the system refuses the step. */
function namingFile<T>(file: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (error instanceof RepositoryError) throw error
    const why = `${systemErrorReason(error)}。没有合并，本机没有改动；请处理该文件（只读的改为可写）后再同步`
    throw new RepositoryError('io', `无法处理 ${printable(file)}：${why}`, { file, cause: error })
  }
}

/** Checked after the digests were taken: a file that changes later differs from its digest, which stops the move. */
async function needUnchanged({ top }: GitLocation, paths: readonly string[]): Promise<void> {
  const dirty = new Set((await status(top)).map(({ path }) => path))
  const file = paths.find((path) => dirty.has(path))
  if (file === undefined) return
  const how = '请先提交（ejc sync --commit）或还原，再同步'
  throw new RepositoryError('changed-meanwhile', `${file} 在此期间被修改，没有合并：${how}`, { file })
}

function entryOf(
  git: GitLocation,
  id: string,
  path: string,
  { former, source }: Pick<JournalEntry, 'former' | 'source'>,
): JournalEntry {
  const target = resolveInside(git.top, path)
  const before = digestOfFile(target)
  const fresh = source === null ? null : stagedFile(git, id, source)
  const after = fresh && digestOfFile(fresh)
  if (former === null && before !== null && before !== after) throw inTheWay(path)
  if (former !== null && before !== null) {
    const copy = stagedFile(git, id, former)
    copyFileSync(target, copy)
    flushFile(copy)
  }
  if (fresh) flushFile(fresh)
  const mode = fresh && before === after ? modesOf(target, fresh) : undefined
  return { path, before, after, source, former: before === null ? null : former, ...(mode && { mode }) }
}

const permissions = 0o777
const executable = 0o100

/** The permissions of two files, where only one of them is executable. */
function modesOf(target: string, fresh: string): JournalEntry['mode'] {
  const [before, after] = [statSync(target).mode & permissions, statSync(fresh).mode & permissions]
  return (before & executable) === (after & executable) ? undefined : { before, after }
}

function inTheWay(file: string): RepositoryError {
  const how = '请先将该文件移走或改名，再同步'
  return new RepositoryError('changed-meanwhile', `对方新增了 ${file}，本机已有同名而未登记的文件：${how}`, {
    file,
  })
}
