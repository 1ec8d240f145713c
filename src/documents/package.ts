import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate'
import { canonicalXml, DOCUMENT_PART, otherNames, renameParts } from './canonical.ts'
import { DocumentError } from './error.ts'
import { mostBytes, unpacker, type ZipEntry, zipEntries } from './zip.ts'

/** The parts of a .docx by path, such as `word/document.xml`. */
export type Package = Map<string, Uint8Array>

const signatureOfZip = [0x50, 0x4b]
// Office stores a file with a password in its old container format, under this name.
const encryptedEntry = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Opens a .docx.
 * @param subject the name of the file in messages
 * @param wanted the parts to unpack, so that pictures cost nothing where only the text is read; all when absent
 * @throws DocumentError when it is no .docx, or unpacks to more than 64 MiB
 */
export const openPackage = (bytes: Uint8Array, subject: string, wanted?: readonly string[]): Package => {
  if (!signatureOfZip.every((byte, index) => bytes[index] === byte)) {
    if (Buffer.from(bytes).includes(encryptedEntry))
      throw new DocumentError(subject, ['文件有打开密码，无法读取。请在 Word 或 WPS 中取消密码后另存。'])
    throw new DocumentError(subject, ['不是 .docx 文件。旧式 .doc 请先在 Word 或 WPS 中另存为 .docx。'])
  }
  // A path that stands twice is read once: the last counts.
  const entries = new Map(zipEntries(bytes, subject).map((entry) => [entry.path, entry]))
  const unpack = unpacker(subject)
  const unpacked = new Map<string, Uint8Array>()
  const take = (entry: ZipEntry): Uint8Array => {
    const content = unpacked.get(entry.path) ?? unpack(entry)
    unpacked.set(entry.path, content)
    return content
  }
  const read = (path: string): string => {
    const entry = entries.get(path)
    return entry ? canonicalXml(take(entry), subject) : ''
  }
  const names = otherNames(read, subject)
  const known = (path: string): string => names.get(path) ?? path
  const kept = [...entries.values()].filter(({ path }) => wanted?.includes(known(path)) ?? true)
  const parts = renameParts(new Map(kept.map((entry) => [entry.path, take(entry)])), names)
  if (![...entries.keys()].some((path) => known(path) === DOCUMENT_PART))
    throw new DocumentError(subject, [`不是 Word 文档（缺少 ${DOCUMENT_PART}）。`])
  return withUsualNames(parts, subject)
}

/** The parts that are read as XML, with the usual prefixes, in UTF-8. Those that have them already stay as they are. */
const withUsualNames = (parts: Package, subject: string): Package => {
  for (const path of [...contentPaths(parts), 'word/styles.xml', 'word/numbering.xml']) {
    const bytes = parts.get(path)
    const text = bytes && canonicalXml(bytes, subject)
    if (text !== undefined && text !== strFromU8(bytes ?? new Uint8Array())) parts.set(path, strToU8(text))
  }
  return parts
}

/** One part as text; empty when there is no such part. */
export const partText = (parts: Package, path: string): string => {
  const bytes = parts.get(path)
  // strFromU8 keeps a byte order mark, which must not stand before the XML declaration.
  return bytes === undefined ? '' : strFromU8(bytes).replace(/^\uFEFF/, '')
}

// Zip times are local times: a local date gives the same bytes in every time zone.
const fixedTime = new Date(1980, 0, 1)

/** Packs the parts in a fixed order with a fixed time: the same parts give the same bytes. */
export const packPackage = (parts: Package, level: 0 | 6 = 6): Uint8Array => {
  // Readers expect the content types first.
  const first = (path: string) => (path === '[Content_Types].xml' ? '' : path)
  const paths = [...parts.keys()].sort((a, b) => (first(a) < first(b) ? -1 : 1))
  const files: Zippable = {}
  for (const path of paths) {
    const bytes = parts.get(path)
    if (bytes !== undefined) files[path] = bytes
  }
  return zipSync(files, { mtime: fixedTime, level })
}

/** The parts that hold what a reader sees: the document, its headers, footers and notes. */
export const contentPaths = (parts: Package): string[] =>
  [...parts.keys()]
    .filter((path) => /^word\/(document|header[^/]*|footer[^/]*|footnotes|endnotes)\.xml$/.test(path))
    .sort()

/** What is left of the room in a paper. */
export interface Room {
  /** Counts a text that is put in so many times. @throws DocumentError once there is no room */
  readonly take: (xml: string, times?: number) => void
}

/** As much room as `openPackage` takes in again; a template of many marks ends here before it fills the memory. */
export const roomFor = (subject: string): Room => {
  let left = mostBytes
  const take = (xml: string, times = 1): void => {
    left -= Buffer.byteLength(xml) * times
    if (left < 0) throw new DocumentError(subject, ['填入内容后超过 64 MiB，不予制作。'])
  }
  return { take }
}
