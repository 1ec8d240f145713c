import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** Bytes: several times what the tests have on disk at once. */
const ROOM = 2 ** 30

/**
 * A new folder for all that the tests write: thousands of small repositories that come and go, so that a disk is much
 * of the work. It lies in memory where there is room and programs can be started from there, as hooks are.
 */
export function folderForTests(): string {
  const disk = tmpdir()
  if (process.env.TMPDIR || !existsSync(MEMORY) || roomIn(MEMORY) < ROOM) return newFolder(disk)
  const folder = newFolder(MEMORY)
  if (startsPrograms(folder)) return folder
  rmSync(folder, { recursive: true })
  return newFolder(disk)
}

const newFolder = (place: string): string => mkdtempSync(join(place, 'ejc-tests-'))

function roomIn(place: string): number {
  const { bavail, bsize } = statfsSync(place)
  return bavail * bsize
}

function startsPrograms(folder: string): boolean {
  const script = join(folder, 'script')
  writeFileSync(script, '#!/bin/sh\n', { mode: 0o755 })
  return spawnSync(script).status === 0
}
