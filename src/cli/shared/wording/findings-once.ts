import type { Deadline } from '../../../core/deadlines/define.ts'
import type { PlacedFinding, Severity } from '../../../core/lint/define.ts'
import { ruleOf } from '../../../core/lint/index.ts'
import type { Citations } from '../../../core/regulation/citation.ts'
import { statedRule } from './stated-rule.ts'

/** A line for the officer who confirms a step. */
interface FindingLine {
  readonly severity: Severity
  readonly message: string
}

const severities: readonly Severity[] = ['error', 'warning', 'notice']

/** Rules that say no more than the list of deadlines, which stands in the same preview. */
const OF_DEADLINES = ['deadline/overdue', 'deadline/soon']

/** Up to so many findings of one kind are said one by one. */
const ONE_BY_ONE = 2

/**
 * What a step causes, a line for each matter, what must be decided first: what the list of its deadlines says is not said
 * again, and of many findings of one kind the first stands for all, with their number.
 */
export function findingsOnce(
  findings: readonly PlacedFinding[],
  deadlines: readonly { readonly to: Deadline }[],
  regulation: Citations,
): FindingLine[] {
  const listed = new Set(deadlines.map(({ to }) => addressOf(to.deadline, to.subject)))
  const open = findings.filter(
    ({ rule, code, subject }) => !OF_DEADLINES.includes(rule) || !listed.has(addressOf(code, subject)),
  )
  const kinds = new Map<string, PlacedFinding[]>()
  for (const finding of open) {
    const kind = `${finding.severity} ${finding.rule}`
    const known = kinds.get(kind) ?? []
    if (!known.some(({ message }) => message === finding.message)) kinds.set(kind, [...known, finding])
  }
  return [...kinds.values()]
    .flatMap((kind) => (isFolded(kind) ? [together(kind, regulation)] : kind))
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

/** Many of one kind are told together; an error never: nobody confirms what he can't see. */
function isFolded(kind: readonly PlacedFinding[]): boolean {
  return kind.length > ONE_BY_ONE && kind.every(({ severity }) => severity !== 'error')
}

function addressOf(deadline: string | null, subject: string | null | undefined): string {
  return `${deadline ?? ''} ${subject ?? ''}`
}

/** 协议写明规定的内容：共 5 处，如 …；其余写入以后用 ejc lint 查看. */
function together(kind: readonly PlacedFinding[], regulation: Citations): FindingLine {
  const [{ rule, severity, message } = { rule: '', severity: 'notice' as const, message: '' }] = kind
  const known = ruleOf(rule)
  const title = known ? statedRule(known, regulation).title : rule
  return {
    severity,
    message: `${title}，共 ${kind.length} 处要核对。其一：${message}（其余写入以后用 ejc lint 查看）`,
  }
}
