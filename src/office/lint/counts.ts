import type { Finding, Severity } from '../../core/lint/define.ts'
import { type LintOptions, lintRepository } from '../lint.ts'
import { boundedFindings } from './bounded.ts'

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>

/**
 * How many findings each case has, as `lintRepository` returns them; null for those of no case. They are counted case
 * by case and not kept.
 */
export async function countFindings(
  root: string,
  options: LintOptions,
): Promise<ReadonlyMap<string | null, SeverityCounts>> {
  const counted = new Map<string | null, { -readonly [Key in Severity]: number }>()
  const take = (findings: readonly Finding[]): void => {
    for (const { case: id, severity } of boundedFindings(findings)) {
      const counts = counted.get(id) ?? { error: 0, warning: 0, notice: 0 }
      counts[severity] += 1
      counted.set(id, counts)
    }
  }
  take(await lintRepository(root, { ...options, take }))
  return counted
}
