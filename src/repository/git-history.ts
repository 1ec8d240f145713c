import { answerOf, attempt, gitIn, listedPaths, RECORD_END } from './git.ts'
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
  if ((await headState(root)).commit === null) return []
  const wanted = caseId === undefined ? ['Ejc-Tx: '] : [`Ejc-Case: ${caseId}`, `Ejc-Subject: ${caseId}`]
  const greps = wanted.map((trailer) => `--grep=${trailer}`)
  const entries = (await ejcCommits(root, ['--fixed-strings', ...greps])).filter(
    ({ transaction }) => transaction !== '',
  )
  if (caseId === undefined) return entries
  const shared = ofTwoCases(entries)
  return entries.filter(
    (entry) => entry.caseId === caseId || (entry.subject === caseId && shared.has(entry.transaction)),
  )
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
  const { prefix } = needGit(root)
  const name = prefix === '' ? path : `${prefix}/${path}`
  const known = await answerOf(root, ['ls-tree', '-z', '--full-tree', '--name-only', commit, '--', name])
  if (known === null) return null
  return (await gitIn(root)).showBuffer([`${commit}:${name}`])
}
