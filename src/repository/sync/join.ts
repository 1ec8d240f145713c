import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { removeFolder, rename } from '../durable.ts'
import { RepositoryError, systemErrorReason } from '../errors.ts'
import { answerOf, attempt } from '../git.ts'
import { askRemote, withoutSecret } from './remote.ts'
import { libraryFolder } from './shared-library.ts'

/** How a library is joined. */
export interface JoinOptions {
  /** The branch to take, where several hold cases. */
  readonly branch: string | undefined
  readonly mayAsk: boolean
  /** Whether the address is a backup, which nobody can push to: the clone keeps no address then. */
  readonly isBackup: boolean
}

/** A clone that was made. */
export interface JoinedLibrary {
  /** The folder of ejc.yaml. */
  readonly root: string
  readonly branch: string
  /** Whether a plain clone by git would have got another branch, or none: the administrator has to mend that. */
  readonly isHeadElsewhere: boolean
}

/** The folder that a clone gets by default: the last name of the address, as git has it. */
export function folderNameOf(address: string): string {
  const last =
    address
      .replace(/[/\\]+$/, '')
      .split(/[/\\:]/)
      .at(-1) ?? ''
  return last.replace(/\.(?:git|bundle)$/i, '') || '案件库'
}

/**
 * Clones a shared library, or a backup of one, to `folder`, on the branch that holds the cases: whole, or not at all. A folder
 * that is there must be empty, or a clone of that address that has no commit yet, as a plain `git clone` leaves it when the
 * HEAD there names no branch.
 * @throws RepositoryError `io` where the folder is in use, `no-remote` where no branch, or more than one history, holds cases
 */
export async function joinLibrary(
  folder: string,
  address: string,
  { branch, mayAsk, isBackup }: JoinOptions,
): Promise<JoinedLibrary> {
  await needUsable(folder)
  const parent = dirname(folder)
  const made = join(parent, `${basename(folder)}.ejc-join`)
  try {
    mkdirSync(parent, { recursive: true })
    removeFolder(made)
    const how = ['--quiet', '--no-checkout', '--origin', 'origin', '--end-of-options']
    await askRemote(parent, ['clone', ...how, address, made], mayAsk)
    const chosen = await chosenBranch(made, branch, address)
    const head = await answerOf(made, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'])
    await attempt(made, [
      'checkout',
      '--quiet',
      '-B',
      chosen.branch,
      '--track',
      `refs/remotes/origin/${chosen.branch}`,
    ])
    if (isBackup) await attempt(made, ['remote', 'remove', 'origin'])
    if (existsSync(folder)) removeFolder(folder)
    rename(made, folder)
    return {
      root: join(folder, chosen.folder),
      branch: chosen.branch,
      isHeadElsewhere: !isBackup && head !== `origin/${chosen.branch}`,
    }
  } catch (error) {
    removeFolder(made)
    if (error instanceof RepositoryError) throw error
    throw new RepositoryError('io', `无法在 ${folder} 取得案件库：${systemErrorReason(error)}`, {
      cause: error,
    })
  }
}

/** Throws `io` for a folder whose files a clone would replace. */
async function needUsable(folder: string): Promise<void> {
  const state = statSync(folder, { throwIfNoEntry: false })
  if (!state) return
  if (!state.isDirectory()) throw new RepositoryError('io', `${folder} 是文件，不是文件夹：请换一个位置`)
  const entries = readdirSync(folder)
  if (!entries.length) return
  const isEmptyClone = entries.length === 1 && entries[0] === '.git' && !(await hasCommit(folder))
  if (isEmptyClone) return
  const what = existsSync(join(folder, 'ejc.yaml')) ? '已经是案件库' : '里已有文件'
  throw new RepositoryError('io', `${folder} ${what}，不会覆盖：请换一个文件夹（ejc join 地址 文件夹）`)
}

async function hasCommit(folder: string): Promise<boolean> {
  return (await answerOf(folder, ['rev-list', '--all', '--max-count=1'])) !== null
}

/** The branch of a clone that holds the cases. */
async function chosenBranch(
  clone: string,
  wanted: string | undefined,
  address: string,
): Promise<{ readonly branch: string; readonly folder: string }> {
  const listed = await attempt(clone, [
    'for-each-ref',
    '--format=%(refname:lstrip=3)',
    'refs/remotes/origin/',
  ])
  const names = listed.split('\n').filter((name) => name !== '' && name !== 'HEAD')
  const libraries: { readonly branch: string; readonly folder: string }[] = []
  for (const branch of names) {
    const folder = await libraryFolder(clone, `refs/remotes/origin/${branch}`)
    if (folder !== undefined) libraries.push({ branch, folder })
  }
  const named = wanted === undefined ? undefined : libraries.find(({ branch }) => branch === wanted)
  if (named) return named
  const branches = libraries.map(({ branch }) => branch).join('、')
  if (wanted !== undefined)
    throw new RepositoryError(
      'no-remote',
      `${wanted} 分支上没有案件库${branches && `（有的是 ${branches}）`}`,
    )
  const [only, ...others] = libraries
  if (!only) throw nothingThere(address)
  if (!others.length) return only
  const head = await answerOf(clone, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'])
  const usual = libraries.find(({ branch }) => `origin/${branch}` === head)
  if (usual && (await isOneHistory(clone, libraries))) return usual
  throw new RepositoryError(
    'no-remote',
    `共享库的 ${branches} 分支上都有案件：请问管理员用哪一个，加上 --branch 分支名`,
  )
}

async function isOneHistory(
  clone: string,
  libraries: readonly { readonly branch: string }[],
): Promise<boolean> {
  const [first, ...others] = libraries.map(({ branch }) => `refs/remotes/origin/${branch}`)
  for (const other of others)
    if (first === undefined || (await answerOf(clone, ['merge-base', first, other])) === null) return false
  return true
}

function nothingThere(address: string): RepositoryError {
  const how =
    '请管理员在已有案件库的电脑上运行 ejc sync --remote 地址，放进去以后再加入；还没有案件库的，先运行 ejc init'
  return new RepositoryError('no-remote', `${withoutSecret(address)} 里还没有案件库：${how}`)
}
