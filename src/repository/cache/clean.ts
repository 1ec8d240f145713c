import { digestOf } from '../digest.ts'
import { RepositoryError } from '../errors.ts'
import { plumb } from '../git.ts'
import { locateGit } from '../gitdir.ts'
import { isCaseId } from '../paths.ts'

/** What git knows of the cases that lie in the work tree as it knows them: a digest of it, by case id. */
export type CleanCases = ReadonlyMap<string, string>

/**
 * Asks git which cases (of `ids`; of all when absent) are to the last file as in its index, and what it knows of them:
 * the path, mode and content id of every file, as one digest. A case is left out where git's word is not enough: a file
 * changed, unknown or ignored, one that git is told not to look at (`assume-unchanged`, sparse checkout), a symbolic
 * link, a repository inside. Undefined outside of git, and wherever git does not answer.
 */
export async function cleanCases(root: string, ids?: readonly string[]): Promise<CleanCases | undefined> {
  if (!locateGit(root)) return undefined
  const folders = ids?.map((id) => `cases/${id}`) ?? ['cases']
  const answer = await answerOf(root, [...everyFile, '--', ...folders])
  return answer === undefined ? undefined : cleanIn(answer)
}

/**
 * What the index holds, then what differs from it; before both, what it does not know. In one call: to start git takes
 * longer than all that is asked of a small repository. No lock is taken: a reader stands in nobody's way.
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
const PLAIN_FILE = 'H 100'
const UNKNOWN = '? '

/** Git sorts what it says: the files of a case in the index are one stretch, which is what git knows of the case. */
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

/** Where the entries end that begin here and stand for plain files of a folder; undefined where one does not. */
function endOfFiles(answer: string, start: number, folder: string): number | undefined {
  let end = start
  while (end < answer.length && answer.startsWith(folder, pathAt(answer, end))) {
    if (!answer.startsWith(PLAIN_FILE, end)) return undefined
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

/** What a git command answers; undefined where it fails. Read as bytes: only ids of cases are looked for, in ASCII. */
async function answerOf(root: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await plumb(root, ['--literal-pathspecs', ...args])).stdout.toString('latin1')
  } catch (error) {
    if (error instanceof RepositoryError) return undefined
    throw error
  }
}
