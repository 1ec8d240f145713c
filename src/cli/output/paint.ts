import type { ChalkInstance } from 'chalk'
import type { DeadlineStatus } from '../../core/deadlines/define.ts'
import type { Severity } from '../../core/lint/define.ts'

type Paint = (text: string) => string

/** The colour of a deadline's state; the state is always said in words as well. */
export function statusPaint(style: ChalkInstance, status: DeadlineStatus): Paint {
  if (status === 'overdue') return style.red
  if (status === 'soon' || status === 'rolled' || status === 'met-late') return style.yellow
  return status === 'met' || status === 'closed' ? style.dim : (text) => text
}

/** The colour of a finding's severity. */
export function severityPaint(style: ChalkInstance, severity: Severity): Paint {
  return { error: style.red, warning: style.yellow, notice: style.cyan }[severity]
}
