import { chmodSync, existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { placeAside, removeAside } from '../aside.ts'
import { rename, writeWhole } from '../durable.ts'
import { RepositoryError, systemErrorReason } from '../errors.ts'
import { attempt, plumb, printed } from '../git.ts'
import { headState } from '../git-work-tree.ts'
import { hookFiles } from '../init/hooks.ts'
import { shellWord } from '../shell-word.ts'
import { askRemote } from './remote.ts'

/** An address as git understands it: a folder of this machine or of the network, or a server that ssh reaches. */
export type SharedPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'ssh'; readonly path: string }
  | { readonly kind: 'web' }

/** What kind of address this is; relative folders are those of `from`. */
export function placeAt(address: string, from: string): SharedPlace {
  if (/^file:\/\//i.test(address)) return { kind: 'folder', folder: fileURLToPath(address) }
  const ssh = /^ssh:\/\/[^/]+(\/.+)$/i.exec(address)?.[1]
  // `~` of ssh://host/~/path is the home folder there.
  if (ssh !== undefined) return { kind: 'ssh', path: ssh.replace(/^\/~\//, '') }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(address)) return { kind: 'web' }
  // host:path, but neither C:\path nor a folder whose name holds a colon behind a slash.
  const scp = /^(?![A-Za-z]:[\\/])[^/\\:]+:(?!\/\/)(.+)$/.exec(address)?.[1]
  if (scp !== undefined) return { kind: 'ssh', path: scp.replace(/^~\//, '') }
  return { kind: 'folder', folder: resolve(from, address) }
}

/**
 * Makes an empty shared repository at an address, whose HEAD names our branch; true when it made one. One that is there
 * and still empty gets that HEAD where it is a folder; one that holds commits is left as it is.
 * @throws RepositoryError `io` where a folder holds something else, `git` where the server does not let us
 */
export async function createShared(
  root: string,
  address: string,
  from: string,
  mayAsk: boolean,
): Promise<boolean> {
  const { branch } = await headState(root)
  const own = branch ?? 'main'
  const place = placeAt(address, from)
  if (place.kind === 'folder') return createFolder(root, place.folder, own)
  if (place.kind === 'ssh') return createByShell(root, address, { path: place.path, branch: own }, mayAsk)
  throw new RepositoryError(
    'no-remote',
    '网页上的共享库不能由 ejc 新建：请在该网页上新建一个空库（不要勾选 README），再运行 ejc sync --remote 地址',
  )
}

async function createFolder(root: string, folder: string, branch: string): Promise<boolean> {
  const state = statSync(folder, { throwIfNoEntry: false })
  if (state && !state.isDirectory())
    throw new RepositoryError('io', `${folder} 是文件，不是文件夹：请换一个位置`)
  if (state && readdirSync(folder).length) {
    await nameHead(root, folder, branch)
    return false
  }
  const newFolder = placeAside(folder)
  try {
    mkdirSync(dirname(folder), { recursive: true })
    const how = ['--quiet', '--bare', '--shared=group', `--initial-branch=${branch}`]
    await attempt(root, ['init', ...how, '--', newFolder])
    // What everybody has is never replaced, whoever pushes.
    await plumb(newFolder, ['config', 'receive.denyNonFastForwards', 'true'])
    await plumb(newFolder, ['config', 'receive.denyDeletes', 'true'])
    // An empty folder that was there gives way; on Windows a rename would not replace it.
    if (state) rmdirSync(folder)
    rename(newFolder, folder)
    return true
  } catch (error) {
    removeAside(newFolder)
    // Somebody else has made it meanwhile.
    if (existsSync(resolve(folder, 'HEAD'))) return false
    if (error instanceof RepositoryError) throw error
    throw new RepositoryError('io', `无法在 ${folder} 新建共享库：${systemErrorReason(error)}`, {
      cause: error,
    })
  }
}

/** Lets the HEAD of an empty repository name our branch. Throws `io` where the folder holds something else. */
async function nameHead(root: string, folder: string, branch: string): Promise<void> {
  if (!existsSync(resolve(folder, 'HEAD')) || !existsSync(resolve(folder, 'objects'))) {
    const how = '请换一个空文件夹，或者没有的文件夹'
    throw new RepositoryError('io', `${folder} 里已有别的文件，不是共享库：${how}`)
  }
  // simple-git refuses to be told of another git folder.
  const there = `--git-dir=${folder}`
  const any = await printed(root, [there, 'for-each-ref', '--count=1', 'refs/heads/'])
  if (any === '') await printed(root, [there, 'symbolic-ref', 'HEAD', `refs/heads/${branch}`])
}

/**
 * Over ssh, the program that git starts there makes the repository before it answers: so the same ssh, key and
 * questions serve as for everything else.
 */
async function createByShell(
  root: string,
  address: string,
  { path, branch }: { readonly path: string; readonly branch: string },
  mayAsk: boolean,
): Promise<boolean> {
  const at = shellWord(path)
  const init = `git init --quiet --bare --shared=group --initial-branch=${shellWord(branch)} ${at}`
  const safe = `git -C ${at} config receive.denyNonFastForwards true && git -C ${at} config receive.denyDeletes true`
  const make = `mkdir -p ${at} && [ -z "$(ls -A ${at})" ] && ${init} && ${safe}`
  const there = `test -e ${shellWord(`${path}/HEAD`)} || { ${make}; } >&2`
  try {
    await askRemote(root, ['ls-remote', '--quiet', '--end-of-options', address], mayAsk)
    return false
  } catch (missing) {
    if (!isMissing(missing)) throw missing
  }
  const program = `${there}; git-upload-pack`
  await askRemote(
    root,
    ['ls-remote', '--quiet', `--upload-pack=${program}`, '--end-of-options', address],
    mayAsk,
  )
  return true
}

/** Whether a server answered that it has no such repository, and not that it can't be reached. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof RepositoryError)) return false
  return /does not appear to be a git repository|not found|no such file/i.test(error.said ?? error.message)
}

/** The address in a form that stays right wherever git is called: a relative folder becomes an absolute one. */
export function lastingAddress(address: string, from: string): string {
  const place = placeAt(address, from)
  return place.kind === 'folder' && !/^file:\/\//i.test(address) ? place.folder : address
}

/** Puts the hook that refuses cases with errors into a shared folder. */
export function installServerHook(folder: string): void {
  const text = hookFiles.find(([path]) => path === 'hooks/pre-receive')?.[1] ?? ''
  const file = join(folder, 'hooks', 'pre-receive')
  writeWhole(file, text, 0o755)
  chmodSync(file, 0o755)
}
