import type { Regulation } from '../../../../core/regulation/regulation.ts'
import type { MovedPaper } from '../../../../documents/moved-papers.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import type { ReadableCase } from '../../../shared/cases/read.ts'
import { type MovedCase, movedCase, viewUnder } from '../moved.ts'

/** What changes in a case that moves to another text: dates and findings, and the papers that lie there. */
export interface MovePreview {
  readonly moved: MovedCase
  readonly papers: readonly MovedPaper[]
}

/** Counts, checks and prints a case under the text that it has and the one it moves to; nothing is written. */
export async function movePreview(
  workspace: Workspace,
  reading: ReadableCase,
  to: Regulation,
): Promise<MovePreview> {
  const { movedPapers } = await import('../../../../documents/moved-papers.ts')
  const { view, raw } = reading
  const after = viewUnder(workspace, reading, to)
  const { readBytes } = workspace.repository
  return {
    moved: movedCase(workspace, reading, view.regulation, to),
    papers: movedPapers(view, after, raw.files, readBytes),
  }
}
