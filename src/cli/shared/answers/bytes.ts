import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { reasonOf } from '../../../repository/errors.ts'

/** More than any text of a case: what is larger was named by mistake, as a film. */
const MOST_BYTES = 4 * 1024 * 1024
const MEBIBYTE = 1024 * 1024
const STDIN = 0

/** The bytes of a file that a call names (`-` for stdin), or why it can't be read; its size is looked at before it is read. */
export function bytesNamed(file: string): Uint8Array | { readonly wrong: string } {
  if (file === '-') return attempted(() => readFileSync(STDIN))
  return attempted(() => {
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

function attempted<T>(read: () => T): T | { readonly wrong: string } {
  try {
    return read()
  } catch (error) {
    return { wrong: reasonOf(error) }
  }
}
