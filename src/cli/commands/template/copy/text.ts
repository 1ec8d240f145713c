import type { CommandContext } from '../../../shared/context.ts'
import { clean } from '../../../shared/output/output.ts'
import { commitMark } from '../../../shared/wording/commit-mark.ts'

/** An original and where it is written. */
export interface CopiedTemplate {
  readonly form: string
  readonly title: string
  readonly path: string
  readonly bytes: Uint8Array
  /** What stands there now. */
  readonly existing: Uint8Array | undefined
}

interface Copied {
  readonly copies: readonly CopiedTemplate[]
  /** Those that were not there yet. */
  readonly fresh: readonly CopiedTemplate[]
  readonly commit: string | null
  readonly dry: boolean
  readonly inLibrary: boolean
}

/** Says which originals were written, and what to do with them. */
export function printCopied(
  { out, global }: CommandContext,
  { copies, fresh, commit, dry, inLibrary }: Copied,
): void {
  const files = fresh.map(({ path }) => path)
  if (global.json) {
    const subject = { case: null, action: 'template-copy', subject: null }
    out.json('written', { ...subject, files, commit, dryRun: dry, item: {} })
    return
  }
  const done = dry ? '将写入' : '已写入'
  for (const copy of copies) {
    const state = fresh.includes(copy) ? `${done} ${copy.path}${commitMark(commit)}` : `已是原件 ${copy.path}`
    out.print(clean(`${state}（${copy.title}）`))
  }
  if (dry) out.note('未写入任何文件（--dry-run）。')
  else if (inLibrary) out.note('用 Word 或者 WPS 修改、保存以后检查：ejc template check')
  else out.note('改好的放进案件库的 templates/，文件名不变，就代替内置的模板。')
}
