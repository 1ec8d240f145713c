import { randomUUID } from 'node:crypto'
import { posix } from 'node:path'
import { RepositoryError } from '../errors.ts'
import { answerOf, attempt, listedPaths, printed } from '../git.ts'
import { headState } from '../git-work-tree.ts'
import { type GitLocation, locateGit, needGit } from '../gitdir.ts'
import { withLock } from '../lock.ts'
import { moveBranchTo } from './adopt.ts'
import { placeAt } from './create.ts'
import { askRemote, knownAddress, type Remote, withoutSecret } from './remote.ts'
import { makeCommit, readTree, type TreeChange, withScratch } from './tree.ts'

/** The branches at an address, before anything is sent there. */
export interface SharedState {
  /** The branch that a clone gets; null where the server does not say. */
  readonly head: string | null
  /** The commits of the branches, by their names. */
  readonly branches: ReadonlyMap<string, string>
}

/** A branch that holds a case repository. */
export interface LibraryBranch {
  readonly branch: string
  readonly commit: string
  /** The folder of ejc.yaml in the work tree, empty for the root. */
  readonly folder: string
}

/** Where fetched branches are kept while they are looked at: no branch, so that nothing else takes them for one. */
const LOOKED_AT = 'refs/ejc/looked-at'

/** The branches at an address. Throws `git` where no repository answers there. */
export async function lookAt(root: string, address: string, mayAsk: boolean): Promise<SharedState> {
  const listed = await askRemote(root, ['ls-remote', '--symref', '--end-of-options', address], mayAsk)
  const lines = listed.split('\n')
  const head = lines.map((line) => /^ref: refs\/heads\/(.+)\tHEAD$/.exec(line)?.[1]).find(Boolean)
  const branches = new Map(
    lines.flatMap((line): [string, string][] => {
      const [, commit = '', branch = ''] = /^([0-9a-f]+)\trefs\/heads\/(.+)$/.exec(line) ?? []
      return branch === '' ? [] : [[branch, commit]]
    }),
  )
  return { head: head ?? (branches.size ? null : await unbornHead(root, address, mayAsk)), branches }
}

/** The branch that the HEAD of an empty repository names: only a clone is told. Null where the server does not say. */
async function unbornHead(root: string, address: string, mayAsk: boolean): Promise<string | null> {
  const told = await headOfClone(root, address, mayAsk, [])
  if (told !== null || placeAt(address, root).kind !== 'ssh') return told
  try {
    return await headOfClone(root, address, mayAsk, [NEWER])
  } catch (error) {
    // A server that runs nothing but git itself.
    if (error instanceof RepositoryError) return null
    throw error
  }
}

/** Over ssh, a server tells this only in version 2 of git's protocol, which must be asked for in this way. */
const NEWER = '--upload-pack=GIT_PROTOCOL=version=2 git-upload-pack'
/** What the HEAD of the clone names where the server has not said anything. */
const UNTOLD = 'ejc-untold'

function headOfClone(
  root: string,
  address: string,
  mayAsk: boolean,
  how: readonly string[],
): Promise<string | null> {
  return withScratch(needGit(root), async (folder) => {
    const clone = posix.join(folder.replaceAll('\\', '/'), 'empty.git')
    const untold = ['-c', `init.defaultBranch=${UNTOLD}`]
    const args = ['clone', '--quiet', '--bare', ...how, '--end-of-options', address, clone]
    await askRemote(root, [...untold, ...args], mayAsk)
    const head = await answerOf(clone, ['symbolic-ref', '--quiet', '--short', 'HEAD'])
    return head === UNTOLD ? null : head
  })
}

/** The branches among `state` that hold a case repository. Fetches them; no branch of the clone changes. */
export async function libraryBranches(
  root: string,
  address: string,
  { branches }: SharedState,
  mayAsk: boolean,
): Promise<readonly LibraryBranch[]> {
  if (!branches.size) return []
  const place = `${LOOKED_AT}/${randomUUID()}`
  const wanted = `+refs/heads/*:${place}/*`
  const how = ['--quiet', '--no-tags', '--no-write-fetch-head', '--end-of-options']
  await askRemote(root, ['fetch', ...how, address, wanted], mayAsk)
  try {
    const found: LibraryBranch[] = []
    for (const [branch, commit] of branches) {
      const folder = await libraryFolder(root, commit)
      if (folder !== undefined) found.push({ branch, commit, folder })
    }
    return found
  } finally {
    await forgetLookedAt(root, place)
  }
}

/** The objects stay until git collects them; `ejc sync` fetches them again under their own names. */
async function forgetLookedAt(root: string, place: string): Promise<void> {
  const refs = await attempt(root, ['for-each-ref', '--format=delete %(refname)', `${place}/`])
  if (refs !== '') await printed(root, ['update-ref', '--stdin'], { input: refs })
}

/** The folder of the case repository in a commit; undefined where it holds none. */
export async function libraryFolder(root: string, commit: string): Promise<string | undefined> {
  const output = await printed(root, ['ls-tree', '-r', '-z', '--full-tree', '--name-only', commit])
  return libraryFolderOf(listedPaths(output))
}

/** The folder of the case repository among the files of a commit, empty for the root: where the topmost ejc.yaml is. */
export function libraryFolderOf(paths: readonly string[]): string | undefined {
  const [config] = paths
    .filter((path) => posix.basename(path) === 'ejc.yaml')
    .sort((one, other) => one.length - other.length)
  if (config === undefined) return undefined
  const folder = posix.dirname(config)
  return folder === '.' ? '' : folder
}

/**
 * The branch of the shared repository that our cases belong to, looked up before anything is sent for the first time:
 * never a second branch of cases, never a second history. Where the page that hosts the repository has put a README
 * there, our history takes it in.
 * @throws RepositoryError `no-remote` where other cases stand there, or cases on several branches
 */
export async function homeOf(
  root: string,
  remote: Remote,
  mayAsk: boolean,
  dryRun: boolean,
): Promise<Remote> {
  const { branch: own, commit } = await headState(root)
  if (own === null || commit === null || (await isFetched(root, remote))) return remote
  const address = (await attempt(root, ['remote', 'get-url', '--', remote.name])).trim()
  const state = await lookAt(root, address, mayAsk)
  const named = (branch: string): Remote => ({
    name: remote.name,
    branch,
    tracking: `refs/remotes/${remote.name}/${branch}`,
    isUpstream: remote.isUpstream && remote.branch === branch,
  })
  if (!state.branches.size) return named(state.head ?? own)
  const libraries = await libraryBranches(root, address, state, mayAsk)
  if (libraries.length) return named(await commonBranch(root, commit, { own, state, libraries }))
  const [first = own] = state.branches.keys()
  const target = state.head ?? (state.branches.has(own) ? own : first)
  const theirs = state.branches.get(target)
  if (theirs !== undefined && !dryRun) await takeIn(needGit(root), commit, theirs)
  return named(target)
}

/** Whether the branch there was fetched before: then it is settled. */
async function isFetched(root: string, { tracking }: Remote): Promise<boolean> {
  return (await answerOf(root, ['rev-parse', '--verify', '--quiet', `${tracking}^{commit}`])) !== null
}

interface Found {
  readonly own: string
  readonly state: SharedState
  readonly libraries: readonly LibraryBranch[]
}

/** The branch there that has a history in common with ours. */
async function commonBranch(root: string, ours: string, { own, state, libraries }: Found): Promise<string> {
  const related: string[] = []
  for (const { branch, commit } of libraries)
    if ((await answerOf(root, ['merge-base', ours, commit])) !== null) related.push(branch)
  const [only, ...others] = related
  if (only === undefined) throw otherLibrary(libraries)
  if (!others.length) return only
  const preferred = [state.head, own].find((branch) => branch !== null && related.includes(branch))
  if (preferred) return preferred
  const how = '请管理员留下一个分支，其余的合并进去后删除，再同步'
  throw new RepositoryError(
    'no-remote',
    `共享库的 ${related.join('、')} 分支上都有案件，不知道该用哪一个：${how}`,
  )
}

function otherLibrary(libraries: readonly LibraryBranch[]): RepositoryError {
  const branches = libraries.map(({ branch }) => branch).join('、')
  const how =
    '请用 ejc join 地址 取得它，再把本机 cases 中的案件文件夹移进去（编号已被占用的，先用 ejc renumber 改号），然后 ejc sync --commit'
  return new RepositoryError(
    'no-remote',
    `共享库里已有另一个案件库（${branches} 分支），与本机没有共同的来历，没有推送：${how}`,
  )
}

/** A commit of ours that also follows theirs: their files come in beside ours, and ours stay where both have one. */
async function takeIn(git: GitLocation, ours: string, theirs: string): Promise<void> {
  if ((await answerOf(git.top, ['merge-base', ours, theirs])) !== null) return
  const [mine, others] = [await readTree(git.top, ours), await readTree(git.top, theirs)]
  const changes = new Map<string, TreeChange>([...others].filter(([path]) => !mine.has(path)))
  const commit = await makeCommit(git, [ours, theirs], changes, '接上共享库原有的说明文件')
  await withLock(git.top, (lock) => moveBranchTo(git, { from: ours, commit }, lock))
}

/** Throws `no-remote` where the shared repository at an address holds other cases than ours. Stores nothing. */
export async function needOurs(root: string, address: string, mayAsk: boolean): Promise<void> {
  const { branch, commit } = await headState(root)
  if (branch === null || commit === null) return
  const state = await lookAt(root, address, mayAsk)
  const libraries = await libraryBranches(root, address, state, mayAsk)
  if (libraries.length) await commonBranch(root, commit, { own: branch, state, libraries })
}

/**
 * Throws `no-remote` for a clone whose shared repository holds a case repository already, for example on a branch that
 * `git clone` did not check out: a second one here would never come together with it. A server that can't be reached
 * refuses nothing.
 */
export async function needNoLibrary(root: string, mayAsk: boolean): Promise<void> {
  if (!locateGit(root)) return
  const known = await knownAddress(root)
  if (!known) return
  const libraries = await librariesIfReached(root, known.url, mayAsk)
  if (!libraries.length) return
  const branches = libraries.map(({ branch }) => branch).join('、')
  throw new RepositoryError(
    'no-remote',
    `这个文件夹的共享库里已有案件库（${branches} 分支），不能另建一个：请在别的文件夹运行 ejc join ${withoutSecret(known.url)}`,
  )
}

async function librariesIfReached(
  root: string,
  address: string,
  mayAsk: boolean,
): Promise<readonly LibraryBranch[]> {
  try {
    return await libraryBranches(root, address, await lookAt(root, address, mayAsk), mayAsk)
  } catch (error) {
    if (error instanceof RepositoryError) return []
    throw error
  }
}
