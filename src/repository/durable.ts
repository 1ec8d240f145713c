import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { digestOf } from './digest.ts'
import { isHeld, systemCode } from './errors.ts'

/** Writes a new file and waits until it is on the disk. */
export function writeFlushed(path: string, bytes: Uint8Array | string, mode?: number): void {
  writeFileSync(path, bytes, { flush: true, ...(mode === undefined ? {} : { mode }) })
}

/** Waits until the names in a folder are on the disk. Systems that cannot open folders (Windows) keep them anyway. */
export function flushFolder(folder: string): void {
  let handle: number | undefined
  try {
    handle = openSync(folder, 'r')
    fsyncSync(handle)
  } catch (error) {
    const code = systemCode(error)
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EINVAL' && code !== 'EACCES') throw error
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/**
 * From this number of paths on, the whole file system is flushed at once: to wait for thousands of files takes minutes.
 */
const MANY = 100

/** Waits until all of some files, or of some folders, are on the disk. */
export function flushAll(paths: readonly string[], flush: (path: string) => void): void {
  const [first] = paths
  if (first === undefined || (paths.length >= MANY && flushFileSystem(dirname(first)))) return
  for (const path of paths) flush(path)
}

/** Asks Linux to write out the file system of a folder; false where that can't be done. */
function flushFileSystem(folder: string): boolean {
  if (process.platform !== 'linux') return false
  return spawnSync('sync', ['--file-system', folder], { windowsHide: true }).status === 0
}

/** How long to wait for another program to close a file (ms): a virus scanner needs a moment; Word keeps it open. */
const pauses = [20, 50, 100, 200, 400, 800]

/**
 * Runs `step` on a file, and runs it again after a pause while another program holds the file. Only on Windows can one
 * program keep others from renaming or removing a file. Throws what the last attempt threw.
 */
export function retryWhileHeld<T>(
  step: () => T,
  { platform = process.platform, wait = asleep }: { platform?: NodeJS.Platform; wait?: typeof asleep } = {},
): T {
  for (const pause of pauses) {
    try {
      return step()
    } catch (error) {
      if (!isHeld(error, platform)) throw error
      wait(pause)
    }
  }
  return step()
}

function asleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, ms)
}

/** Renames a file (or folder), over a file that is there. */
export function rename(source: string, target: string): void {
  retryWhileHeld(() => renameSync(source, target))
}

/** Removes a file; none is fine. */
export function removeFile(path: string): void {
  retryWhileHeld(() => rmSync(path, { force: true }))
}

/** Removes a folder with all that is in it; none is fine. */
export function removeFolder(path: string): void {
  // Windows keeps the files of a program locked for a while after it has ended.
  rmSync(path, { recursive: true, force: true, maxRetries: 5 })
}

/** The path of a temporary file beside the file that it will become; no other write uses the same path. */
export function temporaryPathOf(target: string, writer: string = randomUUID()): string {
  // The name of the target is not made longer, since it may be as long as a name can be.
  return join(dirname(target), `.${digestOf(`${writer} ${target}`).slice(0, NAME)}.ejc-tmp`)
}

/** Characters of a digest that tell temporary files apart. */
const NAME = 32

/** Moves `source` to `target` in one step, also from another file system; makes the folders on the way. */
export function moveInto(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true })
  try {
    rename(source, target)
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error
    moveAcross(source, target)
  }
}

/** Copies under a name made from the two paths, so that the next process overwrites what a killed one left. */
function moveAcross(source: string, target: string): void {
  const beside = temporaryPathOf(target, source)
  try {
    copyFileSync(source, beside)
    flushFile(beside)
    rename(beside, target)
  } catch (error) {
    removeFile(beside)
    throw error
  }
  removeFile(source)
}

/** Waits until the content of a file of ours is on the disk; a read-only one stays so. */
export function flushFile(path: string): void {
  const { mode } = statSync(path)
  const isReadOnly = (mode & WRITABLE) === 0
  if (isReadOnly) chmodSync(path, mode | WRITABLE)
  try {
    const handle = openSync(path, 'r+')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } finally {
    if (isReadOnly) chmodSync(path, mode)
  }
}

/** By its owner. */
const WRITABLE = 0o200

/** Writes a file whole or not at all, over one that is there; makes the folders on the way. */
export function writeWhole(path: string, bytes: Uint8Array | string, mode?: number): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = temporaryPathOf(path)
  try {
    writeFlushed(beside, bytes, mode)
    rename(beside, path)
  } catch (error) {
    removeFile(beside)
    throw error
  }
}

/** The bytes of a file, null when there is none. */
export function bytesIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

const chunkBytes = 1024 * 1024

/** SHA-256 (hex) of a file, null when there is none; read in chunks, since evidence may be a film of gigabytes. */
export function digestOfFile(path: string): string | null {
  const handle = openIfThere(path)
  if (handle === null) return null
  try {
    const hash = createHash('sha256')
    const chunk = Buffer.allocUnsafe(chunkBytes)
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk))
      hash.update(chunk.subarray(0, read))
    return hash.digest('hex')
  } finally {
    closeSync(handle)
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
