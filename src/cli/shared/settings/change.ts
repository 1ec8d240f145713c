import { isMapData } from '../../../core/facts/data.ts'
import type { ConfigDocument } from '../../../core/facts/documents.ts'
import type { Path } from '../../../core/facts/locations.ts'
import { titleAt } from '../../../core/schema/walk.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { Edit } from '../../../repository/yaml/edit.ts'
import { schemaStyle } from '../../../repository/yaml/style.ts'
import { editYaml } from '../../../repository/yaml/write.ts'
import { changeLines } from '../wording/changes.ts'

/** A change of ejc.yaml. */
interface SettingsChange {
  readonly edits: readonly Edit[]
  /** The whole file as it will be. */
  readonly text: string
  /** One line for each value: 承办单位类型：指定的职能部门 → 设区市部门的派出机构. */
  readonly lines: readonly string[]
}

/** What differs between ejc.yaml and a configuration. */
export function settingsChange(workspace: Workspace, config: unknown): SettingsChange {
  const { repository, setting } = workspace
  const edits = editsBetween(setting.config, config)
  const former = repository.config().text()
  return {
    edits,
    text: edits.length ? editYaml(former, edits, schemaStyle('config')) : former,
    lines: edits.flatMap((edit) => linesOfEdit(workspace, setting.config, edit)),
  }
}

/** Writes the change in a commit of its own; returns the commit. */
export async function writeSettings(
  { repository }: Workspace,
  { edits, text }: SettingsChange,
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

/** The lines of one edit, one for each value. A line names the section or the list that the value belongs to. */
function linesOfEdit({ setting, law }: Workspace, before: ConfigDocument, edit: Edit): string[] {
  const old = edit.path.reduce<unknown>((value, key) => (isMapData(value) ? value[key] : undefined), before)
  const now = edit.kind === 'remove' ? undefined : edit.value
  const key = String(edit.path.at(-1))
  const place = { name: 'config', path: edit.path.slice(0, -1), lists: setting.regulation.lists } as const
  const regulation = law.ids.map((id) => ({ code: id, label: law.regulation(id)?.title ?? id }))
  const names = { facts: { obligors: [] }, choices: { regulation } }
  return changeLines(place, { [key]: old }, { [key]: now }, names)
}
