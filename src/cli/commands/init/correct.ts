import { openWorkspace } from '../../../repository/workspace.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import { confirmed, NOT_WRITTEN } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { RefusedError } from '../../shared/exit.ts'
import { settingsChange, writeSettings } from '../../shared/settings/change.ts'
import type { GivenConfig } from './given.ts'
import { askedConfig } from './run.ts'
import type { CorrectedConfig } from './text.ts'

/** Asks again what `ejc init` asked, with what was recorded, and writes what is different in a commit of its own. */
export async function correctConfig(
  context: CommandContext,
  root: string,
  given: GivenConfig,
  options: OptionValues,
): Promise<CorrectedConfig> {
  const workspace = await openWorkspace(root, context.global.today)
  const recorded = workspace.setting.config
  if (!context.interactive && given.from === undefined && !given.sets.length)
    throw new RefusedError(
      `${root} 已经是案件库：要更正设置的，在终端里运行 ejc init，或者用 --set 写明，例如 --set unit.kind=县级部门；要另建的，请换一个文件夹。`,
    )
  const { config, notes } = await askedConfig(context, workspace.law, { ...given, recorded })
  for (const note of notes) context.out.note(note)
  const change = settingsChange(workspace, config)
  const { lines, text } = change
  const done = { root, text, lines, cases: workspace.repository.caseIds().length }
  if (!change.edits.length) return { ...done, commit: null, written: false }
  if (!context.global.json) context.out.note(['更正设置：', ...lines.map((line) => `  ${line}`)].join('\n'))
  const written =
    !flag(options, 'dryRun') && (await confirmed(context, options, '写入并提交吗？', NOT_WRITTEN))
  const commit = written ? await writeSettings(workspace, change, options.commit !== false) : null
  return { ...done, commit, written }
}
