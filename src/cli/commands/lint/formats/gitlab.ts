import type { Severity } from '../../../../core/lint/define.ts'
import { escapeHidden } from '../../../shared/output/clean.ts'
import { type Format, fingerprints, pathInWorkTree } from './report.ts'

const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', notice: 'info' }

/** GitLab's code quality report: a list of violations, each with a fingerprint by which merge requests are compared. */
export const gitlab: Format = (report) => {
  const prints = fingerprints(report)
  const violations = report.findings.map((finding, index) => ({
    description: finding.article === null ? finding.message : `${finding.message}（${finding.article}）`,
    check_name: finding.rule,
    fingerprint: prints[index],
    severity: severities[finding.severity],
    location: { path: pathInWorkTree(finding, report.prefix), lines: { begin: finding.line } },
  }))
  return escapeHidden(JSON.stringify(violations, undefined, 2))
}
