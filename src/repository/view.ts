import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RepositoryError, systemCode } from './errors.ts'
import type { GitLocation } from './gitdir.ts'
import type { Journal, JournalEntry } from './journal.ts'
import { generationOf, readJournal, stagedFile } from './journal.ts'
import { resolveInside } from './paths.ts'

/** `other`: pipes, sockets and devices, which are never opened. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other'

export interface Entry {
  name: string
  kind: EntryKind
}

/** The repository's files as they are once the journal in force is carried out. */
export interface View {
  readonly root: string
  /** Runs `read`, again when a transaction took effect meanwhile, so that it sees all of it or nothing. */
  consistently<T>(read: () => T): T
  /** The entries of a folder; undefined when there is none. */
  list(folder: string): Entry[] | undefined
  /** The bytes of a file; undefined when there is none. `kind`, when known from `list`, saves a check. */
  bytes(file: string, kind?: EntryKind): Uint8Array | undefined
}

const mostAttempts = 100

interface Overlay {
  generation: number
  journal: Journal | undefined
  entries: ReadonlyMap<string, JournalEntry>
}

/** A view of `root`; without git there is no journal to look through. */
export function openView(root: string, git: GitLocation | undefined): View {
  // A folder `cases` that is a link out of the repository is refused once, here, instead of at every case.
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
    bytes(file, kind) {
      const entry = overlay.entries.get(file)
      if (!entry || !git || !overlay.journal) return readPlain(root, file, kind)
      if (entry.source === null) return undefined
      // Staged bytes are renamed into place: gone from the stage means that they are the file itself.
      return readIfThere(stagedFile(git, overlay.journal.id, entry.source)) ?? readPlain(root, file, kind)
    },
  }
}

/** A failure counts only when nothing was changing underneath. */
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
    const found = readJournal(git)
    const journal = found?.prefix === git.prefix ? found : undefined
    if (generationOf(git) === generation) {
      return { generation, journal, entries: new Map(journal?.entries.map((entry) => [entry.path, entry])) }
    }
  }
}

function readPlain(root: string, file: string, kind: EntryKind | undefined): Uint8Array | undefined {
  if (kind === 'other') throw new RepositoryError('unsafe-path', `${file} 不是普通文件`, { file })
  return readIfThere(kind === 'file' ? join(root, file) : resolveInside(root, file))
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function listThrough(root: string, overlay: Overlay, folder: string): Entry[] | undefined {
  const found = listPlain(root, folder)
  const changes = [...overlay.entries.values()].filter(({ path }) => path.startsWith(`${folder}/`))
  if (changes.length === 0) return found
  const entries = new Map(found?.map((entry) => [entry.name, entry]))
  for (const { path, after } of changes) {
    const [name = '', ...below] = path.slice(folder.length + 1).split('/')
    if (below.length > 0) entries.set(name, { name, kind: 'folder' })
    else if (after === null) entries.delete(name)
    else entries.set(name, entries.get(name) ?? { name, kind: 'file' })
  }
  return [...entries.values()]
}

function listPlain(root: string, folder: string): Entry[] | undefined {
  const path = join(root, folder)
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) resolveInside(root, folder)
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isDirectory()
        ? 'folder'
        : entry.isSymbolicLink()
          ? 'link'
          : entry.isFile()
            ? 'file'
            : 'other',
    }))
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
    throw error
  }
}
