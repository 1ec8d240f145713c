import { lstatSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { EARLIER_MANIFEST, MANIFEST } from './archive.ts'
import { digestOf } from './digest.ts'
import { bytesIfThere, digestOfFile } from './durable.ts'
import { RepositoryError } from './errors.ts'
import { isSafeFileName, printable, slashed } from './paths.ts'

/** How an archive stands against its manifest; paths are relative to the archive. */
export interface ArchiveCheck {
  /** How many files the manifest names. */
  readonly files: number
  readonly missing: readonly string[]
  readonly changed: readonly string[]
  readonly extra: readonly string[]
  /** Numbers of the lines of the manifest that name no file with its SHA-256. */
  readonly badLines: readonly number[]
  /** SHA-256 (hex) of the manifest itself. */
  readonly manifest: string
  /** Where the manifest lies. */
  readonly list: string
}

/**
 * Compares an archive with its manifest, that of an earlier version too; follows no links. Throws `io` when the folder
 * holds no manifest.
 */
export function checkArchive(name: string): ArchiveCheck {
  const folder = resolve(name)
  const found = [MANIFEST, EARLIER_MANIFEST].flatMap((list) => {
    const isFile = lstatSync(join(folder, list), { throwIfNoEntry: false })?.isFile()
    const bytes = isFile ? bytesIfThere(join(folder, list)) : null
    return bytes ? [{ list, bytes }] : []
  })
  const [own] = found
  if (!own) throw new RepositoryError('io', `${printable(folder)} 不是案卷（没有 ${MANIFEST}）：请核对文件夹`)
  const { list, bytes } = own
  const { listed, badLines } = readManifest(Buffer.from(bytes).toString('utf8'), list)
  const there = filesIn(folder)
  const missing = [...listed.keys()].filter((path) => !there.has(path))
  const changed = [...listed].flatMap(([path, digest]) => {
    const file = there.get(path)
    if (!file) return []
    return file.isPlain && digestOfFile(file.path) === digest ? [] : [path]
  })
  const extra = [...there.keys()].filter((path) => path !== list && !listed.has(path))
  return { files: listed.size, missing, changed, extra, badLines, manifest: digestOf(bytes), list }
}

function readManifest(
  text: string,
  list: string,
): { listed: ReadonlyMap<string, string>; badLines: number[] } {
  const listed = new Map<string, string>()
  const badLines: number[] = []
  // An editor or a copy may have changed the line ends or added a byte order mark; the list still says the same.
  for (const [index, line] of text
    .replace(/^\ufeff|\r?\n$/g, '')
    .split(/\r?\n/)
    .entries()) {
    const [, digest = '', written = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    const path = written.normalize('NFC')
    const safe = path !== '' && path !== list && path.split('/').every((part) => isSafeFileName(part))
    if (safe && !listed.has(path)) listed.set(path, digest)
    else badLines.push(index + 1)
  }
  return { listed, badLines }
}

/** A file or folder of an archive, under its name. */
interface FileThere {
  readonly path: string
  readonly isPlain: boolean
}

/**
 * Every entry below `folder` that is no folder, sorted, by its name. Some disks store an accent apart from its letter:
 * such names count as the same.
 */
function filesIn(folder: string): ReadonlyMap<string, FileThere> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.flatMap((entry) => {
    if (entry.isDirectory()) return []
    const path = join(entry.parentPath, entry.name)
    const name = slashed(relative(folder, path)).normalize('NFC')
    return [[name, { path, isPlain: entry.isFile() }] as const]
  })
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}
