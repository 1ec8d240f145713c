import { lintCase, type PlacedFinding } from '../core/lint/engine.ts'
import { caseRules } from '../core/lint/index.ts'
import { newlyFound } from '../core/stages/refusals.ts'
import type { CaseView } from '../core/view.ts'
import { caseScope } from '../repository/lint/scope.ts'
import type { Workspace } from '../repository/workspace.ts'

/** What the rules find in the case after an action and did not find before. */
export function newFindings(
  workspace: Workspace,
  before: CaseView | undefined,
  after: CaseView,
): readonly PlacedFinding[] {
  return newlyFound(before ? findingsOf(workspace, before) : [], findingsOf(workspace, after))
}

function findingsOf(workspace: Workspace, view: CaseView): PlacedFinding[] {
  const { repository, projects } = workspace
  const { id } = view.facts
  const raw = repository.caseExists(id)
    ? repository.readCase(id)
    : { id, folder: `cases/${id}`, documents: {}, files: [] }
  return lintCase(caseScope(view, raw, repository, projects), caseRules)
}
