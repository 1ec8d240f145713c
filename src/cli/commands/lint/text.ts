import type { Finding } from '../../../core/lint/define.ts'
import { locateGit } from '../../../repository/gitdir.ts'
import type { CommandContext } from '../../shared/context.ts'
import { findingsByCase, summary } from '../../shared/wording/findings.ts'
import type { StatedRule } from '../../shared/wording/stated-rule.ts'
import { lintFormats } from './formats/index.ts'

/** What was found, with the rules where the output shows them, and the repository where there is one. */
export interface LintResult {
  readonly findings: readonly Finding[]
  readonly rules: readonly StatedRule[]
  readonly root: string | undefined
}

/** Prints findings in a format: that of a platform, JSON, or for people case by case. */
export function printFindings(
  { out }: CommandContext,
  format: string,
  { findings, rules, root }: LintResult,
): void {
  const written = lintFormats[format]?.({
    findings,
    rules,
    prefix: root === undefined ? '' : (locateGit(root)?.prefix ?? ''),
  })
  if (written !== undefined) {
    if (written !== '') out.print(written)
  } else if (format === 'json') out.json('lint', findings)
  else if (findings.length) {
    for (const text of findingsByCase(findings, out)) out.print(`${text}\n`)
    out.print(summary(findings))
  } else out.note('未发现问题。')
}
