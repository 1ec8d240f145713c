import { whyNoSuchPath } from './windows-path.ts'

/** What went wrong, for exit codes and tests; the message is for the reader. */
export type RepositoryErrorCode =
  | 'not-a-repository'
  | 'not-a-git-repository'
  | 'unsafe-path'
  | 'no-such-case'
  | 'locked'
  | 'detached-head'
  | 'merge-in-progress'
  | 'no-identity'
  | 'no-remote'
  | 'changed-meanwhile'
  | 'hook-refused'
  | 'recovery-conflict'
  | 'not-undoable'
  | 'io'
  /** There is too little memory for so many cases. */
  | 'memory'
  | 'git'
  | 'yaml'
  /** Thrown above this layer: the file can be read but breaks its schema. */
  | 'invalid-document'
  /** The repository is of a format that this ejc does not write: see `format/check.ts`. */
  | 'other-format'

export interface ErrorPlace {
  file?: string
  line?: number
  column?: number
  /** What git said, in its own words. */
  said?: string
  cause?: unknown
}

/** Every refusal of the repository layer: a Chinese message that says what happened and what to do. */
export class RepositoryError extends Error {
  readonly code: RepositoryErrorCode
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly said?: string

  constructor(code: RepositoryErrorCode, message: string, place: ErrorPlace = {}) {
    super(message, place.cause === undefined ? {} : { cause: place.cause })
    this.name = 'RepositoryError'
    this.code = code
    if (place.file !== undefined) this.file = place.file
    if (place.line !== undefined) this.line = place.line
    if (place.column !== undefined) this.column = place.column
    if (place.said !== undefined) this.said = place.said
  }
}

/** The system's error code (ENOENT, EACCES…) of anything thrown, or undefined. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

const systemReasons: Record<string, string> = {
  ENOSPC: '磁盘空间不足',
  EDQUOT: '磁盘配额已用完',
  EACCES: '没有访问权限',
  EBUSY: '文件正被其他程序占用（如在 Word、WPS 中打开），请关闭后再试',
  EEXIST: '已有同名文件',
  EIO: '磁盘读写出错',
  EPERM: '没有访问权限',
  EROFS: '磁盘为只读',
  ENOENT: '文件不存在',
  EISDIR: '应为文件，却是文件夹',
  ENOTDIR: '应为文件夹，却是文件',
  EMFILE: '打开的文件过多',
  ELOOP: '符号链接循环',
  ENAMETOOLONG: '文件名过长',
  EINVAL: '名字或者位置不能这样用',
}

/** The codes that Windows gives while another program has a file open, and also where permission is missing. */
const heldOnWindows = ['EBUSY', 'EPERM', 'EACCES']

/** Whether another program may keep the file from being written; only on Windows can it. */
export function isHeld(error: unknown, platform: NodeJS.Platform = process.platform): boolean {
  return platform === 'win32' && heldOnWindows.includes(systemCode(error) ?? '')
}

/** Whether the error is a failed system call on a file, and no mistake in the program. */
export function isSystemError(error: unknown): boolean {
  return systemCode(error) !== undefined && error instanceof Error && 'syscall' in error
}

/** The file that a failed system call was about; of a rename, the new name. */
export function failedFile(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('dest' in error && typeof error.dest === 'string') return error.dest
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined
}

/** The codes that Windows gives for a path that can't be, beside that of a missing file. */
const badPath = ['ENOENT', 'EINVAL', 'ENOTDIR']

/** A short Chinese reason for a failed system call. */
export function systemErrorReason(
  error: unknown,
  platform: NodeJS.Platform = process.platform,
  exists?: (path: string) => boolean,
): string {
  if (isHeld(error, platform)) return '文件可能正在 Word、WPS 等程序中打开（请关闭后再试），或者没有访问权限'
  const code = systemCode(error) ?? ''
  const path = failedFile(error)
  if (platform === 'win32' && path !== undefined && badPath.includes(code)) {
    const why = whyNoSuchPath(path, exists)
    if (why !== undefined) return why
  }
  const known = systemReasons[code]
  if (known) return known
  return error instanceof Error ? error.message : String(error)
}

/** The codes of a start that fails for a moment: a scanner still holds the program, or there are too many processes. */
const momentary = ['EAGAIN', 'EBUSY', 'ETXTBSY']
const momentaryOnWindows = [...momentary, 'EACCES', 'EPERM', 'UNKNOWN']

/** Whether a program that could not be started may start a moment later. */
export function isMomentary(error: unknown, platform: NodeJS.Platform = process.platform): boolean {
  const code = systemCode(error) ?? spawnCode(error)
  return (platform === 'win32' ? momentaryOnWindows : momentary).includes(code)
}

/** The code of a start that failed, which simple-git keeps in words only. */
function spawnCode(error: unknown): string {
  const said = error instanceof Error ? error.message : ''
  return /^(?:Error: )?spawn (?:\S+ )?([A-Z]+)\b/.exec(said)?.[1] ?? ''
}
