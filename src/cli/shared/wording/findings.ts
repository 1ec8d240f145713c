import type { Finding, Severity } from '../../../core/lint/define.ts'
import { isPaperFile } from '../../../documents/paper-names.ts'
import { clean } from '../output/clean.ts'
import type { Layout } from '../output/output.ts'
import { severityPaint } from '../output/paint.ts'
import { wrap, wrapIndented } from '../output/text.ts'
import { severityWords } from './words.ts'

/**
 * Findings by case, or by the Word draft that belongs to none, each with its place, severity, message, rule and
 * article.
 */
export function findingsText(findings: readonly Finding[], out: Layout): string {
  return [...findingsByCase(findings, out)].join('\n\n')
}

/** The same, one case after the other: the text of a whole large repository would double the memory used. */
export function* findingsByCase(findings: readonly Finding[], out: Layout): Iterable<string> {
  const groups = new Map<string, Finding[]>(findings.map((finding) => [findingHeading(finding), []]))
  for (const finding of findings) groups.get(findingHeading(finding))?.push(finding)
  for (const [heading, members] of groups) {
    const title = out.style.bold.underline(clean(heading))
    yield [title, ...members.map((finding) => findingText(finding, out))].join('\n')
  }
}

function findingHeading({ case: id, file }: Finding): string {
  return id ?? (isPaperFile(file) ? file : '案件库')
}

/** One finding, on three lines or more. */
function findingText(finding: Finding, { style, width }: Layout): string {
  const { severity, message, rule, article, code, file } = finding
  const place = wrap(findingPlace(finding), width - 8)
  const word = severityPaint(style, severity)(severityWords[severity])
  const source = [rule, isPaperFile(file) ? null : code, article].filter(Boolean).join('  ')
  return [
    `  ${word}  ${place.join('\n        ')}`,
    wrapIndented(message, width, '        '),
    style.dim(wrapIndented(source, width, '        ')),
  ].join('\n')
}

/** A text file with line and column; a Word file with its paragraph, where the first stands for the whole file. */
export function findingPlace({ case: id, file, line, column }: Finding): string {
  if (!isPaperFile(file)) return `${file}:${line}:${column}`
  const where = line === 1 ? '全文' : `第 ${line} 段`
  return id === null ? where : `${file} ${where}`
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
