import type { Item } from '../../../../core/stages/define.ts'
import { isSafeFileName } from '../../../../repository/paths.ts'
import { unfinishedAnswers } from '../../../../repository/unfinished.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import { schemaStyle } from '../../../../repository/yaml/style.ts'
import { editYaml } from '../../../../repository/yaml/write.ts'
import { collectItem, problemsOf, type Wanted } from '../../../shared/answers/collect.ts'
import { flag, type OptionValues, text, texts } from '../../../shared/command.ts'
import { confirmed } from '../../../shared/confirm.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { writeNewFile } from '../../../shared/entry/new-file.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { clean } from '../../../shared/output/output.ts'
import { printAdded } from './text.ts'

const ASKED = [
  'title',
  'kind',
  'place',
  'area',
  'description',
  'goal',
  'estimatedCost',
  'department',
  'contact',
]

/** `ejc project add`: a project into the library, committed by itself. */
export async function addProject(context: CommandContext, options: OptionValues): Promise<ExitCode> {
  const workspace = await context.workspace()
  const { id, item } = await collected(context, workspace, options)
  const file = `projects/${id}.yaml`
  const yaml = yamlOf(item)
  if (context.interactive && !context.global.json) context.out.note(clean(`写入 ${file}\n${yaml.trimEnd()}`))
  const written = !flag(options, 'dryRun') && (await confirmed(context, options))
  const commit = written ? await write(workspace, id, file, yaml, options.commit !== false) : null
  printAdded(context, workspace, { id, item, file, yaml, written, commit })
  return Exit.Ok
}

async function collected(context: CommandContext, workspace: Workspace, options: OptionValues) {
  const { regulation } = workspace.setting
  const wanted: Wanted = {
    name: 'project',
    path: [],
    lists: regulation.lists,
    ask: ASKED,
    required: [],
    defaults: { id: nextId(workspace), status: 'open', addedOn: context.global.today },
  }
  const given = { from: text(options, 'from'), sets: texts(options, 'set') }
  const prompt = await promptOf(context, workspace, given.from !== undefined)
  const item = await collectItem(wanted, { ...given, ...(prompt && { prompt }) })
  const id = String(item.id)
  const wrong = [...problemsOf(wanted, item), ...takenProblem(workspace, id)]
  if (wrong.length) throw new UsageError(`替代修复项目的内容有误，没有写入：\n  ${wrong.join('\n  ')}`)
  return { id, item }
}

/** Asks for the rest in a terminal; undefined where nobody is asked. */
async function promptOf(context: CommandContext, workspace: Workspace, fromFile: boolean) {
  if (!context.interactive || fromFile) return undefined
  const { promptFor } = await import('../../../prompts/prompt.ts')
  const { regulation } = workspace.setting
  const recipient = { id: 'project', regulation, view: undefined, text: undefined, digest: null }
  return promptFor(
    context,
    workspace,
    recipient,
    { answers: answersOf(workspace), what: '“登记替代修复项目”' },
    {},
  )
}

function answersOf({ repository }: Workspace) {
  return unfinishedAnswers(repository.root, 'project', 'add', null)
}

/** Ids in use: those of the projects, and those of the files, of which one that can't be read keeps its id as well. */
function usedIds({ repository, projects }: Workspace): string[] {
  const names = repository.readProjects().map(({ file }) => file.replace(/^projects\/|\.ya?ml$/g, ''))
  return [...projects.map(({ id }) => id), ...names]
}

/** L1, L2, …: the next after the highest. */
function nextId(workspace: Workspace): string {
  const numbers = usedIds(workspace).flatMap((id) => /^L(\d{1,9})$/i.exec(id)?.[1] ?? [])
  return `L${Math.max(0, ...numbers.map(Number)) + 1}`
}

function takenProblem(workspace: Workspace, id: string): string[] {
  if (!isSafeFileName(`${id}.yaml`)) return [`id：${id} 不能作文件名`]
  const taken = usedIds(workspace).some((used) => used.toLowerCase() === id.toLowerCase())
  return taken ? [`id：项目库里已有 ${id}，要改的请直接修改该文件`] : []
}

function yamlOf(item: Item): string {
  const edits = Object.entries(item).map(([key, value]) => ({ kind: 'set', path: [key], value }) as const)
  return editYaml(undefined, edits, {
    header: 'yaml-language-server: $schema=../schemas/project.schema.json',
    ...schemaStyle('project'),
  })
}

async function write(
  workspace: Workspace,
  id: string,
  file: string,
  yaml: string,
  commit: boolean,
): Promise<string | null> {
  const note = { action: 'project-add', subject: id, message: `录入替代修复项目 ${id}` }
  const written = await writeNewFile(workspace, { ...note, file, yaml }, commit)
  answersOf(workspace).drop()
  return written
}
