import { attempt, listedPaths, plumb, RECORD_END } from './git.ts'
import { headState } from './git-work-tree.ts'
import { needGit } from './gitdir.ts'
import { noteIn, ownLines } from './own-lines.ts'

/** One commit that ejc made; lists have the newest first. */
export interface HistoryEntry {
  commit: string
  /** Date of the commit, strict ISO 8601 with zone. */
  committedAt: string
  author: string
  title: string
  action: string
  caseId: string
  subject: string | null
  transaction: string
  /** The transaction that it takes back; null unless the action is `undo`. */
  undoes: string | null
  /** What the message says below its title; empty where it says nothing. */
  note: string
}

const historyFormat = ['%H', '%cI', '%an', '%s', '%B']

/** The actions that change two cases, whose commits belong to the history of both: the other case is the subject. */
const OF_TWO_CASES: ReadonlySet<string> = new Set(['combine', 'split'])

/** The commits that ejc made for a case (all cases when undefined), newest first. */
export async function history(root: string, caseId?: string): Promise<HistoryEntry[]> {
  const wanted = caseId === undefined ? ['Ejc-Tx: '] : [`Ejc-Case: ${caseId}`, `Ejc-Subject: ${caseId}`]
  const greps = wanted.map((trailer) => `--grep=${trailer}`)
  const found = await ejcCommits(root, ['--fixed-strings', ...greps]).catch((error: unknown) =>
    withoutCommits(root, error),
  )
  const entries = found.filter(({ transaction }) => transaction !== '')
  if (caseId === undefined) return entries
  const shared = ofTwoCases(entries)
  return entries.filter(
    (entry) => entry.caseId === caseId || (entry.subject === caseId && shared.has(entry.transaction)),
  )
}

/** Before the first commit there is no history; else `git log` has failed for another reason. */
async function withoutCommits(root: string, error: unknown): Promise<HistoryEntry[]> {
  if ((await headState(root)).commit === null) return []
  throw error
}

/** Whether an action may have changed two cases, so that the history tells which. */
export function mayBeOfTwoCases({ action, undoes }: HistoryEntry): boolean {
  return OF_TWO_CASES.has(action) || undoes !== null
}

/** The transactions, of entries with the newest first, that changed two cases, and those that took them back. */
export function ofTwoCases(entries: readonly HistoryEntry[]): ReadonlySet<string> {
  const shared = new Set<string>()
  for (const { action, transaction, undoes } of entries.toReversed())
    if (OF_TWO_CASES.has(action) || (undoes !== null && shared.has(undoes))) shared.add(transaction)
  return shared
}

/** Whether the transaction was committed, looking back from HEAD to `since` (null: to the beginning). */
export async function isTransactionCommitted(
  root: string,
  transaction: string,
  since: string | null,
): Promise<boolean> {
  const { commit } = await headState(root)
  if (commit === null || commit === since) return false
  const range = since === null ? [] : [`${since}..HEAD`]
  const found = await ejcCommits(root, ['--fixed-strings', `--grep=Ejc-Tx: ${transaction}`, ...range])
  return found.some((entry) => entry.transaction === transaction)
}

async function ejcCommits(root: string, args: string[]): Promise<HistoryEntry[]> {
  const format = `--format=${historyFormat.join('%x00')}%x1e`
  const output = await attempt(root, ['log', '--no-show-signature', format, ...args, '--'])
  return output.split(RECORD_END).flatMap((record) => {
    const [commit = '', committedAt = '', author = '', title = '', message = ''] = record.trim().split('\0')
    const { action, caseId, subject, transaction, undoes } = ownLines(message)
    if (commit === '' || action === null) return []
    const about = { action, caseId: caseId ?? '', subject, transaction: transaction ?? '', undoes }
    return { commit, committedAt, author, title, ...about, note: noteIn(message) }
  })
}

/** The paths that a commit changed against its first parent, relative to the top of the work tree. */
export async function changedPaths(root: string, commit: string): Promise<string[]> {
  const args = [
    'diff-tree',
    '--root',
    '-r',
    '-z',
    '--no-commit-id',
    '--name-only',
    '--no-renames',
    '--end-of-options',
    commit,
  ]
  return listedPaths(await attempt(root, args))
}

/** The bytes of a file (relative to the repository) in a commit; null when it was not there. */
export async function fileInCommit(root: string, commit: string, path: string): Promise<Uint8Array | null> {
  return (await filesInCommits(root, [{ commit, path }]))[0] ?? null
}

/** The same of several files by one start of git, in their order; a commit may also be written as `<commit>^`. */
export async function filesInCommits(
  root: string,
  files: readonly { readonly commit: string; readonly path: string }[],
): Promise<(Uint8Array | null)[]> {
  const { prefix } = needGit(root)
  const names = files.map(({ commit, path }) => `${commit}:${prefix === '' ? path : `${prefix}/${path}`}\n`)
  const { stdout } = await plumb(root, ['cat-file', '--batch'], { input: names.join('') })
  let at = 0
  return files.map(() => {
    const end = stdout.indexOf(NEWLINE, at)
    const header = objectHeader(stdout.subarray(at, end).toString())
    at = end + 1
    if (!header) return null
    const bytes = new Uint8Array(stdout.subarray(at, at + header.size))
    at += header.size + 1
    return header.type === 'blob' ? bytes : null
  })
}

/** What `git cat-file --batch` says before an object; null where it is not there: git says the name and `missing`. */
export function objectHeader(line: string): { readonly type: string; readonly size: number } | null {
  const [, type = '', size] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(line) ?? []
  return size === undefined ? null : { type, size: Number(size) }
}

const NEWLINE = 0x0a
