import { createHash } from 'node:crypto'
import { createReadStream, existsSync, linkSync, mkdirSync, rmdirSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { digestOfFile, flushFolder, removeFile, rename, temporaryPathOf } from './durable.ts'
import { RepositoryError, systemCode } from './errors.ts'

/** Watches a long read: is told the number of bytes read so far, and can stop the read. */
export interface Watch {
  readonly onBytes: (done: number) => void
  readonly signal: AbortSignal
}

/** A file to be copied to an absolute path, with the SHA-256 (hex) that it had when it was looked at. */
export interface PlannedCopy {
  readonly source: string
  readonly target: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
}

const PIECE = 1024 * 1024

/** The SHA-256 (hex) of a file of any size, read in chunks. Throws AbortError when it is stopped. */
export function digestWatched(file: string, watch: Watch): Promise<string> {
  return readThrough(file, watch)
}

/**
 * Copies files to places outside of the repository, all or none, also when it is stopped. Each file is first copied to
 * a temporary file beside its place, flushed, read again, compared, and then renamed. A file that is there already
 * stays. Returns a function that removes the copies. Throws `changed-meanwhile` when a source has changed, and `io`
 * when a copy differs from what was written or another file has its name.
 */
export async function copyAll(copies: readonly PlannedCopy[], watch: Watch): Promise<() => void> {
  const copied: string[] = []
  const aside = new Map<PlannedCopy, string>()
  const takeAway = (): void => {
    for (const file of copied.splice(0)) {
      removeFile(file)
      removeEmpty(dirname(file))
    }
  }
  let before = 0
  const onBytes = (done: number): void => watch.onBytes(before + done)
  try {
    for (const copy of copies) {
      if (digestOfFile(copy.target) === copy.sha256) continue
      const file = temporaryPathOf(copy.target)
      copied.push(file)
      aside.set(copy, file)
      before += await copyAside(copy, file, { ...watch, onBytes })
    }
    for (const [copy, file] of aside) {
      if (putInPlace(file, copy)) copied.push(copy.target)
      flushFolder(dirname(copy.target))
    }
    return takeAway
  } catch (error) {
    takeAway()
    throw error
  }
}

/** Gives a copy its name, and overwrites no file. False where a file with the same content has appeared meanwhile. */
function putInPlace(file: string, { target, sha256 }: PlannedCopy): boolean {
  try {
    linkSync(file, target)
  } catch (error) {
    const isTaken = systemCode(error) === 'EEXIST' || existsSync(target)
    if (isTaken && digestOfFile(target) !== sha256)
      throw new RepositoryError('io', `${target} 已经存在，没有覆盖，也没有写入`, { cause: error })
    if (!isTaken) {
      // Some shared disks have no hard links.
      rename(file, target)
      return true
    }
    removeFile(file)
    return false
  }
  removeFile(file)
  return true
}

/** Removes empty folders; a folder that holds something, such as other evidence of the case, stays. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {}
}

/** Returns how many bytes were copied. */
async function copyAside(
  { source, target, sha256 }: PlannedCopy,
  aside: string,
  watch: Watch,
): Promise<number> {
  let bytes = 0
  const onBytes = (done: number): void => {
    bytes = done
    watch.onBytes(done)
  }
  mkdirSync(dirname(target), { recursive: true })
  const handle = await open(aside, 'wx')
  try {
    const copied = await readThrough(source, { ...watch, onBytes }, handle)
    if (copied !== sha256)
      throw new RepositoryError('changed-meanwhile', `${source} 在复制时有改动，没有写入：请稍后再试`)
    await handle.sync()
    const written = await readThrough(aside, { onBytes: () => undefined, signal: watch.signal })
    if (written !== sha256)
      throw new RepositoryError('io', `${target} 写入后与原件不符，没有写入：请检查磁盘后再试`)
    return bytes
  } finally {
    await handle.close()
  }
}

async function readThrough(file: string, { onBytes, signal }: Watch, sink?: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  let done = 0
  const pieces: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: PIECE, signal })
  for await (const piece of pieces) {
    hash.update(piece)
    await sink?.writeFile(piece)
    done += piece.length
    onBytes(done)
  }
  return hash.digest('hex')
}
