import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { removeFolder, rename } from '../durable.ts'
import { RepositoryError } from '../errors.ts'
import { locateGit } from '../gitdir.ts'
import { journalFile, readJournal } from '../journal.ts'
import { withLock } from '../lock.ts'
import { recover } from '../recover.ts'

/** The file that makes a folder a case repository; it comes and goes with all the others. */
const CONFIG = 'ejc.yaml'
/** The name that a `.git` gets before it is removed, so that half of one is never taken for a whole one. */
const GOING = '.git.ejc-going'

/**
 * Clears away, or finishes, what an earlier `ejc init` left in this folder when it was killed or failed. True when one
 * was finished.
 */
export async function settleKilledInit(root: string): Promise<boolean> {
  removeFolder(join(root, GOING))
  removeHalfMadeGit(root)
  const git = locateGit(root)
  const journal = git && readJournal(git)
  if (!journal) return false
  const isNew = journal.entries.some(({ path, before }) => path === CONFIG && before === null)
  return (await recover(root)).outcome === 'finished' && isNew
}

/**
 * Removes the folders and the `.git` that a failed init made. What stands, or waits to be finished, stays, whoever made
 * it: the next call goes on from there. What can't be removed is in nobody's way either: the next init uses it.
 */
export async function removeMade(root: string, made: Made): Promise<void> {
  try {
    // Another init of the same folder may just be writing.
    if (isWhole(join(root, '.git'))) await withLock(root, async () => removeUnlessBegun(root, made))
    else removeUnlessBegun(root, made)
  } catch (error) {
    // On a full disk there is no room for a lock.
    if (!(error instanceof RepositoryError)) removeIfPossible(root, made)
  }
}

function removeIfPossible(root: string, made: Made): void {
  try {
    removeUnlessBegun(root, made)
  } catch {
    // The reason of the failure itself is what counts.
  }
}

/** What an init found and made: the topmost folder that was missing, and whether there was a git folder. */
interface Made {
  readonly made: string | undefined
  readonly hadGit: boolean
}

function removeUnlessBegun(root: string, { made, hadGit }: Made): void {
  const git = locateGit(root)
  if (existsSync(join(root, CONFIG)) || (git && existsSync(journalFile(git)))) return
  if (!hadGit) removeGit(join(root, '.git'), join(root, GOING))
  if (made !== undefined) removeFolder(made)
}

function removeGit(folder: string, going: string): void {
  if (!existsSync(folder)) return
  removeFolder(going)
  rename(folder, going)
  removeFolder(going)
}

/**
 * Removes the `.git` of an `ejc init` that was killed while git made it: one in which git sees no repository, and that
 * holds nothing of anybody yet. Any other stays.
 */
function removeHalfMadeGit(root: string): void {
  const folder = join(root, '.git')
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() || isWhole(folder)) return
  // Of ours, only a journal would hold something; a lock may be left of the call that could not remove it.
  const used = ['index', join('ejc', 'journal.json')].some((name) => existsSync(join(folder, name)))
  const folders = ['objects', 'refs', 'logs', 'modules', 'worktrees']
  if (!used && !folders.some((name) => holdsFile(join(folder, name)))) removeGit(folder, join(root, GOING))
}

/** Whether git sees a repository in a git folder. */
const isWhole = (folder: string): boolean =>
  ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)))

function holdsFile(folder: string): boolean {
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => !entry.isDirectory())
}
