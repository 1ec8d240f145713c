import type { Readable } from 'node:stream'
import { type DocumentName, isDocumentName } from '../../core/facts/documents.ts'
import { beijingTime } from '../beijing.ts'
import { RepositoryError } from '../errors.ts'
import { exitOf, startGit } from '../git.ts'
import { isCaseId } from '../paths.ts'

/** One commit that changed documents of cases, as git tells of it. */
export interface LoggedCommit {
  readonly commit: string
  readonly author: string
  readonly title: string
  /** The days of writing and of committing, of Beijing. */
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
  /** The document as it was and as it became, put together of the lines. */
  readonly before: string[]
  readonly after: string[]
  /** A merge whose result is that of neither side: its lines belong to several versions. */
  readonly merged: boolean
}

const RECORD = '\u001e'
const FIELD = '\0'
const trailers = ['Action', 'Case', 'Subject', 'Tx'].map(
  (key) => `%(trailers:key=Ejc-${key},valueonly,separator=%x2C)`,
)
const format = ['%h', '%an', '%s', '%at', '%ct', ...trailers].join('%x00')

/** So many lines around a change that the whole document is shown. */
const WHOLE = 1_000_000

const call = [
  ...['-c', 'i18n.logOutputEncoding=UTF-8', '-c', 'core.quotePath=false', '-c', 'diff.noprefix=false'],
  ...['log', '--reverse', '--full-history', '--no-show-signature', '--no-color', '--no-renames'],
  ...['--no-ext-diff', '--no-textconv', '--text', '--abbrev=10', '-p', '-c', `-U${WHOLE}`, '--relative'],
  ...['--src-prefix=a/', '--dst-prefix=b/', `--format=%x1e${format}`],
]

/**
 * The commits behind HEAD that changed documents of cases, the oldest first, read from one `git log` as it is printed:
 * no more than one commit is in memory. Throws `git` when git fails.
 */
export async function* loggedCommits(root: string): AsyncIterable<LoggedCommit> {
  const child = startGit(root, [...call, '--', ':(glob)cases/*/*.yaml'])
  const [exit, said] = [exitOf(child), [] as Buffer[]]
  child.stdin.end()
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  let commit: LoggedCommit | undefined
  let file: LoggedFile | undefined
  for await (const line of linesOf(child.stdout)) {
    if (line.startsWith(RECORD)) {
      if (commit) yield commit
      commit = commitOf(line.slice(RECORD.length))
      file = undefined
    } else if (line.startsWith('diff ')) {
      file = fileOf(line)
      if (file) commit?.files.push(file)
    } else if (file) take(line, file)
  }
  if ((await exit) !== 0)
    throw new RepositoryError('git', `git log 失败：${Buffer.concat(said).toString().trim()}`)
  if (commit) yield commit
}

/** Lines end with a line feed alone: what else a text may hold to that end would let it speak as git. */
async function* linesOf(output: Readable): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of output.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

function commitOf(heading: string): LoggedCommit {
  const [commit = '', author = '', title = '', authored = '', committed = '', ...ejc] = heading.split(FIELD)
  const [action, caseId, subject, transaction] = ejc.map((value) => value || null)
  return {
    commit,
    author,
    title,
    days: [dayOf(authored), dayOf(committed)],
    asWritten: authored === committed,
    action: action ?? null,
    case: caseId ?? null,
    subject: subject ?? null,
    transaction: transaction ?? null,
    files: [],
  }
}

/** The day in Beijing of a moment in seconds, as ejc dates what it records. */
function dayOf(seconds: string): string {
  return beijingTime(new Date(Number(seconds) * 1000).toISOString()).slice(0, 'YYYY-MM-DD'.length)
}

/** `diff --git a/cases/… b/cases/…`; of a merge `diff --combined cases/…`. */
function fileOf(line: string): LoggedFile | undefined {
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
