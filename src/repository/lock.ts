import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beijingTime } from './beijing.ts'
import { removeFile } from './durable.ts'
import { isHeld, RepositoryError, systemCode } from './errors.ts'
import { needGit } from './gitdir.ts'
import { isProcessRunning, markOf } from './process.ts'

/** The process that holds a lock. `start` is its mark (see `markOf`); null where the system does not tell it. */
interface LockHolder {
  host: string
  pid: number
  start: string | null
  token: string
  since: string
}

/** Proof that the caller holds the repository's lock, for calls that would otherwise take it. */
export interface Lock {
  readonly root: string
}

export interface LockOptions {
  /** How long to wait for another process, in milliseconds. */
  waitMs?: number
}

const defaultWaitMs = 5000
const longestPauseMs = 100

/**
 * Runs `run` while holding the one lock of the work tree that `root` lies in.
 * Throws `locked`, naming the holder, when another process keeps it beyond the wait;
 * `not-a-git-repository` when there is no git to keep it in.
 */
export async function withLock<T>(
  root: string,
  run: (lock: Lock) => Promise<T>,
  { waitMs = defaultWaitMs }: LockOptions = {},
): Promise<T> {
  const { ejcDir } = needGit(root)
  mkdirSync(ejcDir, { recursive: true })
  const path = join(ejcDir, 'lock')
  const release = await waitFor(path, waitMs)
  try {
    removeLeftovers(ejcDir)
    return await run({ root })
  } finally {
    releaseIfPossible(release)
  }
}

/** A lock that can't be released is no failure of the work: the next process removes a lock whose process has ended. */
function releaseIfPossible(release: () => void): void {
  try {
    release()
  } catch {
    // A full or failing disk; the process ends soon.
  }
}

async function waitFor(path: string, waitMs: number): Promise<() => void> {
  const holder: LockHolder = {
    host: hostname(),
    pid: process.pid,
    start: markOf(process.pid),
    token: randomUUID(),
    since: new Date().toISOString(),
  }
  const deadline = performance.now() + waitMs
  while (!take(path, holder)) {
    if (performance.now() >= deadline) throw heldBy(path)
    await sleep(Math.random() * longestPauseMs)
  }
  return () => release(path, holder)
}

/**
 * Tries once. The file appears whole or not at all: it is written under another name and linked (O_EXCL) into place.
 */
function take(path: string, own: LockHolder): boolean {
  const aside = `${path}.${own.token}.new`
  writeFileSync(aside, JSON.stringify(own), { flag: 'wx' })
  try {
    if (placeExclusively(aside, path, own)) return true
    const holder = holderOf(path)
    if (holder && isGone(holder)) breakLock(path, holder, own)
    return false
  } finally {
    removeFile(aside)
  }
}

function placeExclusively(aside: string, path: string, own: LockHolder): boolean {
  try {
    linkSync(aside, path)
    return true
  } catch (error) {
    const code = systemCode(error)
    if (code === 'EEXIST') return false
    // No reason to try another way, which would leave half a lock.
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO') throw error
  }
  // A file system without hard links.
  try {
    writeExclusively(path, JSON.stringify(own))
    return true
  } catch (error) {
    // Windows refuses a name while a file that is being removed still has it.
    if (systemCode(error) === 'EEXIST' || (isHeld(error) && existsSync(path))) return false
    throw error
  }
}

/** Makes a new file. A half-written lock is removed: it would name no holder and stay for ever. */
function writeExclusively(path: string, text: string): void {
  const handle = openSync(path, 'wx')
  try {
    writeFileSync(handle, text)
  } catch (error) {
    removeFile(path)
    throw error
  } finally {
    closeSync(handle)
  }
}

/**
 * Removes the lock of a process that has ended. Only one process may do so, or a slow one would remove the lock that a
 * quick one has taken meanwhile. This right is itself a lock, named after the dead holder and taken the same way.
 */
function breakLock(path: string, dead: LockHolder, own: LockHolder): void {
  const right = `${path}.${dead.token}`
  if (!take(right, own)) return
  if (holderOf(path)?.token === dead.token) removeFile(path)
  release(right, own)
}

function release(path: string, own: LockHolder): void {
  if (holderOf(path)?.token === own.token) removeFile(path)
}

/**
 * Removes the files that killed processes have left beside the lock. The caller holds the lock, so nobody needs them.
 */
function removeLeftovers(ejcDir: string): void {
  for (const name of readdirSync(ejcDir)) {
    if (!/^lock\..+/.test(name)) continue
    const path = join(ejcDir, name)
    const holder = holderOf(path)
    try {
      // A file without a holder is half written: its process was killed, or writes it just now and then makes its lock
      // directly.
      if (!holder || isGone(holder)) removeFile(path)
    } catch {
      // Another process has it open: the next one removes it.
    }
  }
}

function holderOf(path: string): LockHolder | undefined {
  try {
    const data: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isHolder(data) ? data : undefined
  } catch {
    return undefined
  }
}

function isHolder(data: unknown): data is LockHolder {
  return (
    typeof data === 'object' &&
    data !== null &&
    'host' in data &&
    'pid' in data &&
    'start' in data &&
    typeof data.pid === 'number' &&
    'token' in data &&
    typeof data.token === 'string' &&
    /^[0-9a-f-]+$/.test(data.token)
  )
}

/** Whether the holder has ended. Age does not count: only a process of this host that no longer runs has ended. */
function isGone(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return false
  if (!isProcessRunning(holder.pid)) return true
  const start = markOf(holder.pid)
  return start !== null && holder.start !== null && start !== holder.start
}

/** Who holds the lock and what to do about it; undefined where there is none, or the next writer will remove it. */
export function lockLeft(root: string): string | undefined {
  const path = join(needGit(root).ejcDir, 'lock')
  if (!existsSync(path)) return undefined
  const holder = holderOf(path)
  // The next writer removes the lock of a process that has ended.
  return holder && isGone(holder) ? undefined : heldBy(path).message
}

function heldBy(path: string): RepositoryError {
  const holder = holderOf(path)
  if (!holder) {
    return new RepositoryError(
      'locked',
      `案件库的锁 ${path} 无法辨认：确认没有其他 ejc 在运行后，删除该文件再试`,
      { file: path },
    )
  }
  const who = `主机 ${holder.host} 的进程 ${holder.pid}（${beijingTime(holder.since)} 起）`
  const how =
    holder.host === hostname()
      ? `请等它结束后再试（确认它不是 ejc 的，删除 ${path}）`
      : `若该主机上的 ejc 确已结束，请删除 ${path} 再试`
  return new RepositoryError('locked', `案件库正被${who}写入：${how}`, { file: path })
}
