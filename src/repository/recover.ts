import { chmodSync, readdirSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { indexPaths, isAdopted, moveBranch, resetIndex } from './branch.ts'
import { digestOfFile, flushAll, flushFolder, moveInto, removeFile, removeFolder } from './durable.ts'
import { failedFile, RepositoryError, systemCode, systemErrorReason } from './errors.ts'
import { isTransactionCommitted } from './git-history.ts'
import { type CommitState, followHead, refreshIndex, waitForIndex } from './git-work-tree.ts'
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
import { commitOnly, forgetIntended } from './make-commit.ts'
import { resolveInside } from './paths.ts'
import { needCommittable } from './preflight.ts'
import { recoveryConflict, takenBack, unfinished } from './recovery-errors.ts'

export interface Recovery {
  /** `none`: nothing was interrupted; `finished`: the interrupted write stands whole; `taken-back`: none of it does. */
  outcome: 'none' | 'finished' | 'taken-back'
  transaction: string | null
  /** The paths concerned. */
  paths: string[]
}

/**
 * Finishes what a killed process began. Without a journal, its staged files are removed. With a journal, each file in
 * its old state is written, and each in its new state is accepted; then the commit is made, unless its trailer is there
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
  let head: CommitState | undefined
  if (journal.takesBack) {
    await takeBack(home, git, journal, options.onStep)
    return { outcome: 'taken-back', ...done }
  }
  if (journal.commit) {
    // A git whose caller was killed may be about to make the commit.
    await waitForIndex(home)
    head = await headUnlessCommitted(home, journal)
    if (head === undefined) {
      await acceptCommitted(home, git, journal, options.onStep)
      return { outcome: 'finished', ...done }
    }
  }
  if (journal.adopt) {
    await waitForIndex(home)
    if (await isAdopted(home, journal.adopt)) {
      await settleIndex(home, journal)
      removeJournal(git, journal, options.onStep)
      return { outcome: 'finished', ...done }
    }
    await needCommittable(home)
  }
  await applyJournal(home, journal, options.onStep, head)
  return { outcome: 'finished', ...done }
}

/**
 * Where the commit of a journal begins; undefined where it has been made. It is asked again once HEAD is known: a git
 * that makes it later than that can't, as the branch then no longer stands where that git began.
 */
async function headUnlessCommitted(
  root: string,
  { id, head: since, commit }: Journal,
): Promise<CommitState | undefined> {
  if (await isTransactionCommitted(root, id, since)) return undefined
  const head = await needCommittable(root, commit?.identity ?? undefined)
  if (head.commit !== since && (await isTransactionCommitted(root, id, since))) return undefined
  return head
}

/** Finishes after a commit that was made; files that the user has changed since stay as they are. */
async function acceptCommitted(
  root: string,
  git: GitLocation,
  journal: Journal,
  onStep?: OnStep,
): Promise<void> {
  const isUntouched = (entry: JournalEntry): boolean => stateOf(root, entry) === 'after'
  const untouched = journal.entries.filter(isUntouched).map(({ path }) => path)
  const changed = journal.entries.filter((entry) => !isUntouched(entry)).map(({ path }) => path)
  if (untouched.length > 0) await refreshIndex(root, untouched)
  if (changed.length > 0) await followHead(root, journal.head, changed)
  removeJournal(git, journal, onStep)
}

/**
 * Does what a journal says: moves the files, commits, removes the journal. When the move or the commit fails, the old
 * bytes are put back, under another journal, and the reason is thrown. A git that fails after the branch has moved, for
 * example because a hook kills it or the disk is full at the index, has committed: then the write is finished.
 * Returns the commit where it is known without asking git.
 */
export async function applyJournal(
  root: string,
  journal: Journal,
  onStep?: OnStep,
  head?: CommitState,
): Promise<string | null> {
  const git = needGit(root)
  let isInterrupted = false
  let commit: string | null = null
  try {
    moveFiles(root, git, journal, onStep)
    if (journal.commit) {
      const { message, identity } = journal.commit
      const paths = journal.entries.map(({ path }) => path)
      commit = await commitOnly(root, paths, message, identity, head)
      onStep?.('committed')
    }
    if (journal.adopt) {
      await moveBranch(root, journal.adopt)
      onStep?.('committed')
    }
  } catch (error) {
    if (error instanceof RepositoryError && error.code === 'recovery-conflict') throw error
    if (!(await stands(root, journal, error))) {
      await putFilesBackOrTell(root, git, journal, onStep)
      throw takenBack(error)
    }
    isInterrupted = true
  }
  try {
    // git brings the index in line itself, unless it was stopped.
    if (journal.commit && isInterrupted) await waitForIndex(root)
    await settleIndex(root, journal)
    if (journal.commit && isInterrupted) await acceptCommitted(root, git, journal, onStep)
    else removeJournal(git, journal, onStep)
  } catch (error) {
    throw unfinished(error, journal)
  }
  return commit
}

/** Whether the branch has moved, after a failure. Throws where git can't tell; then the next call settles it. */
async function stands(
  root: string,
  { id, head, commit, adopt }: Journal,
  failure: unknown,
): Promise<boolean> {
  try {
    if (commit) return await isTransactionCommitted(root, id, head)
    return adopt !== undefined && (await isAdopted(root, adopt))
  } catch (error) {
    const why = failure instanceof Error ? failure.message : String(failure)
    const how = '下次运行时会先核对，续完或者恢复原样；在此以前请不要重复办理'
    throw new RepositoryError('git', `写入中断，还不能确定是否已经提交：${why}\n${how}`, { cause: error })
  }
}

/** Brings the index in line with a commit that was adopted. */
async function settleIndex(root: string, { adopt, entries }: Journal): Promise<void> {
  if (adopt?.ofEntries) {
    await indexPaths(
      root,
      entries.map(({ path }) => path),
    )
  } else if (adopt) await resetIndex(root)
}

/** Puts the old bytes back. If that fails too, for example on a full disk, the next write finishes by the journal. */
async function putFilesBackOrTell(
  root: string,
  git: GitLocation,
  journal: Journal,
  onStep?: OnStep,
): Promise<void> {
  try {
    await putFilesBack(root, git, journal, onStep)
  } catch (error) {
    if (error instanceof RepositoryError && error.code !== 'git') throw error
    const how = '请排除后重试：下次写入时会先把这一次续完或恢复原样，不会丢失内容'
    const reason = error instanceof RepositoryError ? error.message : systemErrorReason(error)
    const why = [failedFile(error) ?? '', reason].filter((part) => part !== '').join(' ')
    throw new RepositoryError('io', `写入中断，也未能恢复原样：${why}。${how}`, {
      cause: error,
    })
  }
}

/** Puts the old bytes back, again under a journal, so that a kill at this point loses nothing either. */
async function putFilesBack(
  root: string,
  git: GitLocation,
  journal: Journal,
  onStep?: OnStep,
): Promise<void> {
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
  await takeBack(root, git, back, onStep)
}

async function takeBack(root: string, git: GitLocation, back: Journal, onStep?: OnStep): Promise<void> {
  moveFiles(root, git, back, onStep)
  // What git was told to expect may still stand in its index, without its file.
  const paths = back.entries.filter(({ after }) => after === null).map(({ path }) => path)
  await forgetIntended(root, paths)
  removeJournal(git, back, onStep)
}

/** Moves every file that is still in its old state. Checks all first: a file in neither state stops the whole move. */
function moveFiles(root: string, git: GitLocation, journal: Journal, onStep?: OnStep): void {
  const waiting = journal.entries.filter((entry) => {
    const state = stateOf(root, entry)
    if (state === 'other') throw recoveryConflict(git, journal, entry)
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
  flushAll([...new Set(waiting.map(({ path }) => dirname(resolveInside(root, path))))], flushIfThere)
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

function discardStages(git: GitLocation): void {
  const folder = dirname(stageFolder(git, 'any'))
  try {
    for (const name of readdirSync(folder)) removeFolder(join(folder, name))
  } catch {
    // Nothing was staged, or it can't be removed now: both are harmless.
  }
}
