/**
 * Loaded into the program by `node --import`: counts the calls of node:fs that change something, and lets one of them fail
 * or kill the process. `EJC_FAULT` says which: see `Plan` in plan.ts.
 */
import fs, { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import type { Plan } from './plan.ts'

type Call = (...args: unknown[]) => unknown

const plan: Plan = JSON.parse(process.env.EJC_FAULT ?? '{}')
const say = appendFileSync
const write = writeFileSync
const isThere = existsSync

/** What changes the disk. Reading is not counted. */
const CHANGES = [
  'appendFile',
  'chmod',
  'copyFile',
  'cp',
  'fsync',
  'link',
  'mkdir',
  'mkdtemp',
  'open',
  'rename',
  'rm',
  'rmdir',
  'symlink',
  'truncate',
  'unlink',
  'utimes',
  'writeFile',
]

let count = 0
/** node's own functions call one another: only the outermost call counts. */
let isInside = false

/** A file opened to be read changes nothing; folders are opened so before they are flushed. */
const onlyReads = (name: string, args: readonly unknown[]): boolean =>
  name === 'open' && (args[1] === undefined || args[1] === 'r' || args[1] === 0)

/** Whether the fault of this call is due. */
function isDue(): boolean {
  count += 1
  if (plan.fsAt !== undefined && (count === plan.fsAt || (plan.lasting && count > plan.fsAt))) return true
  return plan.afterGit === true && isThere(`${plan.folder}/git-failed`)
}

/** The half of the bytes is on the disk when it is full, or when the process is killed. */
function writeHalf(name: string, [path, bytes]: readonly unknown[]): void {
  if (name !== 'writeFile' || (typeof path !== 'string' && typeof path !== 'number')) return
  if (typeof bytes === 'string') write(path, bytes.slice(0, bytes.length / 2))
  else if (bytes instanceof Uint8Array) write(path, bytes.subarray(0, bytes.length / 2))
}

/** Fails or kills, if it is time. */
function meet(name: string, args: readonly unknown[]): void {
  if (onlyReads(name, args) || (name === 'write' && (args[0] === 1 || args[0] === 2))) return
  const due = isDue()
  say(`${plan.folder}/fs-calls`, `${name}\t${String(args[0])}\n`)
  if (!due) return
  say(`${plan.folder}/fs-failed`, '.')
  if (plan.how === 'kill' || plan.how === 'ENOSPC') writeHalf(name, args)
  if (plan.how === 'kill') {
    process.kill(process.pid, 'SIGKILL')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000)
  }
  const code = plan.how ?? 'EIO'
  const texts = { ENOSPC: 'no space left on device', EIO: 'i/o error', EACCES: 'permission denied', kill: '' }
  const error = new Error(`${code}: ${texts[code]}, ${name} '${String(args[0])}'`)
  throw Object.assign(error, { code, syscall: name, path: String(args[0]), errno: -5 })
}

function guard(owner: Record<string, unknown>, name: string, isPromise: boolean): void {
  const key = isPromise ? name : `${name}Sync`
  const real = owner[key]
  if (typeof real !== 'function') return
  const call: Call = (...args) => {
    if (isInside) return Reflect.apply(real, owner, args)
    isInside = true
    try {
      meet(name, args)
      return Reflect.apply(real, owner, args)
    } finally {
      isInside = false
    }
  }
  owner[key] = isPromise ? async (...args: unknown[]) => call(...args) : call
}

// The boundary to node: its modules are objects of functions.
const sync = fs as unknown as Record<string, unknown>
const promises = fs.promises as unknown as Record<string, unknown>
for (const name of CHANGES) {
  guard(sync, name, false)
  guard(promises, name, true)
}
// Streams and files kept open write here.
guard(sync, 'write', false)
syncBuiltinESMExports()
