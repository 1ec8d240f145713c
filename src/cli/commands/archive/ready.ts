import { stepsWithoutPaper } from '../../../core/archive/without-paper.ts'
import type { Need } from '../../../core/forms/define.ts'
import type { Finding } from '../../../core/lint/define.ts'
import type { CaseView } from '../../../core/view.ts'
import { committedFiles } from '../../../repository/archive.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { lackingIn } from '../../shared/entry/archivable.ts'
import { openFindings } from '../../shared/entry/standing.ts'
import { RefusedError } from '../../shared/exit.ts'
import { ejcCall } from '../../shared/output/call.ts'

/** What the case still lacks before its file is closed, and what else is wrong in it. */
export interface Readiness {
  /** A line each: the case is open, a paper or evidence is missing, a paper is a draft or not filled in. */
  readonly lacking: readonly string[]
  /** The recorded steps of which no paper is among the committed files. */
  readonly withoutPaper: readonly Need[]
  /** Errors first, then warnings, without what is lacking. */
  readonly standing: readonly Finding[]
}

/** Checks the case as `ejc lint` does. */
export async function readinessOf(workspace: Workspace, view: CaseView): Promise<Readiness> {
  const { facts } = view
  const { lintCaseOf } = await import('../../../office/lint/case.ts')
  const found = await lintCaseOf(workspace, facts.id)
  const isOpen = !facts.closing.closed && !facts.case.withdrawal
  const files = await committedFiles(workspace.repository.root, facts.id)
  const lacking = lackingIn(found)
  return {
    lacking: [...(isOpen ? ['案件还没有结案。'] : []), ...lacking],
    withoutPaper: stepsWithoutPaper(view, files.keys()),
    standing: openFindings(found).filter(({ message }) => !lacking.includes(message)),
  }
}

/** How many lines a refusal lists. */
const MOST = 12

/** Refuses to close a file that is not complete, with what to do about it. */
export function refuseIncomplete(
  { facts, regulation }: CaseView,
  { lacking }: Readiness,
  repo: string | undefined,
): RefusedError {
  return new RefusedError(
    [
      `案件 ${facts.id} 还不能正式立卷（${regulation.articleOf('one-case-one-file')}）：`,
      ...firstLackingLines(lacking),
      '补齐、结案以后再立卷；确实补不齐的，办',
      `  ${ejcCall(repo, ['amend', facts.id, '登记线索'])}`,
      '在「豁免的检查」写明理由。现在就要一份的，立工作卷：',
      `  ${ejcCall(repo, ['archive', facts.id, '--working'])}`,
    ].join('\n'),
  )
}

/** What is lacking, a line each, the first of them. */
export function firstLackingLines(lacking: readonly string[]): string[] {
  const more = lacking.length - MOST
  return [
    ...lacking.slice(0, MOST).map((line) => `  ${line}`),
    ...(more > 0 ? [`  ……另有 ${more} 处，用 ejc lint 查看`] : []),
  ]
}
