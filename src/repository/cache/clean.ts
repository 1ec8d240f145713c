import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../digest.ts'
import { writeWhole } from '../durable.ts'
import { RepositoryError } from '../errors.ts'
import { listedPaths, plumb } from '../git.ts'
import { type GitLocation, locateGit } from '../gitdir.ts'
import { isCaseId } from '../paths.ts'

/** The cases that are unchanged from git's index: by case id, a digest of what git knows of their files. */
export type CleanCases = ReadonlyMap<string, string>

/**
 * Asks git which cases (of `ids`; of all when absent) have every file as in its index, and makes one digest of the
 * path, mode and content id of every file. A case is left out where git can't tell: when it has a changed, unknown or
 * ignored file, one that git is told to skip (`assume-unchanged`, sparse checkout), a symbolic link, or a repository
 * inside. Undefined outside of git, and wherever git does not answer. Takes no lock, so that no other git has to wait.
 */
export async function cleanCases(root: string, ids?: readonly string[]): Promise<CleanCases | undefined> {
  const git = locateGit(root)
  if (!git) return undefined
  if (!ids) return allClean(root, git)
  const folders = ids.map((id) => `cases/${id}`)
  const answer = await gitOutput(root, [...ofIndex, ...unlikeIndex, '--', ...folders])
  return answer === undefined ? undefined : cleanIn(answer)
}

/** Lists the files of the index. */
const ofIndex = ['ls-files', '-z', '-v', '--stage', '--cached']

/** The same, with unknown files before and those that differ: one git for all, since to start one takes longest. */
const unlikeIndex = ['--modified', '--others', '--directory', '--no-empty-directory']

/** Lists what differs from the index, as fast as git can: `git status` uses all cores, and what it keeps itself. */
const differing = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=normal', '--ignored']

/**
 * Of hundred thousands of files, only those that differ are listed: what the index has of each case is kept until git
 * writes another index.
 */
async function allClean(root: string, git: GitLocation): Promise<CleanCases | undefined> {
  const stamp = stampOf(git)
  const file = join(git.ejcDir, 'cache', git.prefix === '' ? 'index' : `index-${digestOf(git.prefix)}`)
  const kept = stamp === undefined ? undefined : keptIn(file, stamp)
  const [changes, listed] = await Promise.all([
    gitOutput(root, ['--no-optional-locks', ...differing, '--', 'cases']),
    kept ? '' : gitOutput(root, [...ofIndex, '--', 'cases']),
  ])
  if (changes === undefined || listed === undefined) return undefined
  const clean = kept ?? cleanIn(listed)
  // An index that was written meanwhile is another one than was listed.
  const isSame = stampOf(git) === stamp
  if (!kept && stamp !== undefined && isSame) keepIn(file, stamp, clean)
  return isSame ? withoutDiffering(clean, changes, git.prefix) : new Map()
}

/** Leaves out the cases with a file that differs: `XY path` from the top, where Y tells the work tree from the index. */
function withoutDiffering(clean: Map<string, string>, changes: string, prefix: string): CleanCases {
  const start = CODE + (prefix === '' ? 0 : Buffer.byteLength(prefix) + 1)
  for (const entry of listedPaths(changes)) {
    if (entry[1] === ' ') continue
    const id = /^cases\/([^/]+)/.exec(entry.slice(start))?.[1]
    if (id === undefined) return new Map()
    clean.delete(id)
  }
  return clean
}

/** Characters before the path. */
const CODE = 3

/** Tells one index of git from another: where it lies on the disk, when it was written, and git's own digest at its end. */
function stampOf({ gitDir }: GitLocation): string | undefined {
  try {
    const handle = openSync(join(gitDir, 'index'), 'r')
    try {
      const { size, mtimeNs, ctimeNs, ino } = fstatSync(handle, { bigint: true })
      const end = Buffer.alloc(DIGEST)
      readSync(handle, end, 0, DIGEST, Math.max(0, Number(size) - DIGEST))
      return [size, mtimeNs, ctimeNs, ino, end.toString('hex')].join(' ')
    } finally {
      closeSync(handle)
    }
  } catch {
    return undefined
  }
}

/** Bytes of a digest of SHA-256, the longer of the two that git has. */
const DIGEST = 32

/** What was kept for this index; undefined where there is nothing, or not all of it. */
function keptIn(file: string, stamp: string): Map<string, string> | undefined {
  try {
    const [known, count, ...lines] = readFileSync(file, 'latin1').split('\n')
    if (known !== stamp || lines.pop() !== '' || Number(count) !== lines.length) return undefined
    return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]))
  } catch {
    return undefined
  }
}

/** Only saves time later: where it can't be written, this is no failure. */
function keepIn(file: string, stamp: string, clean: CleanCases): void {
  const lines = [...clean].map(([id, digest]) => `${id} ${digest}\n`)
  try {
    writeWhole(file, `${stamp}\n${clean.size}\n${lines.join('')}`, 0o600)
  } catch {}
}

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
