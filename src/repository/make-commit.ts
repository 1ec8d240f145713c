import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { RepositoryError } from './errors.ts'
import { attempt, gitIn, listedPaths, piecewise, plumb } from './git.ts'
import { adviceOn } from './git-trouble.ts'
import {
  anywhere,
  type CommitState,
  type Identity,
  literalPaths,
  trackedOf,
  untrackedOf,
} from './git-work-tree.ts'
import { commonFolderOf, needGit } from './gitdir.ts'
import { commitQuickly, quickCommitOf } from './quick-commit.ts'
import { mayLeaveOut } from './sparse.ts'

/**
 * Commits exactly `paths`, as they lie in the work tree; what else the user has staged stays staged. `head` is where the
 * commit begins; without it, and where there are hooks or the like, `git commit` makes it.
 * Throws `hook-refused` with git's output when git or a hook refuses; nothing is staged then that was not before.
 * Returns the commit, or null where git itself was asked to make it. An empty commit is made when the files are already
 * as in HEAD, so that the history still tells of the action.
 */
export async function commitOnly(
  root: string,
  paths: readonly string[],
  message: string,
  author: Identity | null,
  head?: CommitState,
): Promise<string | null> {
  const quick = head && quickCommitOf(root, head, paths, author)
  if (!quick) {
    await commitByGit(root, paths, message, author)
    return null
  }
  const commit = await commitQuickly(root, quick, paths, message)
  await tidyUp(root)
  return commit
}

/**
 * git holds the lock of its index until the commit is made, so that a recovery can wait for it. Where nothing else is
 * staged, `--include` does: `--only` makes git look through its whole index for each new file.
 */
async function commitByGit(
  root: string,
  paths: readonly string[],
  message: string,
  author: Identity | null,
): Promise<void> {
  const tracked = await trackedOf(root, paths)
  const untracked = untrackedOf(root, paths, tracked)
  const person = author ? [`user.name=${author.name}`, `user.email=${author.email}`] : []
  const config = [...person, ...piecewise]
  const { exit } = await plumb(root, ['diff', '--cached', '--quiet'], { answers: [1] })
  try {
    // A commit of named paths takes their content from the work tree, but only of paths that are in the index.
    if (untracked.length > 0)
      await attempt(
        root,
        [...literalPaths, 'add', '--force', '--intent-to-add', '--', ...untracked],
        anywhere,
      )
    const git = await gitIn(root, config)
    const how = ['--quiet', '--allow-empty', '--cleanup=verbatim', '-m', message]
    // Where a sparse checkout leaves files out, --include does not take a new one among them.
    const which = exit === 0 && !mayLeaveOut(needGit(root)) ? '--include' : '--only'
    await git.raw([...literalPaths, 'commit', ...how, which, '--', ...tracked, ...untracked])
  } catch (error) {
    // If this fails too, it is done again when the files are taken back.
    await forgetIntended(root, paths).catch(() => undefined)
    throw error instanceof RepositoryError ? error : refused(error)
  }
}

/** A folder of git's with more objects than this means that there are about 6,700 loose ones: then git packs them. */
const MANY_LOOSE = 27

/** What `git commit` does at its end. A failure harms nothing: the next commit tries again. */
async function tidyUp(root: string): Promise<void> {
  const sample = join(commonFolderOf(needGit(root)), 'objects', '17')
  if (!existsSync(sample) || readdirSync(sample).length <= MANY_LOOSE) return
  await plumb(root, ['gc', '--auto', '--quiet']).catch(() => undefined)
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
