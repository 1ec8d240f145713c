import type { Finding } from '../../../core/lint/define.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { ejcCall } from '../output/call.ts'
import type { Layout } from '../output/output.ts'
import { wrapIndented } from '../output/text.ts'
import { findingText } from '../wording/findings.ts'
import { severityWords } from '../wording/words.ts'

/** How many of the findings are listed: the others are for `ejc lint`. */
const MOST = 8

/**
 * The errors and warnings of a case as `ejc lint` finds them, errors first: nobody ends a case without having seen
 * them.
 */
export async function standingIn(workspace: Workspace, id: string): Promise<Finding[]> {
  const { lintCaseOf } = await import('../../../office/lint/case.ts')
  return standingOf(await lintCaseOf(workspace, id))
}

/** The errors and warnings among findings, errors first. */
export function standingOf(found: readonly Finding[]): Finding[] {
  const of = (wanted: Finding['severity']): Finding[] => found.filter(({ severity }) => severity === wanted)
  return [...of('error'), ...of('warning')]
}

/** 2 处错误、3 处警告 */
export function countOf(findings: readonly Finding[]): string {
  const counts = (['error', 'warning'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return { count, text: `${count} 处${severityWords[severity]}` }
  })
  return counts
    .filter(({ count }) => count > 0)
    .map(({ text }) => text)
    .join('、')
}

/**
 * What is wrong in a case before a step, as lines: the first of them with rule, place and what to do. Empty where
 * nothing is.
 */
export function standingText(
  step: string,
  id: string,
  findings: readonly Finding[],
  { repo, layout }: { readonly repo: string | undefined; readonly layout: Layout },
): string {
  if (!findings.length) return ''
  const more = findings.length - MOST
  const all = `${more > 0 ? `另有 ${more} 处没有列出；` : ''}全部：${ejcCall(repo, ['lint', `cases/${id}`])}`
  return [
    `${step}前还有 ${countOf(findings)}：`,
    ...findings.slice(0, MOST).map((finding) => findingText(finding, layout)),
    wrapIndented(all, layout.width, '  '),
  ].join('\n')
}
