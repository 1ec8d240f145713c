import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { systemCode } from './errors.ts'

/** Whether a process of this host still runs. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
  // A zombie has ended, though its parent has not yet read its exit code.
  return statOf(pid)[0] !== 'Z'
}

/** Runs a program of the system and returns its output; null where it can't be run or fails. */
export type Ask = (program: string, args: readonly string[]) => string | null

/**
 * A mark that tells a process from a later one with the same id and never changes; null where the system does not tell
 * it. Linux: the start in clock ticks since boot; macOS: the second of the start; Windows: the name of the program,
 * since only slow programs can ask for the start.
 */
export function markOf(
  pid: number,
  platform: NodeJS.Platform = process.platform,
  ask: Ask = printedBy,
): string | null {
  // Windows does not tell capitals apart: a program may be listed otherwise than it was started.
  if (platform === 'win32')
    return (pid === process.pid ? basename(process.execPath) : programOf(pid, ask))?.toLowerCase() ?? null
  if (platform === 'linux') return statOf(pid)[START - FIRST_FIELD] ?? null
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)])?.trim() || null
}

/** Reads a line such as `"node.exe","4242","Console","1","40,000 K"`; skips others, in the language of the system. */
function programOf(pid: number, ask: Ask): string | null {
  const listed = ask('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']) ?? ''
  const [, program, found] = /^"([^"]+)","(\d+)"/m.exec(listed) ?? []
  return program !== undefined && found === String(pid) ? program : null
}

function printedBy(program: string, args: readonly string[]): string | null {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', env, windowsHide: true })
  return status === 0 ? stdout : null
}

/** The number of the field with the start in a process's stat, as in the manual. */
const START = 22
/** The first two fields, number and program name, are left out, since the name may hold blanks and brackets. */
const FIRST_FIELD = 3

/** The fields of /proc/<pid>/stat from the third (the state) on; empty where there is no /proc. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
