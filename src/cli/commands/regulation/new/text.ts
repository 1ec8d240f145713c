import { DRY_RUN_ABOVE } from '../../../shared/confirm.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { clean } from '../../../shared/output/output.ts'
import { commitMark } from '../../../shared/wording/commit-mark.ts'

interface WrittenPack {
  readonly id: string
  readonly files: readonly string[]
  readonly yaml: string
  readonly isWritten: boolean
  readonly commit: string | null
}

/** Says which file was written and what to do with it next; in a dry run, its text. */
export function printNew(
  { global, out }: CommandContext,
  { id, files, yaml, isWritten, commit }: WrittenPack,
): void {
  if (global.json) {
    const about = { case: null, action: 'regulation-new', subject: id }
    out.json('written', { ...about, files, commit, dryRun: !isWritten })
    return
  }
  if (!isWritten) {
    out.print(clean(yaml.trimEnd()))
    out.note(DRY_RUN_ABOVE)
    return
  }
  out.print(`已写入 ${files[0]}${commitMark(commit)}`)
  out.note(`接下来：逐项与正式文本核对，改正并删去 review: 待核；ejc regulation check ${id} 列出还有哪些。`)
}
