import type { Finding, Severity } from '../../../../core/lint/define.ts'
import { escapeHidden } from '../../../shared/output/clean.ts'
import type { StatedRule } from '../../../shared/wording/stated-rule.ts'
import { type Format, fingerprints, pathInWorkTree } from './report.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' }

/** SARIF 2.1.0, as code scanning and editors read it. OASIS sarif-v2.1.0 */
export const sarif: Format = (report) => {
  const prints = fingerprints(report)
  const { rules } = report
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const results = report.findings.map((finding, index) => ({
    ruleId: finding.rule,
    ...(indexOf.has(finding.rule) && { ruleIndex: indexOf.get(finding.rule) }),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [locationOf(finding, report.prefix)],
    partialFingerprints: { 'ejcFinding/v1': prints[index] },
    properties: { code: finding.code, article: finding.article, case: finding.case, path: finding.path },
  }))
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ejc', language: 'zh-CN', rules: rules.map(ruleDescriptor) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  }
  return escapeHidden(JSON.stringify(log, undefined, 2))
}

function ruleDescriptor({ id, title, why, mend, severity, article }: StatedRule) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${mend}` },
    defaultConfiguration: { level: levels[severity] },
    properties: { article, tags: [id.split('/')[0] ?? id] },
  }
}

function locationOf(finding: Finding, prefix: string) {
  const { line, column } = finding
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(pathInWorkTree(finding, prefix)) },
      region: { startLine: line, startColumn: column },
    },
  }
}

/** A relative reference in ASCII; a half of a surrogate pair has no encoding. RFC 3986 */
function uriOf(path: string): string {
  return path
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
