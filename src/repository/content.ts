import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { digestOf } from './digest.ts'
import { RepositoryError } from './errors.ts'
import { printable } from './paths.ts'

/** A file that is copied piece by piece, so that one of any size takes no memory. */
export interface FileToCopy {
  /** Absolute. */
  readonly from: string
  /** Its SHA-256 (hex) when it was looked at. */
  readonly sha256: string
}

/** What a file is to hold: bytes, or the content of another file. */
export type FileContent = Uint8Array | FileToCopy

const isToCopy = (content: FileContent): content is FileToCopy => !(content instanceof Uint8Array)

/** The SHA-256 (hex) of a content. */
export function digestOfContent(content: FileContent): string {
  return isToCopy(content) ? content.sha256 : digestOf(content)
}

/** Whether two contents are the same. */
export function isSameContent(one: FileContent, other: FileContent): boolean {
  if (isToCopy(one) || isToCopy(other)) return digestOfContent(one) === digestOfContent(other)
  return Buffer.compare(one, other) === 0
}

/**
 * Writes a new file; with `flush`, waits until it is on the disk. Throws `changed-meanwhile` where the file that is
 * copied no longer holds what it did.
 */
export function writeContent(
  path: string,
  content: FileContent,
  { mode, flush }: { readonly mode: number | undefined; readonly flush: boolean },
): void {
  if (!isToCopy(content)) {
    writeFileSync(path, content, { flush, ...(mode === undefined ? {} : { mode }) })
    return
  }
  if (copyNoting(content.from, path, mode, flush) === content.sha256) return
  const name = printable(basename(content.from))
  throw new RepositoryError('changed-meanwhile', `“${name}”在读取时有改动，没有写入：请等它保存完毕再试`)
}

const PIECE = 1024 * 1024

/** Copies a file and returns the SHA-256 (hex) of what was copied. */
function copyNoting(from: string, to: string, mode: number | undefined, flush: boolean): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(PIECE)
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'w', mode)
    try {
      for (let read = readSync(source, piece); read > 0; read = readSync(source, piece)) {
        hash.update(piece.subarray(0, read))
        for (let written = 0; written < read; ) written += writeSync(target, piece, written, read - written)
      }
      if (flush) fsyncSync(target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
  return hash.digest('hex')
}
