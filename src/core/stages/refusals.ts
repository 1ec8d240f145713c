import type { PlacedFinding } from '../lint/engine.ts'
import type { Blocker, Target } from './define.ts'

/** What the rules find in a case after an action and did not find before. */
export function newlyFound(
  before: readonly PlacedFinding[],
  after: readonly PlacedFinding[],
): readonly PlacedFinding[] {
  const known = new Set(before.map(keyOf))
  return after.filter((finding) => !known.has(keyOf(finding)))
}

function keyOf({ rule, code, message }: PlacedFinding): string {
  return [rule, code, message].join('\n')
}

/** Rules about what has not been done yet, or was done late: facts are recorded as they are, and the next step mends it. */
const OMISSIONS = /^(?:deadline|supervision)\/|^payments\/unpaid$|^consultation\/service$/

/** Whether an error says that the law was broken, and not that something is still to be done or was done late. */
export function isBreachOfLaw({ severity, article, rule }: PlacedFinding): boolean {
  return severity === 'error' && article !== null && !OMISSIONS.test(rule)
}

/** Why an item is not written: errors that the law names, new with it, in the very document that it goes into. */
export function refusedByRules(
  findings: readonly PlacedFinding[],
  { document }: Pick<Target, 'document'>,
): readonly Blocker[] {
  return findings
    .filter((finding) => isBreachOfLaw(finding) && finding.document === document)
    .map(({ article, message }) => ({ article: article ?? '', reason: message }))
}
