import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { systemCode } from './errors.ts'

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

/** Moves `source` to `target` in one step, also from another file system; makes the folders on the way. */
export function moveInto(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true })
  try {
    renameSync(source, target)
    return
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error
  }
  const beside = `${target}.ejc-tmp`
  copyFileSync(source, beside)
  const handle = openSync(beside, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(beside, target)
  rmSync(source, { force: true })
}

/** The bytes of a file, null when there is none. */
export function bytesOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

const chunkBytes = 1024 * 1024

/** SHA-256 (hex) of a file, null when there is none; read piece by piece, since evidence may be a film of gigabytes. */
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
