import { type CommitSummary, commitsOf } from '../commits.ts'
import { RepositoryError } from '../errors.ts'
import { answerOf, attempt, plumb, printed } from '../git.ts'
import { gitFailure } from '../git-trouble.ts'
import { headState } from '../git-work-tree.ts'
import { withLock } from '../lock.ts'
import { mergeBase } from './base.ts'

/** The shared repository, and the branch there that corresponds to ours. */
export interface Remote {
  readonly name: string
  readonly branch: string
  /** The reference with the last fetched commit of that branch. */
  readonly tracking: string
  /** Whether the branch is set as the upstream of ours. */
  readonly isUpstream: boolean
}

/** How our branch stands to theirs. */
export type Relation = 'same' | 'ahead' | 'behind' | 'diverged'

export interface BranchRelation {
  readonly relation: Relation
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/** The result of a push. */
export type PushAnswer = 'pushed' | 'behind'

/**
 * The shared repository of this clone. Throws `no-remote`, with what to do, when there is none or it isn't clear which.
 */
export async function remoteOf(root: string): Promise<Remote> {
  const { branch } = await headState(root)
  const local = branch ?? ''
  const format = '--format=%(upstream:remotename)%00%(upstream:remoteref)%00%(upstream)'
  const known = await answerOf(root, ['for-each-ref', format, `refs/heads/${local}`])
  const [name = '', ref = '', tracking = ''] = known?.split('\0') ?? []
  if (name && name !== '.')
    return { name, branch: ref.replace('refs/heads/', ''), tracking, isUpstream: true }
  const names = (await attempt(root, ['remote'])).split('\n').filter((each) => each !== '')
  const [only, ...others] = names
  const chosen = others.length ? names.find((each) => each === 'origin') : only
  if (chosen !== undefined)
    return { name: chosen, branch: local, tracking: `refs/remotes/${chosen}/${local}`, isUpstream: false }
  throw new RepositoryError(
    'no-remote',
    '还没有共享库：管理员运行 ejc sync --remote 地址 --create 新建，其他人运行 ejc join 地址 加入；单位没有服务器的，用 ejc sync --commit 提交、ejc backup 备份',
  )
}

/** Whether this clone has a shared repository. */
export async function hasRemote(root: string): Promise<boolean> {
  return (await attempt(root, ['remote'])).trim() !== ''
}

/** The name and address of the shared repository that this clone has; undefined where it has none or several. */
export async function knownAddress(
  root: string,
): Promise<{ readonly name: string; readonly url: string } | undefined> {
  try {
    const { name } = await remoteOf(root)
    const url = await answerOf(root, ['config', '--get', `remote.${name}.url`])
    return url === null ? undefined : { name, url }
  } catch (error) {
    if (error instanceof RepositoryError && error.code === 'no-remote') return undefined
    throw error
  }
}

/** Checks that a shared repository answers at an address; stores nothing. Throws `git` when none answers. */
export async function needShared(root: string, address: string, mayAsk: boolean): Promise<void> {
  await askRemote(root, ['ls-remote', '--quiet', '--heads', '--end-of-options', address], mayAsk)
}

const SHARED = 'origin'

/** Names the shared repository of this clone, unless another call has just done so. */
export async function addRemote(root: string, address: string): Promise<void> {
  await withLock(root, async () => {
    if ((await knownAddress(root))?.url !== address)
      await attempt(root, ['remote', 'add', '--', SHARED, address])
  })
}

/**
 * Sets another shared repository. The former one is kept, with all that was fetched from it, under the name returned.
 */
export async function changeRemote(root: string, name: string, address: string): Promise<string> {
  const { branch } = await headState(root)
  const taken = (await attempt(root, ['remote'])).split('\n')
  const former = freeName('former', taken)
  // Its branches are renamed too, so that none of them is taken for a branch of the new one.
  await attempt(root, ['remote', 'rename', '--', name, former])
  const fresh = freeName(SHARED, [former, ...taken.filter((each) => each !== name)])
  await attempt(root, ['remote', 'add', '--', fresh, address])
  await attempt(root, ['config', `branch.${branch}.remote`, fresh])
  await attempt(root, ['config', `branch.${branch}.merge`, `refs/heads/${branch}`])
  return former
}

function freeName(name: string, taken: readonly string[]): string {
  for (let count = 2, free = name; ; free = `${name}-${count++}`) if (!taken.includes(free)) return free
}

/** The output of a git call that contacts the shared repository. */
export async function askRemote(root: string, args: readonly string[], mayAsk: boolean): Promise<string> {
  const { exit, stdout, stderr } = await plumb(root, args, { env: asking(mayAsk), answers: [1, 128] })
  if (exit === 0) return stdout.toString()
  throw gitFailure('无法取得共享库的内容（没有收取，本机的记录不受影响）', withoutSecret(stderr))
}

/** A text without the passwords in its addresses. */
export function withoutSecret(text: string): string {
  return text.replace(/\/\/[^/\s]*@/g, '//')
}

/** Whether git may ask for a password, in the terminal or (on Windows) in a window of its own. */
export const asking = (mayAsk: boolean): Record<string, string> =>
  mayAsk ? {} : { GIT_TERMINAL_PROMPT: '0', GCM_INTERACTIVE: 'never' }

/** Fetches, and returns the commit of the branch there; null when the shared repository has none yet. */
export async function fetchFrom(
  root: string,
  { name, tracking }: Remote,
  mayAsk: boolean,
): Promise<string | null> {
  await fetchInTurn(root, name, mayAsk)
  return answerOf(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${tracking}^{commit}`])
}

/** Another fetch in this clone may hold the references: then this one is run again. */
async function fetchInTurn(root: string, name: string, mayAsk: boolean): Promise<void> {
  for (let attempts = 1; ; attempts++) {
    try {
      await askRemote(root, ['fetch', '--quiet', '--end-of-options', name], mayAsk)
      return
    } catch (error) {
      const said = error instanceof RepositoryError ? (error.said ?? error.message) : ''
      if (attempts === MOST_FETCHES || !/cannot lock ref|unable to update local ref/.test(said)) throw error
    }
  }
}

const MOST_FETCHES = 5

/** How ours and theirs stand to each other. Throws `no-remote` when they have no history in common. */
export async function relationOf(root: string, ours: string, theirs: string): Promise<BranchRelation> {
  const base = await mergeBase(root, ours, theirs)
  if (base === null) {
    const how =
      '请用 ejc join 地址 在别的文件夹取得共享库，再把本机 cases 中的案件文件夹移进去（编号已被占用的，先用 ejc renumber 改号），然后 ejc sync --commit'
    throw new RepositoryError('no-remote', `本机与共享库没有共同的来历，不能合并：${how}`)
  }
  const relation =
    ours === theirs ? 'same' : base === theirs ? 'ahead' : base === ours ? 'behind' : 'diverged'
  return { relation, base, ours, theirs }
}

/** Pushes HEAD, never by force. `behind`: somebody pushed first. Throws `git` when it is refused for another reason. */
export async function pushTo(root: string, remote: Remote, mayAsk: boolean): Promise<PushAnswer> {
  const target = `HEAD:refs/heads/${remote.branch}`
  const args = ['push', '--porcelain', '--end-of-options', remote.name, target]
  const pushed = await plumb(root, args, { env: asking(mayAsk), answers: [1, 128] })
  if (pushed.exit === 0) {
    if (!remote.isUpstream) await setUpstream(root, remote)
    return 'pushed'
  }
  const said = `${pushed.stdout}\n${pushed.stderr}`
  if (/\[rejected\]|cannot lock ref|failed to update ref|incorrect old value/.test(said)) return 'behind'
  const why = withoutSecret(pushed.stderr || pushed.stdout.toString().trim())
  throw gitFailure('共享库没有接收，本机内容完好；请按下述原因处理后，再运行 ejc sync', why)
}

/**
 * Sets the upstream after the push and under the lock: a push that can't write its settings at once is reported as
 * failed.
 */
async function setUpstream(root: string, { name, branch }: Remote): Promise<void> {
  const { branch: own } = await headState(root)
  await withLock(root, async () => {
    await attempt(root, ['config', `branch.${own}.remote`, name])
    await attempt(root, ['config', `branch.${own}.merge`, `refs/heads/${branch}`])
  })
}

/** The commits after one commit (null: from the beginning) up to another, newest first, without merge commits. */
export function commitsBetween(root: string, from: string | null, to: string): Promise<CommitSummary[]> {
  return commitsOf(root, ['--no-merges', from === null ? to : `${from}..${to}`])
}

/** Who last changed a file between two commits, and on which day; undefined when nobody did. */
export async function lastChange(
  top: string,
  from: string,
  to: string,
  path: string,
): Promise<{ readonly by: string; readonly on: string } | undefined> {
  const args = ['log', '-1', '--no-merges', '--no-show-signature', '--format=%an%x00%cs', `${from}..${to}`]
  const [by = '', on = ''] = (await printed(top, [...args, '--', `:(top,literal)${path}`])).trim().split('\0')
  return by === '' ? undefined : { by, on }
}
