import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, sep } from 'node:path'

/**
 * The folder of this user in which ejc keeps its program as it is run and the code compiled from it, made where it is
 * missing. Undefined where there is none to be had, and where somebody else can write there or put something in its
 * place: what lies in it is run.
 */
export function ownFolder(): string | undefined {
  // Node's own switch for the same.
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined
  try {
    return madeFolder()
  } catch {
    return undefined
  }
}

function madeFolder(): string | undefined {
  let folder = realpathSync(cacheHome())
  if (!isTrusted(folder)) return undefined
  for (const name of ['ejc', 'code']) {
    folder = join(folder, name)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  return realpathSync(folder) === folder && isTrusted(folder) ? folder : undefined
}

/** Where programs of this user keep what can be made anew. Throws where the user has no home. */
function cacheHome(): string {
  const { XDG_CACHE_HOME: given, LOCALAPPDATA: local } = process.env
  if (process.platform === 'win32') return local ?? join(homedir(), 'AppData', 'Local')
  if (given !== undefined && isAbsolute(given)) return given
  const home = realpathSync(homedir())
  const folder = join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache')
  if (isTrusted(home)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

const WRITTEN_BY_OTHERS = 0o022
const STICKY = 0o1000

/**
 * Whether only this user (and the system) can change a folder and those that lead to it. On Windows files have no such
 * modes: there it must lie below the user's home, which others can't write.
 */
function isTrusted(folder: string): boolean {
  const own = process.getuid?.()
  if (own === undefined) return `${folder}${sep}`.startsWith(`${realpathSync(homedir())}${sep}`)
  if (!isOurs(lstatSync(folder))) return false
  for (let each = dirname(folder); ; each = dirname(each)) {
    const { uid, mode } = lstatSync(each)
    const isClosed = (mode & WRITTEN_BY_OTHERS) === 0 || (mode & STICKY) !== 0
    if ((uid !== own && uid !== 0) || !isClosed) return false
    if (each === dirname(each)) return true
  }
}

/** Whether a file or folder is this user's own and nobody else can write it. */
export function isOurs({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & WRITTEN_BY_OTHERS) === 0)
}
