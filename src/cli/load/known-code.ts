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
import { join } from 'node:path'
import type { Script } from 'node:vm'
import { bytesAt } from './bytes.ts'
import { isOurs, ownFolder } from './own-folder.ts'

/** A chunk that a call has loaded. */
export interface Compiled {
  readonly name: string
  readonly script: Script
}

/**
 * The code that V8 compiled for earlier calls of a command: with it a call starts in two thirds of the time. It can be thrown
 * away at any time, and nothing about it stops a call: where it can't be read or kept, code is compiled.
 */
export interface KnownCode {
  /** What is known of a chunk. */
  of(name: string): Buffer | undefined
  /** Whether V8 has refused something of it. */
  isStale: boolean
  /** Keeps what this call has compiled, where it compiled something anew. */
  keep(compiled: readonly Compiled[]): void
}

const nothingKnown: KnownCode = { of: () => undefined, isStale: false, keep: () => undefined }

/**
 * Reads what is known for a command: each has its own file, since code that is not needed takes time to load too.
 * @param build the digest of the program
 */
export function knownCode(build: string, command: string): KnownCode {
  // Node's own switch for the same.
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return nothingKnown
  try {
    const folder = ownFolder()
    if (folder === undefined) return nothingKnown
    const flags = JSON.stringify([process.execArgv, process.env.NODE_OPTIONS ?? ''])
    const parts = [command, build, process.version, process.arch, digestOf(flags).toString('hex')]
    const file = join(folder, parts.map((part) => part.slice(0, 16)).join('-'))
    return knownIn(folder, file)
  } catch {
    return nothingKnown
  }
}

/** What is known of the chunks that this call needs; of the others, it is kept as it is. */
function knownIn(folder: string, file: string): KnownCode {
  const kept = keptIn(file)
  const used = new Map<string, Buffer | undefined>()
  const known: KnownCode = {
    isStale: false,
    of: (name) => {
      const code = kept.of(name)
      used.set(name, code)
      return code
    },
    keep: (compiled) => {
      if (!known.isStale && [...used.values()].every((code) => code !== undefined)) return
      const others = known.isStale ? [] : kept.names.filter((name) => !used.has(name))
      const code = new Map<string, Buffer>()
      for (const { name, script } of compiled) code.set(name, script.createCachedData())
      for (const name of others) {
        const there = kept.of(name)
        if (there) code.set(name, there)
      }
      write(file, code)
      limit(folder)
    },
  }
  return known
}

interface Kept {
  readonly names: readonly string[]
  readonly of: (name: string) => Buffer | undefined
}

/** What cannot be read is not there, and is written anew. */
function keptIn(file: string): Kept {
  try {
    return readKept(file)
  } catch {
    return { names: [], of: () => undefined }
  }
}

const digestOf = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

/** Where the code of a chunk lies in the file, how long it is, and its digest. */
type Entry = readonly [at: number, length: number, digest: string]

/** The list of what a file holds stands before all else, filled up with blanks to this length. */
const LIST_LENGTH = 32_768
/** V8 copies code that does not begin at a multiple of this. */
const WORD = 8
const toWord = (length: number): number => Math.ceil(length / WORD) * WORD

/** What was kept in a file; nothing where others may have written it. The file stays open for what is needed later. */
function readKept(file: string): Kept {
  const entries = new Map<string, Entry>()
  const opened = openOwn(file)
  if (opened !== undefined) {
    // What is no list, as of a file that was cut off, ends in the catch of the caller.
    const list: Record<string, Entry> = JSON.parse(bytesAt(opened, 0, LIST_LENGTH).toString('latin1'))
    for (const [name, entry] of Object.entries(list)) entries.set(name, entry)
  }
  return {
    names: [...entries.keys()],
    of: (name) => {
      const entry = entries.get(name)
      return opened === undefined || entry === undefined ? undefined : checkedCode(opened, entry)
    },
  }
}

function checkedCode(opened: number, [at, length, digest]: Entry): Buffer | undefined {
  try {
    const code = bytesAt(opened, at, length)
    return digestOf(code).toString('base64') === digest ? code : undefined
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

/** Not flushed: the digests tell what a crash cuts off. */
function write(file: string, chunks: ReadonlyMap<string, Buffer>): void {
  const entries: Record<string, Entry> = {}
  const parts: Buffer[] = []
  let at = LIST_LENGTH
  for (const [name, code] of chunks) {
    entries[name] = [at, code.length, digestOf(code).toString('base64')]
    parts.push(code, Buffer.alloc(toWord(code.length) - code.length))
    at += toWord(code.length)
  }
  const list = Buffer.alloc(LIST_LENGTH, ' ')
  if (list.write(JSON.stringify(entries)) === LIST_LENGTH) return
  const beside = `${file}.${process.pid}`
  try {
    writeFileSync(beside, Buffer.concat([list, ...parts]), { mode: 0o600, flag: 'wx' })
    renameSync(beside, file)
  } catch {
    rmSync(beside, { force: true })
  }
}

/** Bytes of all that is kept: a dozen commands have room, and what older programs left goes. */
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
