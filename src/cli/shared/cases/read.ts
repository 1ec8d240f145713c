import type { CaseView } from '../../../core/view.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { placeOfProblem } from '../../../repository/place.ts'
import { type CaseReading, type Workspace, whyUnreadable } from '../../../repository/workspace.ts'
import { needMemory } from '../memory.ts'
import { clean, type Output } from '../output/output.ts'

/** A case that can be relied on. */
export type ReadableCase = CaseReading & { readonly ok: true }

/** The cases that could be read; the others have been named on stderr. */
export interface ReadCases {
  readonly views: readonly CaseView[]
  /** How many could not be read. */
  readonly unread: number
  readonly complete: boolean
}

/** Reads the named cases, or all of them. A case that can't be relied on is named on stderr and left out. */
export function readCases(workspace: Workspace, ids: readonly string[], out: Output): ReadCases {
  const unread: string[] = []
  const views = Array.from(eachCase(workspace, ids, out, unread), ({ view }) => view)
  return { views, unread: unread.length, complete: unread.length === 0 }
}

/** After this many cases, check whether there is memory for more. */
const CASES_BETWEEN = 100

/** A case that can be relied on, and the name of its folder, which a mistake may make another than its number. */
export interface FoundCase {
  readonly id: string
  readonly view: CaseView
}

/**
 * The named cases, or all of them, one after the other: each is read when the one before is done with, so that a
 * repository of any size need not be in memory as a whole. A case that can't be relied on is named on stderr, left out,
 * and noted in `unread`.
 */
export function* eachCase(
  workspace: Workspace,
  ids: readonly string[],
  out: Output,
  unread: string[],
): Generator<FoundCase> {
  const wanted = ids.length ? [...new Set(ids)] : workspace.repository.caseIds()
  const progress = out.progress('读取案件', wanted.length)
  for (const [done, id] of wanted.entries()) {
    progress.at(done)
    if (done % CASES_BETWEEN === 0) needMemory()
    const view = readCaseOrNote(workspace, id, ids.length > 0, out)
    if (view) yield { id, view }
    else unread.push(id)
  }
  progress.end()
}

/** One case; undefined, and named on stderr, when it can't be relied on. A case that was `asked` for must exist. */
export function readCaseOrNote(
  workspace: Workspace,
  id: string,
  asked: boolean,
  out: Output,
): CaseView | undefined {
  const reading = readOrExplain(workspace, id, asked)
  if ('view' in reading) return reading.view
  out.note(clean(reading.why))
  return undefined
}

/** A case that the call names and that does not exist stops the command; a broken case does not. */
function readOrExplain(
  workspace: Workspace,
  id: string,
  asked: boolean,
): { view: CaseView } | { why: string } {
  try {
    const reading = workspace.readCase(id)
    return reading.ok ? { view: reading.view } : { why: unreadableCaseText(reading) }
  } catch (error) {
    if (!(error instanceof RepositoryError) || asked) throw error
    return { why: `案件 ${id} 无法读取，已跳过：${error.message}` }
  }
}

function unreadableCaseText(reading: CaseReading): string {
  const { file, line, column, message } = whyUnreadable(reading)
  return `案件 ${reading.id} 无法读取，已跳过：${file}:${line}:${column}：${message}`
}

/** What the office has submitted; undefined, with the file named on stderr, when the file can't be relied on. */
export function readSubmissions(
  { repository, submissions, problems }: Workspace,
  out: Output,
): Pick<Workspace, 'submissions'> | undefined {
  const raw = repository.readSubmissions()
  const problem = problems.find(({ file, rule }) => file === raw?.file && rule !== 'schema/unknown-key')
  if (!problem) return { submissions }
  const { line, column } = placeOfProblem(problem, raw)
  out.note(clean(`${problem.file}:${line}:${column}：${problem.message}本单位的报送期限没有列出。`))
  return undefined
}
