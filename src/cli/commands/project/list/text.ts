import type { ProjectDocument } from '../../../../core/facts/documents.ts'
import { fenOf, showYuan } from '../../../../core/facts/money.ts'
import { choicesOf } from '../../../../core/schema/choices.ts'
import { schemaAt } from '../../../../core/schema/walk.ts'
import type { Output } from '../../../shared/output/output.ts'
import { textTable } from '../../../shared/output/table.ts'
import { type Citation, citationText } from '../citations.ts'

function citing(id: string, citations: readonly Citation[]): Citation[] {
  return citations.filter(({ project }) => project === id)
}

/** A project for programs, with the agreements that cite it. */
export function projectJson(
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

/** The projects as a table, with the agreements that cite each. */
export function projectTable(
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
  return textTable(heads, rows, width, style.dim)
}

function statusText(status: ProjectDocument['status']): string {
  const node = schemaAt('project', ['status'])
  const choices = node ? choicesOf(node, {}) : undefined
  return choices?.find(({ code }) => code === status)?.label ?? status ?? ''
}
