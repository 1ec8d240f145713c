import * as zlib from 'node:zlib'
import { strFromU8 } from 'fflate'
import { DamagedError, DocumentError } from './error.ts'

/** A file in a zip, still packed. */
export interface ZipEntry {
  readonly path: string
  readonly packed: Uint8Array
  readonly isStored: boolean
  /** The CRC-32 of its bytes, as the directory of the zip has it. */
  readonly checksum: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const IN_UTF8 = 0x0800
const DEFLATED = 8
/** Stands for a size or place that is too large for its field; an extra field holds it then. */
const ELSEWHERE = 0xffffffff
const LARGE_SIZES = 1

// A Word file has some tens of parts, a large book of sheets some hundreds.
const mostEntries = 5000
const mebibyte = 1024 * 1024
/** A form has some tens of kilobytes; a file that unpacks to more than this is an attack. */
export const mostBytes = 64 * mebibyte

/**
 * The files that the directory of a zip names, not yet unpacked. No count or size in the zip is believed, so that a zip
 * that lies takes no longer than one that does not. @throws DocumentError when it is damaged, or holds more than 5,000
 * files
 */
export function zipEntries(bytes: Uint8Array, subject: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOfDirectory(view)
    const entries: ZipEntry[] = []
    for (let at = startOfDirectory(view, end); at < end; at = nextEntry(view, at)) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) break
      if (entries.length === mostEntries)
        throw new DocumentError(subject, [`压缩包里的文件超过 ${mostEntries} 个，不予读取。`])
      entries.push(entryAt(view, bytes, at))
    }
    return entries
  } catch (error) {
    if (error instanceof RangeError) throw damaged(subject)
    throw error
  }
}

function damaged(subject: string): DamagedError {
  return new DamagedError(subject, ['文件已损坏，无法解压。'])
}

function changed(subject: string, path: string): DamagedError {
  return new DamagedError(subject, [
    `文件已损坏：其中的 ${path} 与存盘时不一致（校验值不符）。请从原件重新复制；没有原件的，在 Word 或 WPS 中打开，核对内容以后另存。`,
  ])
}

/**
 * Unpacks files of one zip, all of them together to at most so many bytes, 64 MiB by default. @throws DocumentError also
 * when a file is not what was packed: a flipped bit may leave XML that reads well and says something else
 */
export function unpacker(subject: string, most = mostBytes, advice = ''): (entry: ZipEntry) => Uint8Array {
  let left = most
  return ({ path, packed, isStored, checksum }) => {
    const bytes = isStored ? packed.slice() : inflated(packed, left)
    if (bytes === 'too-large' || bytes.length > left)
      throw new DocumentError(subject, [`解压后超过 ${most / mebibyte} MiB，不予读取。${advice}`])
    if (bytes === 'damaged') throw damaged(subject)
    if (checksumOf(bytes) !== checksum) throw changed(subject, path)
    left -= bytes.length
    return bytes
  }
}

/** The checksum of a zip; node has had its own since 20.15 and 22.2. */
const checksumOf: (bytes: Uint8Array) => number = zlib.crc32 ?? crc32

/** The CRC-32 of zip files, byte by byte. */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) rest = (crcTable[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8)
  return (rest ^ 0xffffffff) >>> 0
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest >>> 0
})

function inflated(packed: Uint8Array, most: number): Uint8Array | 'too-large' | 'damaged' {
  try {
    return new Uint8Array(zlib.inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) }))
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? 'too-large' : 'damaged'
  }
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw new RangeError('no directory')
}

/** The directory lies before its end; a large zip says in another record where it begins. */
function startOfDirectory(view: DataView, end: number): number {
  const start = view.getUint32(end + 16, true)
  if (start !== ELSEWHERE) return start
  const record = Number(view.getBigUint64(end - 12, true))
  return Number(view.getBigUint64(record + 48, true))
}

function nextEntry(view: DataView, at: number): number {
  return [28, 30, 32].reduce((sum, place) => sum + view.getUint16(at + place, true), at + ENTRY_BYTES)
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const nameAt = at + ENTRY_BYTES
  const name = bytes.subarray(nameAt, nameAt + view.getUint16(at + 28, true))
  const [packedBytes = 0, local = 0] = sizesAt(view, at)
  const method = view.getUint16(at + 10, true)
  if (view.getUint32(local, true) !== LOCAL_ENTRY || (method !== 0 && method !== DEFLATED))
    throw new RangeError('no such entry')
  const start = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packedBytes > bytes.length) throw new RangeError('entry is cut off')
  return {
    path: strFromU8(name, (view.getUint16(at + 8, true) & IN_UTF8) === 0),
    packed: bytes.subarray(start, start + packedBytes),
    isStored: method === 0,
    checksum: view.getUint32(at + 16, true),
  }
}

/** How many bytes an entry takes, and where it begins. */
function sizesAt(view: DataView, at: number): number[] {
  const fields = [24, 20, 42].map((place) => view.getUint32(at + place, true))
  if (!fields.includes(ELSEWHERE)) return fields.slice(1)
  const extras = at + ENTRY_BYTES + view.getUint16(at + 28, true)
  const end = extras + view.getUint16(at + 30, true)
  let extra = extras
  while (extra < end && view.getUint16(extra, true) !== LARGE_SIZES)
    extra += 4 + view.getUint16(extra + 2, true)
  if (extra >= end) return fields.slice(1)
  let next = extra + 4
  return fields
    .map((field) => {
      if (field !== ELSEWHERE) return field
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    })
    .slice(1)
}
