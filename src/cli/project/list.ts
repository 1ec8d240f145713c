import type { ProjectDocument } from '../../core/facts/documents.ts'
import { fenOf, showYuan } from '../../core/facts/money.ts'
import { choicesOf } from '../../core/schema/choices.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import { placeOfProblem } from '../../repository/place.ts'
import type { Workspace } from '../../repository/workspace.ts'
import type { CommandContext } from '../context.ts'
import { Exit, type ExitCode } from '../exit.ts'
import { clean, type Output } from '../output/output.ts'
import { table } from '../output/table.ts'
import { type Citation, citationsOf, citationText } from './citations.ts'

/** `ejc project list`: the library, and which agreements cite its projects. */
export async function listProjects(context: CommandContext): Promise<ExitCode> {
  const { global, out } = context
  const workspace = await context.workspace()
  const { citations, complete } = citationsOf(workspace, out)
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

function citing(id: string, citations: readonly Citation[]): Citation[] {
  return citations.filter(({ project }) => project === id)
}

function projectJson(
  { id, title, kind, place, estimatedCost, status }: ProjectDocument,
  citations: readonly Citation[],
) {
  return {
    id,
    title,
    kind: kind ?? null,
    place: place ?? null,
    estimatedCost: estimatedCost ?? null,
    status: status ?? null,
    citedBy: citing(id, citations).map(({ case: caseId, agreement }) => ({ case: caseId, agreement })),
  }
}

function projectTable(
  projects: readonly ProjectDocument[],
  citations: readonly Citation[],
  { width, style }: Output,
): string {
  const heads = [
    { title: '编号' },
    { title: '项目', flexible: true },
    { title: '地点', flexible: true },
    { title: '类别', flexible: true },
    { title: '估算投资', flexible: true },
    { title: '状态' },
    { title: '引用的协议', flexible: true },
  ]
  const rows = projects.map(({ id, title, place, kind, estimatedCost, status }) => [
    id,
    title,
    place ?? '',
    kind ?? '',
    estimatedCost === undefined ? '' : showYuan(fenOf(estimatedCost)),
    statusText(status),
    citationText(citing(id, citations)),
  ])
  return table(heads, rows, width, style.dim)
}

function statusText(status: ProjectDocument['status']): string {
  const node = schemaAt('project', ['status'])
  const choices = node ? choicesOf(node, {}) : undefined
  return choices?.find(({ code }) => code === status)?.label ?? status ?? ''
}

/** Names the files of the library that can't be relied on; whether there are none. */
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
