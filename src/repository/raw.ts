import { isMapData } from '../core/facts/data.ts'
import { digestOf } from './digest.ts'
import { RepositoryError, systemErrorReason } from './errors.ts'
import type { FileKind, FileView, FolderEntry } from './view.ts'
import type { ReadResult } from './yaml/problem.ts'
import { failedRead } from './yaml/problem.ts'
import { readYaml } from './yaml/read.ts'
import { decodeText } from './yaml/text.ts'

/** One YAML file as read, with what a writer needs to prove that it has not changed since. */
export interface RawDocument {
  /** Relative to the repository, posix. */
  readonly file: string
  readonly result: ReadResult
  /**
   * The text without BOM and with LF, to which the positions of problems refer; empty when the file could not be read.
   */
  text(): string
  /** SHA-256 (hex) of the bytes read; null when they could not be. */
  digest(): string | null
}

/** Reads YAML files of a view; what cannot be opened becomes a problem of that file, so that others are still read. */
export function documentReader(view: FileView): (file: string, kind?: FileKind) => RawDocument | undefined {
  return (file, kind) => {
    try {
      const bytes = view.bytes(file, kind)
      return bytes && documentOf(file, bytes)
    } catch (error) {
      const why = error instanceof RepositoryError ? error.message : `无法读取：${systemErrorReason(error)}`
      return { file, result: failedRead(why), text: () => '', digest: () => null }
    }
  }
}

/** A document from bytes that are not on disk yet, as it will be read later; parsed on first use. */
export function documentOf(file: string, bytes: Uint8Array): RawDocument {
  let result: ReadResult | undefined
  return {
    file,
    get result() {
      result ??= readYaml(bytes)
      return result
    },
    text: () => {
      const text = decodeText(bytes)
      return text.ok ? text.text : ''
    },
    digest: () => digestOf(bytes),
  }
}

/** The text of a top-level key, also of a document that is not valid; undefined when there is none. */
export function textIn(document: RawDocument | undefined, key: string): string | undefined {
  const data: unknown = document?.result.ok ? document.result.data : undefined
  if (!isMapData(data) || !Object.hasOwn(data, key)) return undefined
  const value = data[key]
  return typeof value === 'string' ? value : undefined
}

/** A file below a folder: its path in it, and what it is. */
export interface ListedFile {
  readonly path: string
  readonly kind: FileKind
}

/** Every file below `folder`, whose own entries are `top`, sorted by path; links are listed, not followed. */
export function listFiles(view: FileView, folder: string, top: readonly FolderEntry[]): ListedFile[] {
  const files: ListedFile[] = []
  const add = (below: string, entries: readonly FolderEntry[]): void => {
    for (const { name, kind } of entries) {
      const path = `${below}${name}`
      if (kind === 'folder') add(`${path}/`, view.list(`${folder}/${path}`) ?? [])
      else files.push({ path, kind })
    }
  }
  add('', top)
  return files.sort((one, other) => (one.path < other.path ? -1 : 1))
}
