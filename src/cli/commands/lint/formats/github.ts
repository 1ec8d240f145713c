import type { Severity } from '../../../../core/lint/define.ts'
import { clean } from '../../../shared/output/clean.ts'
import { type Format, pathInWorkTree } from './report.ts'

const severityCommands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  notice: 'notice',
}

/** Workflow commands that GitHub Actions turns into annotations, one a line; other runners show them as text. */
export const github: Format = ({ findings, prefix }) =>
  findings
    .map((finding) => {
      const { severity, line, column, rule, code, article, message } = finding
      const title = [rule, code, article].filter(Boolean).join(' ')
      const place = [
        `file=${property(pathInWorkTree(finding, prefix))}`,
        `line=${line}`,
        `col=${column}`,
        `title=${property(title)}`,
      ]
      return `::${severityCommands[severity]} ${place.join(',')}::${data(message)}`
    })
    .join('\n')

/** A line break ends a command, so that text of a case could begin another. */
function data(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => clean(line).replaceAll('%', '%25'))
  return lines.join('%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
