import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { digestOfFile, flushFolder } from './durable.ts'
import { RepositoryError } from './errors.ts'

/** Who watches a long reading: told the bytes that were read so far, and able to stop it. */
export interface Watch {
  readonly onBytes: (done: number) => void
  readonly signal: AbortSignal
}

/** A file to be copied to an absolute path, with the SHA-256 (hex) that it had when it was looked at. */
export interface Copy {
  readonly source: string
  readonly target: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
}

const PIECE = 1024 * 1024

/** The SHA-256 (hex) of a file of any size, read piece by piece. Throws AbortError when it is stopped. */
export function digestWatched(file: string, watch: Watch): Promise<string> {
  return readThrough(file, watch)
}

/**
 * Copies files to places outside of the repository, all or none, also when it is stopped: each to a temporary file
 * beside its place first, flushed, compared and renamed. A file that is there already stays. Answers how to take the
 * copies away again. Throws `changed-meanwhile` when a source is not what it was.
 */
export async function copyAll(copies: readonly Copy[], watch: Watch): Promise<() => void> {
  const made: string[] = []
  const takeAway = (): void => {
    for (const file of made.splice(0)) {
      rmSync(file, { force: true })
      removeEmpty(dirname(file))
    }
  }
  let before = 0
  const onBytes = (done: number): void => watch.onBytes(before + done)
  try {
    for (const copy of copies) {
      if (digestOfFile(copy.target) === copy.sha256) continue
      const aside = `${copy.target}.ejc-tmp`
      made.push(aside)
      before += await copyAside(copy, aside, { ...watch, onBytes })
    }
    for (const aside of [...made]) {
      const target = aside.slice(0, -'.ejc-tmp'.length)
      if (existsSync(target)) throw new RepositoryError('io', `${target} 已经存在，没有覆盖，也没有写入`)
      renameSync(aside, target)
      made.push(target)
      flushFolder(dirname(target))
    }
    return takeAway
  } catch (error) {
    takeAway()
    throw error
  }
}

/** A folder that holds something, as other evidence of the case, stays. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {}
}

/** Answers how many bytes were copied. */
async function copyAside({ source, target, sha256 }: Copy, aside: string, watch: Watch): Promise<number> {
  let bytes = 0
  const onBytes = (done: number): void => {
    bytes = done
    watch.onBytes(done)
  }
  mkdirSync(dirname(target), { recursive: true })
  const handle = await open(aside, 'w')
  try {
    const copied = await readThrough(source, { ...watch, onBytes }, handle)
    if (copied !== sha256)
      throw new RepositoryError('changed-meanwhile', `${source} 在复制时有改动，没有写入：请稍后再试`)
    await handle.sync()
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
