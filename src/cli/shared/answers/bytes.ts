import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { systemCode, systemErrorReason } from '../../../repository/errors.ts'

/** Larger than any text of a case: a larger file, such as a film, was named by mistake. */
const MOST_BYTES = 4 * 1024 * 1024
const MEBIBYTE = 1024 * 1024
const STDIN = 0

/**
 * The bytes of a file that a call names (`-` for stdin), or why it can't be read. Its kind and size are looked at
 * before it is opened: a pipe may never end, nor a device.
 */
export function bytesNamed(file: string): Uint8Array | { readonly wrong: string } {
  if (file === '-') return bytesOrReason(() => bytesOf(STDIN))
  return bytesOrReason(() => {
    const state = statSync(file)
    if (!state.isFile() && !state.isDirectory())
      return { wrong: '不是普通文件（管道或设备）：请写普通文件，或者用 - 从标准输入读' }
    if (state.size > MOST_BYTES) return tooLarge(`有 ${Math.ceil(state.size / MEBIBYTE)} MiB，`)
    const handle = openSync(file, 'r')
    try {
      return bytesOf(handle)
    } finally {
      closeSync(handle)
    }
  })
}

function tooLarge(size: string): { readonly wrong: string } {
  return { wrong: `文件${size}超过 ${MOST_BYTES / MEBIBYTE} MiB` }
}

/** Reads to the end, or until it is too much. */
function bytesOf(handle: number): Uint8Array | { readonly wrong: string } {
  const parts: Buffer[] = []
  for (let left = MOST_BYTES + 1; left > 0; ) {
    const part = Buffer.allocUnsafe(Math.min(left, CHUNK))
    const read = readOrEnd(handle, part)
    if (read === 0) return Buffer.concat(parts)
    parts.push(part.subarray(0, read))
    left -= read
  }
  return tooLarge('')
}

/** Windows reports the end of a pipe as an error. */
function readOrEnd(handle: number, part: Buffer): number {
  try {
    return readSync(handle, part)
  } catch (error) {
    if (systemCode(error) === 'EOF') return 0
    throw error
  }
}

const CHUNK = 64 * 1024

function bytesOrReason<T>(read: () => T): T | { readonly wrong: string } {
  try {
    return read()
  } catch (error) {
    return { wrong: systemErrorReason(error) }
  }
}
