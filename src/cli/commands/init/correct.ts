import { isMapData } from '../../../core/facts/data.ts'
import type { ConfigDocument } from '../../../core/facts/documents.ts'
import type { Path } from '../../../core/facts/locations.ts'
import { titleAt } from '../../../core/schema/walk.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import { openWorkspace, type Workspace } from '../../../repository/workspace.ts'
import type { Edit } from '../../../repository/yaml/edit.ts'
import { schemaStyle } from '../../../repository/yaml/style.ts'
import { editYaml } from '../../../repository/yaml/write.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import { confirmed } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { RefusedError } from '../../shared/exit.ts'
import { changeLines } from '../../shared/wording/changes.ts'
import type { GivenConfig } from './config.ts'
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
  const edits = editsBetween(recorded, config)
  const lines = edits.flatMap((edit) => linesOfEdit(workspace, recorded, edit))
  const text = editedText(workspace, edits)
  const done = { root, text, lines, cases: workspace.repository.caseIds().length }
  if (!edits.length) return { ...done, commit: null, written: false }
  if (!context.global.json) context.out.note(['更正设置：', ...lines.map((line) => `  ${line}`)].join('\n'))
  const written =
    !flag(options, 'dryRun') && (await confirmed(context, options, '写入并提交吗？', '没有写入。'))
  const commit = written ? await write(workspace, edits, text, options.commit !== false) : null
  return { ...done, commit, written }
}

function editedText({ repository }: Workspace, edits: readonly Edit[]): string {
  return edits.length
    ? editYaml(repository.config().text(), edits, schemaStyle('config'))
    : repository.config().text()
}

async function write(
  { repository }: Workspace,
  edits: readonly Edit[],
  text: string,
  commit: boolean,
): Promise<string | null> {
  const titles = edits.map(({ path }) => titleAt('config', path) ?? path.join('.'))
  const request = {
    action: 'init',
    caseId: null,
    subject: null,
    message: `更正配置：${titles.join('、')}`,
    files: new Map([['ejc.yaml', new TextEncoder().encode(text)]]),
    expected: new Map([['ejc.yaml', repository.config().digest()]]),
  }
  return (await commitTransaction(repository.root, request, { commit })).commit
}

/** The changes from one configuration to another, value by value; lists are one value. */
function editsBetween(before: unknown, after: unknown, path: Path = []): Edit[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isMapData(before) || !isMapData(after))
    return [after === undefined ? { kind: 'remove', path } : { kind: 'set', path, value: after }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => editsBetween(before[key], after[key], [...path, key]))
}

/** The lines of one edit, a value each; what stands around a value in a section or a list is not lost. */
function linesOfEdit({ setting, law }: Workspace, before: ConfigDocument, edit: Edit): string[] {
  const old = edit.path.reduce<unknown>((value, key) => (isMapData(value) ? value[key] : undefined), before)
  const now = edit.kind === 'remove' ? undefined : edit.value
  const key = String(edit.path.at(-1))
  const place = { name: 'config', path: edit.path.slice(0, -1), lists: setting.regulation.lists } as const
  const regulation = law.ids.map((id) => ({ code: id, label: law.regulation(id)?.title ?? id }))
  const names = { facts: { obligors: [] }, choices: { regulation } }
  return changeLines(place, { [key]: old }, { [key]: now }, names)
}
