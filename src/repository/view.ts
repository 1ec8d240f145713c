import { type Dirent, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { digestOfFile } from './durable.ts'
import { RepositoryError, systemCode, systemErrorReason } from './errors.ts'
import type { GitLocation } from './gitdir.ts'
import type { Journal, JournalEntry } from './journal.ts'
import { generationOf, readJournal, stagedFile } from './journal.ts'
import { listedName, resolveInside } from './paths.ts'

/** `other`: pipes, sockets and devices, which are never opened. */
export type FileKind = 'file' | 'folder' | 'link' | 'other'

export interface FolderEntry {
  name: string
  kind: FileKind
}

/** The repository's files as they will be once the journal, if there is one, is carried out. */
export interface FileView {
  readonly root: string
  /** Runs `read`, and runs it again when a transaction took effect meanwhile, so that it sees all of it or nothing. */
  consistently<T>(read: () => T): T
  /** The entries of a folder; undefined when there is none. */
  list(folder: string): FolderEntry[] | undefined
  /** The bytes of a file; undefined when there is none. `kind`, when known from `list`, saves a check. */
  bytes(file: string, kind?: FileKind): Uint8Array | undefined
  /** The SHA-256 (hex) of a file of any size; undefined when there is none. */
  digest(file: string): string | undefined
}

const mostAttempts = 100

interface Overlay {
  generation: number
  journal: Journal | undefined
  entries: ReadonlyMap<string, JournalEntry>
}

/** A view of `root`; without git there is no journal to look through. */
export function openView(root: string, git: GitLocation | undefined): FileView {
  // A folder `cases` that is a link out of the repository is refused once, here, not for every case.
  resolveInside(root, 'cases')
  let overlay = loadOverlay(git)
  return {
    root,
    consistently(read) {
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const outcome = attemptOf(read)
        if (!git || generationOf(git) === overlay.generation) return outcome()
        overlay = loadOverlay(git)
      }
      throw new RepositoryError('locked', '案件库正被频繁写入，暂时无法读取：请稍后再试')
    },
    list: (folder) => listThrough(root, overlay, folder),
    bytes: (file, kind) => readThroughJournal(root, git, overlay, file, kind, readIfThere),
    digest: (file) =>
      readThroughJournal(root, git, overlay, file, undefined, (path) => digestOfFile(path) ?? undefined),
  }
}

/** Runs `read` and keeps its result or error; an error counts only if nothing has changed meanwhile. */
function attemptOf<T>(read: () => T): () => T {
  try {
    const value = read()
    return () => value
  } catch (error) {
    return () => {
      throw error
    }
  }
}

function loadOverlay(git: GitLocation | undefined): Overlay {
  if (!git) return { generation: 0, journal: undefined, entries: new Map() }
  for (;;) {
    const generation = generationOf(git)
    const journal = readJournal(git)
    if (generationOf(git) === generation) return { generation, journal, entries: entriesBelow(git, journal) }
  }
}

/** The journal's entries for the files of the case repository; the journal may be for the whole work tree around it. */
function entriesBelow(git: GitLocation, journal: Journal | undefined): Map<string, JournalEntry> {
  const entries = new Map<string, JournalEntry>()
  for (const entry of journal?.entries ?? []) {
    const path = posix.relative(git.prefix, posix.join(journal?.prefix ?? '', entry.path))
    if (!path.startsWith('../')) entries.set(path, { ...entry, path })
  }
  return entries
}

/** Reads `file`, or the staged file that replaces it while there is a journal; undefined when there is none. */
function readThroughJournal<T>(
  root: string,
  git: GitLocation | undefined,
  { entries, journal }: Overlay,
  file: string,
  kind: FileKind | undefined,
  read: (path: string) => T | undefined,
): T | undefined {
  const plain = (): T | undefined => namingFile(file, () => read(plainPath(root, file, kind)))
  const entry = entries.get(file)
  if (!entry || !git || !journal) return plain()
  if (entry.source === null) return undefined
  // Staged files are renamed into place: one that is no longer there has become the file itself.
  return read(stagedFile(git, journal.id, entry.source)) ?? plain()
}

/** The absolute path of a file. Throws for a pipe or a device without opening it: reading might never end. */
function plainPath(root: string, file: string, kind: FileKind | undefined): string {
  if (kind === 'file') return join(root, file)
  const path = resolveInside(root, file)
  const state = kind === 'other' ? undefined : statSync(path, { throwIfNoEntry: false })
  if (kind === 'other' || (state && !state.isFile() && !state.isDirectory()))
    throw new RepositoryError('unsafe-path', `${file} 不是普通文件`, { file })
  return path
}

/** Turns a failed system call into an error that names the file and says why in Chinese. */
function namingFile<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RepositoryError) throw error
    throw new RepositoryError('io', `无法读取 ${file}：${systemErrorReason(error)}`, { file, cause: error })
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function listThrough(root: string, overlay: Overlay, folder: string): FolderEntry[] | undefined {
  const found = listPlain(root, folder)
  const changes = [...overlay.entries.values()].filter(({ path }) => path.startsWith(`${folder}/`))
  if (changes.length === 0) return found
  const entries = new Map(found?.map((entry) => [entry.name, entry]))
  const folders = new Set<string>()
  for (const { path, after } of changes) {
    const [name = '', ...below] = path.slice(folder.length + 1).split('/')
    if (below.length > 0) folders.add(name)
    else if (after === null) entries.delete(name)
    else entries.set(name, entries.get(name) ?? { name, kind: 'file' })
  }
  for (const name of folders) {
    // A folder is gone once its last file is.
    if (listThrough(root, overlay, `${folder}/${name}`)?.length) entries.set(name, { name, kind: 'folder' })
    else entries.delete(name)
  }
  return [...entries.values()]
}

function listPlain(root: string, folder: string): FolderEntry[] | undefined {
  const path = join(root, folder)
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) resolveInside(root, folder)
  return namingFile(folder, () => {
    try {
      return readdirSync(path, { withFileTypes: true }).map((entry) => ({
        name: listedName(entry.name),
        kind: entryKindOf(entry),
      }))
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
      throw error
    }
  })
}

function entryKindOf(entry: Dirent): FileKind {
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return 'link'
  return entry.isFile() ? 'file' : 'other'
}
