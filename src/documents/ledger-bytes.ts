import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { LedgerBook } from '../core/ledger/intake/book.ts'
import { UNSEEN } from '../core/schema/hidden.ts'
import { DocumentError } from './error.ts'
import { unpacker, zipEntries } from './zip.ts'

export type BookFormat = LedgerBook['format']

/** Blanks at the ends: those of Unicode, U+3000 and NBSP among them, and marks that nobody sees. */
const BLANKS = new RegExp(String.raw`^[\s${UNSEEN}]+|[\s${UNSEEN}]+$`, 'gu')

/** A text of a cell: line breaks as LF, no blanks at the ends. */
export function trimmedCell(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(BLANKS, '')
}

const signatures = {
  zip: [0x50, 0x4b],
  ole: [0xd0, 0xcf, 0x11, 0xe0],
} as const

const inOle = (name: string): Buffer => Buffer.from(name, 'utf16le')
const SAVE_AS = '请在 Excel 或 WPS 中打开，另存为 .xlsx，再导入。'

/** Tells what a file is by its bytes, whatever its name. Throws DocumentError for what is no ledger. */
export function formatOf(bytes: Uint8Array, file: string): BookFormat {
  if (file.startsWith('~$'))
    throw new DocumentError(file, [
      `是打开台账时的临时文件，不是台账。请导入 ${file.slice(2)}，先在 Excel 或 WPS 中保存。`,
    ])
  if (begins(bytes, signatures.zip)) return zippedFormat(bytes, file)
  if (begins(bytes, signatures.ole)) return oldFormat(Buffer.from(bytes), file)
  const start = strFromU8(bytes.subarray(0, 500), true).trimStart().toLowerCase()
  if (begins(bytes, biff5Alone)) throw tooOld(file)
  if (start.includes('<html') || start.startsWith('<table') || start.startsWith('<!doctype'))
    throw new DocumentError(file, [`其实是网页，不是表格文件。${SAVE_AS}`])
  if (start.startsWith('<?xml') || start.startsWith('%pdf'))
    throw new DocumentError(file, [`不是能读的表格格式。${SAVE_AS}`])
  return 'csv'
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

// A BOF record of BIFF5 or older without a container around it.
const biff5Alone = [0x09, 0x08] as const

function tooOld(file: string): DocumentError {
  return new DocumentError(file, [`是 Excel 95 或者更早的格式，读不了。${SAVE_AS}`])
}

/**
 * A book of Excel 97 holds the stream Workbook, an older one Book; a file with a password is kept in the same
 * container.
 */
function oldFormat(bytes: Buffer, file: string): BookFormat {
  if (bytes.includes(inOle('EncryptedPackage'))) throw needsPassword(file)
  if (bytes.includes(inOle('Workbook'))) return 'xls'
  if (bytes.includes(inOle('Book'))) throw tooOld(file)
  throw new DocumentError(file, [`不是表格文件。${SAVE_AS}`])
}

function zippedFormat(bytes: Uint8Array, file: string): BookFormat {
  const entries = zipEntries(bytes, file)
  const names = entries.map(({ path }) => path)
  // What the library unpacks is unpacked here first, since it believes the sizes that the zip claims.
  const unpack = unpacker(file, mostBytes, EMPTY_ROWS)
  for (const entry of entries) if (/\.(?:xml|rels)$/u.test(entry.path)) unpack(entry)
  if (names.includes('content.xml')) return 'ods'
  if (names.includes('xl/workbook.bin'))
    throw new DocumentError(file, [`是二进制的工作簿（.xlsb），读不了。${SAVE_AS}`])
  if (names.some((name) => name.startsWith('word/')))
    throw new DocumentError(file, ['是 Word 文档，不是表格文件。'])
  if (names.includes('[Content_Types].xml')) return 'xlsx'
  throw new DocumentError(file, [`不是表格文件。${SAVE_AS}`])
}

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/u
const PHONETIC = /<((?:\w{1,20}:)?rPh)\b[^>]*>/gu
const EMPTY_ROWS = '多半是表格下方有大量空行带着格式：删去这些行，保存，再导入。'
/** The largest ledgers have some megabytes: thousands of rows of sixty columns. */
const mostBytes = 32 * 1024 * 1024

/** A book without the phonetic guides of its inline strings, which would be read as part of the text. */
export function withoutPhonetic(bytes: Uint8Array): Uint8Array {
  const sheets = unzipSync(bytes, { filter: ({ name }) => WORKSHEET.test(name) })
  const changed = Object.entries(sheets).filter(([, part]) =>
    Buffer.from(part.buffer, part.byteOffset, part.length).includes('rPh'),
  )
  if (changed.length === 0) return bytes
  const parts = unzipSync(bytes)
  for (const [name, part] of changed) parts[name] = strToU8(withoutGuides(strFromU8(part)))
  return zipSync(parts)
}

/** Each place is looked at once, also where a guide does not end. */
function withoutGuides(xml: string): string {
  let [kept, done] = ['', 0]
  for (const { 0: opening, 1: name = '', index } of xml.matchAll(PHONETIC)) {
    if (index < done) continue
    const end = opening.endsWith('/>') ? index : xml.indexOf(`</${name}>`, index)
    if (end < 0) break
    kept += xml.slice(done, index)
    done = opening.endsWith('/>') ? index + opening.length : end + `</${name}>`.length
  }
  return kept + xml.slice(done)
}

/** Undefined for bytes that are not of that encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** How many bytes at the beginning tell the encoding. */
const LOOKED_AT = 1000

/** UTF-16 without a mark, told by the zero bytes beside ASCII: commas, line breaks and figures. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const first = bytes.subarray(0, LOOKED_AT)
  const zeros = (odd: number): number => first.filter((byte, index) => byte === 0 && index % 2 === odd).length
  if (zeros(1) > zeros(0)) return 'utf-16le'
  return zeros(0) > 0 ? 'utf-16be' : undefined
}

/** The text of a file: by its mark, else UTF-8, else GB 18030. Undefined where it is none of them. */
export function decodedText(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded(bytes, 'utf-8')
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be')
  const wide = utf16Of(bytes)
  if (wide) return decoded(bytes, wide)
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030')
}

/** The refusal of a workbook that opens with a password only. */
export function needsPassword(file: string): DocumentError {
  return new DocumentError(file, ['文件有打开密码，无法读取。请在 Excel 或 WPS 中取消密码后另存。'])
}
