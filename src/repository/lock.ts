import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beijingTime } from './beijing.ts'
import { removeFile } from './durable.ts'
import { isHeld, RepositoryError, systemCode } from './errors.ts'
import { needGit } from './gitdir.ts'
import { isRunning, markOf } from './process.ts'

/** Who holds a lock. `start` is its mark (see `markOf`); null where the system does not say. */
interface Holder {
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
    return await run({ root })
  } finally {
    release()
  }
}

async function waitFor(path: string, waitMs: number): Promise<() => void> {
  const own: Holder = {
    host: hostname(),
    pid: process.pid,
    start: markOf(process.pid),
    token: randomUUID(),
    since: new Date().toISOString(),
  }
  const deadline = performance.now() + waitMs
  while (!take(path, own)) {
    if (performance.now() >= deadline) throw heldBy(path)
    await sleep(Math.random() * longestPauseMs)
  }
  return () => release(path, own)
}

/** One attempt. The file appears with its content or not at all: it is written aside and linked (O_EXCL) into place. */
function take(path: string, own: Holder): boolean {
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

function placeExclusively(aside: string, path: string, own: Holder): boolean {
  try {
    linkSync(aside, path)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
  }
  // A file system without hard links.
  try {
    writeFileSync(path, JSON.stringify(own), { flag: 'wx' })
    return true
  } catch (error) {
    // Windows refuses a name for as long as a file that is being removed still has it.
    if (systemCode(error) === 'EEXIST' || (isHeld(error) && existsSync(path))) return false
    throw error
  }
}

/**
 * Removes the lock of a holder that is gone. Only one process may do so, or a slow one would remove the lock that
 * a quick one has meanwhile taken: the right is itself a lock, named after the dead holder and taken the same way.
 */
function breakLock(path: string, dead: Holder, own: Holder): void {
  const right = `${path}.${dead.token}`
  if (!take(right, own)) return
  if (holderOf(path)?.token === dead.token) removeFile(path)
  release(right, own)
}

function release(path: string, own: Holder): void {
  if (holderOf(path)?.token === own.token) removeFile(path)
}

function holderOf(path: string): Holder | undefined {
  try {
    const data: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isHolder(data) ? data : undefined
  } catch {
    return undefined
  }
}

function isHolder(data: unknown): data is Holder {
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

/** Never judged by age: only a process of this host that no longer runs is gone. */
function isGone(holder: Holder): boolean {
  if (holder.host !== hostname()) return false
  if (!isRunning(holder.pid)) return true
  const start = markOf(holder.pid)
  return start !== null && holder.start !== null && start !== holder.start
}

/** The lock that a process holds, or that lies there for good: who, and what to do; undefined where there is none. */
export function lockLeft(root: string): string | undefined {
  const path = join(needGit(root).ejcDir, 'lock')
  if (!existsSync(path)) return undefined
  const holder = holderOf(path)
  // One whose process is gone is broken by whoever writes next.
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
