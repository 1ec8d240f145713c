import { randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { withMaskedNumbers } from '../core/facts/personal-numbers.ts'
import { digestOfContent, type FileContent, isSameContent, writeContent } from './content.ts'
import { bytesIfThere, digestOfFile, flushFolder, removeFile, removeFolder } from './durable.ts'
import { RepositoryError, systemErrorReason } from './errors.ts'
import { type HeadState, headState, type Identity } from './git-work-tree.ts'
import { type GitLocation, needGit } from './gitdir.ts'
import {
  bumpGeneration,
  type Journal,
  type JournalEntry,
  journalFile,
  type OnStep,
  stagedFile,
  stageFolder,
  writeJournal,
} from './journal.ts'
import { type Lock, withLock } from './lock.ts'
import { resolveInside } from './paths.ts'
import { needCommittable } from './preflight.ts'
import { applyJournal, recover } from './recover.ts'
import { unfinished } from './recovery-errors.ts'
import { keepHere } from './sparse.ts'

/** What an action asks to be written. Paths are relative to the repository, posix; null removes the file. */
export interface TransactionRequest {
  /** Trailer Ejc-Action. */
  action: string
  /** Trailer Ejc-Case; null for the repository as a whole. */
  caseId: string | null
  /** Trailer Ejc-Subject, such as `1/o2`. */
  subject: string | null
  /** Trailer Ejc-Undoes: the transaction that this one takes back. */
  undoes?: string
  /** The commit message without trailers. */
  message: string
  files: ReadonlyMap<string, FileContent | null>
  /** SHA-256 (hex) of what the caller read, null: it was not there; files not named are taken as they are. */
  expected?: ReadonlyMap<string, string | null>
  /** Paths that are committed even if they already hold the bytes, such as files that git does not know yet. */
  evenIfSame?: ReadonlySet<string>
  /** Paths that become executable when they are made; an existing file keeps its mode. */
  executable?: ReadonlySet<string>
}

export type { TransactionStep } from './journal.ts'

export interface TransactionOptions {
  /** false for `--no-commit`: the files are written, all or none, and the user commits them. */
  commit: boolean
  /** Overrides git's configured person. */
  identity?: Identity
  /** When the caller already holds the lock. */
  lock?: Lock
  lockWaitMs?: number
  onStep?: OnStep
}

export interface TransactionResult {
  id: string
  /** The paths written or removed; empty when every file was already as requested (then nothing is committed). */
  changed: string[]
  /** The new commit; null with `commit: false` or when nothing changed. */
  commit: string | null
}

/**
 * Writes all files of a request and commits exactly them, or changes nothing, also when killed at any moment
 * (the next `recover` finishes or discards). An interrupted earlier transaction is recovered first.
 *
 * Throws RepositoryError: `locked`, `unsafe-path`, `changed-meanwhile`, `detached-head`, `merge-in-progress`,
 * `no-identity`, `hook-refused` (old bytes are back), `io` (nothing written), `recovery-conflict`,
 * `not-a-git-repository`.
 */
export async function commitTransaction(
  root: string,
  request: TransactionRequest,
  options: TransactionOptions,
): Promise<TransactionResult> {
  const waiting = options.lockWaitMs === undefined ? {} : { waitMs: options.lockWaitMs }
  if (!options.lock)
    return withLock(root, (lock) => commitTransaction(root, request, { ...options, lock }), waiting)
  options.onStep?.('locked')
  await recover(root, { lock: options.lock })
  const git = needGit(root)
  const head = options.commit ? await needCommittable(root, options.identity, options.lockWaitMs) : null
  const changes = fileChangesOf(root, request)
  const id = randomUUID()
  const changed = changes.map(({ path }) => path)
  if (changes.length === 0) return { id, changed, commit: null }
  const journal = stageAll(git, id, changes, head, request, options)
  placeJournal(git, journal, options.onStep)
  const made = await applyJournal(root, journal, options.onStep, head ?? undefined)
  await keepHere(
    root,
    changes.flatMap(({ path, old }) => (old === null ? path : [])),
  )
  return { id, changed, commit: options.commit ? (made ?? (await commitMade(root, journal))) : null }
}

/** The commit that was made. A git that fails only now has recorded everything: the error says so. */
async function commitMade(root: string, journal: Journal): Promise<string | null> {
  try {
    return (await headState(root)).commit
  } catch (error) {
    throw unfinished(error, journal)
  }
}

const PROGRAM = 0o755

export interface FileChange<Fresh extends FileContent = FileContent> {
  path: string
  old: FileContent | null
  fresh: Fresh | null
  mode: number | undefined
}

/**
 * The files of a request that are not yet as it says. Throws `unsafe-path` and `changed-meanwhile`, and then nothing
 * has happened.
 */
export function fileChangesOf<Fresh extends FileContent>(
  root: string,
  request: Pick<TransactionRequest, 'expected' | 'evenIfSame' | 'executable'> & {
    readonly files: ReadonlyMap<string, Fresh | null>
  },
): FileChange<Fresh>[] {
  return [...request.files].flatMap(([path, fresh]) => {
    const target = resolveInside(root, path)
    const state = statsOf(target, path)
    // To write through a link would not change the link itself, so that the commit would not hold the change.
    if ((state && !state.isFile()) || target !== join(realpathSync(root), path)) throw notPlain(path)
    const old = state ? contentOf(target, state) : null
    const expected = request.expected?.get(path)
    if (expected !== undefined && expected !== (old && digestOfContent(old))) {
      throw new RepositoryError('changed-meanwhile', `${path} 文件在此期间被修改，没有写入：请核对后重试`, {
        file: path,
      })
    }
    const same = old === null || fresh === null ? old === fresh : isSameContent(old, fresh)
    const mode = state?.mode ?? (request.executable?.has(path) ? PROGRAM : undefined)
    return same && !request.evenIfSame?.has(path) ? [] : { path, old, fresh, mode }
  })
}

/** In bytes; a larger file is never held in memory. */
const LARGE = 16 * 1024 * 1024

function contentOf(target: string, { size }: Stats): FileContent | null {
  if (size <= LARGE) return bytesIfThere(target)
  const sha256 = digestOfFile(target)
  return sha256 === null ? null : { from: target, sha256 }
}

function statsOf(target: string, path: string): Stats | undefined {
  try {
    return lstatSync(target, { throwIfNoEntry: false })
  } catch (error) {
    throw new RepositoryError('io', `无法写入 ${path}：${systemErrorReason(error)}`, {
      file: path,
      cause: error,
    })
  }
}

const notPlain = (path: string): RepositoryError =>
  new RepositoryError('unsafe-path', `${path} 不是普通文件（或途经符号链接），不能写入`, { file: path })

/** Writes old and new bytes beside git's data before any file of the user is touched. */
function stageAll(
  git: GitLocation,
  id: string,
  changes: readonly FileChange[],
  head: HeadState | null,
  request: TransactionRequest,
  options: TransactionOptions,
): Journal {
  const stage = (name: string, content: FileContent | null, mode: number | undefined): string | null => {
    if (content) writeContent(stagedFile(git, id, name), content, { mode, flush: true })
    return content && name
  }
  try {
    mkdirSync(stageFolder(git, id), { recursive: true })
    const entries = changes.map(({ path, old, fresh, mode }, index): JournalEntry => {
      const source = stage(`new-${index}`, fresh, mode)
      const [before, after] = [old && digestOfContent(old), fresh && digestOfContent(fresh)]
      const former = before === after ? source : stage(`old-${index}`, old, mode)
      return { path, before, after, source, former }
    })
    flushFolder(stageFolder(git, id))
    const commit = { message: messageOf(request, id), identity: options.identity ?? null }
    const start = {
      version: 1,
      id,
      prefix: git.prefix,
      head: head?.commit ?? null,
      takesBack: false,
    } as const
    return { ...start, entries, commit: options.commit ? commit : null }
  } catch (error) {
    throw discarded(git, id, error)
  }
}

/** The message with our trailers as its last paragraph; values are one line each. */
export function messageOf(
  request: Pick<TransactionRequest, 'action' | 'caseId' | 'subject' | 'undoes' | 'message'>,
  id: string,
): string {
  const line = (value: string): string => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  const trailers = [
    `Ejc-Action: ${line(request.action)}`,
    ...(request.caseId === null ? [] : [`Ejc-Case: ${line(request.caseId)}`]),
    ...(request.subject === null ? [] : [`Ejc-Subject: ${line(request.subject)}`]),
    `Ejc-Tx: ${id}`,
    ...(request.undoes === undefined ? [] : [`Ejc-Undoes: ${line(request.undoes)}`]),
  ]
  return `${withMaskedNumbers(request.message.trim()) || request.action}\n\n${trailers.join('\n')}\n`
}

/** The point of no return: before it nothing has happened, after it everything will. */
export function placeJournal(git: GitLocation, journal: Journal, onStep: OnStep | undefined): void {
  try {
    onStep?.('staged')
    writeJournal(git, journal)
    onStep?.('journal-placed')
    bumpGeneration(git)
  } catch (error) {
    withdrawJournal(git, error)
    throw discarded(git, journal.id, error)
  }
  onStep?.('generation-bumped')
}

/** Where the journal can't be removed, it is in force: the next call does what it says. */
function withdrawJournal(git: GitLocation, failure: unknown): void {
  try {
    removeFile(journalFile(git))
  } catch {
    const how = '请排除后重试：下次写入时会先把这一次续完或恢复原样，不会丢失内容，请不要重复办理'
    throw new RepositoryError('io', `写入中断，也未能恢复原样：${systemErrorReason(failure)}。${how}`, {
      cause: failure,
    })
  }
}

/** Removes what was staged; the error that says that nothing was changed. */
export function discarded(git: GitLocation, id: string, error: unknown): RepositoryError {
  try {
    removeFolder(stageFolder(git, id))
  } catch {
    // Nothing refers to it: the next call removes it.
  }
  if (error instanceof RepositoryError) return error
  return new RepositoryError('io', `无法写入：${systemErrorReason(error)}。没有改动任何文件`, {
    cause: error,
  })
}
