import type { Finding, Severity } from '../../core/lint/define.ts'
import type { Output } from './output.ts'
import { severityPaint } from './paint.ts'
import { paragraph, wrap } from './text.ts'
import { severityWords } from './words.ts'

/** Findings by case, each with its place, severity, message, rule and article. */
export function findingsText(findings: readonly Finding[], out: Pick<Output, 'style' | 'width'>): string {
  return [...findingsByCase(findings, out)].join('\n\n')
}

/** The same, one case after the other: all of a large repository at once would double what is in memory. */
export function* findingsByCase(
  findings: readonly Finding[],
  out: Pick<Output, 'style' | 'width'>,
): Iterable<string> {
  const byCase = new Map<string | null, Finding[]>(findings.map((finding) => [finding.case, []]))
  for (const finding of findings) byCase.get(finding.case)?.push(finding)
  for (const [id, members] of byCase) {
    const heading = out.style.bold.underline(id ?? '案件库')
    yield [heading, ...members.map((finding) => findingText(finding, out))].join('\n')
  }
}

/** One finding, on three lines or more. */
export function findingText(finding: Finding, { style, width }: Pick<Output, 'style' | 'width'>): string {
  const { file, line, column, severity, message, rule, article, code } = finding
  const place = wrap(`${file}:${line}:${column}`, width - 8)
  const word = severityPaint(style, severity)(severityWords[severity])
  const source = [rule, code, article].filter(Boolean).join('  ')
  return [
    `  ${word}  ${place.join('\n        ')}`,
    paragraph(message, width, '        '),
    style.dim(paragraph(source, width, '        ')),
  ].join('\n')
}

/** 共 1 个错误，2 个警告，3 个提示 */
export function summary(findings: readonly Finding[]): string {
  const severities: readonly Severity[] = ['error', 'warning', 'notice']
  const counts = severities.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return `${count} 个${severityWords[severity]}`
  })
  return `共 ${counts.join('，')}`
}
