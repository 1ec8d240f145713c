import type { Finding } from '../../../core/lint/define.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { ejcCall } from '../output/call.ts'
import type { Layout } from '../output/output.ts'
import { wrapIndented } from '../output/text.ts'
import { plainFindingText } from '../wording/plain-finding.ts'
import { severityWords } from '../wording/words.ts'

/** How many of the findings are listed: the others are for `ejc lint`. */
const MOST = 8

/** What is said before a case ends: errors and warnings as `ejc lint` finds them, and what its archive will lack. */
export interface BeforeEnding {
  readonly standing: readonly Finding[]
  readonly unready: string
}

/** Nobody ends a case without having seen what is wrong in it, and what it lacks; nothing is said where none ends. */
export async function beforeEnding(
  workspace: Workspace,
  view: CaseView | undefined,
  { width }: Pick<Layout, 'width'>,
): Promise<BeforeEnding> {
  if (!view) return { standing: [], unready: '' }
  const { id } = view.facts
  const { lintCaseOf } = await import('../../../office/lint/case.ts')
  const { unreadyText } = await import('./archivable.ts')
  const found = await lintCaseOf(workspace, id)
  const files = workspace.readCase(id).raw?.files ?? []
  return { standing: openFindings(found), unready: unreadyText(view, found, files, width) }
}

/** The errors and warnings among findings, errors first. */
export function openFindings(found: readonly Finding[]): Finding[] {
  const of = (wanted: Finding['severity']): Finding[] => found.filter(({ severity }) => severity === wanted)
  return [...of('error'), ...of('warning')]
}

/** 2 处错误、3 处警告 */
export function findingCounts(findings: readonly Finding[]): string {
  const counts = (['error', 'warning'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return { count, text: `${count} 处${severityWords[severity]}` }
  })
  return counts
    .filter(({ count }) => count > 0)
    .map(({ text }) => text)
    .join('、')
}

/** Where the lines go, and how many findings they list at most. */
interface StandingLayout {
  readonly repo: string | undefined
  readonly layout: Layout
  readonly regulation: CaseView['regulation']
  readonly most?: number
}

/**
 * What is wrong in a case before a step, as lines: the first of them with the rule and what to do. Empty where
 * nothing is.
 */
export function openFindingsText(
  step: string,
  id: string,
  findings: readonly Finding[],
  { repo, layout, regulation, most = MOST }: StandingLayout,
): string {
  if (!findings.length) return ''
  const more = findings.length - most
  const all = `${more > 0 ? `另有 ${more} 处没有列出；` : ''}全部：${ejcCall(repo, ['lint', `cases/${id}`])}`
  return [
    `${step}前还有 ${findingCounts(findings)}：`,
    ...findings.slice(0, most).map((finding) => plainFindingText(finding, regulation, layout)),
    wrapIndented(all, layout.width, '  '),
  ].join('\n')
}
