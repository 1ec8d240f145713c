import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { RepositoryError } from './errors.ts'
import { answerOf, attempt, gitIn, listedPaths } from './git.ts'
import { adviceOn } from './git-trouble.ts'
import { needGit } from './gitdir.ts'
import { isSideFile } from './side-files.ts'

export interface Identity {
  name: string
  email: string
}

export interface HeadState {
  /** The branch, also when it has no commit yet; null when HEAD is detached. */
  branch: string | null
  /** The commit of HEAD; null before the first. */
  commit: string | null
  /** What git is in the middle of, in the word of the git command, or null. */
  inProgress: 'merge' | 'am' | 'rebase' | 'cherry-pick' | 'revert' | null
}

/** One changed path of the work tree, relative to the repository; `code` as in `git status --porcelain`. */
export interface StatusEntry {
  code: string
  path: string
}

/** Makes git take `[甲].pdf` for the name of a file, not for a pattern. */
const literalPaths = ['--literal-pathspecs']
/** Lets git add what a sparse checkout would leave out, such as a new case. */
const anywhere = ['core.sparseCheckout=false']

/** Makes a git repository in `root` whose first branch is `main`. */
export async function initGit(root: string): Promise<void> {
  await attempt(root, ['init', '--quiet', '--initial-branch=main'])
}

/** Where HEAD stands and whether git is in the middle of something. */
export async function headState(root: string): Promise<HeadState> {
  const { gitDir } = needGit(root)
  const has = (name: string): boolean => existsSync(join(gitDir, name))
  const inProgress = has('MERGE_HEAD')
    ? 'merge'
    : has('rebase-apply/applying')
      ? 'am'
      : has('rebase-merge') || has('rebase-apply')
        ? 'rebase'
        : has('CHERRY_PICK_HEAD')
          ? 'cherry-pick'
          : has('REVERT_HEAD')
            ? 'revert'
            : null
  return {
    branch: await answerOf(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    commit: await answerOf(root, ['rev-parse', '--verify', '--quiet', 'HEAD']),
    inProgress,
  }
}

/**
 * The person that git would record, from its configuration or environment; null unless name and address are both set.
 */
export async function identity(root: string): Promise<Identity | null> {
  const name = process.env.GIT_COMMITTER_NAME || (await answerOf(root, ['config', '--get', 'user.name']))
  const email = process.env.GIT_COMMITTER_EMAIL || (await answerOf(root, ['config', '--get', 'user.email']))
  return name && email ? { name, email } : null
}

/**
 * Commits exactly `paths`, as they lie in the work tree; what else the user has staged stays staged.
 * Throws `hook-refused` with git's output when git or a hook refuses; nothing is staged then that was not before.
 * An empty commit is made when the files are already as in HEAD, so that the history still tells of the action.
 */
export async function commitOnly(
  root: string,
  paths: readonly string[],
  message: string,
  author: Identity | null,
): Promise<void> {
  const untracked = await untrackedOf(root, paths)
  const config = author ? [`user.name=${author.name}`, `user.email=${author.email}`] : []
  try {
    // A commit of named paths takes their content from the work tree, but only of paths that are in the index.
    if (untracked.length > 0)
      await attempt(
        root,
        [...literalPaths, 'add', '--force', '--intent-to-add', '--', ...untracked],
        anywhere,
      )
    const known = await trackedOf(root, paths)
    const git = await gitIn(root, config)
    const options = ['--quiet', '--allow-empty', '--cleanup=verbatim', '-m', message, '--only']
    await git.raw([...literalPaths, 'commit', ...options, '--', ...known])
  } catch (error) {
    // If this fails too, it is done again when the files are taken back.
    await forgetIntended(root, paths).catch(() => undefined)
    throw error instanceof RepositoryError ? error : refused(error)
  }
}

/** Takes the paths out of the index that are only to be added: also those that a call killed earlier has left there. */
export async function forgetIntended(root: string, paths: readonly string[]): Promise<void> {
  // A merge may concern more paths than fit on a command line.
  for (let first = 0; first < paths.length; first += MOST_NAMED)
    await forgetThese(root, paths.slice(first, first + MOST_NAMED))
}

const MOST_NAMED = 200

async function forgetThese(root: string, paths: readonly string[]): Promise<void> {
  const added = async (visibility: string): Promise<string[]> => {
    const how = ['--cached', '--name-only', '-z', '--no-renames', '--relative', '--diff-filter=A', visibility]
    return listedPaths(await attempt(root, [...literalPaths, 'diff', ...how, '--', ...paths]))
  }
  const staged = new Set(await added('--ita-invisible-in-index'))
  const intended = (await added('--ita-visible-in-index')).filter((path) => !staged.has(path))
  if (intended.length > 0)
    await attempt(root, [...literalPaths, 'rm', '--quiet', '--cached', '--force', '--', ...intended])
}

function refused(error: unknown): RepositoryError {
  const said = error instanceof Error ? error.message.trim() : String(error)
  // A hook may print words that git uses too: its output is shown to the officer as it is.
  const advice = said.startsWith('fatal:') || said.startsWith('error:') ? adviceOn(said) : undefined
  const message = `git 或其钩子拒绝了提交：${advice ?? `\n${said}`}`
  return new RepositoryError('hook-refused', message, { said, cause: error })
}

async function trackedOf(root: string, paths: readonly string[]): Promise<string[]> {
  return listedPaths(await attempt(root, [...literalPaths, 'ls-files', '-z', '--', ...paths]))
}

async function untrackedOf(root: string, paths: readonly string[]): Promise<string[]> {
  const tracked = new Set(await trackedOf(root, paths))
  return paths.filter((path) => !tracked.has(path) && existsSync(join(root, path)))
}

/**
 * Waits until no other git holds the index of the work tree, such as a git whose caller was killed.
 * Throws `locked` when the lock stays: it may be left from a crash, and a person has to decide.
 */
export async function waitForIndex(root: string, waitMs = 5000): Promise<void> {
  const file = join(needGit(root).gitDir, 'index.lock')
  for (const deadline = performance.now() + waitMs; existsSync(file); await sleep(50)) {
    if (performance.now() < deadline) continue
    const how = '请等其他 git 操作结束后再试；确认没有 git 在运行而该文件仍在的，删除它'
    throw new RepositoryError('locked', `git 的索引被占用（${file}）：${how}`, { file })
  }
}

/** Brings the index in line with the work tree for `paths`: git may have been killed between commit and index. */
export async function refreshIndex(root: string, paths: readonly string[]): Promise<void> {
  const known = [...(await trackedOf(root, paths)), ...(await untrackedOf(root, paths))]
  if (known.length > 0)
    await attempt(root, [...literalPaths, 'add', '--force', '--all', '--', ...known], anywhere)
}

/**
 * Brings the index in line with HEAD for `paths` that it still holds as they were in the commit `since`. Files of the
 * work tree stay, and so does what the user has staged since.
 */
export async function followHead(
  root: string,
  since: string | null,
  paths: readonly string[],
): Promise<void> {
  const how = ['--cached', '--name-only', '-z', '--no-renames', '--relative']
  const staged =
    since === null ? '' : await attempt(root, [...literalPaths, 'diff', ...how, since, '--', ...paths])
  const isStaged = new Set(listedPaths(staged))
  const behind = paths.filter((path) => !isStaged.has(path))
  if (behind.length > 0) await attempt(root, [...literalPaths, 'reset', '--quiet', '--', ...behind])
}

/**
 * Changed and unknown files below the repository, without what programs leave behind (`isSideFile`) and without files
 * whose stored content is unchanged, such as those that differ only in line ends.
 */
export async function status(root: string): Promise<StatusEntry[]> {
  const output = await attempt(root, [
    'status',
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--',
    '.',
  ])
  const { prefix } = needGit(root)
  const entries = listedPaths(output).map((entry) => ({
    code: entry.slice(0, 2),
    path: entry.slice(prefix === '' ? 3 : prefix.length + 4),
  }))
  const onlySeems = await onlySeemChanged(root, entries)
  return entries.filter((entry) => !onlySeems(entry) && !(entry.code === '??' && isSideFile(entry.path)))
}

/**
 * Tells which entries only seem changed: `git status` also lists a file that differs from the index in size alone, such
 * as one with other line ends; `git diff` compares the contents.
 */
async function onlySeemChanged(
  root: string,
  entries: readonly StatusEntry[],
): Promise<(entry: StatusEntry) => boolean> {
  const looksChanged = ({ code }: StatusEntry): boolean => code === ' M'
  if (!entries.some(looksChanged)) return () => false
  const how = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--relative']
  const differing = await attempt(root, ['diff', ...how, '--', '.'], ['diff.autoRefreshIndex=true'])
  const paths = new Set(listedPaths(differing))
  return (entry) => looksChanged(entry) && !paths.has(entry.path)
}
