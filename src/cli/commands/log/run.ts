import { wholeHistory } from '../../../repository/commits.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { type HistoryLine, historyLine } from '../../shared/output/history.ts'

/** What was done in a case, newest first: as the commits say it, and in the words of the law. */
export interface History {
  readonly entries: Awaited<ReturnType<typeof wholeHistory>>
  readonly lines: readonly HistoryLine[]
}

/** Reads the history of a case from its commits. */
export async function readHistory(workspace: Workspace, id: string): Promise<History> {
  const { facts, regulation } = readable(workspace, id)
  const entries = await wholeHistory(workspace.repository.root, id)
  return { entries, lines: entries.map((entry) => historyLine(entry, id, facts, regulation)) }
}

/** The history is told of a case that can't be read as well: it shows when that came about. */
function readable(workspace: Workspace, id: string) {
  const reading = workspace.readCase(id)
  if (reading.ok) return { facts: reading.view.facts, regulation: reading.view.regulation }
  return { facts: undefined, regulation: workspace.setting.regulation }
}
