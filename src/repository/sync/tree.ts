import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { removeFolder } from '../durable.ts'
import { RepositoryError } from '../errors.ts'
import { plumb, printed } from '../git.ts'
import type { GitLocation } from '../gitdir.ts'
import { printable, slashed } from '../paths.ts'
import { isProcessRunning } from '../process.ts'

/** A file of a commit. */
export interface TreeEntry {
  readonly mode: string
  readonly hash: string
}

/** The files of a commit by their paths from the top of the work tree. */
export type Tree = ReadonlyMap<string, TreeEntry>

/** The new content of a path: a file known to git, new bytes, or nothing. */
export type TreeChange = TreeEntry | { readonly mode: string; readonly bytes: Uint8Array } | null

/** The mode of a file that is not executable. */
export const PLAIN_FILE_MODE = '100644'
const readable = /^100(?:644|755)$/

/** The files of a commit. */
export async function readTree(top: string, commit: string): Promise<Tree> {
  const output = await printed(top, ['ls-tree', '-r', '-z', '--full-tree', commit])
  const entries = output.split('\0').flatMap((line): [string, TreeEntry][] => {
    const [, mode = '', hash = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? []
    return path === '' ? [] : [[path, { mode, hash }]]
  })
  return new Map(entries)
}

/** The files of the three commits of a merge: base, ours and theirs. */
export interface Trees {
  readonly base: Tree
  readonly ours: Tree
  readonly theirs: Tree
}

/** The files of the commits of a merge. */
export async function readTrees(
  top: string,
  { base, ours, theirs }: Readonly<Record<keyof Trees, string>>,
): Promise<Trees> {
  return {
    base: await readTree(top, base),
    ours: await readTree(top, ours),
    theirs: await readTree(top, theirs),
  }
}

/** Whether an entry is the same file with the same content and mode on both sides. */
export function isSameEntry(one: TreeEntry | undefined, other: TreeEntry | undefined): boolean {
  return one?.hash === other?.hash && one?.mode === other?.mode
}

/** Throws `unsafe-path` for what ejc never writes: symbolic links and repositories in the repository. */
export function needReadable(path: string, entry: TreeEntry | undefined): void {
  if (!entry || readable.test(entry.mode)) return
  const what = entry.mode === '160000' ? '子模块' : '符号链接'
  throw new RepositoryError(
    'unsafe-path',
    `对方的提交含有${what} ${printable(path)}，ejc 不会写入：请对方换成普通文件，或请熟悉 git 的同事合并`,
    { file: path },
  )
}

/** The contents of files known to git, by their hash. */
export async function readBlobs(
  top: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = [...new Set(hashes)]
  if (!wanted.length) return new Map()
  const { stdout } = await plumb(top, ['cat-file', '--batch'], { input: `${wanted.join('\n')}\n` })
  const blobs = new Map<string, Buffer>()
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf('\n', at)
    const [hash = '', type, size = ''] = stdout.subarray(at, end).toString().split(' ')
    if (type !== 'blob') throw new RepositoryError('git', `git 库缺少对象 ${hash}：请运行 git fsck 检查`)
    const start = end + 1
    blobs.set(hash, stdout.subarray(start, start + Number(size)))
    at = start + Number(size) + 1
  }
  return blobs
}

/**
 * Runs `work` with a folder inside git's own and removes it afterwards: nothing of a case is left in a public place.
 * Folders left by killed processes are removed too.
 */
export async function withScratch<T>(
  { ejcDir }: GitLocation,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  mkdirSync(ejcDir, { recursive: true })
  for (const name of readdirSync(ejcDir)) {
    const owner = /^sync-(\d+)-/.exec(name)?.[1]
    if (owner !== undefined && !isProcessRunning(Number(owner))) removeFolder(join(ejcDir, name))
  }
  const folder = mkdtempSync(join(ejcDir, `sync-${process.pid}-`))
  try {
    return await work(folder)
  } finally {
    removeFolder(folder)
  }
}

/**
 * Makes a commit of the tree of `parents[0]` with `changes`, and returns its hash. Branch, index and work tree do not
 * change.
 */
export async function makeCommit(
  git: GitLocation,
  parents: readonly [string, ...string[]],
  changes: ReadonlyMap<string, TreeChange>,
  message: string,
): Promise<string> {
  const [first] = parents
  const { top } = git
  return withScratch(git, async (folder) => {
    const env = { GIT_INDEX_FILE: join(folder, 'index') }
    await plumb(top, ['read-tree', first], { env })
    const lines: string[] = []
    for (const [path, change] of changes) lines.push(await indexLine(top, path, change, first))
    await plumb(top, ['update-index', '-z', '--index-info'], { env, input: lines.join('') })
    // Without this option, a partial clone fetches every file of all cases, only to see that it exists.
    const tree = (await printed(top, ['write-tree', '--missing-ok'], { env })).trim()
    needAsPlanned(changes, await readTree(top, first), await readTree(top, tree))
    const from = parents.flatMap((parent) => ['-p', parent])
    return (await printed(top, ['commit-tree', tree, ...from, '-F', '-'], { input: message })).trim()
  })
}

/**
 * Throws `unsafe-path` where the new tree differs from what was planned: git leaves out file names that it, or this
 * machine, refuses, and reports success.
 */
function needAsPlanned(changes: ReadonlyMap<string, TreeChange>, before: Tree, made: Tree): void {
  const differs = (path: string, change: TreeChange | undefined): boolean => {
    const entry = made.get(path)
    if (change === null) return entry !== undefined
    if (change === undefined) return !isSameEntry(before.get(path), entry)
    return (
      entry === undefined || entry.mode !== change.mode || ('hash' in change && entry.hash !== change.hash)
    )
  }
  const wrong = [...new Set([...before.keys(), ...changes.keys()])].find((path) =>
    differs(path, changes.get(path)),
  )
  if (wrong === undefined) return
  const why = 'git 在本机不收这个文件（多半是文件名不合格）'
  throw new RepositoryError(
    'unsafe-path',
    `${printable(wrong)}：${why}，没有合并，本机没有改动；请改名、提交并同步，再同步`,
    { file: wrong },
  )
}

async function indexLine(top: string, path: string, change: TreeChange, like: string): Promise<string> {
  if (change === null) return `0 ${'0'.repeat(like.length)}\t${path}\0`
  const hash = 'hash' in change ? change.hash : await hashOf(top, change.bytes)
  return `${change.mode} ${hash}\t${path}\0`
}

async function hashOf(top: string, bytes: Uint8Array): Promise<string> {
  return (await printed(top, ['hash-object', '-w', '--stdin'], { input: bytes })).trim()
}

/** Writes the files of a commit at `paths` below `folder`, as a checkout would. */
export async function layOut(
  git: GitLocation,
  commit: string,
  paths: readonly string[],
  folder: string,
): Promise<void> {
  const env = { GIT_INDEX_FILE: join(folder, 'index') }
  await plumb(git.top, ['read-tree', commit], { env })
  const to = `--prefix=${slashed(join(folder, 'files'))}/`
  const input = paths.map((path) => `${path}\0`).join('')
  await plumb(git.top, ['checkout-index', '--force', '-z', '--stdin', to], { env, input })
}
