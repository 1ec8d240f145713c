import { placeOfProblem } from '../../../../repository/place.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode } from '../../../shared/exit.ts'
import { clean, type Output } from '../../../shared/output/output.ts'
import { citationText, projectCitations } from '../citations.ts'
import { projectJson, projectTable } from './text.ts'

/** `ejc project list`: the library, and which agreements cite its projects. */
export async function listProjects(context: CommandContext): Promise<ExitCode> {
  const { global, out } = context
  const workspace = await context.workspace()
  const { citations, complete } = projectCitations(workspace, out)
  const projects = workspace.projects.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
  if (global.json)
    out.json(
      'projects',
      projects.map((project) => projectJson(project, citations)),
    )
  else if (projects.length) out.print(projectTable(projects, citations, out))
  else out.note('项目库里还没有项目。用 ejc project add 录入。')
  const unknown = citations.filter(({ project }) => !projects.some(({ id }) => id === project))
  for (const citation of unknown)
    out.note(clean(`协议 ${citationText([citation])} 引用的 ${citation.project} 不在项目库里。`))
  const sound = nameUnreadable(workspace, out)
  return complete && sound ? Exit.Ok : Exit.Failed
}

/** Names the files of the library that can't be relied on; returns whether there are none. */
function nameUnreadable({ repository, problems }: Workspace, out: Output): boolean {
  const wrong = problems.filter(
    ({ file, rule }) => file.startsWith('projects/') && rule !== 'schema/unknown-key',
  )
  const files = new Map(repository.readProjects().map((raw) => [raw.file, raw]))
  for (const problem of wrong) {
    const { line, column } = placeOfProblem(problem, files.get(problem.file))
    out.note(clean(`${problem.file}:${line}:${column}：${problem.message}该项目未列出。`))
  }
  return !wrong.length
}
