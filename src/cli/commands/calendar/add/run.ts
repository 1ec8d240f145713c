import type { CalendarDocument } from '../../../../core/facts/documents.ts'
import type { Item } from '../../../../core/stages/define.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import { itemProblems, namingFor } from '../../../shared/answers/collect.ts'
import { flag, type OptionValues, text } from '../../../shared/command.ts'
import { confirmed } from '../../../shared/confirm.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { collectDocument, documentYaml, writeNewFile } from '../../../shared/entry/new-file.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { type CalendarDocuments, calendarSources } from '../../../shared/law/calendar-sources.ts'
import { readYear } from '../when.ts'
import { calendarContradictions } from './contradictions.ts'
import { effectOf } from './effect.ts'
import { effectText, KINDS, printAddedYear } from './text.ts'

/** `ejc calendar add [YEAR]`: adds a year's arrangement to calendar/ of the case repository, in a commit of its own. */
export async function addToCalendar(
  context: CommandContext,
  when: string | undefined,
  options: OptionValues,
): Promise<ExitCode> {
  const workspace = await context.workspace()
  const sources = calendarSources(workspace)
  const document = await collectYear(context, workspace, sources, readYear(when), options)
  const file = `calendar/${document.year}-${document.kind}.yaml`
  if (workspace.repository.readBytes(file)) throw refusal([`${file} 已经存在，要改的请直接修改该文件。`])
  const yaml = documentYaml('calendar', document)
  const effect = effectOf(workspace, sources, document)
  if (!context.global.json) context.out.note([`写入 ${file}`, effectText(effect)].join('\n'))
  const written = !flag(options, 'dryRun') && (await confirmed(context, options))
  const commit = written ? await writeYear(workspace, document, file, yaml, options.commit !== false) : null
  printAddedYear(context, { document, file, yaml, effect, written, commit }, sources)
  return Exit.Ok
}

async function collectYear(
  context: CommandContext,
  workspace: Workspace,
  sources: CalendarDocuments,
  year: number | undefined,
  options: OptionValues,
): Promise<CalendarDocument> {
  const wanted = {
    name: 'calendar' as const,
    path: [],
    lists: workspace.setting.regulation.lists,
    today: context.global.today,
    naming: namingFor(context.interactive, text(options, 'from')),
    ask: [...(year === undefined ? ['year'] : []), 'kind', 'notice', 'rest', 'work', 'note'],
    // The officer proves a date by the notice that arranged it.
    required: ['notice'],
    defaults: year === undefined ? {} : { year },
    // A year in which the region gives no days off is an answer too, as 2020 in Guangxi.
    complete: (item: Item) => (item.kind === 'regional' ? { rest: [], ...item } : item),
  }
  const item = await collectDocument(context, workspace, wanted, '“补充放假安排”', options)
  const invalid = itemProblems(wanted, item)
  if (invalid.length) throw refusal(invalid)
  // The schema boundary: the item has just been validated as a calendar document.
  const document = item as unknown as CalendarDocument
  const wrong = calendarContradictions(document, sources)
  if (wrong.length) throw refusal(wrong)
  return document
}

function refusal(problems: readonly string[]): UsageError {
  return new UsageError(`放假安排的内容有误，没有写入：\n  ${problems.join('\n  ')}`)
}

function writeYear(
  workspace: Workspace,
  { year, kind }: CalendarDocument,
  file: string,
  yaml: string,
  commit: boolean,
): Promise<string | null> {
  const note = { subject: `${year}-${kind}`, message: `录入 ${year} 年${KINDS[kind]}` }
  return writeNewFile(workspace, { document: 'calendar', ...note, file, yaml }, commit)
}
