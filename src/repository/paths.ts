import { lstatSync, realpathSync } from 'node:fs'
import { isAbsolute, join, relative as relativePath, sep } from 'node:path'
import { formats } from '../core/schema/formats.ts'
import { RepositoryError, reasonOf, systemCode } from './errors.ts'

const reservedOnWindows = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
/** Control characters, halves of surrogate pairs, line separators and marks that turn the direction of writing, all able to disguise a name. */
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
/** The names by which some file system or other opens `.git`. */
const gitFolder = /^(\.git[. ]*|git~\d+)$/i
const illegalOnWindows = /[<>:"/\\|?*]/g
const longestNameInBytes = 255

/** Whether `id` is a case id `<prefix>-<year>-<4 digits>`; such an id is always a safe folder name. */
export function isCaseId(id: string): boolean {
  return formats['case-id'](id)
}

/** `text` with invisible characters shown as code points, for messages about data that cannot be trusted. */
export function printable(text: string): string {
  return text.replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Whether `name` is one file name, legal on Linux, macOS and Windows alike. */
export function isSafeFileName(name: string): boolean {
  return (
    name !== '' &&
    name === name.replace(invisible, '').replace(illegalOnWindows, '') &&
    !/^\.{1,2}$|^\s|[. ]$/.test(name) &&
    !reservedOnWindows.test(name) &&
    Buffer.byteLength(name) <= longestNameInBytes
  )
}

/** A safe file name as near to `name` as can be: illegal characters become `_`, too long a stem is cut, the extension stays. */
export function safeFileName(name: string): string {
  const clean = name
    .replace(invisible, '')
    .replace(illegalOnWindows, '_')
    .replace(/^[\s.]+|[. ]+$/g, '')
  const free = reservedOnWindows.test(clean) ? `_${clean}` : clean
  const dot = free.lastIndexOf('.')
  const extension = dot > 0 ? free.slice(dot) : ''
  const stem = [...(dot > 0 ? free.slice(0, dot) : free)]
  while (stem.length > 0 && Buffer.byteLength(stem.join('') + extension) > longestNameInBytes) stem.pop()
  const short = stem.join('').replace(/[. ]+$/, '') + extension
  return isSafeFileName(short) ? short : '_'
}

/** A path with a number before its extension: 笔录-2.pdf. */
export function numbered(path: string, count: number): string {
  const dot = path.lastIndexOf('.')
  return dot > path.lastIndexOf('/') + 1
    ? `${path.slice(0, dot)}-${count}${path.slice(dot)}`
    : `${path}-${count}`
}

/**
 * The absolute path of `relative` (posix) inside `root`, whether or not the file exists.
 * Throws `unsafe-path` for an absolute path, `..`, backslashes, control characters, anything in `.git`,
 * and for symbolic links that lead out of `root` or nowhere.
 */
export function resolveInside(root: string, relative: string): string {
  const refuse = (why: string): never => {
    throw new RepositoryError('unsafe-path', `路径“${printable(relative)}”${why}`, {
      file: printable(relative),
    })
  }
  const parts = relative.split('/')
  if (relative === '' || isAbsolute(relative) || /^[A-Za-z]:/.test(relative)) refuse('应为案件库内的相对路径')
  if (relative !== relative.replace(invisible, '') || relative.includes('\\')) refuse('含有反斜杠或控制字符')
  if (parts.some((part) => part === '' || part === '.' || part === '..')) refuse('不得含有 .. 或空段')
  if (parts.some((part) => gitFolder.test(part))) refuse('位于 .git 内，不得读写')
  const real = realpathSync(root)
  return parts.reduce((folder, part) => followInside(real, join(folder, part), refuse), real)
}

function followInside(root: string, path: string, refuse: (why: string) => never): string {
  try {
    if (!lstatSync(path).isSymbolicLink()) return path
    const target = realpathSync(path)
    return isInside(root, target) ? target : refuse('是指向案件库以外的符号链接')
  } catch (error) {
    if (error instanceof RepositoryError) throw error
    if (systemCode(error) === 'ENOENT' && !isLink(path)) return path
    return refuse(isLink(path) ? '是无法打开的符号链接' : `无法打开：${reasonOf(error)}`)
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

function isInside(root: string, path: string): boolean {
  const way = relativePath(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
