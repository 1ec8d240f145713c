import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMapData } from '../../core/facts/data.ts'
import { writeWhole } from '../durable.ts'
import { RepositoryError } from '../errors.ts'
import { answerOf, attempt } from '../git.ts'
import { headState } from '../git-work-tree.ts'
import { needGit } from '../gitdir.ts'
import { libraryFolder } from './shared-library.ts'

/** How a library is joined. */
export interface JoinOptions {
  /** The branch to take, where several hold cases. */
  readonly branch: string | undefined
  readonly mayAsk: boolean
  /** Whether the address is a backup, which nobody can push to: the clone keeps no address then. */
  readonly isBackup: boolean
}

/** A clone that was made. */
export interface JoinedLibrary {
  /** The folder of ejc.yaml. */
  readonly root: string
  readonly branch: string
  /** Whether a plain clone by git would have got another branch, or none: the administrator has to mend that. */
  readonly isHeadElsewhere: boolean
  /** Whether an earlier call had made it already. */
  readonly wasThere: boolean
}

/** Where a clone remembers what it was made from: a backup leaves no address in it. */
const SOURCE = 'joined.json'

/** Notes in a new clone what it was made from. */
export function rememberSource(clone: string, address: string): void {
  const { ejcDir } = needGit(clone)
  mkdirSync(ejcDir, { recursive: true })
  writeWhole(join(ejcDir, SOURCE), `${JSON.stringify({ from: address })}\n`)
}

/**
 * The clone of the same library, or of the same backup, that an earlier call has made in a folder; undefined where
 * there is none, also where it has another branch than the wanted one.
 */
export async function joinedBefore(
  folder: string,
  address: string,
  { branch: wanted, isBackup }: JoinOptions,
): Promise<JoinedLibrary | undefined> {
  if (!existsSync(join(folder, '.git'))) return undefined
  const known = sourceOf(folder) ?? (await answerOf(folder, ['config', '--get', 'remote.origin.url']))
  if (known !== address) return undefined
  const { branch, commit } = await headState(folder)
  if (branch === null || commit === null || (wanted !== undefined && wanted !== branch)) return undefined
  if (isBackup && !(await holdsBackup(folder, address))) return undefined
  const inside = await libraryFolder(folder, commit)
  if (inside === undefined) return undefined
  return { root: join(folder, inside), branch, isHeadElsewhere: false, wasThere: true }
}

function sourceOf(folder: string): string | undefined {
  try {
    const data: unknown = JSON.parse(readFileSync(join(needGit(folder).ejcDir, SOURCE), 'utf8'))
    return isMapData(data) && typeof data.from === 'string' ? data.from : undefined
  } catch {
    // None, or half a file after a power cut.
    return undefined
  }
}

/**
 * Whether the commit that a backup has for HEAD is in the clone: another backup may have taken the name of the file.
 */
async function holdsBackup(folder: string, file: string): Promise<boolean> {
  const listed = await attempt(folder, ['bundle', 'list-heads', file, 'HEAD'])
  const commit = /^[0-9a-f]+/.exec(listed)?.[0]
  if (commit === undefined) return false
  try {
    await attempt(folder, ['cat-file', '-e', `${commit}^{commit}`])
    return true
  } catch (error) {
    if (error instanceof RepositoryError) return false
    throw error
  }
}
