import type { Finding } from '../../../core/lint/define.ts'
import { flagsOf, type StageFlags } from '../../../core/stages/flags.ts'
import { actionsFor, type PossibleAction } from '../../../core/stages/possible.ts'
import type { CaseView } from '../../../core/view.ts'
import { lintOneCase } from '../../../office/lint.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { type PaperSummary, papersOf } from './papers.ts'

/** Everything that `ejc show` says of a case. */
export interface CaseSummary {
  readonly view: CaseView
  readonly findings: readonly Finding[]
  readonly actions: readonly PossibleAction[]
  readonly flags: StageFlags
  readonly papers: readonly PaperSummary[]
}

/** Concludes everything that is said of a case. Throws RepositoryError where it can't be read. */
export async function summarise(workspace: Workspace, id: string): Promise<CaseSummary> {
  const { view, raw } = workspace.needCase(id)
  return {
    view,
    findings: await lintOneCase(workspace, id),
    actions: actionsFor(view),
    flags: flagsOf(view),
    papers: await papersOf(view, raw, workspace.repository),
  }
}
