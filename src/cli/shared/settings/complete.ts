import { describedUnit } from '../../../core/facts/claimants.ts'
import { isMapData } from '../../../core/facts/data.ts'
import type { ConfigDocument } from '../../../core/facts/documents.ts'
import type { Missing } from '../../../core/forms/define.ts'
import { papersNeeding } from '../../../core/forms/needed.ts'
import { titledBeside } from '../../../core/schema/conditions.ts'
import { schemaAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { collectItem, itemOrEmpty, type WantedItem } from '../answers/collect.ts'
import type { OptionValues } from '../command.ts'
import { confirmed, NOT_WRITTEN } from '../confirm.ts'
import type { CommandContext } from '../context.ts'
import { commitMark } from '../wording/commit-mark.ts'
import { settingsChange, writeSettings } from './change.ts'

/** A section of ejc.yaml, and what a paper lacks in it. */
interface LackingSection {
  readonly path: readonly string[]
  readonly keys: readonly string[]
  /** The whole paths: the post of a head whose name is known is one. */
  readonly needed: ReadonlySet<string>
}

/**
 * What a paper lacks of ejc.yaml and an answer can add. What it lacks of the unit in a case of another unit is not: the
 * particulars of this office would be wrong there.
 */
export function lackingSettings({ config, facts }: CaseView, missing: readonly Missing[]): LackingSection[] {
  const isOurs = describedUnit(config, facts) !== undefined
  return settingsAt(
    missing.flatMap(({ path }) =>
      path.startsWith('config.') && (isOurs || !path.startsWith('config.unit.')) ? path : [],
    ),
  )
}

/** The sections in which paths as `config.unit.address` stand. */
export function settingsAt(paths: readonly string[]): LackingSection[] {
  const needed = new Set(paths)
  const sections = new Map<string, Set<string>>()
  for (const path of needed) {
    const [, first = '', second] = path.split('.')
    const isSection = second !== undefined && schemaAt('config', [first])?.properties !== undefined
    const [section, key] = isSection ? [first, second] : ['', first]
    sections.set(section, (sections.get(section) ?? new Set()).add(key))
  }
  return [...sections].map(([section, keys]) => {
    return { path: section === '' ? [] : [section], keys: [...keys], needed }
  })
}

/** What is lacking, in words: 承办单位负责人、地方依据. */
export function settingTitles(sections: readonly LackingSection[], config: ConfigDocument): string[] {
  return sections.flatMap(({ path, keys }) => {
    const beside = recordedIn(config, path)
    return keys.map((key) => titledBeside(schemaAt('config', [...path, key]) ?? {}, beside).title ?? key)
  })
}

/** Asks for what papers lack of ejc.yaml, and writes it as `ejc init --set` does, in a commit of its own. */
export async function completeSettings(
  context: CommandContext,
  workspace: Workspace,
  sections: readonly LackingSection[],
  options: OptionValues,
): Promise<void> {
  const change = settingsChange(workspace, await answeredSettings(context, workspace, sections))
  if (!change.edits.length) return
  context.out.note(['补填案件库配置（ejc.yaml）：', ...change.lines.map((line) => `  ${line}`)].join('\n'))
  await confirmed(context, options, '写入并提交吗？', NOT_WRITTEN)
  const commit = await writeSettings(workspace, change, options.commit !== false)
  context.out.note(`已写入案件库配置${commitMark(commit)}`)
}

/** The settings with what the officer answers; nothing is written yet. */
async function answeredSettings(
  context: CommandContext,
  workspace: Workspace,
  sections: readonly LackingSection[],
): Promise<Item> {
  const [{ openTerminal }, { askWanted, top }, { createInterview }] = await Promise.all([
    import('../../prompts/terminal.ts'),
    import('../../prompts/ask.ts'),
    import('../../prompts/interview.ts'),
  ])
  const terminal = openTerminal({ back: true })
  const interview = createInterview(terminal, {}, () => undefined)
  const { setting } = workspace
  const asking = {
    ...top,
    terminal,
    interview,
    today: context.global.today,
    facts: undefined,
    law: setting.regulation,
    clauses: [],
    choices: {},
    papersNeeding: papersNeeding(setting),
    known: () => undefined,
  }
  return interview.run(async () => {
    let answered: Item = { ...setting.config }
    for (const section of sections) {
      const wanted = wantedOf(section, answered, workspace)
      const part = await collectItem(wanted, {
        from: undefined,
        sets: [],
        prompt: (asked, given) => askWanted(asked, given, asking),
      })
      const [key] = section.path
      answered = key === undefined ? part : { ...answered, [key]: part }
    }
    return answered
  })
}

function wantedOf({ path, keys, needed }: LackingSection, config: Item, { setting }: Workspace): WantedItem {
  const recordedItem = recordedIn(config, path)
  const at = ['config', ...path].join('.')
  return {
    name: 'config',
    path,
    lists: setting.regulation.lists,
    naming: 'title',
    ask: keys,
    required: keys,
    owed: (key) => needed.has(`${at}.${key}`),
    defaults: recordedItem,
    // The head is known by name alone, and the paper needs the post too.
    knownInPart: keys.filter((key) => recordedItem[key] !== undefined),
  }
}

/** What a section of the settings holds. */
function recordedIn(config: Item | ConfigDocument, path: readonly string[]): Item {
  return itemOrEmpty(
    path.reduce<unknown>((value, key) => (isMapData(value) ? value[key] : undefined), config),
  )
}
