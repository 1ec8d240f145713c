import { RepositoryError } from './errors.ts'
import { answerOf, listedPaths, plumb, printed } from './git.ts'
import { headState } from './git-work-tree.ts'
import { type GitLocation, needGit } from './gitdir.ts'
import { isCaseId, printable } from './paths.ts'
import { numbersAt } from './snapshot.ts'

/** Files outside cases/ on which the findings of every case may depend. */
const commonToAll = /^(ejc\.yaml|(calendar|projects|regulations)\/[^/]+\.ya?ml)$/

/** What differs from a commit. */
export interface Changes {
  /** The commit compared with; the empty tree where the branch has no commit yet. */
  readonly base: string
  /**
   * The cases that have changed, also those that were removed; undefined when a change (of ejc.yaml, a calendar …) may
   * concern every case.
   */
  readonly cases: readonly string[] | undefined
  /** Cases that have not changed and whose case.yaml may say the number of a new one. */
  readonly twins: readonly string[]
}

/**
 * What has changed since the branch began: in its commits, in the work tree, or by new files. `ref` names the commit
 * compared with; without it the upstream of the branch, or else the main branch.
 * Throws RepositoryError `git` when there is no such commit, `not-a-git-repository` outside git.
 */
export async function changesSince(root: string, ref?: string): Promise<Changes> {
  const git = needGit(root)
  // Looking at all files takes longest; meanwhile, git is asked what changed in commits.
  const [committed, unrecorded] = await Promise.all([changesInCommits(git, root, ref), unrecordedFiles(git)])
  if (committed === undefined) return { base: await emptyTree(root), cases: undefined, twins: [] }
  const { base, paths } = committed
  return changesIn(git, base, new Set([...paths, ...unrecorded]), (ids) => filesSaying(git, ids))
}

/** The commit at which the branch began, and the files that its commits have changed; undefined where it has none. */
async function changesInCommits(
  git: GitLocation,
  root: string,
  ref: string | undefined,
): Promise<{ readonly base: string; readonly paths: readonly string[] } | undefined> {
  const { commit: head } = await headState(root)
  if (head === null) return undefined
  const base = await baseWith(root, head, ref)
  return { base, paths: await filesBetween(git, base, head) }
}

/** The same between a commit `ref` and another (or a tree), whatever the work tree holds. */
export async function changesAt(git: GitLocation, at: string, ref: string): Promise<Changes> {
  const base = await baseWith(git.top, at, ref)
  const files = new Set(await filesBetween(git, base, at))
  return changesIn(git, base, files, (ids) => filesSaying(git, ids, at))
}

/** The object that a name means for `--at`: a commit, or a tree. Throws `git` when there is none. */
export async function snapshotNamed({ top }: GitLocation, name: string): Promise<string> {
  for (const kind of ['commit', 'tree']) {
    const found = await answerOf(top, [...verify, `${name}^{${kind}}`])
    if (found !== null) return found
  }
  throw new RepositoryError('git', `没有“${printable(name)}”这个提交：--at 后面要写提交、分支或标签`)
}

async function changesIn(
  git: GitLocation,
  base: string,
  files: ReadonlySet<string>,
  saying: (ids: readonly string[]) => Promise<string[]>,
): Promise<Changes> {
  const start = git.prefix === '' ? '' : `${git.prefix}/`
  const own = [...files].flatMap((file) => (file.startsWith(start) ? file.slice(start.length) : []))
  if (own.some((file) => commonToAll.test(file))) return { base, cases: undefined, twins: [] }
  const ids = new Set(own.map(caseOf).filter(isCaseId))
  const before = new Set(await numbersAt(git, base))
  const fresh = [...ids].filter((id) => !before.has(id))
  const said = fresh.length ? await saying(fresh) : []
  const twins = said.map((path) => caseOf(path.slice(start.length))).filter(isCaseId)
  return { base, cases: [...ids].sort(), twins: twins.filter((id) => !ids.has(id)) }
}

const caseOf = (path: string): string => /^cases\/([^/]+)\//.exec(path)?.[1] ?? ''

/** The empty tree, which every git knows. */
async function emptyTree(root: string): Promise<string> {
  return (await printed(root, ['hash-object', '-t', 'tree', '--stdin'], { input: '' })).trim()
}

/**
 * The commit at which the branch left the other; the other itself when they share no commit, for example in a shallow
 * clone, and where a tree is compared.
 */
async function baseWith(root: string, head: string, ref: string | undefined): Promise<string> {
  const other = ref === undefined ? await usualBase(root, head) : await commitOf(root, ref)
  if (other === null) {
    const hint = '后面要写提交、分支或标签；只检查一案的，把案件编号写在 --changed 之前'
    throw new RepositoryError('git', `没有“${printable(ref ?? '')}”这个提交：--changed ${hint}`)
  }
  if (other === head) return head
  const { exit, stdout } = await plumb(root, ['merge-base', other, head], { answers: [1, 128] })
  return exit === 0 ? stdout.toString().trim() : other
}

async function usualBase(root: string, head: string): Promise<string> {
  const { branch } = await headState(root)
  const upstream = branch === null ? null : await upstreamOf(root, branch)
  for (const name of [upstream, 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/heads/main']) {
    const commit = name === null ? null : await commitOf(root, name)
    if (commit !== null) return commit
  }
  return head
}

function upstreamOf(root: string, branch: string): Promise<string | null> {
  return answerOf(root, ['for-each-ref', '--format=%(upstream)', `refs/heads/${branch}`])
}

const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options']

function commitOf(root: string, name: string): Promise<string | null> {
  return answerOf(root, [...verify, `${name}^{commit}`])
}

/** The files that differ between two commits (or trees), from the top; git looks only into folders that differ. */
async function filesBetween({ top }: GitLocation, from: string, to: string): Promise<string[]> {
  if (from === to) return []
  return listedPaths(await printed(top, ['diff-tree', '-r', '-z', '--name-only', '--no-renames', from, to]))
}

/** The files of the work tree that differ from HEAD, and files unknown to git, from the top. Takes no lock. */
async function unrecordedFiles({ top, prefix }: GitLocation): Promise<string[]> {
  const how = ['--porcelain=v1', '-z', '--no-renames', '--untracked-files=normal']
  const where = prefix === '' ? '.' : prefix
  const call = ['--no-optional-locks', '--literal-pathspecs', 'status', ...how, '--', where]
  const paths = listedPaths(await printed(top, call)).map((entry) => entry.slice(CODE))
  // A folder is named alone where git knows nothing in it.
  const folders = paths.filter((path) => path.endsWith('/'))
  if (!folders.length) return paths
  const unknown = [
    '--literal-pathspecs',
    'ls-files',
    '-z',
    '--others',
    '--exclude-standard',
    '--',
    ...folders,
  ]
  return [...paths, ...listedPaths(await printed(top, unknown))]
}

/** Characters before the path in a line of `git status`. */
const CODE = 3

/** The files case.yaml that hold one of these numbers, from the top: of a commit, or as they lie in the work tree. */
async function filesSaying(git: GitLocation, ids: readonly string[], commit?: string): Promise<string[]> {
  const folder = git.prefix === '' ? 'cases' : `${git.prefix.replace(/[*?[\]\\]/g, '\\$&')}/cases`
  const tree = commit === undefined ? [] : [commit]
  const call = ['grep', '-z', '-l', '-F', '-f', '-', ...tree, '--', `:(glob)${folder}/*/case.yaml`]
  const input = ids.map((id) => `${id}\n`).join('')
  const { stdout } = await plumb(git.top, call, { answers: [1], input })
  const skipped = commit === undefined ? 0 : commit.length + 1
  return listedPaths(stdout.toString()).map((path) => path.slice(skipped))
}
