import type { CalendarDocument } from '../../../../core/facts/documents.ts'
import type { Item } from '../../../../core/stages/define.ts'
import { unfinishedAnswers } from '../../../../repository/unfinished.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import { schemaStyle } from '../../../../repository/yaml/style.ts'
import { editYaml } from '../../../../repository/yaml/write.ts'
import { collectItem, problemsOf, type Wanted } from '../../../shared/answers/collect.ts'
import { type Sources, sourcesOf } from '../../../shared/calendar-sources.ts'
import { flag, type OptionValues, text, texts } from '../../../shared/command.ts'
import { confirmed } from '../../../shared/confirm.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { writeNewFile } from '../../../shared/entry/new-file.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { readYear } from '../when.ts'
import { contradictions } from './contradictions.ts'
import { effectOf } from './effect.ts'
import { effectText, KINDS, printAdded } from './text.ts'

/** `ejc calendar add [YEAR]`: a year's arrangement into calendar/ of the case repository, committed by itself. */
export async function addToCalendar(
  context: CommandContext,
  when: string | undefined,
  options: OptionValues,
): Promise<ExitCode> {
  const workspace = await context.workspace()
  const sources = sourcesOf(workspace)
  const document = await collected(context, workspace, sources, readYear(when), options)
  const file = `calendar/${document.year}-${document.kind}.yaml`
  if (workspace.repository.readBytes(file)) throw refusal([`${file} 已经存在，要改的请直接修改该文件。`])
  const yaml = yamlOf(document)
  const effect = effectOf(workspace, sources, document)
  if (!context.global.json) context.out.note([`写入 ${file}`, effectText(effect)].join('\n'))
  const written = !flag(options, 'dryRun') && (await confirmed(context, options))
  const commit = written ? await write(workspace, document, file, yaml, options.commit !== false) : null
  printAdded(context, { document, file, yaml, effect, written, commit }, sources)
  return Exit.Ok
}

async function collected(
  context: CommandContext,
  workspace: Workspace,
  sources: Sources,
  year: number | undefined,
  options: OptionValues,
): Promise<CalendarDocument> {
  const wanted: Wanted = {
    name: 'calendar',
    path: [],
    lists: workspace.setting.regulation.lists,
    ask: [...(year === undefined ? ['year'] : []), 'kind', 'notice', 'rest', 'work', 'note'],
    // An officer defends a date with the notice that arranged it.
    required: ['notice'],
    defaults: year === undefined ? {} : { year },
    // A year in which the region gives no days off is an answer too, as 2020 in Guangxi.
    complete: (item) => (item.kind === 'regional' ? { rest: [], ...item } : item),
  }
  const item = await collect(context, workspace, wanted, options)
  const invalid = problemsOf(wanted, item)
  if (invalid.length) throw refusal(invalid)
  // The schema boundary: the item has just been validated as a calendar document.
  const document = item as unknown as CalendarDocument
  const wrong = contradictions(document, sources)
  if (wrong.length) throw refusal(wrong)
  return document
}

async function collect(
  context: CommandContext,
  workspace: Workspace,
  wanted: Wanted,
  options: OptionValues,
): Promise<Item> {
  const given = { from: text(options, 'from'), sets: texts(options, 'set') }
  if (!context.interactive || given.from !== undefined) return collectItem(wanted, given)
  const { promptFor } = await import('../../../prompts/prompt.ts')
  const { regulation } = workspace.setting
  const recipient = { id: 'calendar', regulation, view: undefined, text: undefined, digest: null }
  return collectItem(wanted, {
    ...given,
    prompt: promptFor(
      context,
      workspace,
      recipient,
      { answers: answersOf(workspace), what: '“补充放假安排”' },
      {},
    ),
  })
}

function answersOf({ repository }: Workspace) {
  return unfinishedAnswers(repository.root, 'calendar', 'add', null)
}

function refusal(problems: readonly string[]): UsageError {
  return new UsageError(`放假安排的内容有误，没有写入：\n  ${problems.join('\n  ')}`)
}

function yamlOf(document: CalendarDocument): string {
  const edits = Object.entries(document).map(([key, value]) => ({ kind: 'set', path: [key], value }) as const)
  return editYaml(undefined, edits, {
    header: 'yaml-language-server: $schema=../schemas/calendar.schema.json',
    ...schemaStyle('calendar'),
  })
}

async function write(
  workspace: Workspace,
  { year, kind }: CalendarDocument,
  file: string,
  yaml: string,
  commit: boolean,
): Promise<string | null> {
  const note = {
    action: 'calendar-add',
    subject: `${year}-${kind}`,
    message: `录入 ${year} 年${KINDS[kind]}`,
  }
  const written = await writeNewFile(workspace, { ...note, file, yaml }, commit)
  answersOf(workspace).drop()
  return written
}
