import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writevSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { addDays, type IsoDate } from '../../core/calendar/dates.ts'
import { digestOf } from '../digest.ts'
import { removeFile, rename } from '../durable.ts'
import { type GitLocation, locateGit } from '../gitdir.ts'
import { journalFile } from '../journal.ts'
import { openRepository, type Repository } from '../repository.ts'
import { type CleanCases, cleanCases } from './clean.ts'

/** What is remembered of cases: what lint finds in them, or how their deadlines stand. */
export type CacheKind = 'findings' | 'outlooks'

/** Conclusions about cases, kept from one call to the next while nothing that they depend on has changed. */
export interface Cache {
  /** What was kept about the case in its present state and holds on this day; undefined when nothing was. */
  get(id: string): unknown
  /** What was kept today about the repository as a whole with the same `ground`, which tells what is known of its cases. */
  getWhole(ground: string): unknown
  /** Keeps a conclusion (JSON) about the case as it was read in this call, for the days before `until`. */
  keep(id: string, value: unknown, until: IsoDate): void
  /** Keeps a conclusion (JSON) about the repository as a whole, in place of the one before. */
  keepWhole(ground: string, value: unknown): void
  /** Writes down what was kept. A cache that can't be written is none: the next call concludes anew. */
  save(): Promise<void>
}

/** What conclusions depend on beside the files of the repository. */
export interface CacheBasis {
  /** Tells builds of this program apart; without it nothing is remembered. */
  readonly program?: string
  readonly today: IsoDate
}

/**
 * Opens the cache of one kind. Call it before anything of the repository is read, so that a change in between is
 * noticed. An entry belongs to a case whose files git finds unchanged from its index, by their content ids; it is valid
 * for the same program, configuration, law, calendar and projects, and from the day of its conclusion until the first
 * day on which that may be different. Without effect outside of git, where every case
 * has changes, and while a write waits to be carried out.
 */
export async function openCache(
  root: string,
  kind: CacheKind,
  { program, today }: CacheBasis,
): Promise<Cache> {
  const git = locateGit(root)
  if (!git || program === undefined) return emptyCache
  // Git is asked first and awaited last, since it takes as long as all the rest.
  const answer = cleanCases(root)
  const repository = await openRepository(root)
  const key = () => cacheKey(repository, program)
  const first = key()
  const keptLines = readLines(cacheFile(git, kind), first)
  const clean = await answer
  if (!clean?.size || existsSync(journalFile(git))) return emptyCache
  const added = new Map<string, Buffer>()
  const room = createRoom()
  let whole: Buffer | undefined
  return {
    get: (id) => parsed(keptLines.get(id), clean.get(id), today),
    getWhole: (ground) => parsed(keptLines.get(WHOLE), digestOf(ground), today),
    keep(id, value, until) {
      const digest = clean.get(id)
      if (digest !== undefined) added.set(id, room(lineOf(id, [digest, today, until], value)))
    },
    keepWhole(ground, value) {
      whole = room(lineOf(WHOLE, [digestOf(ground), today, addDays(today, 1)], value))
    },
    async save() {
      const sure = new Map(added.size ? await stillUnchanged(root, added, clean) : [])
      if (whole) sure.set(WHOLE, whole)
      if (!sure.size || key() !== first) return
      const present = new Set([WHOLE, ...repository.caseIds()])
      const lines = [...new Map([...keptLines, ...sure])].filter(([id]) => present.has(id))
      replace(cacheFile(git, kind), [Buffer.from(`${first}\n`), ...lines.map(([, line]) => line)])
    },
  }
}

/** In place of the id of a case. */
const WHOLE = '*'

function lineOf(id: string, basis: readonly string[], value: unknown): string {
  return `${[id, ...basis, JSON.stringify(value)].join(TAB)}\n`
}

/** Bytes that are taken from the system at once. */
const CHUNK = 1_000_000

/**
 * Lays lines one behind the other in large pieces of memory: each by itself would hold the piece from which node gives
 * small ones, long after its neighbours are done with.
 */
function createRoom(): (line: string) => Buffer {
  let chunk = Buffer.alloc(0)
  let end = 0
  return (line) => {
    const length = Buffer.byteLength(line)
    if (end + length > chunk.length) {
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, length))
      end = 0
    }
    const start = end
    end += chunk.write(line, start)
    return chunk.subarray(start, end)
  }
}

/** Leaves out the cases that changed while they were read: git's id does not belong to what was read. */
async function stillUnchanged(
  root: string,
  added: ReadonlyMap<string, Buffer>,
  clean: CleanCases,
): Promise<(readonly [string, Buffer])[]> {
  const still = await cleanCases(root, added.size < fewCases ? [...added.keys()] : undefined)
  return [...added].filter(([id]) => still?.has(id) && still.get(id) === clean.get(id))
}

const emptyCache: Cache = {
  get: () => undefined,
  getWhole: () => undefined,
  keep: () => undefined,
  keepWhole: () => undefined,
  save: async () => undefined,
}

/** Up to this number, cases are named to git one by one. */
const fewCases = 100

/** In git's own folder of this work tree: never committed, never shared. One for each case repository in the tree. */
function cacheFile({ ejcDir, prefix }: GitLocation, kind: CacheKind): string {
  return join(ejcDir, 'cache', prefix === '' ? kind : `${kind}-${digestOf(prefix)}`)
}

function cacheKey(repository: Repository, program: string): string {
  const files = [
    ...[repository.readDocument('ejc.yaml')].filter((raw) => raw !== undefined),
    ...repository.readCalendars(),
    ...repository.readProjects(),
    ...repository.readRegulations(),
  ]
  return digestOf(JSON.stringify([program, files.map(({ file, digest }) => [file, digest()])]))
}

const NEWLINE = 0x0a
const TAB = '\t'

/** The lines by case id, as bytes; none when the file is missing, has another key, or lacks its end. */
function readLines(file: string, key: string): Map<string, Buffer> {
  const bytes = bytesOrNone(file)
  const lines = new Map<string, Buffer>()
  if (!bytes.subarray(0, key.length + 1).equals(Buffer.from(`${key}\n`)) || bytes.at(-1) !== NEWLINE)
    return lines
  for (let start = key.length + 1; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start) + 1
    const line = bytes.subarray(start, end)
    lines.set(line.toString('latin1', 0, line.indexOf(TAB)), line)
    start = end
  }
  return lines
}

function bytesOrNone(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

/** How many characters a date has. */
const DATE_LENGTH = 10

function parsed(line: Buffer | undefined, digest: string | undefined, today: IsoDate): unknown {
  if (line === undefined || digest === undefined) return undefined
  const start = line.indexOf(TAB) + 1
  const end = start + digest.length + 1
  const json = end + 2 * (DATE_LENGTH + 1)
  const [known, from = '', until = ''] = line.toString('latin1', start, json).split(TAB)
  if (known !== digest || today < from || today >= until) return undefined
  try {
    return JSON.parse(line.toString('utf8', json))
  } catch {
    return undefined
  }
}

/** Not flushed: `readLines` ignores what a crash leaves, since its key differs or its last line is cut off. */
function replace(file: string, lines: readonly Buffer[]): void {
  const beside = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeLines(beside, lines)
    rename(beside, file)
  } catch {
    discard(beside)
  }
}

/** Lines that are written by one call. */
const TOGETHER = 500

/** Writes line by line, since all of them in one piece would be in memory twice. Throws where not all were written. */
function writeLines(file: string, lines: readonly Buffer[]): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    for (let start = 0; start < lines.length; start += TOGETHER) {
      const some = lines.slice(start, start + TOGETHER)
      const length = some.reduce((sum, line) => sum + line.length, 0)
      if (writevSync(handle, some) !== length) throw new Error(`${file} was not written to its end`)
    }
  } finally {
    closeSync(handle)
  }
}

function discard(file: string): void {
  try {
    removeFile(file)
  } catch {
    // If nothing could be written, there is nothing to remove.
  }
}
