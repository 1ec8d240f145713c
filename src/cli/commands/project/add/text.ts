import type { Item } from '../../../../core/stages/define.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import { DRY_RUN_ABOVE } from '../../../shared/confirm.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { clean } from '../../../shared/output/output.ts'
import { commitMark } from '../../../shared/wording/commit-mark.ts'
import { citationText, projectCitations } from '../citations.ts'

interface AddedProject {
  readonly id: string
  readonly item: Item
  readonly file: string
  readonly yaml: string
  readonly written: boolean
  readonly commit: string | null
}

/** Says what was entered, and which agreements cite it already. */
export function printAddedProject(
  { global, out }: CommandContext,
  workspace: Workspace,
  { id, item, file, yaml, written, commit }: AddedProject,
): void {
  const { citations } = projectCitations(workspace, out)
  const citing = citations.filter(({ project }) => project === id)
  if (citing.length) out.note(clean(`已有协议引用 ${id}：${citationText(citing)}。请核对是否就是这个项目。`))
  if (global.json) {
    const subject = { case: null, action: 'project-add', subject: id }
    out.json('written', { ...subject, files: [file], commit, dryRun: !written, item })
    return
  }
  if (written) {
    const mark = commitMark(commit)
    out.print(clean(`已录入替代修复项目 ${id} ${String(item.title)}：${file}${mark}`))
    out.note('接下来可以：ejc project list（查看项目库和引用的协议）')
    return
  }
  out.print(clean(yaml.trimEnd()))
  out.note(DRY_RUN_ABOVE)
}
