import type { ChalkInstance } from 'chalk'
import type { Deadline } from '../../../core/deadlines/define.ts'
import { isLate } from '../../../core/deadlines/pending.ts'
import type { Severity } from '../../../core/lint/define.ts'

type Paint = (text: string) => string

/** The colour of a deadline's state; the state is always said in words as well. */
export function statusPaint(
  style: ChalkInstance,
  deadline: Pick<Deadline, 'status' | 'advisory' | 'deadline'>,
): Paint {
  const { status } = deadline
  if (status === 'overdue') return isLate(deadline) ? style.red : style.yellow
  if (status === 'soon' || status === 'rolled' || status === 'met-late') return style.yellow
  return status === 'met' || status === 'closed' ? style.dim : (text) => text
}

/** The colour of a finding's severity. */
export function severityPaint(style: ChalkInstance, severity: Severity): Paint {
  return { error: style.red, warning: style.yellow, notice: style.cyan }[severity]
}
