import { existsSync, readdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { digestOf } from './digest.ts'
import { removeFolder } from './durable.ts'
import { isProcessRunning } from './process.ts'

/** Characters of the digest of this host: on a shared disk, a process of another host can't be seen. */
const HOST = 8
/** What tells this host in the name of a folder of one of its processes. */
export const HOST_MARK = digestOf(Buffer.from(hostname())).slice(0, HOST)
const MARK = `.ejc-new-${HOST_MARK}-`

/**
 * The place beside `target` where this process makes a folder that is to be there whole or not at all; it is renamed to
 * `target` in the end. What killed processes of this host have left there is removed.
 */
export function placeAside(target: string): string {
  const start = `${basename(target)}${MARK}`
  const parent = dirname(target)
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    const owner = name.startsWith(start) ? Number(name.slice(start.length)) : 0
    if (owner === process.pid || (owner > 0 && !isProcessRunning(owner))) removeFolder(join(parent, name))
  }
  return join(parent, `${start}${process.pid}`)
}

/**
 * Removes what could not be finished; the reason of the failure itself is what counts, and the next call removes the
 * rest.
 */
export function removeAside(folder: string): void {
  try {
    removeFolder(folder)
  } catch {
    // A full or failing disk.
  }
}
