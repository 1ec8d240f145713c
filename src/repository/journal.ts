import { appendFileSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { flushFolder, removeFile, removeFolder, rename, writeFlushed } from './durable.ts'
import { RepositoryError, systemCode } from './errors.ts'
import type { GitLocation } from './gitdir.ts'

/** One file of a transaction. `null` means that there is no file. */
export interface JournalEntry {
  /** Relative to the case repository, posix. */
  path: string
  before: string | null
  after: string | null
  /** The staged file with the new bytes; null when the file is removed. */
  source: string | null
  /** The staged file with the old bytes, to restore them. */
  former: string | null
  /** The permissions before and after, for a file whose bytes stay the same. */
  mode?: { before: number; after: number }
}

/** The steps after which the process may be killed; tests kill it at each. */
export type TransactionStep =
  | 'locked'
  | 'staged'
  | 'journal-placed'
  | 'generation-bumped'
  | 'file-moved'
  | 'files-moved'
  | 'committed'
  | 'journal-removed'
  | 'taking-back'

export type OnStep = (step: TransactionStep) => void

/** What will be done to the files; written before any of them is touched. */
export interface Journal {
  version: 1
  id: string
  /** The case repository's path inside the work tree. */
  prefix: string
  /** The commit that HEAD named at the start; null when there was none yet. */
  head: string | null
  entries: JournalEntry[]
  /** What to commit once the files are in place; null for `--no-commit` and when a refused change is taken back. */
  commit: { message: string; identity: { name: string; email: string } | null } | null
  /** A commit made before, as by a merge: the branch moves to it from `from` once the files are in place. */
  adopt?: { commit: string; from: string }
  /** Whether this journal takes a change back whose commit was refused. */
  takesBack: boolean
}

export const journalFile = (git: GitLocation): string => join(git.ejcDir, 'journal.json')
export const stageFolder = (git: GitLocation, id: string): string => join(git.ejcDir, 'tx', id)
/** Grows by one byte whenever a journal takes effect, so that a reader can tell by one stat that files have changed. */
const generationFile = (git: GitLocation): string => join(git.ejcDir, 'generation')
/** A staged file of a transaction. */
export const stagedFile = (git: GitLocation, id: string, name: string): string =>
  join(stageFolder(git, id), name)

/** The journal in force, or undefined. Throws `recovery-conflict` when there is one that cannot be read. */
export function readJournal(git: GitLocation): Journal | undefined {
  const file = journalFile(git)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
  const journal = parseJournal(text)
  if (journal) return journal
  throw new RepositoryError(
    'recovery-conflict',
    `写入日志 ${file} 已损坏：请先备份该文件，再将其移走，并用 git status 核对案件文件`,
    {
      file,
    },
  )
}

function parseJournal(text: string): Journal | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return isJournal(data) ? data : undefined
  } catch {
    return undefined
  }
}

/** Only ejc writes this file, and whole; the check is for other versions of ejc and for disk faults. */
function isJournal(data: unknown): data is Journal {
  return (
    typeof data === 'object' &&
    data !== null &&
    'version' in data &&
    data.version === 1 &&
    'id' in data &&
    typeof data.id === 'string' &&
    /^[0-9a-f-]+$/.test(data.id) &&
    'entries' in data &&
    Array.isArray(data.entries)
  )
}

/** The number of journals that have taken effect so far (bytes of the generation file). */
export function generationOf(git: GitLocation): number {
  return statSync(generationFile(git), { throwIfNoEntry: false })?.size ?? 0
}

/** Renames a journal into place. Readers take notice once the generation is bumped. */
export function writeJournal(git: GitLocation, journal: Journal): void {
  const aside = join(stageFolder(git, journal.id), 'journal.json')
  writeFlushed(aside, JSON.stringify(journal))
  rename(aside, journalFile(git))
  flushFolder(git.ejcDir)
}

export function bumpGeneration(git: GitLocation): void {
  appendFileSync(generationFile(git), '.')
}

/** Ends a transaction: the journal first, what it points to afterwards. */
export function removeJournal(git: GitLocation, journal: Journal, onStep?: OnStep): void {
  removeFile(journalFile(git))
  flushFolder(git.ejcDir)
  onStep?.('journal-removed')
  removeFolder(stageFolder(git, journal.id))
}
