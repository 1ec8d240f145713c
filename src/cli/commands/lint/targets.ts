import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { isPaperFile } from '../../../documents/paper-names.ts'
import { isCaseId, pathBelow, slashed } from '../../../repository/paths.ts'
import { caseHint } from '../../../repository/similar-case.ts'
import { caseMeant } from '../../shared/cases/numbers.ts'
import { UsageError } from '../../shared/exit.ts'

/** What a call of lint checks. */
export interface Targets {
  /** Cases, folders and files, relative to the repository, posix. */
  readonly inside: readonly string[]
  /** Those of them that are Word drafts in the folder of a case. */
  readonly drafts: readonly string[]
  /** Files of cases whose text nobody can read, such as pictures. */
  readonly unread: readonly string[]
  /** Word drafts that belong to no case. */
  readonly loose: readonly LooseDraft[]
}

/** A Word draft that belongs to no case: where it lies, and how findings name it. */
export interface LooseDraft {
  readonly path: string
  readonly file: string
}

/**
 * Sorts the paths of a call; `root` is the repository, undefined outside of one, where only Word files can be named.
 * @throws UsageError for what is not there, or is neither in the repository nor a Word file
 */
export function targetsOf(root: string | undefined, folder: string, paths: readonly string[]): Targets {
  const inside: string[] = []
  const loose: LooseDraft[] = []
  for (const path of paths) {
    const found = targetPath(root, folder, path)
    const place = root === undefined ? undefined : placeIn(root, found)
    if (isPaperFile(found) && !place?.startsWith('cases/')) {
      loose.push({ path: found, file: place ?? nameFrom(folder, found) })
      continue
    }
    if (!place?.startsWith('cases/')) refuseUnreadable(folder, [path])
    if (place === undefined) throw new UsageError(`“${path}”不在案件库内。`)
    inside.push(place)
  }
  const unread = inside.filter((place) => root !== undefined && isUnread(root, place))
  return { inside, drafts: inside.filter(isPaperFile), unread, loose }
}

/** What lint can read, and how anything else becomes that. */
export const READABLE =
  'ejc 只读 YAML、Word、有文字的 PDF、.odt 和 .rtf；图片和扫描件先识别成文字，网页、文本和 OFD 用 WPS 或 Word 打开、另存为 .docx，再检查。'

function isUnread(root: string, place: string): boolean {
  return isUnreadable(join(root, place))
}

function isUnreadable(file: string): boolean {
  const isRead = isPaperFile(file) || /\.ya?ml$/iu.test(file)
  return !isRead && statSync(file, { throwIfNoEntry: false })?.isFile() === true
}

/**
 * Refuses a file outside of the cases whose text lint can't read: nothing of it could be checked.
 * @throws UsageError that says what to do
 */
export function refuseUnreadable(folder: string, paths: readonly string[]): void {
  const found = paths.find((path) => isUnreadable(resolve(folder, path)))
  if (found !== undefined) throw new UsageError(`没有检查“${found}”：这种文件的内容读不了。${READABLE}`)
}

/** A case id or a path from the current folder. */
function targetPath(root: string | undefined, folder: string, path: string): string {
  const file = resolve(folder, path)
  const meant = root === undefined || existsSync(file) ? path : caseMeant(root, path)
  const byId = root !== undefined && isCaseId(meant) ? join(root, 'cases', meant) : undefined
  const found = [byId, file].find((each) => each !== undefined && existsSync(each))
  if (found === undefined) {
    const hint = root === undefined ? '' : caseHint(root, path)
    throw new UsageError(`没有“${path}”这个案件、文件夹或文件。${hint}`)
  }
  return found
}

/** A path inside the repository; undefined when it is outside. */
function placeIn(root: string, found: string): string | undefined {
  // The parent is resolved, not the file itself: findings name a link by its own path.
  const own = join(realpathSync(dirname(found)), basename(found))
  return realpathSync(found) === root ? '' : pathBelow(root, own)
}

function nameFrom(folder: string, path: string): string {
  return pathBelow(folder, path) ?? slashed(path)
}
