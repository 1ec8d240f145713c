import type { Workspace } from '../../../repository/workspace.ts'
import { readCases } from '../../shared/cases/read.ts'
import type { Output } from '../../shared/output/output.ts'

/** An agreement that uses a project of the library for substitute restoration. */
export interface Citation {
  readonly project: string
  readonly case: string
  readonly agreement: string
}

/** Which agreements cite projects; replaced agreements do not count. Unreadable cases are named on stderr. */
export function projectCitations(
  workspace: Workspace,
  out: Output,
): { readonly citations: readonly Citation[]; readonly complete: boolean } {
  const { views, complete } = readCases(workspace, [], out)
  const citations = views.flatMap(({ facts }) =>
    facts.agreements
      .filter(({ status }) => status === undefined || status === 'in-force')
      .flatMap(({ id, substitutes = [] }) =>
        substitutes.flatMap(({ project }): Citation[] =>
          project === undefined ? [] : [{ project, case: facts.id, agreement: id }],
        ),
      ),
  )
  const distinct = new Map(citations.map((citation) => [JSON.stringify(citation), citation]))
  return { citations: [...distinct.values()], complete }
}

/** `NN-2025-0003 G2、…` */
export function citationText(citations: readonly Citation[]): string {
  return citations.map(({ case: id, agreement }) => `${id} ${agreement}`).join('、')
}
