import type { Rule, Severity } from '../../../core/lint/define.ts'
import type { Citations } from '../../../core/regulation/citation.ts'

/** A rule as the text in force states it: with its article, and with every citation in its words. */
export interface StatedRule {
  readonly id: string
  readonly severity: Severity
  readonly article: string | null
  readonly title: string
  readonly why: string
  readonly mend: string
}

/** States a rule under a text. */
export function statedRule(
  { id, severity, matter, title, why, mend }: Rule,
  { articleOf, written }: Citations,
): StatedRule {
  return {
    id,
    severity,
    article: matter && articleOf(matter),
    title: written(title),
    why: written(why),
    mend: written(mend),
  }
}
