import { type CommitSummary, commitsOf } from '../commits.ts'
import { RepositoryError } from '../errors.ts'
import { answerOf, attempt, headState } from '../git.ts'
import { plumb, printed } from './plumbing.ts'

/** The shared repository, and the branch there that goes with ours. */
export interface Remote {
  readonly name: string
  readonly branch: string
  /** Where git keeps what it last saw of that branch. */
  readonly tracking: string
  /** Whether git knows that the two branches go together. */
  readonly isUpstream: boolean
}

/** How far the two have gone since they parted. */
export type Relation = 'same' | 'ahead' | 'behind' | 'diverged'

export interface Standing {
  readonly relation: Relation
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/** What the other side has answered to a push. */
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

/**
 * Names the shared repository. Throws `no-remote` when there is one already at another address, and `git`, with nothing
 * stored, when none answers there.
 */
export async function addRemote(root: string, address: string, mayAsk: boolean): Promise<void> {
  const known = await answerOf(root, ['config', '--get', 'remote.origin.url'])
  if (known === address) return
  if (known !== null) {
    const how = '要换地址，请运行 git remote set-url origin 新地址'
    throw new RepositoryError('no-remote', `共享库已是 ${withoutSecret(known)}：${how}`)
  }
  const args = ['ls-remote', '--quiet', '--heads', '--end-of-options', address]
  const listed = await plumb(root, args, { env: asking(mayAsk), answers: [1, 128] })
  if (listed.exit !== 0) throw unreachable(listed.stderr)
  await attempt(root, ['remote', 'add', '--', 'origin', address])
}

/** A text without the passwords that may stand in its addresses. */
function withoutSecret(text: string): string {
  return text.replace(/\/\/[^/\s]*@/g, '//')
}

function unreachable(said: string): RepositoryError {
  const how = '请检查网络、地址和权限；本机没有改动'
  return new RepositoryError('git', `无法取得共享库的内容：\n${withoutSecret(said)}\n${how}。`)
}

/** Whether git may ask for a password in the terminal. */
const asking = (mayAsk: boolean): Record<string, string> => ({
  LC_ALL: 'C',
  ...(mayAsk ? {} : { GIT_TERMINAL_PROMPT: '0' }),
})

/** Fetches, and answers the commit of the branch there; null when the shared repository has none yet. */
export async function fetchFrom(
  root: string,
  { name, tracking }: Remote,
  mayAsk: boolean,
): Promise<string | null> {
  const fetched = await plumb(root, ['fetch', '--quiet', '--end-of-options', name], {
    env: asking(mayAsk),
    answers: [1, 128],
  })
  if (fetched.exit !== 0) throw unreachable(fetched.stderr)
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

/** Pushes HEAD, never by force. `behind`: somebody was quicker. Throws `git` when it is refused for another reason. */
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
  throw new RepositoryError(
    'git',
    `共享库没有接收，本机内容完好：\n${why}\n请按上述原因处理后，再运行 ejc sync。`,
  )
}

/** What was done from one commit (null: the beginning) to another, newest first, without the commits of merging. */
export function commitsBetween(root: string, from: string | null, to: string): Promise<CommitSummary[]> {
  return commitsOf(root, ['--no-merges', from === null ? to : `${from}..${to}`])
}

/** Who last changed a file on the way from one commit to another, and on which day; undefined when nobody did. */
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
