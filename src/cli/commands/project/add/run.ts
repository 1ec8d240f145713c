import { isSafeFileName } from '../../../../repository/paths.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import { itemProblems, namingFor } from '../../../shared/answers/collect.ts'
import { flag, type OptionValues, text } from '../../../shared/command.ts'
import { confirmed } from '../../../shared/confirm.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { collectDocument, documentYaml, writeNewFile } from '../../../shared/entry/new-file.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { clean } from '../../../shared/output/output.ts'
import { printAddedProject } from './text.ts'

const PROJECT_KEYS = [
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

/** `ejc project add`: adds a project to the library, in a commit of its own. */
export async function addProject(context: CommandContext, options: OptionValues): Promise<ExitCode> {
  const workspace = await context.workspace()
  const { id, item } = await collectProject(context, workspace, options)
  const file = `projects/${id}.yaml`
  const yaml = documentYaml('project', item)
  if (context.interactive && !context.global.json) context.out.note(clean(`写入 ${file}\n${yaml.trimEnd()}`))
  const written = !flag(options, 'dryRun') && (await confirmed(context, options))
  const added = { document: 'project', subject: id, message: `录入替代修复项目 ${id}`, file, yaml } as const
  const commit = written ? await writeNewFile(workspace, added, options.commit !== false) : null
  printAddedProject(context, workspace, { id, item, file, yaml, written, commit })
  return Exit.Ok
}

async function collectProject(context: CommandContext, workspace: Workspace, options: OptionValues) {
  const { regulation } = workspace.setting
  const wanted = {
    name: 'project' as const,
    path: [],
    lists: regulation.lists,
    today: context.global.today,
    naming: namingFor(context.interactive, text(options, 'from')),
    ask: PROJECT_KEYS,
    required: [],
    defaults: { id: nextProjectId(workspace), status: 'open', addedOn: context.global.today },
  }
  const item = await collectDocument(context, workspace, wanted, '“登记替代修复项目”', options)
  const id = String(item.id)
  const wrong = [...itemProblems(wanted, item), ...takenProblem(workspace, id)]
  if (wrong.length) throw new UsageError(`替代修复项目的内容有误，没有写入：\n  ${wrong.join('\n  ')}`)
  return { id, item }
}

/** The ids in use: those of the projects and of the files; a file that can't be read keeps its id too. */
function usedIds({ repository, projects }: Workspace): string[] {
  const names = repository.readProjects().map(({ file }) => file.replace(/^projects\/|\.ya?ml$/g, ''))
  return [...projects.map(({ id }) => id), ...names]
}

/** L1, L2, …: the next after the highest. */
function nextProjectId(workspace: Workspace): string {
  const numbers = usedIds(workspace).flatMap((id) => /^L(\d{1,9})$/i.exec(id)?.[1] ?? [])
  return `L${Math.max(0, ...numbers.map(Number)) + 1}`
}

function takenProblem(workspace: Workspace, id: string): string[] {
  if (!isSafeFileName(`${id}.yaml`)) return [`id：${id} 不能作文件名`]
  const taken = usedIds(workspace).some((used) => used.toLowerCase() === id.toLowerCase())
  return taken ? [`id：项目库里已有 ${id}，要改的请直接修改该文件`] : []
}
