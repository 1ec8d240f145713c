import { copyFileSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { placeAside, removeAside } from './aside.ts'
import { digestOf } from './digest.ts'
import { digestOfFile, flushFolder, rename, writeFlushed } from './durable.ts'
import { RepositoryError } from './errors.ts'
import { attempt, listedPaths, RECORD_END } from './git.ts'
import { history } from './git-history.ts'
import { headState, status } from './git-work-tree.ts'
import { needGit } from './gitdir.ts'
import { withLock } from './lock.ts'
import { foldedName, numberedPath, pathBelow, printable, resolveInside, safeFileName } from './paths.ts'
import { recover } from './recover.ts'

/** Where an archive keeps what is for programs: data, history and manifest. */
export const METADATA = '元数据'

/**
 * The list of an archive's files with their SHA-256, in the format of `sha256sum`, relative to the archive. Archives by
 * earlier versions have it beside their other files.
 */
export const MANIFEST = `${METADATA}/manifest.sha256`
export const EARLIER_MANIFEST = 'manifest.sha256'

/**
 * What goes into an archive at `path` (posix, relative to it): a file of the repository, one that is kept outside of it
 * (absolute, with the SHA-256 that it must have), or what was made for the archive.
 */
export type ArchiveItem = { readonly path: string } & (
  | { readonly source: string }
  | { readonly outside: string; readonly sha256: string }
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
)

/** One commit that changed a case; `action` is null for a commit made without ejc. */
export interface CaseCommit {
  readonly commit: string
  /** Strict ISO 8601 with zone. */
  readonly committedAt: string
  readonly author: string
  readonly title: string
  readonly action: string | null
  readonly subject: string | null
  /** The message below the title, such as the reason of a correction; empty for a commit made without ejc. */
  readonly note: string
}

/**
 * Runs `work` on the committed state of a case, with the commit, while no other ejc writes; `confirm` throws when that
 * state has changed since, so that what was copied meanwhile cannot be relied on. Throws `changed-meanwhile` when
 * something of the case is not committed.
 */
export async function onCommitted<T>(
  root: string,
  caseId: string,
  work: (commit: string, confirm: () => Promise<void>) => Promise<T>,
): Promise<T> {
  return withLock(root, async (lock) => {
    await recover(root, { lock })
    const commit = await needCommitted(root, caseId)
    return work(commit, async () => {
      if ((await needCommitted(root, caseId)) === commit) return
      throw new RepositoryError('changed-meanwhile', '立卷时案件库有新的提交，没有立卷：请重新运行')
    })
  })
}

/** The commit of HEAD. Throws `changed-meanwhile`, naming the files, while the case differs from it. */
async function needCommitted(root: string, caseId: string): Promise<string> {
  const { commit } = await headState(root)
  const folder = `cases/${caseId}/`
  const changed = (await status(root)).map(({ path }) => path).filter((path) => path.startsWith(folder))
  if (commit !== null && !changed.length) return commit
  const files = changed.map((path) => `  ${printable(path)}`)
  throw new RepositoryError(
    'changed-meanwhile',
    [
      `案件 ${caseId} 有没有提交的内容，案卷只收已经提交的，没有立卷：`,
      ...files,
      '请先提交（ejc archive --commit，或 ejc sync --commit），或者还原，再立卷。',
    ].join('\n'),
  )
}

/** The committed files of a case, relative to its folder, each with the day on which it was last committed. */
export async function committedFiles(root: string, caseId: string): Promise<ReadonlyMap<string, string>> {
  const folder = `cases/${caseId}/`
  const names = listedPaths(await attempt(root, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', folder]))
  const days = await lastDays(root, folder)
  return new Map(
    names
      .filter((name) => name.startsWith(folder))
      .map((name) => [name.slice(folder.length), days.get(name) ?? '']),
  )
}

async function lastDays(root: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const format = ['--no-show-signature', '--no-renames', '--name-only', '--relative', '--format=%x1e%cs']
  const output = await attempt(root, ['log', '-z', ...format, '--', folder])
  const days = new Map<string, string>()
  for (const record of output.split(RECORD_END)) {
    const [day = '', ...names] = record.split(/[\0\n]/).filter((part) => part !== '')
    // The newest commit comes first: the first day found for a file is the day of its last change.
    for (const name of names) if (!days.has(name)) days.set(name, day)
  }
  return days
}

/** Every commit of a case, newest first: commits by ejc and commits by hand. */
export async function caseHistory(root: string, caseId: string): Promise<CaseCommit[]> {
  if ((await headState(root)).commit === null) return []
  const recorded = new Map((await history(root, caseId)).map((entry) => [entry.commit, entry]))
  const touching = (await touchingCommits(root, `cases/${caseId}/`)).map(
    (commit): CaseCommit => recorded.get(commit.commit) ?? commit,
  )
  const known = new Set(touching.map(({ commit }) => commit))
  // An action that changed no file made a commit without paths.
  const others = [...recorded.values()].filter(({ commit }) => !known.has(commit))
  if (!others.length) return touching
  const at = ({ committedAt }: CaseCommit): number => Date.parse(committedAt)
  return [...touching, ...others].sort((a, b) => at(b) - at(a))
}

async function touchingCommits(root: string, folder: string): Promise<CaseCommit[]> {
  const format = '--format=%H%x00%cI%x00%an%x00%s%x1e'
  const output = await attempt(root, ['log', '--no-show-signature', format, '--', folder])
  return output.split(RECORD_END).flatMap((record) => {
    const [commit = '', committedAt = '', author = '', title = ''] = record.trim().split('\0')
    return commit === ''
      ? []
      : [{ commit, committedAt, author, title, action: null, subject: null, note: '' }]
  })
}

/**
 * A name for each of `paths` that Windows allows; no two are the same to Windows. Names that are legal already stay.
 */
export function portableNames(paths: readonly string[]): string[] {
  const taken = new Set<string>()
  return paths.map((path) => {
    const safe = path
      .split('/')
      .map((part) => safeFileName(part))
      .join('/')
    let name = safe
    for (let count = 2; taken.has(foldedName(name)); count++) name = numberedPath(safe, count)
    taken.add(foldedName(name))
    return name
  })
}

/**
 * The absolute path of a new archive: `folder`, or `name` beside the git repository. Throws `io` when something is
 * there already, and `unsafe-path` inside the repository, where the copies would be committed.
 */
export function archiveTarget(root: string, folder: string | undefined, name: string): string {
  const { top } = needGit(root)
  const target = folder === undefined ? join(dirname(top), name) : resolve(folder)
  if (lstatSync(target, { throwIfNoEntry: false }))
    throw new RepositoryError('io', `${target} 已经存在，没有立卷：请用 --out 另写一个文件夹，或者先移走它`)
  let parent = dirname(target)
  while (!existsSync(parent) && dirname(parent) !== parent) parent = dirname(parent)
  if (pathBelow(realpathSync(top), realpathSync(parent)) !== undefined) {
    const why = '案卷含有个人信息，放在案件库里会被提交：请用 --out 写到案件库以外'
    throw new RepositoryError('unsafe-path', `${target} 在案件库内，没有立卷。${why}`)
  }
  return target
}

/**
 * Writes an archive into the new folder `target`, whole or not at all: `confirm` is called once everything is copied
 * and throws to refuse. Returns the SHA-256 of the manifest. `onItem` is called before each item with the number done.
 * Throws `unsafe-path` for what is no plain file.
 */
export async function writeArchive(
  root: string,
  target: string,
  items: readonly ArchiveItem[],
  confirm: () => Promise<void>,
  onItem: (done: number) => void = () => undefined,
): Promise<string> {
  mkdirSync(dirname(target), { recursive: true })
  const folder = placeAside(target)
  try {
    mkdirSync(folder, { mode: 0o700 })
    const lines = items.map((item, done) => {
      onItem(done)
      writeItem(root, folder, item)
      return { path: item.path, digest: digestIn(folder, item) }
    })
    const manifest = manifestText(lines)
    mkdirSync(join(folder, METADATA), { recursive: true })
    writeFlushed(join(folder, MANIFEST), manifest)
    flushFolder(folder)
    await confirm()
    if (existsSync(target)) throw new RepositoryError('io', `${target} 已经存在，没有立卷`)
    rename(folder, target)
    return digestOf(manifest)
  } catch (error) {
    removeAside(folder)
    throw error
  }
}

/** The digest of a copy. Throws `changed-meanwhile` for one from outside that is not what the list of evidence says. */
function digestIn(folder: string, item: ArchiveItem): string {
  const digest = digestOfFile(join(folder, item.path)) ?? ''
  if (!('outside' in item) || ['', digest].includes(item.sha256.toLowerCase())) return digest
  const why = '与证据清单中的校验值不符，没有立卷：请核对文件'
  throw new RepositoryError('changed-meanwhile', `${item.outside} ${why}`, { file: item.outside })
}

function writeItem(root: string, folder: string, item: ArchiveItem): void {
  const to = join(folder, item.path)
  mkdirSync(dirname(to), { recursive: true })
  if ('text' in item || 'bytes' in item) {
    writeFlushed(to, 'text' in item ? item.text : item.bytes)
    return
  }
  if ('outside' in item) {
    copyFileSync(item.outside, to)
    return
  }
  const from = resolveInside(root, item.source)
  const plain = lstatSync(from, { throwIfNoEntry: false })?.isFile()
  if (!plain || from !== join(realpathSync(root), item.source))
    throw new RepositoryError(
      'unsafe-path',
      `${printable(item.source)} 不是普通文件（或途经符号链接），没有立卷`,
    )
  copyFileSync(from, to)
}

function manifestText(files: readonly { readonly path: string; readonly digest: string }[]): string {
  const sorted = files.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
  return sorted.map(({ path, digest }) => `${digest}  ${path}\n`).join('')
}
