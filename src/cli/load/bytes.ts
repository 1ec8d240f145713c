import { readSync } from 'node:fs'

/** A part of an open file, or what there is of it; in memory of its own, which V8 can use as it is. */
export function bytesAt(opened: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length)
  return bytes.subarray(0, readSync(opened, bytes, 0, length, at))
}
