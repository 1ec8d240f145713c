import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { systemErrorReason } from '../../../repository/errors.ts'

/** Larger than any text of a case: a larger file, such as a film, was named by mistake. */
const MOST_BYTES = 4 * 1024 * 1024
const MEBIBYTE = 1024 * 1024
const STDIN = 0

/** The bytes of a file that a call names (`-` for stdin), or why it can't be read; its size is looked at before it is read. */
export function bytesNamed(file: string): Uint8Array | { readonly wrong: string } {
  if (file === '-') return bytesOrReason(() => readFileSync(STDIN))
  return bytesOrReason(() => {
    const handle = openSync(file, 'r')
    try {
      const { size } = fstatSync(handle)
      if (size > MOST_BYTES)
        return { wrong: `文件有 ${Math.ceil(size / MEBIBYTE)} MiB，超过 ${MOST_BYTES / MEBIBYTE} MiB` }
      return readFileSync(handle)
    } finally {
      closeSync(handle)
    }
  })
}

function bytesOrReason<T>(read: () => T): T | { readonly wrong: string } {
  try {
    return read()
  } catch (error) {
    return { wrong: systemErrorReason(error) }
  }
}
