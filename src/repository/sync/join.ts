import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { placeAside, removeAside } from '../aside.ts'
import { removeFolder, rename } from '../durable.ts'
import { RepositoryError, systemErrorReason } from '../errors.ts'
import { answerOf, attempt } from '../git.ts'
import { libraryAround } from '../repository.ts'
import { type JoinedLibrary, type JoinOptions, joinedBefore, rememberSource } from './joined.ts'
import { askRemote, withoutSecret } from './remote.ts'
import { libraryFolder } from './shared-library.ts'

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
 * Clones a shared library, or a backup of one, to `folder`, on the branch that holds the cases: whole, or not at all. A
 * folder that is there must be empty, or a clone of that address that has no commit yet, as a plain `git clone` leaves
 * it when the HEAD there names no branch; one that holds this very library already, for example after a call that was
 * stopped, is taken as it is.
 * @throws RepositoryError `io` where the folder is in use, `no-remote` where no branch, or more than one history, holds
 *   cases
 */
export async function joinLibrary(
  folder: string,
  address: string,
  options: JoinOptions,
): Promise<JoinedLibrary> {
  const there = await joinedBefore(folder, address, options)
  if (there) return there
  needOutside(folder)
  await needUsable(folder)
  const newFolder = placeAside(folder)
  try {
    mkdirSync(dirname(folder), { recursive: true })
    const { branch, inside, isHeadElsewhere } = await cloned(newFolder, address, options)
    rememberSource(newFolder, address)
    // Another call may have taken the folder meanwhile.
    await needUsable(folder)
    if (existsSync(folder)) removeFolder(folder)
    rename(newFolder, folder)
    return { root: join(folder, inside), branch, isHeadElsewhere, wasThere: false }
  } catch (error) {
    removeAside(newFolder)
    if (error instanceof RepositoryError) throw error
    throw new RepositoryError('io', `无法在 ${folder} 取得案件库：${systemErrorReason(error)}`, {
      cause: error,
    })
  }
}

async function cloned(
  made: string,
  address: string,
  { branch: wanted, mayAsk, isBackup }: JoinOptions,
): Promise<Omit<JoinedLibrary, 'root' | 'wasThere'> & { readonly inside: string }> {
  const how = ['--quiet', '--no-checkout', '--origin', 'origin', '--end-of-options']
  await askRemote(dirname(made), ['clone', ...how, address, made], mayAsk)
  const { branch, folder: inside } = await chosenBranch(made, wanted, address)
  const head = await answerOf(made, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'])
  const track = ['--track', `refs/remotes/origin/${branch}`]
  await attempt(made, ['checkout', '--quiet', '-B', branch, ...track])
  if (isBackup) await attempt(made, ['remote', 'remove', 'origin'])
  return { branch, inside, isHeadElsewhere: !isBackup && head !== `origin/${branch}` }
}

/** Throws `io` for a folder inside of a library: there the clone would lie in the way of everybody who syncs it. */
function needOutside(folder: string): void {
  const around = libraryAround(dirname(folder))
  if (around === undefined) return
  throw new RepositoryError(
    'io',
    `${folder} 位于案件库 ${around} 之内，不在那里加入：请换一个文件夹（ejc join 地址 文件夹）`,
  )
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
