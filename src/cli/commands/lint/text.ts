import type { Finding } from '../../../core/lint/define.ts'
import { locateGit } from '../../../repository/gitdir.ts'
import type { CommandContext } from '../../shared/context.ts'
import { findingsByCase, summary } from '../../shared/output/findings.ts'
import type { StatedRule } from '../../shared/output/stated-rule.ts'
import { formats } from './formats/index.ts'

/** What was found, with the rules where they are told of, and the repository where there is one. */
export interface Result {
  readonly findings: readonly Finding[]
  readonly rules: readonly StatedRule[]
  readonly root: string | undefined
}

/** Prints findings in a format: that of a platform, JSON, or for people case by case. */
export function printFindings(
  { out }: CommandContext,
  format: string,
  { findings, rules, root }: Result,
): void {
  const written = formats[format]?.({
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
