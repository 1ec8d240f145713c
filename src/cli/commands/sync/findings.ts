import type { Finding } from '../../../core/lint/define.ts'
import { lintRepository } from '../../../office/lint.ts'

/** The errors in some cases of the repository. */
export async function findingsOf(root: string, today: string, cases: readonly string[]): Promise<Finding[]> {
  if (!cases.length) return []
  const found = await lintRepository(root, { today, cases })
  return found.filter((finding) => finding.severity === 'error' && finding.case !== null)
}

/** Those that were not there before. */
export function newOnes(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const keyOf = ({ rule, code, message, file }: Finding): string => [rule, code, message, file].join('\n')
  const known = new Set(before.map(keyOf))
  return after.filter((finding) => !known.has(keyOf(finding)))
}
