import { spawn } from 'node:child_process'
import { locateGit } from '../gitdir.ts'
import { isCaseId } from '../paths.ts'

/** The tree ids of the cases that lie in the work tree as they lie in HEAD, by case id. */
export type CleanCases = ReadonlyMap<string, string>

/**
 * Asks git which cases (of `ids`; of all when absent) are to the last file as in HEAD, and by which tree id it knows
 * them. A case is left out where git's word is not enough: a file changed, staged, unknown or ignored, one that git is
 * told not to look at (`assume-unchanged`, sparse checkout), a symbolic link, a repository inside. Undefined outside of
 * git, before the first commit, and wherever git does not answer.
 */
export async function cleanCases(root: string, ids?: readonly string[]): Promise<CleanCases | undefined> {
  const git = locateGit(root)
  if (!git) return undefined
  const folders = ids?.map((id) => `cases/${id}`) ?? ['cases']
  const [trees, index, status] = await Promise.all([
    answerOf(root, ['ls-tree', '-z', 'HEAD', ...(ids ? folders : ['cases/'])]),
    answerOf(root, ['ls-files', '-z', '-v', '--stage', '--', ...folders]),
    answerOf(root, [...statusOfAll, '--', ...folders]),
  ])
  if (!trees || !index || !status) return undefined
  const clean = treeIds(trees)
  const dirty = [...unvouched(index), ...changed(status, git.prefix)]
  for (const path of dirty) {
    const id = caseOf(path)
    // All of cases/ is unknown to git, or ignored.
    if (id === undefined) return new Map()
    clean.delete(id)
  }
  return clean
}

/** No lock is taken: a reader stands in nobody's way. */
const statusOfAll = [
  '--no-optional-locks',
  'status',
  '--porcelain=v1',
  '-z',
  '--no-renames',
  '--untracked-files=normal',
  '--ignored=traditional',
  '--ignore-submodules=none',
]

/** `040000 tree <id>\t<path>` */
function treeIds(answer: Buffer): Map<string, string> {
  const found = new Map<string, string>()
  for (const entry of entriesOf(answer)) {
    const [, tree = '', path = ''] = /^040000 tree ([0-9a-f]+)\tcases\/([^/]+)$/.exec(entry) ?? []
    if (isCaseId(path)) found.set(path, tree)
  }
  return found
}

const plainFile = Buffer.from('H 100')

/** The paths of the index (`H 100644 <id> 0\t<path>`) that are no plain files, or that git does not look at. */
function* unvouched(answer: Buffer): Iterable<string> {
  // Of a hundred thousand entries hardly one is of interest: only that one becomes a string.
  for (let start = 0; start < answer.length; ) {
    const end = answer.indexOf(0, start)
    if (answer.compare(plainFile, 0, plainFile.length, start, start + plainFile.length) !== 0)
      yield answer.toString('utf8', answer.indexOf('\t', start) + 1, end)
    start = end + 1
  }
}

/** Relative to the case repository, while git names paths from the top of the work tree. */
function changed(answer: Buffer, prefix: string): string[] {
  const skipped = 'XY '.length + (prefix === '' ? 0 : prefix.length + 1)
  return entriesOf(answer).map((entry) => entry.slice(skipped))
}

function caseOf(path: string): string | undefined {
  return /^cases\/([^/]+)/.exec(path)?.[1]
}

function entriesOf(answer: Buffer): string[] {
  return answer
    .toString()
    .split('\0')
    .filter((entry) => entry !== '')
}

/** What a git command answers; undefined where it fails. Started by itself: the package for git costs 25 ms to load. */
function answerOf(root: string, args: readonly string[]): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const git = spawn('git', ['--literal-pathspecs', ...args], {
      cwd: root,
      env: ownEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const chunks: Buffer[] = []
    git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    git.on('error', () => resolve(undefined))
    git.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined))
  })
}

/** Without what a calling hook tells its own git (GIT_DIR, GIT_INDEX_FILE): it would lead astray. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^GIT_(?!CONFIG_GLOBAL|CONFIG_NOSYSTEM)/.test(name),
  )
  return Object.fromEntries(entries)
}
