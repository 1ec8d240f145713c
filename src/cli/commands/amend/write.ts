import { type Beside, type PlannedChange, writeChange } from '../../../repository/record.ts'
import { flag } from '../../shared/command.ts'
import { confirmed, DRY_RUN, NOT_WRITTEN } from '../../shared/confirm.ts'
import { Exit, type ExitCode } from '../../shared/exit.ts'
import { messageWith } from '../../shared/wording/changes.ts'
import { commitMark } from '../../shared/wording/commit-mark.ts'
import type { AmendCall } from './call.ts'

/** An amendment that was shown and is to be written. */
interface Amendment {
  readonly draft: PlannedChange
  readonly subject: string | null
  /** What the commit is called, after the number of the case. */
  readonly title: string
  /** Why, and what changes, a line each. */
  readonly lines: readonly string[]
  readonly question: string
  /** Whether the preview showed errors that come with it: no is proposed then. */
  readonly isDoubtful?: boolean
  /** Files that go with it. */
  readonly beside?: ReadonlyMap<string, Beside>
}

/** Asks, writes an amendment and says so, or says that nothing was written. */
export async function writeAmendment(
  { context, workspace, reading: { id }, options }: AmendCall,
  { draft, subject, title, lines, question, isDoubtful = false, beside = new Map() }: Amendment,
): Promise<ExitCode> {
  const { out, global } = context
  const written =
    !flag(options, 'dryRun') && (await confirmed(context, options, question, NOT_WRITTEN, !isDoubtful))
  const note = { action: 'amend', subject, message: messageWith(`${id} ${title}`, lines) }
  const commits = options.commit !== false
  const commit = written ? (await writeChange(workspace, draft, note, commits, beside)).commit : null
  const files = [draft.file, ...beside.keys()]
  if (global.json)
    out.json('written', { case: id, action: 'amend', subject, files, commit, dryRun: !written })
  else if (!written) out.note(DRY_RUN)
  else {
    out.print(`已记录：${id} ${title}${commitMark(commit)}`)
    if (commit) out.note(`改错了的：ejc undo ${id}。`)
  }
  return Exit.Ok
}
