import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { DocumentError } from './error.ts'

/** The parts of a .docx by path, such as `word/document.xml`. */
export type Package = Map<string, Uint8Array>

// A form has some tens of kilobytes; a file that unpacks to more than this is an attack.
const mostBytes = 64 * 1024 * 1024

const signatureOfZip = [0x50, 0x4b]
// Office stores a file with a password in its old container format, under this name.
const encryptedEntry = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Opens a .docx.
 * @param subject the name of the file in messages
 * @throws DocumentError when it is no .docx, or unpacks to more than 64 MiB
 */
export const openPackage = (bytes: Uint8Array, subject: string): Package => {
  const parts = unzip(bytes, subject)
  if (!parts.has('word/document.xml'))
    throw new DocumentError(subject, ['不是 Word 文档（缺少 word/document.xml）。'])
  return parts
}

const unzip = (bytes: Uint8Array, subject: string): Package => {
  if (!signatureOfZip.every((byte, index) => bytes[index] === byte)) {
    if (Buffer.from(bytes).includes(encryptedEntry))
      throw new DocumentError(subject, ['文件有打开密码，无法读取。请在 Word 或 WPS 中取消密码后另存。'])
    throw new DocumentError(subject, ['不是 .docx 文件。旧式 .doc 请先在 Word 或 WPS 中另存为 .docx。'])
  }
  let total = 0
  const filter = ({ originalSize }: { originalSize: number }): boolean => {
    total += originalSize
    if (total > mostBytes) throw new DocumentError(subject, ['解压后超过 64 MiB，不予读取。'])
    return true
  }
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })))
  } catch (error) {
    if (error instanceof DocumentError) throw error
    throw new DocumentError(subject, ['文件已损坏，无法解压。'])
  }
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
