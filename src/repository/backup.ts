import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ConfigDocument } from '../core/facts/documents.ts'
import { digestOfFile, flushFile, removeFile, removeFolder, rename, writeWhole } from './durable.ts'
import { RepositoryError, systemErrorReason } from './errors.ts'
import { attempt, plumb, printed } from './git.ts'
import { headState } from './git-work-tree.ts'
import { locateGit, needGit } from './gitdir.ts'
import { outsideFolder } from './outside.ts'
import { resolveInside } from './paths.ts'
import { withScratch } from './sync/tree.ts'

/** A file of evidence that is kept outside of the repository, by its path in that folder, with its SHA-256. */
export interface OutsideEvidence {
  readonly path: string
  readonly sha256: string
}

/** A backup that was written and checked. */
export interface Backup {
  readonly file: string
  readonly bytes: number
  /** The commit of HEAD. */
  readonly commit: string
  readonly branches: number
  /** Evidence outside of the repository that was copied too, and that was not. */
  readonly taken: readonly string[]
  readonly left: readonly string[]
}

/** The last backup that this clone knows of. */
export interface LastBackup {
  /** Strict ISO 8601, UTC. */
  readonly at: string
  readonly file: string
  readonly commit: string
}

/** The folder and the list beside a backup that hold the evidence from outside. */
const evidenceBeside = (file: string): string => `${file}.evidence`
const listBeside = (file: string): string => `${file}.evidence.sha256`

/**
 * Writes everything that is committed, with all branches and the whole history, to one file; the file is read back
 * whole before it takes its name, so that what is there is a backup. Evidence outside of the repository goes to a
 * folder beside it where that is wanted, else it is listed.
 * @throws RepositoryError `io` where something lies there or can't be written, `git` where the copy does not hold all
 */
export async function writeBackup(
  root: string,
  file: string,
  evidence: {
    readonly folder: string | undefined
    readonly files: readonly OutsideEvidence[]
    readonly take: boolean
  },
  now: Date,
): Promise<Backup> {
  clearKilled(file)
  needFree(file)
  const { commit } = await headState(root)
  if (commit === null)
    throw new RepositoryError('git', '案件库还没有任何提交，没有可备份的：请先登记案件（ejc new）')
  const part = partOf(file)
  try {
    mkdirSync(dirname(file), { recursive: true })
    await plumb(root, ['bundle', 'create', '--quiet', part, '--all', 'HEAD'])
    const branches = await needWhole(root, part)
    flushFile(part)
    const { taken, left } = await takeEvidence(file, evidence)
    rename(part, file)
    rememberIfPossible(root, { at: now.toISOString(), file, commit })
    return { file, bytes: statSync(file).size, commit, branches, taken, left }
  } catch (error) {
    removeIfPossible(file)
    if (error instanceof RepositoryError) throw error
    throw new RepositoryError('io', `无法写入 ${file}：${systemErrorReason(error)}`, { cause: error })
  }
}

/** The file while it is written and checked: as long as it is there, what lies beside it is not a backup either. */
const partOf = (file: string): string => `${file}.part`

/** Removes what a call for this file has left that was killed, so that it can simply be run again. */
function clearKilled(file: string): void {
  // git writes under a name of its own first.
  const parts = [`${partOf(file)}.lock`, partOf(file)]
  if (existsSync(file) || !parts.some((part) => existsSync(part))) return
  removeFolder(evidenceBeside(file))
  removeFile(listBeside(file))
  for (const part of parts) removeFile(part)
}

/** What can't be removed now, the next call removes; the reason of the failure itself is what counts. */
function removeIfPossible(file: string): void {
  try {
    clearKilled(file)
  } catch {
    // A full or failing disk.
  }
}

function needFree(file: string): void {
  const there = [file, evidenceBeside(file), listBeside(file)].find((each) => existsSync(each))
  if (there) throw new RepositoryError('io', `${there} 已经存在，不会覆盖：请换一个文件名`)
}

/** Reads a bundle back into an empty repository, which checks every object, and compares its references with ours. */
async function needWhole(root: string, bundle: string): Promise<number> {
  const ours = await referencesOf(root)
  const theirs = await withScratch(needGit(root), async (folder) => {
    const copy = join(folder, 'copy.git')
    await plumb(root, ['clone', '--quiet', '--mirror', '--end-of-options', bundle, copy])
    return referencesOf(copy)
  })
  if (ours !== theirs) throw new RepositoryError('git', '备份与案件库不一致，没有保留：请重新运行 ejc backup')
  return ours.split('\n').filter((line) => line.includes(' refs/heads/')).length
}

async function referencesOf(root: string): Promise<string> {
  const listed = await printed(root, ['for-each-ref', '--format=%(objectname) %(refname)'])
  // A symbolic reference, such as origin/HEAD, only names another one.
  return listed
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith('/HEAD'))
    .join('\n')
}

async function takeEvidence(
  file: string,
  { folder, files, take }: Parameters<typeof writeBackup>[2],
): Promise<Pick<Backup, 'taken' | 'left'>> {
  if (!files.length) return { taken: [], left: [] }
  const taken: string[] = []
  const left: string[] = []
  for (const each of files) {
    if (take && folder !== undefined && (await copied(folder, evidenceBeside(file), each)))
      taken.push(each.path)
    else left.push(each.path)
  }
  writeWhole(listBeside(file), files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''))
  return { taken, left }
}

/** Copies one file between two such folders; false where it is not there or is not the one on record. */
async function copied(from: string, to: string, { path, sha256 }: OutsideEvidence): Promise<boolean> {
  const source = insideOrUndefined(from, path)
  if (source === undefined || digestOfFile(source) !== sha256) return false
  mkdirSync(to, { recursive: true })
  const target = resolveInside(to, path)
  if (digestOfFile(target) === sha256) return true
  mkdirSync(dirname(target), { recursive: true })
  const part = `${target}.ejc-tmp`
  await copyFile(source, part)
  flushFile(part)
  if (digestOfFile(part) !== sha256) {
    removeFile(part)
    return false
  }
  rename(part, target)
  return true
}

function insideOrUndefined(folder: string, path: string): string | undefined {
  try {
    return existsSync(folder) ? resolveInside(folder, path) : undefined
  } catch (error) {
    if (error instanceof RepositoryError) return undefined
    throw error
  }
}

/** What was restored of the evidence outside of the repository. */
export interface RestoredEvidence {
  readonly restored: number
  /** Files that the backup lists, that it does not hold, and that are not on this machine either. */
  readonly missing: readonly string[]
  readonly to: string | undefined
}

/** Puts the evidence beside a backup back into the office's folder for it; a file that is there stays. */
export async function restoreEvidence(
  backup: string,
  root: string,
  config: ConfigDocument,
): Promise<RestoredEvidence> {
  const files = listed(backup)
  const to = outsideFolder(root, config)
  if (!files.length || to === undefined) return { restored: 0, missing: files.map(({ path }) => path), to }
  const missing: string[] = []
  let restored = 0
  for (const each of files) {
    const there = insideOrUndefined(to, each.path)
    if (there !== undefined && digestOfFile(there) === each.sha256) continue
    if (await copied(evidenceBeside(backup), to, each)) restored++
    else missing.push(each.path)
  }
  return { restored, missing, to }
}

function listed(backup: string): OutsideEvidence[] {
  if (!existsSync(listBeside(backup))) return []
  return readFileSync(listBeside(backup), 'utf8')
    .split('\n')
    .flatMap((line): OutsideEvidence[] => {
      const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      return path === '' ? [] : [{ path, sha256 }]
    })
}

const LAST_BACKUP = 'backup.json'

/** The backup stands whether or not this can be written: then only `doctor` does not know of it. */
function rememberIfPossible(root: string, last: LastBackup): void {
  try {
    const { ejcDir } = needGit(root)
    mkdirSync(ejcDir, { recursive: true })
    writeWhole(join(ejcDir, LAST_BACKUP), `${JSON.stringify(last)}\n`)
  } catch {
    // A full or failing disk.
  }
}

/** The last backup that was written from this clone; undefined when there was none. */
export function lastBackup(root: string): LastBackup | undefined {
  const git = locateGit(root)
  if (!git || !existsSync(git.ejcDir) || !readdirSync(git.ejcDir).includes(LAST_BACKUP)) return undefined
  try {
    const data: unknown = JSON.parse(readFileSync(join(git.ejcDir, LAST_BACKUP), 'utf8'))
    return isLastBackup(data) ? data : undefined
  } catch {
    // Half a file after a power cut is as good as none: the next backup writes it anew.
    return undefined
  }
}

function isLastBackup(data: unknown): data is LastBackup {
  return (
    typeof data === 'object' &&
    data !== null &&
    'at' in data &&
    typeof data.at === 'string' &&
    'file' in data &&
    typeof data.file === 'string' &&
    'commit' in data &&
    typeof data.commit === 'string'
  )
}

/** How many commits the branch has beyond a backup; undefined where that commit is not there. */
export async function commitsSince(root: string, commit: string): Promise<number | undefined> {
  try {
    return Number((await attempt(root, ['rev-list', '--count', `${commit}..HEAD`])).trim())
  } catch (error) {
    if (error instanceof RepositoryError) return undefined
    throw error
  }
}
