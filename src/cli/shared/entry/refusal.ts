import type { Item, Refusal } from '../../../core/stages/define.ts'
import { RefusedError, UsageError } from '../exit.ts'
import type { Task } from './task.ts'

/** Why the law refuses an item, by all that the task knows. */
export function refusalsOf({ against, refuse }: Task, item: Item): readonly Refusal[] {
  return [...(against?.(item) ?? []), ...refuse(item)]
}

/** Throws RefusedError where something blocks the item. */
export function refuseIf(task: Task, blockers: readonly Refusal[]): void {
  if (blockers.length) throw refusalOf(task, blockers)
}

/** An item that says nothing that is not on record already. */
export function nothingNew({ title }: Task): UsageError {
  return new UsageError(`“${title}”没有填写新的内容，什么也没有写入。`)
}

/** The refusal as it is told: each reason with its article. */
export function refusalOf({ title }: Task, blockers: readonly Refusal[]): RefusedError {
  const reasons = blockers.map(({ reason, citation }) => `  ${citation}：${reason}`)
  return new RefusedError([`不能办理“${title}”，没有写入：`, ...reasons].join('\n'))
}
