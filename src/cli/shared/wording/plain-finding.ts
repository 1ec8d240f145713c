import type { Finding } from '../../../core/lint/define.ts'
import { ruleOf } from '../../../core/lint/index.ts'
import type { Citations } from '../../../core/regulation/citation.ts'
import { isPaperFile } from '../../../documents/paper-names.ts'
import type { Layout } from '../output/output.ts'
import { severityPaint } from '../output/paint.ts'
import { wrapIndented } from '../output/text.ts'
import { findingPlace } from './findings.ts'
import { statedRule } from './stated-rule.ts'
import { severityWords } from './words.ts'

/**
 * One finding for an officer who reads no files: what is wrong and how to mend it, then what was checked, by its title,
 * and the article. A finding without a file of the case keeps its place.
 */
export function plainFindingText(finding: Finding, regulation: Citations, { style, width }: Layout): string {
  const { severity, message, rule, article, file } = finding
  const known = ruleOf(rule)
  const place = isPaperFile(file) ? `${findingPlace(finding)}：` : ''
  const source = [known ? statedRule(known, regulation).title : rule, article].filter(Boolean).join('  ')
  return [
    wrapIndented(
      `${place}${message}`,
      width,
      '        ',
      `  ${severityPaint(style, severity)(severityWords[severity])}  `,
    ),
    style.dim(wrapIndented(`检查：${source}`, width, '        ')),
  ].join('\n')
}
