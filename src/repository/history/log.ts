import type { Readable } from 'node:stream'
import { type DocumentName, isDocumentName } from '../../core/facts/documents.ts'
import { beijingTime } from '../beijing.ts'
import { RepositoryError } from '../errors.ts'
import { attempt, exitStatusOf, RECORD_END, startGit } from '../git.ts'
import { type OwnLines, ownLines } from '../own-lines.ts'
import { isCaseId } from '../paths.ts'
import { openRepository } from '../repository.ts'
import { absentCases } from '../sparse.ts'

/** One commit that changed documents of cases, as git tells of it. */
export interface LoggedCommit {
  readonly commit: string
  readonly author: string
  readonly title: string
  /** The days in Beijing on which it was written and committed. */
  readonly days: readonly [authored: string, committed: string]
  /** Whether the two moments are the same. */
  readonly asWritten: boolean
  readonly action: string | null
  readonly case: string | null
  readonly subject: string | null
  readonly transaction: string | null
  readonly files: LoggedFile[]
}

/** One document that a commit changed, line by line. */
export interface LoggedFile {
  readonly case: string
  readonly document: DocumentName
  readonly added: string[]
  /** The lines of the document before and after the commit. */
  readonly before: string[]
  readonly after: string[]
  /** Whether it is a merge with a result that differs from both sides: its lines belong to several versions. */
  readonly merged: boolean
}

const FIELD = '\0'
const format = ['%h', '%an', '%s', '%at', '%ct', '%H'].join('%x00')

/** The lines shown around a change: enough for the whole document. */
const WHOLE = 1_000_000

const call = [
  ...[
    '-c',
    'i18n.logOutputEncoding=UTF-8',
    '-c',
    'log.follow=false',
    '-c',
    'core.quotePath=false',
    '-c',
    'diff.noprefix=false',
  ],
  ...['log', '--reverse', '--full-history', '--no-show-signature', '--no-color', '--no-renames'],
  ...['--no-ext-diff', '--no-textconv', '--text', '--abbrev=10', '-p', '-c', `-U${WHOLE}`, '--relative'],
  ...['--src-prefix=a/', '--dst-prefix=b/', `--format=%x1e${format}`],
]

/**
 * The commits up to HEAD that changed documents of cases, the oldest first. Reads one `git log` while it is printed: no
 * more than one commit is in memory. Throws `git` when git fails.
 */
export async function* loggedCommits(root: string): AsyncIterable<LoggedCommit> {
  const messages = await ownLinesByCommit(root)
  const documents = await documentsHere(root, messages)
  if (!documents.length) return
  const child = startGit(root, [...call, '--', ...documents])
  const [exit, said] = [exitStatusOf(child), [] as Buffer[]]
  child.stdin.end()
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  let commit: LoggedCommit | undefined
  let file: LoggedFile | undefined
  for await (const line of outputLines(child.stdout)) {
    if (line.startsWith(RECORD_END)) {
      if (commit) yield commit
      commit = commitOf(line.slice(RECORD_END.length), messages)
      file = undefined
    } else if (line.startsWith('diff ')) {
      file = loggedFileOf(line)
      if (file) commit?.files.push(file)
    } else if (file) take(line, file)
  }
  if ((await exit) !== 0)
    throw new RepositoryError('git', `git log 失败：${Buffer.concat(said).toString().trim()}`)
  if (commit) yield commit
}

const ALL_DOCUMENTS = ':(glob)cases/*/*.yaml'

/**
 * The documents whose history is read: of a clone that keeps only some of the cases, those of these cases under each
 * of their numbers, since a partial clone would have to fetch all others.
 */
async function documentsHere(root: string, messages: ReadonlyMap<string, OwnLines>): Promise<string[]> {
  if (!(await absentCases(root)).absent.length) return [ALL_DOCUMENTS]
  const ids = new Set((await openRepository(root)).caseIds())
  // The newest first, so that a case that was renumbered twice is followed to its first number.
  for (const { action, caseId, subject } of messages.values())
    if (action === 'renumber' && subject !== null && ids.has(caseId ?? '')) ids.add(subject)
  return [...ids].map((id) => `:(glob)cases/${id}/*.yaml`)
}

/** Lines end with a line feed only: at any other line separator, a text could pretend to be output of git. */
async function* outputLines(output: Readable): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of output.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** What ejc wrote below the message of each commit, by its whole hash. */
async function ownLinesByCommit(root: string): Promise<ReadonlyMap<string, OwnLines>> {
  const args = ['log', '--full-history', '--no-show-signature', '--format=%H%x00%B%x1e', '--', ALL_DOCUMENTS]
  const records = (await attempt(root, args)).split(RECORD_END)
  return new Map(
    records.map((record) => {
      const [commit = '', message = ''] = record.trim().split(FIELD)
      return [commit, ownLines(message)]
    }),
  )
}

function commitOf(heading: string, messages: ReadonlyMap<string, OwnLines>): LoggedCommit {
  const [commit = '', author = '', title = '', authored = '', committed = '', hash = ''] =
    heading.split(FIELD)
  const message = messages.get(hash)
  return {
    commit,
    author,
    title,
    days: [dayOf(authored), dayOf(committed)],
    asWritten: authored === committed,
    action: message?.action ?? null,
    case: message?.caseId ?? null,
    subject: message?.subject ?? null,
    transaction: message?.transaction ?? null,
    files: [],
  }
}

/** The day in Beijing of a moment (seconds since 1970), as in the records of ejc. */
function dayOf(seconds: string): string {
  return beijingTime(new Date(Number(seconds) * 1000).toISOString()).slice(0, 'YYYY-MM-DD'.length)
}

/** `diff --git a/cases/… b/cases/…`; of a merge `diff --combined cases/…`. */
function loggedFileOf(line: string): LoggedFile | undefined {
  const [, merged, id = '', name = ''] =
    /^diff --(?:git a\/|(combined |cc ))cases\/([^/ ]+)\/([^/ ]+)\.yaml(?: |$)/.exec(line) ?? []
  if (!isCaseId(id) || !isDocumentName(name)) return undefined
  return { case: id, document: name, added: [], before: [], after: [], merged: merged !== undefined }
}

const HEADING = /^(?:index |---|\+\+\+|@@|old mode|new mode|new file|deleted file|similarity|\\)/

/** Lines of the change itself begin with their sign; before them come headings. */
function take(line: string, file: LoggedFile): void {
  if (file.merged || isHeading(line, file)) return
  const [sign, text] = [line[0], line.slice(1)]
  if (sign !== '+') file.before.push(text)
  if (sign !== '-') file.after.push(text)
  if (sign === '+') file.added.push(text)
}

/** A line `--- …` in the middle of a document is one that was removed. */
function isHeading(line: string, { before, after }: LoggedFile): boolean {
  return line.startsWith('\\') || (before.length === 0 && after.length === 0 && HEADING.test(line))
}
