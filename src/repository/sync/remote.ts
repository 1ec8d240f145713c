import { type CommitSummary, commitsOf } from '../commits.ts'
import { RepositoryError } from '../errors.ts'
import { answerOf, attempt, plumb, printed } from '../git.ts'
import { gitFailure } from '../git-trouble.ts'
import { headState } from '../git-work-tree.ts'

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

export interface Standing {
  readonly relation: Relation
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/** The result of a push. */
export type PushAnswer = 'pushed' | 'behind'

/** The shared repository of this clone. Throws `no-remote`, with what to do, when there is none or it isn't clear which. */
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
    '还没有共享库：请向管理员要来地址，运行 ejc sync --remote 地址（只需一次）',
  )
}

/** The name and address of the shared repository that this clone has; undefined while it has none, or not one alone. */
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

/**
 * Checks that a shared repository answers at an address and shares history with this one; stores nothing. Throws `git`
 * when none answers, and `no-remote` when it holds other cases.
 */
export async function needShared(root: string, address: string, mayAsk: boolean): Promise<void> {
  const { branch, commit } = await headState(root)
  const heads = await fromRemote(
    root,
    ['ls-remote', '--quiet', '--heads', '--end-of-options', address],
    mayAsk,
  )
  const ref = `refs/heads/${branch}`
  const theirs = heads
    .split('\n')
    .find((line) => line.endsWith(`\t${ref}`))
    ?.split('\t')[0]
  if (commit === null || theirs === undefined) return
  await fromRemote(root, ['fetch', '--quiet', '--no-tags', '--end-of-options', address, ref], mayAsk)
  await standingOf(root, commit, theirs)
}

const SHARED = 'origin'

/** Names the shared repository of this clone. */
export async function addRemote(root: string, address: string): Promise<void> {
  await attempt(root, ['remote', 'add', '--', SHARED, address])
}

/** Sets another shared repository. The former one is kept, with all that was fetched from it, under the name returned. */
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
async function fromRemote(root: string, args: readonly string[], mayAsk: boolean): Promise<string> {
  const { exit, stdout, stderr } = await plumb(root, args, { env: asking(mayAsk), answers: [1, 128] })
  if (exit === 0) return stdout.toString()
  throw gitFailure('无法取得共享库的内容（本机没有改动）', withoutSecret(stderr))
}

/** A text without the passwords in its addresses. */
export function withoutSecret(text: string): string {
  return text.replace(/\/\/[^/\s]*@/g, '//')
}

/** Whether git may ask for a password, in the terminal or (on Windows) in a window of its own. */
const asking = (mayAsk: boolean): Record<string, string> =>
  mayAsk ? {} : { GIT_TERMINAL_PROMPT: '0', GCM_INTERACTIVE: 'never' }

/** Fetches, and returns the commit of the branch there; null when the shared repository has none yet. */
export async function fetchFrom(
  root: string,
  { name, tracking }: Remote,
  mayAsk: boolean,
): Promise<string | null> {
  await fromRemote(root, ['fetch', '--quiet', '--end-of-options', name], mayAsk)
  return answerOf(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${tracking}^{commit}`])
}

/** How ours and theirs stand to each other. Throws `no-remote` when they have no history in common. */
export async function standingOf(root: string, ours: string, theirs: string): Promise<Standing> {
  const base = await answerOf(root, ['merge-base', ours, theirs])
  if (base === null) {
    const how = '请用 git clone 取得共享库，再把本机的案件放进去'
    throw new RepositoryError('no-remote', `本机与共享库没有共同的来历，不能合并：${how}`)
  }
  const relation =
    ours === theirs ? 'same' : base === theirs ? 'ahead' : base === ours ? 'behind' : 'diverged'
  return { relation, base, ours, theirs }
}

/** Pushes HEAD, never by force. `behind`: somebody pushed first. Throws `git` when it is refused for another reason. */
export async function pushTo(root: string, remote: Remote, mayAsk: boolean): Promise<PushAnswer> {
  const upstream = remote.isUpstream ? [] : ['--set-upstream']
  const args = [
    'push',
    '--porcelain',
    ...upstream,
    '--end-of-options',
    remote.name,
    `HEAD:refs/heads/${remote.branch}`,
  ]
  const pushed = await plumb(root, args, { env: asking(mayAsk), answers: [1, 128] })
  if (pushed.exit === 0) return 'pushed'
  const said = `${pushed.stdout}\n${pushed.stderr}`
  if (/\[rejected\]|cannot lock ref|failed to update ref|incorrect old value/.test(said)) return 'behind'
  const why = withoutSecret(pushed.stderr || pushed.stdout.toString().trim())
  throw gitFailure('共享库没有接收，本机内容完好；请按下述原因处理后，再运行 ejc sync', why)
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
