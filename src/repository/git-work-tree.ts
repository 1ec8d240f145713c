import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { RepositoryError } from './errors.ts'
import { answerOf, attempt, listedPaths, plumb } from './git.ts'
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

/** HEAD, and the settings of git that a commit depends on, by their names in small letters. */
export interface CommitState extends HeadState {
  readonly settings: ReadonlyMap<string, string>
}

/** One changed path of the work tree, relative to the repository; `code` as in `git status --porcelain`. */
export interface StatusEntry {
  code: string
  path: string
}

/** Makes git take `[甲].pdf` for the name of a file, not for a pattern. */
export const literalPaths = ['--literal-pathspecs']
/** Lets git add what a sparse checkout would leave out, such as a new case. */
export const anywhere = ['core.sparseCheckout=false']

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
  return { ...(await headOf(root)), inProgress }
}

/** The branch and the commit of HEAD: by one start of git, and by two only before the first commit. */
async function headOf(root: string): Promise<Pick<HeadState, 'branch' | 'commit'>> {
  const both = await plumb(root, ['rev-parse', 'HEAD', '--symbolic-full-name', 'HEAD'], { answers: [128] })
  const [commit = '', name = ''] = both.stdout.toString().trim().split('\n')
  if (both.exit === 0) return { commit, branch: /^refs\/heads\/(.+)$/.exec(name)?.[1] ?? null }
  return {
    branch: await answerOf(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    commit: await answerOf(root, ['rev-parse', '--verify', '--quiet', 'HEAD']),
  }
}

/** What `quickCommitOf` and `identity` look at. */
const OF_COMMITS =
  '^((user|author|committer)\\.(name|email)|core\\.(hookspath|filemode)|commit\\.gpgsign|hook\\..*)$'

/** Where HEAD stands, and the settings of git that a commit depends on. */
export async function commitState(root: string): Promise<CommitState> {
  return { ...(await headState(root)), settings: await commitSettings(root) }
}

async function commitSettings(root: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await plumb(root, ['config', '-z', '--get-regexp', OF_COMMITS], { answers: [1] })
  const pairs = listedPaths(stdout.toString()).map((entry): [string, string] => {
    const end = entry.indexOf('\n')
    // A setting without a value means yes.
    return end < 0 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)]
  })
  return new Map(pairs)
}

/**
 * The person that git would record, from its configuration or environment; null unless name and address are both set.
 */
export async function identity(root: string): Promise<Identity | null> {
  return identityIn(await commitSettings(root))
}

/** The same, of settings that were read before. */
export function identityIn(settings: CommitState['settings']): Identity | null {
  const name = process.env.GIT_COMMITTER_NAME || settings.get('user.name')
  const email = process.env.GIT_COMMITTER_EMAIL || settings.get('user.email')
  return name && email ? { name, email } : null
}

/** Those of the paths that the index has. */
export async function trackedOf(root: string, paths: readonly string[]): Promise<string[]> {
  return listedPaths(await attempt(root, [...literalPaths, 'ls-files', '-z', '--', ...paths]))
}

/** Those of the paths that lie in the work tree and are not among those that the index has. */
export function untrackedOf(root: string, paths: readonly string[], tracked: readonly string[]): string[] {
  const known = new Set(tracked)
  return paths.filter((path) => !known.has(path) && existsSync(join(root, path)))
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
  const tracked = await trackedOf(root, paths)
  const known = [...tracked, ...untrackedOf(root, paths, tracked)]
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
