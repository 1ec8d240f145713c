import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOfContent, type FileContent, writeContent } from './content.ts'
import { flushAll, flushFile, flushFolder } from './durable.ts'
import { RepositoryError } from './errors.ts'
import { attempt, plumb, printed } from './git.ts'
import { type GitLocation, needGit } from './gitdir.ts'
import { type Journal, type JournalEntry, type OnStep, stagedFile, stageFolder } from './journal.ts'
import { type Lock, withLock } from './lock.ts'
import { needCommittable } from './preflight.ts'
import { applyJournal, recover } from './recover.ts'
import {
  discarded,
  type FileChange,
  fileChangesOf,
  messageOf,
  placeJournal,
  type TransactionRequest,
} from './transaction.ts'

/** One of many commits, each of a case of its own. */
export type BulkRequest = Pick<
  TransactionRequest,
  'action' | 'caseId' | 'subject' | 'message' | 'expected'
> & { readonly files: ReadonlyMap<string, Uint8Array | null> }

/** What fast-import has to call the commits that it makes; it is gone before the branch moves to them. */
const REF = 'refs/ejc/import'

/**
 * Makes a commit for each request and writes their files: all of them, or none, also when killed at any moment, by the
 * same journal as every write. The commits are made by one git (`fast-import`), since thousands of processes would take
 * minutes; hooks do not run, as in a merge. Returns the commits in the order of the requests; null where nothing was to
 * be written.
 * Throws RepositoryError as `commitTransaction`.
 */
export function commitSeveral(
  root: string,
  requests: readonly BulkRequest[],
  onStep?: OnStep,
): Promise<(string | null)[]> {
  return withLock(root, (lock) => commitUnderLock(root, requests, lock, onStep))
}

interface BulkCommit {
  readonly message: string
  readonly changes: readonly FileChange<Uint8Array>[]
}

async function commitUnderLock(
  root: string,
  requests: readonly BulkRequest[],
  lock: Lock,
  onStep?: OnStep,
): Promise<(string | null)[]> {
  await recover(root, { lock })
  const git = needGit(root)
  const { commit: from } = await needCommittable(root)
  if (from === null)
    throw new RepositoryError('git', '案件库还没有任何提交：请先运行 ejc sync --commit，再导入')
  const commits = requests.map((request): BulkCommit => {
    return { message: messageOf(request, randomUUID()), changes: fileChangesOf(root, request) }
  })
  const made = commits.filter(({ changes }) => changes.length > 0)
  if (made.length === 0) return requests.map(() => null)
  const { hashes, journal } = await prepared(git, from, made)
  placeJournal(git, journal, onStep)
  await applyJournal(root, journal, onStep)
  return commits.map((each) => hashes[made.indexOf(each)] ?? null)
}

/** Makes the commits and stages the files, before any file of the user is touched. */
async function prepared(
  git: GitLocation,
  from: string,
  commits: readonly BulkCommit[],
): Promise<{ readonly hashes: readonly string[]; readonly journal: Journal }> {
  const id = randomUUID()
  try {
    mkdirSync(stageFolder(git, id), { recursive: true })
    const hashes = await makeCommits(git, id, from, commits)
    return { hashes, journal: journalOf(git, id, { from, commit: hashes.at(-1) ?? from }, commits) }
  } catch (error) {
    throw discarded(git, id, error)
  }
}

function journalOf(
  git: GitLocation,
  id: string,
  { from, commit }: { readonly from: string; readonly commit: string },
  commits: readonly BulkCommit[],
): Journal {
  const changes = commits.flatMap((each) => each.changes)
  const entries = changes.map((change, index) => staged(git, id, change, index))
  const names = entries.flatMap(({ source, former }) => [source ?? [], former ?? []].flat())
  flushAll(
    names.map((name) => stagedFile(git, id, name)),
    flushFile,
  )
  flushFolder(stageFolder(git, id))
  const adopt = { commit, from, ofEntries: true } as const
  return { version: 1, id, prefix: git.prefix, head: from, entries, commit: null, adopt, takesBack: false }
}

/** Writes new and old bytes beside git's data; they are flushed together. */
function staged(
  git: GitLocation,
  id: string,
  { path, old, fresh, mode }: FileChange,
  index: number,
): JournalEntry {
  const put = (name: string, content: FileContent | null): string | null => {
    if (content) writeContent(stagedFile(git, id, name), content, { mode, flush: false })
    return content && name
  }
  return {
    path,
    before: old && digestOfContent(old),
    after: fresh && digestOfContent(fresh),
    source: put(`new-${index}`, fresh),
    former: put(`old-${index}`, old),
  }
}

/** Makes the commits, one on top of the other, and gives their hashes. Branch, index and work tree do not change. */
async function makeCommits(
  git: GitLocation,
  id: string,
  from: string,
  commits: readonly BulkCommit[],
): Promise<string[]> {
  const { top, prefix } = git
  const marks = join(stageFolder(git, id), 'marks')
  const [author, committer] = [await personOf(top, 'AUTHOR'), await personOf(top, 'COMMITTER')]
  const chunks: (string | Uint8Array)[] = ['feature done\n']
  for (const [index, { message, changes }] of commits.entries()) {
    const head = [`commit ${REF}`, `mark :${index + 1}`, `author ${author}`, `committer ${committer}`, '']
    chunks.push(head.join('\n'), ...dataOf(Buffer.from(message)))
    if (index === 0) chunks.push(`from ${from}\n`)
    for (const { path, fresh } of changes) {
      const whole = quotedPath(prefix === '' ? path : `${prefix}/${path}`)
      if (fresh === null) chunks.push(`D ${whole}\n`)
      else chunks.push(`M 100644 inline ${whole}\n`, ...dataOf(fresh))
    }
    chunks.push('\n')
  }
  const input = Buffer.concat([...chunks, 'done\n'].map((chunk) => Buffer.from(chunk)))
  const forget = () => attempt(top, ['update-ref', '-d', REF])
  try {
    await plumb(top, ['fast-import', '--quiet', '--force', `--export-marks=${marks}`], { input })
  } catch (error) {
    await forget().catch(() => undefined)
    throw error
  }
  // The commits stay though nothing names them until the branch does; to fail after it has moved would be told wrongly.
  await forget()
  return hashesIn(readFileSync(marks, 'utf8'), commits.length)
}

function dataOf(bytes: Uint8Array): (string | Uint8Array)[] {
  return [`data ${bytes.byteLength}\n`, bytes, '\n']
}

function quotedPath(path: string): string {
  return `"${path.replace(/[\\"]/gu, '\\$&')}"`
}

async function personOf(top: string, who: 'AUTHOR' | 'COMMITTER'): Promise<string> {
  return (await printed(top, ['var', `GIT_${who}_IDENT`])).trim()
}

function hashesIn(marks: string, count: number): string[] {
  const byMark = new Map(
    marks.split('\n').map((line) => {
      const [mark = '', hash = ''] = line.split(' ')
      return [mark, hash]
    }),
  )
  return Array.from({ length: count }, (_, index) => byMark.get(`:${index + 1}`) ?? '')
}
