import type { CaseView } from '../../../core/view.ts'
import { caseDestination } from '../../../documents/deliver.ts'
import { isReady, type Paper } from '../../../documents/render.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { Exit, type ExitCode, RefusedError } from '../../shared/exit.ts'
import { type ListedPaper, missingText } from '../../shared/wording/papers.ts'
import { keptOutcome, lackingOutcome, madeOutcome, printPapers } from './text.ts'
import { writePapers } from './write.ts'

/**
 * Writes the papers that lack nothing, and says what the others lack: as a remark where --all has made some, else as a
 * refusal.
 */
export async function deliverPapers(
  context: CommandContext,
  workspace: Workspace,
  view: CaseView,
  papers: readonly Paper[],
  options: OptionValues,
): Promise<ExitCode> {
  const { out, global } = context
  const ready = papers.filter((paper) => isReady(paper, flag(options, 'all')))
  const lacking = papers.filter((paper) => !ready.includes(paper))
  const refused = lacking.length > 0 && (!flag(options, 'all') || !ready.length)
  const written = refused
    ? { papers: [], pdfs: [], kept: [], drafts: { replaced: [], edited: [] }, substitutes: [], commit: null }
    : await writePapers(out, workspace, view, ready, options)
  if (global.json)
    out.json('render', [
      ...written.papers.map(madeOutcome),
      ...written.kept.map(keptOutcome),
      ...lacking.map(lackingOutcome),
    ])
  else printPapers(context, written, lacking, flag(options, 'dryRun'))
  if (!global.json && refused) throw new RefusedError(notMadeText(lacking, flag(options, 'all')))
  return refused ? Exit.Findings : Exit.Ok
}

function notMadeText(lacking: readonly Paper[], all: boolean): string {
  return lacking.map((paper) => `${all ? '没有生成：' : ''}${missingText(paper)}`).join('\n')
}

/** The papers of a case, made or not, with the file of each and how it stands. */
export function listPapers({ repository }: Workspace, papers: readonly Paper[]): ListedPaper[] {
  return papers.map((paper) => {
    const path = caseDestination(repository, paper.view.facts.id).pathOf(paper.file)
    const existing = repository.readBytes(path)
    return { paper, file: existing ? path : null, state: paper.compare(existing) }
  })
}
