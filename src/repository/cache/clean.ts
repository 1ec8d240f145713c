import { digestOf } from '../digest.ts'
import { RepositoryError } from '../errors.ts'
import { plumb } from '../git.ts'
import { locateGit } from '../gitdir.ts'
import { isCaseId } from '../paths.ts'

/** The cases that are unchanged from git's index: by case id, a digest of what git knows of their files. */
export type CleanCases = ReadonlyMap<string, string>

/**
 * Asks git which cases (of `ids`; of all when absent) have every file as in its index, and makes one digest of the
 * path, mode and content id of every file. A case is left out where git can't tell: when it has a changed, unknown or
 * ignored file, one that git is told to skip (`assume-unchanged`, sparse checkout), a symbolic link, or a repository
 * inside. Undefined outside of git, and wherever git does not answer.
 */
export async function cleanCases(root: string, ids?: readonly string[]): Promise<CleanCases | undefined> {
  if (!locateGit(root)) return undefined
  const folders = ids?.map((id) => `cases/${id}`) ?? ['cases']
  const answer = await gitOutput(root, [...everyFile, '--', ...folders])
  return answer === undefined ? undefined : cleanIn(answer)
}

/**
 * Lists unknown files, then the files of the index, then those that differ from it. In one call, since starting git
 * takes longer than all its work on a small repository. Takes no lock, so that no other git has to wait.
 */
const everyFile = [
  'ls-files',
  '-z',
  '-v',
  '--stage',
  '--cached',
  '--modified',
  '--others',
  '--directory',
  '--no-empty-directory',
]

/** A plain file that git looks at: `H 100644 <id> 0\t<path>`. */
const PLAIN_FILE_ENTRY = 'H 100'
const UNKNOWN = '? '

/** Git sorts its output, so that the files of one case follow one another; their lines are digested together. */
function cleanIn(answer: string): Map<string, string> {
  const clean = new Map<string, string>()
  const dirty = new Set<string>()
  for (let start = 0; start < answer.length; ) {
    const id = caseAt(answer, start)
    // All of cases/ is unknown to git, or ignored.
    if (id === undefined) return new Map()
    const end = endOfFiles(answer, start, `cases/${id}/`)
    if (end === undefined) {
      dirty.add(id)
      start = endOfEntry(answer, start)
    } else {
      if (isCaseId(id)) clean.set(id, digestOf(answer.slice(start, end)))
      start = end
    }
  }
  for (const id of dirty) clean.delete(id)
  return clean
}

/** The end of the entries of one folder that begin here; undefined where one of them is no plain file. */
function endOfFiles(answer: string, start: number, folder: string): number | undefined {
  let end = start
  while (end < answer.length && answer.startsWith(folder, pathAt(answer, end))) {
    if (!answer.startsWith(PLAIN_FILE_ENTRY, end)) return undefined
    end = endOfEntry(answer, end)
  }
  return end === start ? undefined : end
}

function caseAt(answer: string, start: number): string | undefined {
  const path = answer.slice(pathAt(answer, start), endOfEntry(answer, start) - 1)
  return /^cases\/([^/]+)/.exec(path)?.[1]
}

function pathAt(answer: string, start: number): number {
  return answer.startsWith(UNKNOWN, start) ? start + UNKNOWN.length : answer.indexOf('\t', start) + 1
}

function endOfEntry(answer: string, start: number): number {
  return answer.indexOf('\0', start) + 1
}

/** The output of a git command; undefined where it fails. As bytes, since only ids of cases, in ASCII, are searched. */
async function gitOutput(root: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await plumb(root, ['--literal-pathspecs', ...args])).stdout.toString('latin1')
  } catch (error) {
    if (error instanceof RepositoryError) return undefined
    throw error
  }
}
