import { existsSync, linkSync, mkdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { listedPaths, plumb, printed } from './git.ts'
import type { GitLocation } from './gitdir.ts'
import { isCaseId } from './paths.ts'
import { withScratch } from './sync/tree.ts'

/** What a check of a commit needs of it, laid out as files. */
export interface Snapshot {
  /** The folder of the case repository, as a checkout would write it. */
  readonly root: string
  /** The numbers of the cases that are in the commit and not laid out. */
  readonly others: readonly string[]
}

/** The cases to be laid out; of `twins`, only case.yaml. All cases when `cases` is absent. */
export interface Wanted {
  readonly cases?: readonly string[] | undefined
  readonly twins?: readonly string[]
}

/**
 * Runs `work` on the files of a commit (or a tree) that decide about some cases: their folders, and everything outside
 * of cases/. The other cases are only counted, so that a library of any size takes no longer. Throws `git`.
 */
export function withSnapshot<T>(
  git: GitLocation,
  commit: string,
  wanted: Wanted,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  return withScratch(git, async (folder) => {
    const files = join(folder, 'files')
    const root = join(files, git.prefix)
    mkdirSync(root, { recursive: true })
    const numbers = await numbersAt(git, commit)
    const entries = await entriesOf(git, commit, await pathsOf(git, commit, wanted))
    const linked = await linkAttachments(git, commit, [...entries.keys()], files)
    const input = [...entries].flatMap(([path, entry]) => (linked.has(path) ? [] : `${entry}\0`)).join('')
    const env = { GIT_DIR: git.gitDir, GIT_WORK_TREE: files, GIT_INDEX_FILE: join(folder, 'index') }
    await plumb(files, ['update-index', '-z', '--index-info'], { env, input })
    await plumb(files, ['checkout-index', '--all', '--force'], { env })
    const laid = new Set(wanted.cases ?? numbers)
    return work({ root, others: numbers.filter((id) => !laid.has(id)) })
  })
}

const casesFolder = ({ prefix }: GitLocation): string => posix.join(prefix, 'cases')

/** The numbers of all cases of a commit, from one tree; those of a path that names none are none. */
export async function numbersAt(git: GitLocation, commit: string): Promise<string[]> {
  const entries = await namesIn(git, commit, casesFolder(git))
  return entries.flatMap(({ name, isFolder }) => (isFolder && isCaseId(name) ? name : []))
}

interface Named {
  readonly name: string
  readonly isFolder: boolean
}

/** What lies in a folder of a commit; '' is the top. */
async function namesIn({ top }: GitLocation, commit: string, folder: string): Promise<Named[]> {
  const within = folder === '' ? [] : ['--', `${folder}/`]
  const output = await printed(top, [...list, commit, ...within])
  return listedPaths(output).map((entry) => {
    const isFolder = /^\d+ tree /.test(entry)
    return { name: posix.basename(entry.slice(entry.indexOf('\t') + 1)), isFolder }
  })
}

const literally = ['--literal-pathspecs']
const list = [...literally, 'ls-tree', '-z', '--full-tree']

/** Everything but the folders of cases that nobody asked for. */
async function pathsOf(git: GitLocation, commit: string, { cases, twins = [] }: Wanted): Promise<string[]> {
  const folder = casesFolder(git)
  // Says how line ends are written also in folders below it.
  const above = git.prefix === '' ? [] : ['.gitattributes']
  if (!cases) return [...above, git.prefix]
  const outside = (await namesIn(git, commit, git.prefix)).filter((each) => !isCases(each))
  const stray = (await namesIn(git, commit, folder)).filter(
    ({ name, isFolder }) => !(isFolder && isCaseId(name)),
  )
  return [
    ...above,
    ...outside.map(({ name }) => posix.join(git.prefix, name)),
    ...[...stray.map(({ name }) => name), ...cases].map((name) => posix.join(folder, name)),
    ...twins.map((id) => posix.join(folder, id, 'case.yaml')),
  ]
}

const isCases = ({ name, isFolder }: Named): boolean => isFolder && name === 'cases'

/** So many paths fit on a command line of Windows. */
const MOST_NAMED = 200

/**
 * The files at some paths of a commit, each as `update-index --index-info` reads it; the path '' is everything.
 */
async function entriesOf(
  { top }: GitLocation,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found: string[] = []
  for (const named of inParts(paths)) {
    const within = named.includes('') ? [] : ['--', ...named]
    found.push(...listedPaths(await printed(top, [...list, '-r', commit, ...within])))
  }
  return new Map(found.map((entry) => [entry.slice(entry.indexOf('\t') + 1), entry]))
}

function inParts(paths: readonly string[]): string[][] {
  const parts: string[][] = []
  for (let first = 0; first < paths.length; first += MOST_NAMED)
    parts.push(paths.slice(first, first + MOST_NAMED))
  return parts
}

/**
 * An attachment may be a film: one that the work tree holds just as the commit does is not written again, but linked.
 * Returns the paths that are linked.
 */
async function linkAttachments(
  git: GitLocation,
  commit: string,
  paths: readonly string[],
  files: string,
): Promise<ReadonlySet<string>> {
  const folders = new Set(
    paths.flatMap((path) => /^(?:.*\/)?cases\/[^/]+\/attachments(?=\/)/.exec(path) ?? []),
  )
  const linked = new Set<string>()
  if (!folders.size || !existsSync(join(git.gitDir, 'index'))) return linked
  const differing = new Set<string>()
  for (const named of inParts([...folders])) {
    const call = [...literally, 'diff-index', '-z', '--name-only', '--no-renames', commit, '--', ...named]
    for (const path of listedPaths(await printed(git.top, call))) differing.add(path)
  }
  for (const path of paths)
    if (
      folders.has(path.replace(/(?<=\/attachments)\/.*$/s, '')) &&
      !differing.has(path) &&
      link(git, path, files)
    )
      linked.add(path)
  return linked
}

/** False where it can't be linked, for example on a disk without links: then it is written. */
function link({ top }: GitLocation, path: string, files: string): boolean {
  try {
    mkdirSync(dirname(join(files, path)), { recursive: true })
    linkSync(join(top, path), join(files, path))
    return true
  } catch {
    return false
  }
}
