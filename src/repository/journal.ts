import { appendFileSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isMapData } from '../core/facts/data.ts'
import { flushFolder, removeFile, removeFolder, rename, writeFlushed } from './durable.ts'
import { RepositoryError, systemCode, systemErrorReason } from './errors.ts'
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
  /**
   * A commit made before, such as that of a merge: the branch moves to it from `from` once the files are in place.
   * `ofEntries`: it changes only the files of the entries, and what else is staged stays staged.
   */
  adopt?: { commit: string; from: string; ofEntries?: true }
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

/**
 * The journal in force, or undefined. Throws `recovery-conflict`, naming the file, when there is one that cannot be
 * read.
 */
export function readJournal(git: GitLocation): Journal | undefined {
  const file = journalFile(git)
  const how = '请先备份该文件，再将其移走，并用 git status 核对案件文件'
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    const why = `无法读取（${systemErrorReason(error)}）`
    throw new RepositoryError('recovery-conflict', `写入日志 ${file} ${why}：${how}`, { file, cause: error })
  }
  const journal = parseJournal(text)
  if (journal) return journal
  throw new RepositoryError('recovery-conflict', `写入日志 ${file} 已损坏：${how}`, { file })
}

function parseJournal(text: string): Journal | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return isJournal(data) ? data : undefined
  } catch {
    return undefined
  }
}

/**
 * Only ejc writes this file, and always as a whole. The check is for files of other versions of ejc, disk faults and
 * changes by hand.
 */
function isJournal(data: unknown): data is Journal {
  if (!isMapData(data)) return false
  const { version, id, prefix, head, entries, commit, adopt, takesBack } = data
  return (
    version === 1 &&
    typeof id === 'string' &&
    /^[0-9a-f-]+$/.test(id) &&
    typeof prefix === 'string' &&
    (prefix === '' || isPath(prefix)) &&
    isTextOrNull(head) &&
    typeof takesBack === 'boolean' &&
    Array.isArray(entries) &&
    entries.every(isEntry) &&
    (commit === null || isCommit(commit)) &&
    (adopt === undefined || isAdoption(adopt))
  )
}

function isEntry(data: unknown): data is JournalEntry {
  if (!isMapData(data)) return false
  const { path, before, after, source, former, mode } = data
  const isStaged = (name: unknown): boolean => name === null || isPath(name)
  const isMode = isMapData(mode) && typeof mode.before === 'number' && typeof mode.after === 'number'
  return (
    isPath(path) &&
    isTextOrNull(before) &&
    isTextOrNull(after) &&
    isStaged(source) &&
    isStaged(former) &&
    (mode === undefined || isMode)
  )
}

function isCommit(data: unknown): boolean {
  if (!isMapData(data) || typeof data.message !== 'string') return false
  const { identity } = data
  return (
    identity === null ||
    (isMapData(identity) && typeof identity.name === 'string' && typeof identity.email === 'string')
  )
}

function isAdoption(data: unknown): boolean {
  return isMapData(data) && typeof data.commit === 'string' && typeof data.from === 'string'
}

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'

/** A relative path that leads nowhere else. */
function isPath(value: unknown): boolean {
  return typeof value === 'string' && value.split('/').every((part) => !['', '.', '..'].includes(part))
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
