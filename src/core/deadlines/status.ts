import type { Deadline } from './define.ts'

/**
 * Whether something is still owed: neither met, in time or late, nor closed, nor left behind in the history of the
 * case.
 */
export function isPending({ status }: Pick<Deadline, 'status'>): boolean {
  return status !== 'met' && status !== 'met-late' && status !== 'closed' && status !== 'history'
}
