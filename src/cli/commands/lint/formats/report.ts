import { createHash } from 'node:crypto'
import type { Finding } from '../../../../core/lint/define.ts'
import type { StatedRule } from '../../../shared/wording/stated-rule.ts'

/** What a format for other programs shows. */
export interface FindingsReport {
  readonly findings: readonly Finding[]
  /** The rules that were asked, whether they found something or not, as the text in force states them. */
  readonly rules: readonly StatedRule[]
  /** The case repository's folder inside the git work tree, posix, empty when they are the same. */
  readonly prefix: string
}

/** Writes a report as another program reads it, without the last line break; the same findings give the same bytes. */
export type Format = (report: FindingsReport) => string

/** The file of a finding as the platform knows it: from the top of the git work tree. */
export function pathInWorkTree({ file }: Finding, prefix: string): string {
  return prefix === '' ? file : `${prefix}/${file}`
}

/**
 * One fingerprint for each finding, each different. It depends on what stays when lines move and days pass: rule, code
 * and the place in the facts, not on the line or on the message, which may count days.
 */
export function fingerprints({ findings, prefix }: FindingsReport): string[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const same = [finding.rule, finding.code ?? '', pathInWorkTree(finding, prefix), finding.path].join('\0')
    const before = seen.get(same) ?? 0
    seen.set(same, before + 1)
    return createHash('sha256').update(`${same}\0${before}`).digest('hex')
  })
}
