import { lstatSync, realpathSync } from 'node:fs'
import system, { join, type PlatformPath } from 'node:path'
import { illegalOnWindows, isDeviceName, isLegalOnWindows } from '../core/schema/file-names.ts'
import { formats } from '../core/schema/formats.ts'
import { UNSEEN } from '../core/schema/hidden.ts'
import { RepositoryError, systemCode, systemErrorReason } from './errors.ts'

/** Characters that can disguise a name: controls, halves of surrogate pairs, line separators, marks of direction. */
const invisible = new RegExp(String.raw`[\p{Cc}\p{Cs}${UNSEEN}]`, 'gu')
/** The names that open `.git` on some file system. */
const gitFolder = /^(\.git[. ]*|git~\d+)$/i
const longestNameInBytes = 255
/** The longest name that ejc makes: by default, Windows programs accept paths of up to 260 characters in all. */
const longestMadeName = 120
/** Leaves room for a number after the name. */
const longestMadeNameInBytes = 240

/** Why a link in the repository is not followed. */
export const OUTSIDE_LINK = '是指向案件库以外的符号链接'
export const BROKEN_LINK = '是无法打开的符号链接'

/** Whether a name opens `.git` on some file system: git keeps no file of that name. */
export function isGitFolder(name: string): boolean {
  return gitFolder.test(name)
}

/** Whether `id` is a case id `<prefix>-<year>-<4 digits>`; such an id is always a safe folder name. */
export function isCaseId(id: string): boolean {
  return formats['case-id'](id)
}

/** The path of a document of a case, relative to the repository. */
export function documentPath(caseId: string, name: string): string {
  return `cases/${caseId}/${name}.yaml`
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

/** The name of a file as documents and git write it: macOS may return an accent apart from its letter. */
export function listedName(name: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'darwin' ? name.normalize('NFC') : name
}

/**
 * The path of a file relative to a folder that holds it, posix; empty for the folder itself, undefined outside of it.
 */
export function pathBelow(folder: string, path: string, paths: PlatformPath = system): string | undefined {
  const way = paths.relative(folder, path)
  // Between two drives of Windows there is no relative path.
  const isOutside = way === '..' || way.startsWith(`..${paths.sep}`) || paths.isAbsolute(way)
  return isOutside ? undefined : slashed(way, paths)
}

/** A path of the system with forward slashes, as git and documents write paths. */
export function slashed(path: string, paths: PlatformPath = system): string {
  return path.split(paths.sep).join('/')
}

/**
 * A safe file name as close to `name` as possible: illegal characters become `_`, a stem that is too long is cut (120
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
export function numberedPath(path: string, count: number): string {
  const dot = path.lastIndexOf('.')
  return dot > path.lastIndexOf('/') + 1
    ? `${path.slice(0, dot)}-${count}${path.slice(dot)}`
    : `${path}-${count}`
}

/** A name as systems compare it that take upper and lower case, or two ways to write an accent, for the same. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/**
 * The absolute path of `relative` (posix) inside `root`, whether or not the file exists.
 * Throws `unsafe-path` for an absolute path, `..`, backslashes, control characters, anything in `.git`, names that the
 * system does not have, and for symbolic links that lead out of `root` or nowhere.
 */
export function resolveInside(root: string, relative: string): string {
  const real = realpathSync(root)
  return namesInPath(relative).reduce(
    (folder, part) => followInside(real, join(folder, part), relative),
    real,
  )
}

/** The names of a relative path (posix). Throws `unsafe-path` as `resolveInside`, as far as the path alone can tell. */
export function namesInPath(relative: string, paths: PlatformPath = system): string[] {
  const parts = relative.split('/')
  const wrong = (holds: (part: string) => boolean): boolean => parts.some(holds)
  if (relative === '' || paths.isAbsolute(relative) || /^[A-Za-z]:/.test(relative))
    throw refused(relative, '应为案件库内的相对路径')
  if (relative !== relative.replace(invisible, '') || relative.includes('\\'))
    throw refused(relative, '含有反斜杠或控制字符')
  if (wrong((part) => part === '' || part === '.' || part === '..'))
    throw refused(relative, '不得含有 .. 或空段')
  if (wrong(isGitFolder)) throw refused(relative, '位于 .git 内，不得读写')
  // On Windows, a colon names a stream of another file, and CON a device.
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
    if (pathBelow(root, target) !== undefined) return target
    throw refused(relative, OUTSIDE_LINK)
  } catch (error) {
    if (error instanceof RepositoryError) throw error
    if (systemCode(error) === 'ENOENT' && !isLink(path)) return path
    throw refused(relative, isLink(path) ? BROKEN_LINK : `无法打开：${systemErrorReason(error)}`)
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}
