import type { Migration } from '../../../repository/format/plan.ts'
import { DRY_RUN_ABOVE } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { commitMark } from '../../shared/wording/commit-mark.ts'

/** What was brought up to date, or would be. */
export interface Migrated {
  readonly plan: Migration
  readonly commit: string | null
  readonly written: boolean
}

/** What a migration changes, file by file. */
export function planLines({ from, to, steps, files, added }: Migration): string[] {
  const format = from === to ? [] : [`数据格式 ${from} → ${to}：`, ...steps.map((step) => `  ${step}`)]
  const paths = [...files.keys()].map((path) => `  ${added.includes(path) ? '新增' : '更新'} ${path}`)
  return [...format, '要写入的文件：', ...paths]
}

/** Says what was written, and what the office has to look at itself. */
export function printMigration({ global, out }: CommandContext, { plan, commit, written }: Migrated): void {
  const { from, to, files, added, kept } = plan
  if (global.json) {
    const changes = [...files.keys()].map((path) => ({
      path,
      change: added.includes(path) ? 'added' : 'updated',
    }))
    out.json('migrate', { from, to, files: changes, kept, commit, written })
    return
  }
  if (kept.length)
    out.note(
      [
        '本单位改过的文件没有动，需要的请对照本版自己改（另建一个案件库可以看到本版的）：',
        ...kept.map((path) => `  ${path}`),
      ].join('\n'),
    )
  if (!files.size) out.print(`案件库已是本版的格式（${to}），没有要更新的文件。`)
  else if (!written) out.note(DRY_RUN_ABOVE)
  else {
    out.print(`已更新到格式 ${to}：${files.size} 个文件${commitMark(commit)}。`)
    out.note('下一步：ejc lint；同事更新 ejc 以后运行 ejc sync。')
  }
}
