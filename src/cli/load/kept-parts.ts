import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { bytesAt } from './bytes.ts'
import { isOurs } from './own-folder.ts'

/** The parts that lie in a file of the user's own folder, each under its name. */
interface Parts {
  readonly names: readonly string[]
  /** A part as it was written; undefined where it is missing or is not what was written. */
  readonly of: (name: string) => Buffer | undefined
}

const nothing: Parts = { names: [], of: () => undefined }

/** What was kept in a file. What cannot be read, or others may have written, is not there. */
export function keptIn(file: string): Parts {
  try {
    return readParts(file)
  } catch {
    return nothing
  }
}

export const digestBytesOf = (bytes: Uint8Array | string): Buffer =>
  createHash('sha256').update(bytes).digest()

/** Where a part lies in the file, how long it is, and its digest. */
type Entry = readonly [at: number, length: number, digest: string]

/** The list of what a file holds stands before all else, filled up with blanks to this length. */
const LIST_LENGTH = 65_536
/** V8 copies code that does not begin at a multiple of this. */
const WORD = 8
const toWord = (length: number): number => Math.ceil(length / WORD) * WORD

/** The file stays open for what is needed later. */
function readParts(file: string): Parts {
  const opened = openOwn(file)
  if (opened === undefined) return nothing
  // What is no list, as of a file that was cut off, ends in the catch of the caller.
  const list: Record<string, Entry> = JSON.parse(bytesAt(opened, 0, LIST_LENGTH).toString('latin1'))
  const entries = new Map(Object.entries(list))
  return {
    names: [...entries.keys()],
    of: (name) => {
      const entry = entries.get(name)
      return entry && checkedPart(opened, entry)
    },
  }
}

function checkedPart(opened: number, [at, length, digest]: Entry): Buffer | undefined {
  try {
    const part = bytesAt(opened, at, length)
    return digestBytesOf(part).toString('base64') === digest ? part : undefined
  } catch {
    return undefined
  }
}

function openOwn(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const opened = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  const stats = fstatSync(opened)
  if (stats.isFile() && isOurs(stats)) return opened
  closeSync(opened)
  return undefined
}

/** Keeps these parts in a file, whole or not at all. Not flushed: the digests tell what a crash cuts off. */
export function keepIn(file: string, parts: ReadonlyMap<string, Buffer>): void {
  const entries: Record<string, Entry> = {}
  const pieces: Buffer[] = []
  let at = LIST_LENGTH
  for (const [name, part] of parts) {
    entries[name] = [at, part.length, digestBytesOf(part).toString('base64')]
    pieces.push(part, Buffer.alloc(toWord(part.length) - part.length))
    at += toWord(part.length)
  }
  const list = Buffer.alloc(LIST_LENGTH, ' ')
  if (list.write(JSON.stringify(entries)) === LIST_LENGTH) return
  const beside = `${file}.${process.pid}`
  try {
    writeFileSync(beside, Buffer.concat([list, ...pieces]), { mode: 0o600, flag: 'wx' })
    renameSync(beside, file)
  } catch {
    rmSync(beside, { force: true })
  }
  limit(dirname(file))
}

/** Bytes of all that is kept: the program and several commands have room, and what older programs left goes. */
const MOST = 32_000_000

function limit(folder: string): void {
  const files = readdirSync(folder).map((name) => {
    const { size, mtimeMs } = lstatSync(join(folder, name))
    return { path: join(folder, name), size, mtimeMs }
  })
  let sum = 0
  for (const { path, size } of files.toSorted((one, other) => other.mtimeMs - one.mtimeMs)) {
    sum += size
    if (sum > MOST) rmSync(path, { force: true })
  }
}
