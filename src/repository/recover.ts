import { chmodSync, readdirSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isAdopted, moveBranch, resetIndex } from './branch.ts'
import { digestOfFile, flushFolder, moveInto, removeFile, removeFolder } from './durable.ts'
import { failedFile, RepositoryError, systemCode, systemErrorReason } from './errors.ts'
import { isTransactionCommitted } from './git-history.ts'
import { commitOnly, refreshIndex, waitForIndex } from './git-work-tree.ts'
import { type GitLocation, needGit } from './gitdir.ts'
import {
  bumpGeneration,
  type Journal,
  type JournalEntry,
  type OnStep,
  readJournal,
  removeJournal,
  stagedFile,
  stageFolder,
  writeJournal,
} from './journal.ts'
import { type Lock, withLock } from './lock.ts'
import { resolveInside } from './paths.ts'
import { needCommittable } from './preflight.ts'

export interface Recovery {
  /** `none`: nothing was interrupted; `finished`: the interrupted write stands whole; `taken-back`: none of it does. */
  outcome: 'none' | 'finished' | 'taken-back'
  transaction: string | null
  /** The paths concerned. */
  paths: string[]
}

/**
 * Finishes what a killed process began. Without a journal, its staged files are removed. With a journal, each file in its
 * old state is written, and each in its new state is accepted; then the commit is made, unless its trailer is there
 * already. Throws `recovery-conflict`, naming the file, when one is in neither state. Also throws in the states of git
 * that `commitTransaction` refuses; the journal then stays, and through it readers still see the new state.
 */
export async function recover(
  root: string,
  options: { lock?: Lock; onStep?: OnStep } = {},
): Promise<Recovery> {
  const git = needGit(root)
  if (!options.lock) return withLock(root, (lock) => recover(root, { ...options, lock }))
  const journal = readJournal(git)
  if (!journal) {
    discardStages(git)
    return { outcome: 'none', transaction: null, paths: [] }
  }
  const home = join(git.top, journal.prefix)
  const paths = journal.entries.map(({ path }) => path)
  const done = { transaction: journal.id, paths }
  if (journal.takesBack) {
    moveFiles(home, git, journal, options.onStep)
    removeJournal(git, journal, options.onStep)
    return { outcome: 'taken-back', ...done }
  }
  if (journal.commit) {
    // A git whose caller was killed may be about to make the commit.
    await waitForIndex(home)
    if (await isTransactionCommitted(home, journal.id, journal.head)) {
      await acceptCommitted(home, git, journal, options.onStep)
      return { outcome: 'finished', ...done }
    }
    await needCommittable(home, journal.commit.identity ?? undefined)
  }
  if (journal.adopt) {
    await waitForIndex(home)
    if (await isAdopted(home, journal.adopt)) {
      await resetIndex(home)
      removeJournal(git, journal, options.onStep)
      return { outcome: 'finished', ...done }
    }
    await needCommittable(home)
  }
  await applyJournal(home, journal, options.onStep)
  return { outcome: 'finished', ...done }
}

/** For a commit that was made: files that the user has changed since are left alone. */
async function acceptCommitted(
  root: string,
  git: GitLocation,
  journal: Journal,
  onStep?: OnStep,
): Promise<void> {
  const untouched = journal.entries
    .filter((entry) => stateOf(root, entry) === 'after')
    .map(({ path }) => path)
  if (untouched.length > 0) await refreshIndex(root, untouched)
  removeJournal(git, journal, onStep)
}

/**
 * Does what a journal says: moves the files, commits, removes the journal. When the move or the commit fails, the old
 * bytes are put back, under another journal, and the reason is thrown.
 */
export async function applyJournal(root: string, journal: Journal, onStep?: OnStep): Promise<void> {
  const git = needGit(root)
  try {
    moveFiles(root, git, journal, onStep)
    if (journal.commit) {
      const { message, identity } = journal.commit
      const paths = journal.entries.map(({ path }) => path)
      await commitOnly(root, paths, message, identity)
      onStep?.('committed')
    }
    if (journal.adopt) {
      await moveBranch(root, journal.adopt)
      onStep?.('committed')
    }
  } catch (error) {
    if (error instanceof RepositoryError && error.code === 'recovery-conflict') throw error
    putFilesBackOrTell(root, git, journal, onStep)
    throw takenBack(error)
  }
  if (journal.adopt) await resetIndex(root)
  removeJournal(git, journal, onStep)
}

function takenBack(error: unknown): RepositoryError {
  if (error instanceof RepositoryError) {
    return new RepositoryError(error.code, `没有写入，文件已恢复原样。${error.message}`, { cause: error })
  }
  const what = `无法写入 ${failedFile(error) ?? ''}`.trim()
  return new RepositoryError('io', `${what}：${systemErrorReason(error)}。文件已恢复原样`, { cause: error })
}

/** Puts the old bytes back. Where that fails too, as on a full disk, the journal stays: the next write finishes it. */
function putFilesBackOrTell(root: string, git: GitLocation, journal: Journal, onStep?: OnStep): void {
  try {
    putFilesBack(root, git, journal, onStep)
  } catch (error) {
    if (error instanceof RepositoryError) throw error
    const how = '请排除后重试：下次写入时会先把这一次续完或恢复原样，不会丢失内容'
    throw new RepositoryError('io', `写入中断，也未能恢复原样：${systemErrorReason(error)}。${how}`, {
      cause: error,
    })
  }
}

/** Puts the old bytes back, again under a journal, so that a kill at this point loses nothing either. */
function putFilesBack(root: string, git: GitLocation, journal: Journal, onStep?: OnStep): void {
  const { adopt: _, ...same } = journal
  const back: Journal = {
    ...same,
    commit: null,
    takesBack: true,
    entries: journal.entries.map(({ path, before, after, source, former, mode }) => ({
      path,
      before: after,
      after: before,
      source: former,
      former: source,
      ...(mode && { mode: { before: mode.after, after: mode.before } }),
    })),
  }
  writeJournal(git, back)
  bumpGeneration(git)
  onStep?.('taking-back')
  moveFiles(root, git, back, onStep)
  removeJournal(git, back, onStep)
}

/** Moves every file that is still in its old state. Checks all first: a file in neither state stops the whole move. */
function moveFiles(root: string, git: GitLocation, journal: Journal, onStep?: OnStep): void {
  const waiting = journal.entries.filter((entry) => {
    const state = stateOf(root, entry)
    if (state === 'other') throw conflict(git, journal, entry)
    return state === 'before'
  })
  // Readers notice the journal only from here on: a process may have been killed after it placed the journal.
  if (waiting.length > 0) bumpGeneration(git)
  for (const { path, source } of waiting) {
    const target = resolveInside(root, path)
    if (source === null) removeWithFolders(target, path)
    else moveInto(stagedFile(git, journal.id, source), target)
    onStep?.('file-moved')
  }
  for (const { path, mode } of journal.entries) if (mode) chmodSync(resolveInside(root, path), mode.after)
  for (const folder of new Set(waiting.map(({ path }) => dirname(resolveInside(root, path)))))
    flushIfThere(folder)
  onStep?.('files-moved')
}

/** Removes a file and the folders that it leaves empty, as git does; folders at the top of the repository stay. */
function removeWithFolders(target: string, path: string): void {
  removeFile(target)
  let folder = dirname(target)
  for (let depth = path.split('/').length - 1; depth > 1; depth--, folder = dirname(folder)) {
    try {
      rmdirSync(folder)
    } catch {
      return
    }
  }
}

function flushIfThere(folder: string): void {
  try {
    flushFolder(folder)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}

function stateOf(root: string, { path, before, after }: JournalEntry): 'before' | 'after' | 'other' {
  const now = digestOfFile(resolveInside(root, path))
  if (now === after) return 'after'
  return now === before ? 'before' : 'other'
}

function conflict(
  git: GitLocation,
  journal: Journal,
  { path, former, source }: JournalEntry,
): RepositoryError {
  const name = source ?? former
  const how = name === null ? `删除 ${path}` : `将 ${stagedFile(git, journal.id, name)} 复制为 ${path}`
  return new RepositoryError(
    'recovery-conflict',
    `上次写入中断后，${path} 又被改动，不能自动续完：请先将该文件另存，再${how}，然后重试；另存的改动可在此后补入`,
    { file: path },
  )
}

function discardStages(git: GitLocation): void {
  const folder = dirname(stageFolder(git, 'any'))
  try {
    for (const name of readdirSync(folder)) removeFolder(join(folder, name))
  } catch {
    // Nothing was staged, or it can't be removed now: both are harmless.
  }
}
