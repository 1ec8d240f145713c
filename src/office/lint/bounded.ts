import type { Finding } from '../../core/lint/define.ts'
import { furtherProblems, isFurtherProblems, MOST_LISTED } from '../../core/schema/collector.ts'

/** The code of the finding that stands for those which are not told one by one. */
const MORE = 'more'

/**
 * Findings in their order, of each rule and severity in each case the first hundred and how many more there are: what
 * somebody reads, or a program that is given them, stays of a size that it can use.
 */
export function boundedFindings(findings: readonly Finding[]): Finding[] {
  const told = new Map<string, number>()
  const leftOut = new Map<string, { readonly first: Finding; count: number }>()
  const kept = findings.filter((finding) => {
    const key = `${finding.case ?? ''} ${finding.rule} ${finding.severity}`
    const number = (told.get(key) ?? 0) + 1
    told.set(key, number)
    if (number <= MOST_LISTED || isFurtherProblems(finding.message)) return true
    const more = leftOut.get(key) ?? { first: finding, count: 0 }
    more.count += 1
    leftOut.set(key, more)
    return false
  })
  const shown = kept.map(({ others: _, ...finding }) => finding)
  if (!leftOut.size) return shown
  const counts = [...leftOut.values()].map(({ first, count }) => ({
    ...first,
    code: MORE,
    message: furtherProblems(count),
    path: '',
  }))
  return [...shown, ...counts].sort(byCase)
}

function byCase(a: Finding, b: Finding): number {
  const [first, second] = [a.case ?? '', b.case ?? '']
  return first === second ? 0 : first < second ? -1 : 1
}
