import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOST_MARK, removeAside } from './aside.ts'
import { isProcessRunning } from './process.ts'

const START = `ejc-scratch-${HOST_MARK}-`

/**
 * A new folder of this process among the system's temporary files, for papers on their way to another program; nobody
 * else can read it. What killed processes of this host have left there is removed, since papers name people.
 */
export function scratchFolder(): string {
  removeLeftScratch()
  return mkdtempSync(join(tmpdir(), `${START}${process.pid}-`))
}

/** Removes the folders of processes of this host that run no more. */
export function removeLeftScratch(): void {
  for (const name of entriesOf(tmpdir())) {
    const owner = name.startsWith(START) ? Number.parseInt(name.slice(START.length), 10) : 0
    if (owner > 0 && !isProcessRunning(owner)) removeAside(join(tmpdir(), name))
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Where the folder can't be listed, nothing can be found in it.
    return []
  }
}
