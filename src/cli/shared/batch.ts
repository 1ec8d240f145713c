import { RepositoryError } from '../../repository/errors.ts'
import { DRY_RUN } from './confirm.ts'
import type { CommandContext } from './context.ts'
import { CancelledError, Exit, type ExitCode, RefusedError, UsageError } from './exit.ts'
import { clean } from './output/clean.ts'
import { textTable } from './output/table.ts'
import { shortCommit } from './wording/commit-mark.ts'

/** How a step went in one of several cases. */
export type BatchStatus = 'written' | 'unchanged' | 'refused' | 'failed' | 'left'

/** One of several cases in which the same was to be done. */
export interface BatchRow {
  readonly case: string
  readonly title: string
  readonly status: BatchStatus
  /** What was done, or why not. */
  readonly said: string
  readonly commit: string | null
}

/** What was done in a case. */
export type CaseDone = Pick<BatchRow, 'said' | 'commit'> & { readonly status?: 'written' | 'unchanged' }

/** A case of several, with its name for the table. */
export interface BatchCase {
  readonly id: string
  readonly title: string
}

/**
 * Does the same in several cases, one after the other, each with its own commit: what can't be done in one does not
 * keep it from being done in the others. Once the officer stops, the rest is left.
 */
export async function inEachCase<Case extends BatchCase>(
  cases: readonly Case[],
  work: (each: Case) => Promise<CaseDone>,
): Promise<BatchRow[]> {
  const rows: BatchRow[] = []
  let stopped = false
  for (const each of cases) {
    const about = { case: each.id, title: each.title, commit: null }
    if (stopped) {
      rows.push({ ...about, status: 'left', said: '没有办到这一件' })
      continue
    }
    try {
      rows.push({ ...about, status: 'written', ...(await work(each)) })
    } catch (error) {
      const row = rowOfError(error)
      if (!row) throw error
      stopped = row.status === 'left'
      rows.push({ ...about, ...row })
    }
  }
  return rows
}

/** An error that concerns one case; undefined for one of the program. */
function rowOfError(error: unknown): Pick<BatchRow, 'status' | 'said'> | undefined {
  if (error instanceof RefusedError) return { status: 'refused', said: error.message }
  if (error instanceof UsageError || error instanceof RepositoryError)
    return { status: 'failed', said: error.message }
  if (error instanceof CancelledError) return { status: 'left', said: error.message || '已中断，没有写入' }
  return undefined
}

const words: Readonly<Record<BatchStatus, string>> = {
  written: '已办',
  unchanged: '不用办',
  refused: '不能办',
  failed: '没有办成',
  left: '未办',
}

/**
 * Tells at the end what went and what did not.
 * @param complete whether every case could be read
 */
export function endBatch(
  context: CommandContext,
  rows: readonly BatchRow[],
  { dryRun, complete }: { readonly dryRun: boolean; readonly complete: boolean },
): ExitCode {
  printBatch(context, rows, dryRun)
  const exit = exitOfBatch(rows)
  return exit === Exit.Ok && !complete ? Exit.Failed : exit
}

/** A table of what went and what did not, and the count of each. */
function printBatch({ global, out }: CommandContext, rows: readonly BatchRow[], dryRun: boolean): void {
  if (global.json) {
    out.json('batch', rows)
    return
  }
  const paint = (status: BatchStatus) =>
    status === 'written' || status === 'unchanged' ? out.style.green : out.style.red
  const lines = rows.map(({ case: id, title, status, said, commit }) => [
    id,
    title,
    { text: dryRun && status === 'written' ? '可以办' : words[status], paint: paint(status) },
    clean(said),
    commit ? shortCommit(commit) : '',
  ])
  const heads = [
    { title: '编号' },
    { title: '案件', flexible: true },
    { title: '结果' },
    { title: '说明', flexible: true },
    { title: '提交' },
  ]
  out.print(textTable(heads, lines, out.width, out.style.dim))
  const counts = Object.entries(words).flatMap(([status, word]) => {
    const count = rows.filter((row) => row.status === status).length
    return count ? `${dryRun && status === 'written' ? '可以办' : word} ${count} 件` : []
  })
  out.note(`共 ${rows.length} 件：${counts.join('，')}。${dryRun ? DRY_RUN : ''}`)
}

/**
 * 0 where every case went well, 1 where a rule refused one, 2 where one could not be done, 130 where the officer
 * stopped.
 */
function exitOfBatch(rows: readonly BatchRow[]): ExitCode {
  const has = (status: BatchStatus): boolean => rows.some((row) => row.status === status)
  if (has('left')) return Exit.Cancelled
  if (has('failed')) return Exit.Failed
  return has('refused') ? Exit.Findings : Exit.Ok
}
