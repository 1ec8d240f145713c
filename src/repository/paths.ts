import { lstatSync, realpathSync } from 'node:fs'
import system, { join, type PlatformPath } from 'node:path'
import { illegalOnWindows, isDeviceName, isLegalOnWindows } from '../core/schema/file-names.ts'
import { formats } from '../core/schema/formats.ts'
import { UNSEEN } from '../core/schema/hidden.ts'
import { RepositoryError, reasonOf, systemCode } from './errors.ts'

/** Control characters, halves of surrogate pairs, line separators and marks that turn the direction of writing, all able to disguise a name. */
const invisible = new RegExp(String.raw`[\p{Cc}\p{Cs}${UNSEEN}]`, 'gu')
/** The names by which some file system or other opens `.git`. */
const gitFolder = /^(\.git[. ]*|git~\d+)$/i
const longestNameInBytes = 255
/** Of the names that ejc makes: Windows programs that are not told otherwise take paths of 260 characters in all. */
const longestMadeName = 120
/** A number may yet come behind them. */
const longestMadeNameInBytes = 240

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
    name === name.replace(invisible, '') &&
    !/^\s/.test(name) &&
    isLegalOnWindows(name) &&
    Buffer.byteLength(name) <= longestNameInBytes
  )
}

/** The name of a file as it is written in documents and known to git: macOS may hand it out with its accents apart. */
export function listedName(name: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'darwin' ? name.normalize('NFC') : name
}

/** The way from a folder to what lies in it, posix; empty for the folder itself, undefined for what lies elsewhere. */
export function wayInside(folder: string, path: string, paths: PlatformPath = system): string | undefined {
  const way = paths.relative(folder, path)
  // Between two drives of Windows there is no relative way.
  const isOutside = way === '..' || way.startsWith(`..${paths.sep}`) || paths.isAbsolute(way)
  return isOutside ? undefined : slashed(way, paths)
}

/** A path of the system with forward slashes, as git and documents write paths. */
export function slashed(path: string, paths: PlatformPath = system): string {
  return path.split(paths.sep).join('/')
}

/**
 * A safe file name as near to `name` as can be: illegal characters become `_`, a stem that is too long is cut (120
 * characters in all), the extension stays.
 */
export function safeFileName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(invisible, '')
    .replace(illegalOnWindows, '_')
    .replace(/^[\s.]+|[. ]+$/g, '')
  const free = isDeviceName(clean) ? `_${clean}` : clean
  const dot = free.lastIndexOf('.')
  const extension = dot > 0 ? free.slice(dot) : ''
  const stem = [...(dot > 0 ? free.slice(0, dot) : free)]
  while (stem.length > 0 && isTooLong(stem.join('') + extension)) stem.pop()
  const short = stem.join('').replace(/[. ]+$/, '') + extension
  return isSafeFileName(short) ? short : '_'
}

function isTooLong(name: string): boolean {
  return name.length > longestMadeName || Buffer.byteLength(name) > longestMadeNameInBytes
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
 * Throws `unsafe-path` for an absolute path, `..`, backslashes, control characters, anything in `.git`, names that the
 * system does not have, and for symbolic links that lead out of `root` or nowhere.
 */
export function resolveInside(root: string, relative: string): string {
  const real = realpathSync(root)
  return partsOf(relative).reduce((folder, part) => followInside(real, join(folder, part), relative), real)
}

/** The names of a relative path (posix). Throws `unsafe-path` as `resolveInside` for all that can be seen by the path. */
export function partsOf(relative: string, paths: PlatformPath = system): string[] {
  const parts = relative.split('/')
  const wrong = (holds: (part: string) => boolean): boolean => parts.some(holds)
  if (relative === '' || paths.isAbsolute(relative) || /^[A-Za-z]:/.test(relative))
    throw refused(relative, '应为案件库内的相对路径')
  if (relative !== relative.replace(invisible, '') || relative.includes('\\'))
    throw refused(relative, '含有反斜杠或控制字符')
  if (wrong((part) => part === '' || part === '.' || part === '..'))
    throw refused(relative, '不得含有 .. 或空段')
  if (wrong((part) => gitFolder.test(part))) throw refused(relative, '位于 .git 内，不得读写')
  // A colon would name a stream of another file, CON a device.
  if (paths.sep === '\\' && wrong((part) => !isLegalOnWindows(part)))
    throw refused(relative, '含有 Windows 不允许的文件名，不能读写：请在其他系统上改名')
  return parts
}

function refused(relative: string, why: string): RepositoryError {
  const file = printable(relative)
  return new RepositoryError('unsafe-path', `路径“${file}”${why}`, { file })
}

function followInside(root: string, path: string, relative: string): string {
  try {
    if (!lstatSync(path).isSymbolicLink()) return path
    const target = realpathSync(path)
    if (wayInside(root, target) !== undefined) return target
    throw refused(relative, '是指向案件库以外的符号链接')
  } catch (error) {
    if (error instanceof RepositoryError) throw error
    if (systemCode(error) === 'ENOENT' && !isLink(path)) return path
    throw refused(relative, isLink(path) ? '是无法打开的符号链接' : `无法打开：${reasonOf(error)}`)
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}
