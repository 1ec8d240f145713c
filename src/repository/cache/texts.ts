import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  writevSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { documentNames } from '../../core/facts/documents.ts'
import { searchable } from '../../core/searchable.ts'
import { digestOf } from '../digest.ts'
import { removeFile, rename, temporaryPathOf } from '../durable.ts'
import { RepositoryError } from '../errors.ts'
import { locateGit } from '../gitdir.ts'
import { journalFile } from '../journal.ts'
import { isCaseId } from '../paths.ts'
import type { RawCase, Repository } from '../repository.ts'
import { type CleanCases, cleanCases } from './clean.ts'

/** What is searched of a case: the texts of its documents, the names of its other files, and its number. */
function textsOf(raw: RawCase, id: string): string[] {
  const texts = documentNames.flatMap((name) => raw.documents[name]?.text() ?? [])
  return [...texts, ...otherFiles(raw), id]
}

/** The files of a case that are not its documents. */
export function otherFiles({ files }: RawCase): string[] {
  return files.filter((file) => !DOCUMENT_FILES.has(file))
}

const DOCUMENT_FILES: ReadonlySet<string> = new Set(documentNames.map((name) => `${name}.yaml`))

interface Sought {
  /** For each word the texts of which one must stand in a case, as `searchable` makes them. */
  readonly words: readonly (readonly string[])[]
  /** The build of this program; without it nothing is kept. */
  readonly program?: string
  /** Called before the texts of a case are kept, with the number done and the number of all. */
  readonly onCase: (done: number, total: number) => void
}

/**
 * The cases that may hold all words. What is searched of each case that git finds unchanged is kept from one call to the
 * next, without spaces and with one character for all that are taken for one another, in one file: to go through it
 * takes less than to open the files of the cases. A case of which nothing is kept may hold everything.
 */
export async function casesThatMayHold(repository: Repository, sought: Sought): Promise<readonly string[]> {
  const { program, words } = sought
  const git = locateGit(repository.root)
  if (!git || program === undefined || existsSync(journalFile(git))) return repository.caseIds()
  const clean = await cleanCases(repository.root)
  if (!clean?.size) return repository.caseIds()
  const file = join(git.ejcDir, 'cache', git.prefix === '' ? 'texts' : `texts-${digestOf(git.prefix)}`)
  const kept = { file, program, clean }
  const wanted = words.map((texts) => texts.map((each) => Buffer.from(each)))
  // A folder whose files git finds unchanged is not empty.
  const ids = repository
    .folderNames()
    .filter((id) => isCaseId(id) && (clean.has(id) || repository.caseExists(id)))
  const first = searchKept(kept, wanted)
  const lacking = ids.filter((id) => clean.has(id) && !first.has(id))
  const isWorth = lacking.length > Math.max(FEW, first.size / PART)
  const isKept =
    isWorth && (await keepTexts(repository, { ...kept, isThere: first.size > 0 }, lacking, sought))
  const holds = isKept ? searchKept(kept, wanted) : first
  return ids.filter((id) => holds.get(id) ?? true)
}

/** So many cases are read in each call rather than kept: more than these, and than this part of those that are kept. */
const FEW = 20
const PART = 100

interface KeptTexts {
  readonly file: string
  readonly program: string
  readonly clean: CleanCases
}

/** What is to be written anew, and whether there is something in it that holds. */
interface Present extends KeptTexts {
  readonly isThere: boolean
}

/** Of each case whose texts are kept as they are now, whether it may hold all words; empty where nothing is kept. */
function searchKept(kept: KeptTexts, words: readonly (readonly Buffer[])[]): Map<string, boolean> {
  const holds = new Map<string, boolean>()
  const isWhole = eachKept(kept, (id, line, start) => {
    const isIn = (text: Buffer) => line.indexOf(text, start) >= 0
    holds.set(
      id,
      words.every((texts) => texts.some(isIn)),
    )
  })
  return isWhole ? holds : new Map()
}

const NEWLINE = 0x0a
const TAB = 0x09
/** Bytes that are read at once; a longer line is read as a whole. */
const PIECE = 4_000_000

type TakeLine = (id: string, line: Buffer, start: number) => void

/**
 * Gives each line that holds for a case as it is now, and where its texts start. False where there is no file of this
 * program, or not all of it: then what was given counts for nothing.
 */
function eachKept({ file, program, clean }: KeptTexts, take: TakeLine): boolean {
  let count = 0
  let end = ''
  const isRead = eachLine(file, (line) => {
    const [idEnd, start] = fieldsOf(line)
    if (count++ === 0) return line.toString('latin1') === program
    end = start === 0 ? line.toString('latin1') : ''
    const id = line.toString('latin1', 0, Math.max(0, idEnd))
    if (start > 0 && clean.get(id) === line.toString('latin1', idEnd + 1, start - 1)) take(id, line, start)
    return true
  })
  return isRead && end === endOf(count - 2)
}

/** The last line, by which a file is known to be whole. */
const endOf = (count: number) => `${count} cases`

/** Where the number of the case ends, and where its texts start; 0 for a line without texts. */
function fieldsOf(line: Buffer): [number, number] {
  const idEnd = line.indexOf(TAB)
  return [idEnd, idEnd < 0 ? 0 : line.indexOf(TAB, idEnd + 1) + 1]
}

/** Reads a file line by line, in pieces, since it may be large; false where it can't be read, or a line is refused. */
function eachLine(file: string, take: (line: Buffer) => boolean): boolean {
  let handle: number | undefined
  try {
    handle = openSync(file, 'r')
    let piece = Buffer.allocUnsafeSlow(Math.min(PIECE, fstatSync(handle).size + 1))
    let filled = 0
    for (;;) {
      const read = readSync(handle, piece, filled, piece.length - filled, null)
      if (read === 0) return filled === 0
      filled += read
      const rest = takeLines(piece.subarray(0, filled), take)
      if (rest === undefined) return false
      if (rest === filled && filled === piece.length) piece = Buffer.concat([piece], 2 * piece.length)
      else piece.copyWithin(0, filled - rest, filled)
      filled = rest
    }
  } catch {
    return false
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** How many bytes are left behind the last whole line; undefined where a line is refused. */
function takeLines(bytes: Buffer, take: (line: Buffer) => boolean): number | undefined {
  let start = 0
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    if (!take(bytes.subarray(start, end))) return undefined
    start = end + 1
  }
  return bytes.length - start
}

/**
 * Writes what is kept anew, with the cases that lack. False where it can't be written, or a case has changed while it was
 * read: then what was kept before stays.
 */
async function keepTexts(
  repository: Repository,
  kept: Present,
  lacking: readonly string[],
  { onCase }: Sought,
): Promise<boolean> {
  const temporaryFile = temporaryPathOf(kept.file)
  try {
    mkdirSync(dirname(kept.file), { recursive: true })
    const added = writeTexts(temporaryFile, kept, (write) => {
      for (const [done, id] of lacking.entries()) {
        onCase(done, lacking.length)
        const texts = readTexts(repository, id)
        if (texts !== undefined) write(id, texts)
      }
    })
    const still = await cleanCases(repository.root)
    if (!added.every((id) => still?.get(id) === kept.clean.get(id))) return false
    rename(temporaryFile, kept.file)
    return true
  } catch {
    return false
  } finally {
    discard(temporaryFile)
  }
}

function readTexts(repository: Repository, id: string): string[] | undefined {
  try {
    const raw = repository.readCase(id)
    // Of a document that can't be read there is no text: whoever searches is told of it each time.
    if (Object.values(raw.documents).some((document) => document.text() === '')) return undefined
    return textsOf(raw, id)
  } catch (error) {
    if (error instanceof RepositoryError) return undefined
    throw error
  }
}

/** Writes the lines that still hold, then those that `add` gives; returns the cases of the latter. */
function writeTexts(
  beside: string,
  kept: Present,
  add: (write: (id: string, texts: readonly string[]) => void) => void,
): string[] {
  const handle = openSync(beside, 'w', 0o600)
  try {
    const added: string[] = []
    let count = 0
    const put = (line: Uint8Array) => writeLine(handle, line)
    put(Buffer.from(kept.program))
    const copy = (_: string, line: Buffer) => {
      put(line)
      count++
    }
    if (kept.isThere && !eachKept(kept, copy)) throw new Error(`${kept.file} has become another`)
    add((id, texts) => {
      put(Buffer.from([id, kept.clean.get(id), ...texts.map(searchable)].join('\t')))
      added.push(id)
    })
    put(Buffer.from(endOf(count + added.length)))
    fsyncSync(handle)
    return added
  } finally {
    closeSync(handle)
  }
}

const LINE_END = Buffer.from([NEWLINE])

function writeLine(handle: number, line: Uint8Array): void {
  if (writevSync(handle, [line, LINE_END]) !== line.length + 1) throw new Error('not all was written')
}

function discard(file: string): void {
  try {
    removeFile(file)
  } catch {
    // It is there no more, or can't be removed: nobody reads it.
  }
}
