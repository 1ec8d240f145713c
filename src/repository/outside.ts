import { readFileSync, statSync, writeFileSync } from 'node:fs'
import system, { join, type PlatformPath } from 'node:path'
import type { ConfigDocument } from '../core/facts/documents.ts'
import type { CaseFile } from '../core/lint/define.ts'
import { digestOfFile, rename } from './durable.ts'
import { RepositoryError } from './errors.ts'
import { locateGit } from './gitdir.ts'
import { resolveInside } from './paths.ts'

/** The environment variable that names the folder on this machine, where it differs from ejc.yaml. */
export const OUTSIDE_VARIABLE = 'EJC_EVIDENCE'

/** The folder for large evidence outside of the repository, absolute; undefined where the office has none. */
export function outsideFolder(root: string, { evidence }: ConfigDocument): string | undefined {
  const named = process.env[OUTSIDE_VARIABLE] || evidence?.outside
  return named === undefined ? undefined : resolveOutside(root, named)
}

/**
 * The folder that an office names once for all its machines. `..\外存` means `../外存` on every system; a drive or server
 * of Windows (`D:\证据`, `\\nas\证据`) is never taken for a folder below the repository on other systems.
 */
export function resolveOutside(root: string, named: string, paths: PlatformPath = system): string {
  if (paths.sep === '\\') return paths.resolve(root, named)
  if (/^[A-Za-z]:|^\\\\/.test(named)) return named
  return paths.resolve(root, paths.isAbsolute(named) ? named : named.replaceAll('\\', '/'))
}

/**
 * Looks up files of that folder by their path in it; null for a file that is not there. Undefined where the folder
 * can't be reached from this machine: then nothing is known of its files.
 */
export function outsideFiles(
  root: string,
  config: ConfigDocument,
): ((path: string) => CaseFile | null) | undefined {
  const folder = outsideFolder(root, config)
  if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined
  return (path) => {
    const file = pathOutside(folder, path)
    const state = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })
    if (file === undefined || !state?.isFile()) return null
    return { path, size: state.size, sha256: () => knownDigest(root, file) }
  }
}

/** The absolute path of a file in the folder; undefined for a path that leads out of it. */
function pathOutside(folder: string, path: string): string | undefined {
  try {
    return resolveInside(folder, path)
  } catch (error) {
    if (error instanceof RepositoryError) return undefined
    throw error
  }
}

/** A file hashed before: its size, time and place on the disk at that time, and its SHA-256. */
interface KnownDigest {
  readonly looks: string
  readonly sha256: string
}

/**
 * The SHA-256 of a file outside. It is computed again only when size, time or place on the disk has changed, as git
 * does it: a film of gigabytes is not read each time the case is read. An archive always reads it again.
 */
function knownDigest(root: string, file: string): string {
  const { size, mtimeMs, ino } = statSync(file)
  const looks = [size, mtimeMs, ino].join(' ')
  const memory = memoryFile(root)
  const known = memory === undefined ? {} : remembered(memory)
  const before = known[file]
  if (before?.looks === looks) return before.sha256
  const sha256 = digestOfFile(file) ?? ''
  if (memory !== undefined) remember(memory, { ...known, [file]: { looks, sha256 } })
  return sha256
}

function memoryFile(root: string): string | undefined {
  const git = locateGit(root)
  return git && join(git.ejcDir, 'outside.json')
}

function remembered(memory: string): Readonly<Record<string, KnownDigest>> {
  try {
    const data: unknown = JSON.parse(readFileSync(memory, 'utf8'))
    const entries = typeof data === 'object' && data !== null ? Object.entries(data) : []
    return Object.fromEntries(entries.flatMap(([file, known]) => (isKnown(known) ? [[file, known]] : [])))
  } catch {
    return {}
  }
}

function isKnown(value: unknown): value is KnownDigest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'looks' in value &&
    typeof value.looks === 'string' &&
    'sha256' in value &&
    typeof value.sha256 === 'string'
  )
}

/** Only saves time later: where it can't be written, for example in a read-only folder, this is no failure. */
function remember(memory: string, known: Readonly<Record<string, KnownDigest>>): void {
  try {
    const aside = `${memory}.${process.pid}`
    writeFileSync(aside, JSON.stringify(known))
    rename(aside, memory)
  } catch {}
}
