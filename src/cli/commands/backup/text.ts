import type { Backup } from '../../../repository/backup.ts'
import type { CommandContext } from '../../shared/context.ts'
import { ejcCall } from '../../shared/output/call.ts'

/** Says what the backup holds, and what it does not. */
export function printBackup({ global, out }: CommandContext, backup: Backup): void {
  const { file, bytes, commit, taken, left } = backup
  if (global.json) {
    out.json('backup', { file, bytes, commit, taken, left })
    return
  }
  out.print(`已备份到 ${file}（${sizeText(bytes)}），已读回核对。`)
  if (taken.length) out.note(`外存证据 ${taken.length} 个文件已复制到 ${file}.evidence。`)
  if (left.length) {
    out.note(`外存证据 ${left.length} 个文件不在备份里，清单在 ${file}.evidence.sha256：`)
    for (const path of left.slice(0, MOST_NAMED)) out.note(`  ${path}`)
    out.note('要一并备份的，接上存储设备，换一个文件名再运行 ejc backup --evidence。')
  }
  out.note(
    `恢复：${ejcCall(undefined, ['join', file])} 文件夹。备份里有当事人的信息，请放在涉密、加密管理的地方。`,
  )
}

const MOST_NAMED = 5
const MEGABYTE = 1_000_000

/** A size as people say it. */
function sizeText(bytes: number): string {
  return bytes < MEGABYTE ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`
}
