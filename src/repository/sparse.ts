import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { RepositoryError } from './errors.ts'
import { answerOf, listedPaths, plumb, printed } from './git.ts'
import { type GitLocation, locateGit } from './gitdir.ts'
import { isCaseId } from './paths.ts'
import { readTree, type TreeEntry, withScratch } from './sync/tree.ts'

/** Cases of the library that a sparse checkout keeps from this work tree; both sorted. */
export interface AbsentCases {
  /** Without any file here. */
  readonly absent: readonly string[]
  /** With some of their documents here only: what they seem to say is wrong. */
  readonly partial: readonly string[]
}

const NOTHING: AbsentCases = { absent: [], partial: [] }

/** The cases that git has and a sparse checkout leaves out. Starts no git where there is no sparse checkout. */
export async function absentCases(root: string): Promise<AbsentCases> {
  const git = locateGit(root)
  if (!git || !existsSync(rulesOf(git))) return NOTHING
  const folder = `${posix.join(git.prefix, 'cases')}/`
  const out = new Set<string>()
  for (const [path, isHere] of await indexed(git, folder)) {
    const [id = '', name = ''] = path.slice(folder.length).split('/')
    if (!isHere && isCaseId(id) && name.endsWith('.yaml')) out.add(id)
  }
  const isStarted = (id: string): boolean => existsSync(join(git.top, folder, id))
  const ids = [...out].sort()
  return { absent: ids.filter((id) => !isStarted(id)), partial: ids.filter(isStarted) }
}

/** The paths of the index below a folder, and whether the work tree has them: `S` marks those that git leaves out. */
async function indexed({ top }: GitLocation, folder: string): Promise<Map<string, boolean>> {
  const listed = await printed(top, ['ls-files', '-z', '-t', '--', folder === '' ? '.' : folder])
  const entries = listed.split('\0').filter((entry) => entry !== '')
  return new Map(entries.map((entry) => [entry.slice(2), !entry.startsWith('S ')]))
}

/**
 * Those of some paths that this work tree leaves out: files that git does not check out here, and new ones (`entries`
 * has what they hold) that the sparse checkout would not take either.
 */
export async function pathsLeftOut(
  git: GitLocation,
  paths: readonly string[],
  entries: ReadonlyMap<string, TreeEntry>,
): Promise<ReadonlySet<string>> {
  if ((await answerOf(git.top, sparseCheckout)) !== 'true') return new Set()
  const known = await indexed(git, '')
  const out = paths.filter((path) => known.get(path) === false && !existsSync(join(git.top, path)))
  const fresh = paths.filter((path) => !known.has(path) && entries.has(path))
  return new Set([...out, ...(await leftOutByRules(git, fresh, entries))])
}

/**
 * Marks files of the index that the sparse checkout leaves out and that are not here, as git marks them: without the
 * mark they look deleted. It can be repeated after an interruption.
 */
export async function markLeftOut(git: GitLocation): Promise<void> {
  if (!existsSync(rulesOf(git)) || (await answerOf(git.top, sparseCheckout)) !== 'true') return
  const gone = listedPaths(await printed(git.top, ['ls-files', '-z', '--deleted']))
  if (!gone.length) return
  const out = await leftOutByRules(git, gone, await readTree(git.top, 'HEAD'))
  const input = out.map((path) => `${path}\0`).join('')
  await plumb(git.top, ['update-index', '-z', '--skip-worktree', '--stdin'], { input })
}

/** Asks git, whose patterns are of several kinds: with an index of only the new paths, and an empty work tree. */
async function leftOutByRules(
  git: GitLocation,
  paths: readonly string[],
  entries: ReadonlyMap<string, TreeEntry>,
): Promise<string[]> {
  if (!paths.length) return []
  return withScratch(git, async (folder) => {
    const env = { GIT_INDEX_FILE: join(folder, 'index'), GIT_DIR: git.gitDir, GIT_WORK_TREE: folder }
    const lines = paths.flatMap((path) => {
      const entry = entries.get(path)
      return entry ? [`${entry.mode} ${entry.hash}\t${path}\0`] : []
    })
    await plumb(git.top, ['update-index', '-z', '--index-info'], { env, input: lines.join('') })
    await plumb(git.top, ['sparse-checkout', 'reapply'], { env })
    const listed = await printed(git.top, ['ls-files', '-z', '-t'], {
      env: { ...env, GIT_WORK_TREE: git.top },
    })
    return listed.split('\0').flatMap((entry) => (entry.startsWith('S ') ? [entry.slice(2)] : []))
  })
}

/**
 * Tells a sparse checkout to keep the cases among some new files: otherwise git removes their folders when it next
 * applies its rules. The files are committed by then, so that a failure loses nothing.
 */
export async function keepHere(root: string, fresh: readonly string[]): Promise<void> {
  const git = locateGit(root)
  const folders = fresh
    .filter((path) => /^cases\/[^/]+\/case\.yaml$/.test(path))
    .map((path) => posix.dirname(path))
  if (!git || !folders.length || !existsSync(rulesOf(git))) return
  try {
    if ((await answerOf(git.top, sparseCheckout)) !== 'true') return
    await plumb(git.top, [
      'sparse-checkout',
      'add',
      ...folders.map((folder) => posix.join(git.prefix, folder)),
    ])
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error
  }
}

/** Whether there are rules of a sparse checkout; git may be told not to use them. */
export const mayLeaveOut = (git: GitLocation): boolean => existsSync(rulesOf(git))

const rulesOf = ({ gitDir }: GitLocation): string => join(gitDir, 'info', 'sparse-checkout')
const sparseCheckout = ['config', '--type=bool', '--get', 'core.sparseCheckout']
