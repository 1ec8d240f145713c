import type { Renumbering } from '../../../repository/renumber.ts'
import { DRY_RUN_ABOVE } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { commitMark } from '../../shared/wording/commit-mark.ts'

/** A case under its new number, or what that would change. */
export interface RenumberedCase {
  readonly plan: Renumbering
  readonly commit: string | null
  readonly dryRun: boolean
}

/** Says what was renumbered, what refers to it, and what still bears the old number. */
export function printRenumbering(
  { global, out }: CommandContext,
  { plan, commit, dryRun }: RenumberedCase,
): void {
  const { from, to, files, references, mentions, papers } = plan
  if (global.json) {
    const written = { case: to, action: 'renumber', subject: from, files: [...files.keys()], commit, dryRun }
    out.json('written', written)
    return
  }
  out.print(dryRun ? `将把 ${from} 改为 ${to}。` : `已把 ${from} 改为 ${to}${commitMark(commit)}。`)
  for (const file of references) out.print(`  引用随之更新：${file}`)
  for (const file of mentions) out.print(`  文中提到原编号，请核对：${file}`)
  for (const file of papers) out.print(`  仍印有原编号，请重新生成：${file}`)
  if (dryRun) out.note(DRY_RUN_ABOVE)
  else out.note(papers.length ? `下一步：ejc render ${to} --all` : `下一步：ejc show ${to}`)
}
