import { existsSync, mkdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { digestOf } from './digest.ts'
import { removeFolder, rename } from './durable.ts'
import { RepositoryError } from './errors.ts'
import { answerOf, attempt, listedPaths, plumb, printed } from './git.ts'
import { needGit } from './gitdir.ts'
import { asking, withoutSecret } from './sync/remote.ts'
import { libraryFolderOf } from './sync/shared-library.ts'
import { withScratch } from './sync/tree.ts'

/** A library of another office, as ejc.yaml names it. */
export interface NamedLibrary {
  readonly name: string
  readonly address: string
}

/** A library as it was last seen. */
export interface SeenLibrary extends NamedLibrary {
  /** The case repository, laid out without its attachments and papers; undefined where nothing could be read. */
  readonly root: string | undefined
  /** When its newest commit was made, strict ISO 8601. */
  readonly committedAt: string | undefined
  /** Why the newest state could not be fetched; what was fetched before is used then. */
  readonly why: string | undefined
}

/**
 * Larger files are attachments and papers, which no report reads: they stay where they are, if the server can leave
 * them out.
 */
const LARGEST = 'blob:limit=1m'

/**
 * Runs `work` on the newest state of a library, read only: what is needed of it lies in git's own folder of this clone
 * while `work` runs. A library that can't be reached is shown as it was seen last, with the reason.
 */
export async function onLibrary<T>(
  root: string,
  { name, address }: NamedLibrary,
  mayAsk: boolean,
  work: (library: SeenLibrary) => Promise<T>,
): Promise<T> {
  const { ejcDir } = needGit(root)
  const copy = join(ejcDir, 'libraries', digestOf(Buffer.from(address)).slice(0, SHORT))
  const why = await fetched(root, copy, address, mayAsk)
  const seen = { name, address: withoutSecret(address), why }
  const head = existsSync(copy) ? await libraryHead(copy) : undefined
  if (!head) {
    const nothing = why ?? '里面没有案件库（ejc.yaml）'
    return work({ ...seen, root: undefined, committedAt: undefined, why: nothing })
  }
  const committedAt = (await attempt(copy, ['log', '-1', '--format=%cI', head.commit])).trim()
  return withScratch(needGit(root), async (folder) => {
    await layOutFacts(copy, head, folder)
    return work({ ...seen, root: join(folder, 'files', head.folder), committedAt })
  })
}

const SHORT = 16

/** Fetches the newest commits of all branches, and nothing of their past. The reason where that fails. */
async function fetched(
  root: string,
  copy: string,
  address: string,
  mayAsk: boolean,
): Promise<string | undefined> {
  const env = asking(mayAsk)
  try {
    if (existsSync(copy)) {
      const all = '+refs/heads/*:refs/heads/*'
      await plumb(copy, ['fetch', '--quiet', '--depth=1', '--prune', '--no-tags', 'origin', all], { env })
    } else {
      const made = `${copy}.new`
      removeFolder(made)
      mkdirSync(made, { recursive: true })
      const how = ['--quiet', '--bare', '--depth=1', '--no-single-branch', '--no-tags', `--filter=${LARGEST}`]
      await plumb(root, ['clone', ...how, '--end-of-options', withDepth(address), made], { env })
      rename(made, copy)
    }
    return undefined
  } catch (error) {
    if (error instanceof RepositoryError) return withoutSecret(error.message)
    throw error
  }
}

/** git copies a whole local repository, whatever depth is asked for, unless it is named by an address. */
function withDepth(address: string): string {
  return posix.isAbsolute(address) ? `file://${address}` : address
}

interface LibraryHead {
  readonly commit: string
  /** The folder of ejc.yaml, empty for the root. */
  readonly folder: string
  readonly paths: readonly string[]
}

/** The branch that holds the case repository: the one that a clone gets, else the first that does. */
async function libraryHead(copy: string): Promise<LibraryHead | undefined> {
  const head = await answerOf(copy, ['symbolic-ref', '--quiet', 'HEAD'])
  const listed = await attempt(copy, ['for-each-ref', '--format=%(refname)', 'refs/heads/'])
  const branches = listed.split('\n').filter((name) => name !== '')
  for (const branch of [...branches].sort((a, b) => Number(b === head) - Number(a === head))) {
    const output = await printed(copy, ['ls-tree', '-r', '-z', '--full-tree', '--name-only', branch])
    const paths = listedPaths(output)
    const folder = libraryFolderOf(paths)
    if (folder === undefined) continue
    const commit = (await attempt(copy, ['rev-parse', branch])).trim()
    return { commit, folder, paths }
  }
  return undefined
}

/** Writes the documents of all cases and what they depend on below `folder`. */
async function layOutFacts(
  copy: string,
  { commit, folder: inside, paths }: LibraryHead,
  folder: string,
): Promise<void> {
  const files = join(folder, 'files')
  mkdirSync(files, { recursive: true })
  const start = inside === '' ? '' : `${inside}/`
  const wanted = paths.filter((path) => path.startsWith(start) && isFact(path.slice(start.length)))
  const env = { GIT_DIR: copy, GIT_WORK_TREE: files, GIT_INDEX_FILE: join(folder, 'index') }
  await plumb(copy, ['read-tree', commit], { env })
  const input = wanted.map((path) => `${path}\0`).join('')
  await plumb(files, ['checkout-index', '--force', '-z', '--stdin'], { env, input })
}

/** Whether a report reads a file: its YAML, not what is attached. */
function isFact(path: string): boolean {
  return /^(?:cases\/[^/]+|calendar|projects|regulations)\/[^/]+\.ya?ml$|^(?:ejc|submissions)\.yaml$/.test(
    path,
  )
}
