import type { Finding } from '../../../core/lint/define.ts'
import { isFurtherProblems } from '../../../core/schema/collector.ts'
import type { Changes } from '../../../repository/changes.ts'
import { locateGit } from '../../../repository/gitdir.ts'
import type { CommandContext } from '../../shared/context.ts'
import { findingsByCase, summary } from '../../shared/wording/findings.ts'
import type { StatedRule } from '../../shared/wording/stated-rule.ts'
import { lintFormats } from './formats/index.ts'

/** What was found, with the rules where the output shows them, and the repository where there is one. */
export interface LintResult {
  /** What is printed. */
  readonly findings: readonly Finding[]
  /** All that there are: of a rule in a case with very many, only the first are printed. */
  readonly all: readonly Finding[]
  readonly rules: readonly StatedRule[]
  readonly root: string | undefined
  /** Named files whose text nobody has read, and whether all named ones are such. */
  readonly unread: readonly string[]
  readonly only: boolean
  /** What is compared, where only changed cases are checked. */
  readonly changes?: Changes | undefined
}

/** Prints findings in a format: that of a platform, JSON, or for people case by case. */
export function printFindings(
  { out }: CommandContext,
  format: string,
  { findings, rules, root, unread, only }: LintResult,
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
  } else if (!unread.length) out.note('未发现问题。')
  else out.note(only ? '文件的内容没有检查，不能说没有问题。' : '读了的未发现问题。')
}

/** Says which errors count where not all do, so that nobody wonders why a list with errors passes. */
export function sayCounted(
  { out }: CommandContext,
  findings: readonly Finding[],
  counted: number,
  isNew: boolean,
): void {
  const all = findings.filter(({ severity }) => severity === 'error').length
  if (all === counted) return
  const kind = isNew ? '新出现的案卷错误' : '案卷错误'
  out.note(
    `其中${kind} ${counted} 个；其余 ${all - counted} 个是待办的事（逾期、未付等）${isNew ? '或原有的错误' : ''}，不算不通过。`,
  )
}

/** So many places of new errors are named that the list leaves out. */
const MOST_NAMED = 20

/** Names the new errors that the list leaves out, since there are very many old ones of their kind. */
export function noteUnlisted(
  { out }: CommandContext,
  findings: readonly Finding[],
  counted: readonly Finding[],
): void {
  const told = new Set(findings.filter(({ message }) => !isFurtherProblems(message)).map(nameOf))
  const names = counted.flatMap((finding) =>
    (finding.others ?? [finding.path]).map((path) => nameOf({ ...finding, path })),
  )
  const untold = names.filter((name) => !told.has(name))
  if (!untold.length) return
  const more = untold.length > MOST_NAMED ? ['…'] : []
  const listed = [...untold.slice(0, MOST_NAMED), ...more].map((name) => `  ${name}`).join('\n')
  out.note(`其中 ${untold.length} 个新错误因同类的太多没有列出：\n${listed}`)
}

function nameOf({ rule, file, path }: Finding): string {
  return `${file}${path === '' ? '' : ` ${path}`}（${rule}）`
}
