import { yearOf } from '../../../core/calendar/dates.ts'
import { isMapData } from '../../../core/facts/data.ts'
import type { CaseData } from '../../../core/facts/documents.ts'
import { clueOn } from '../../../core/facts/queries.ts'
import type { PlacedFinding } from '../../../core/lint/define.ts'
import type { Parted } from '../../../core/merge/part.ts'
import type { Side } from '../../../core/merge/sides.ts'
import { newlyFound } from '../../../core/stages/refusals.ts'
import type { CaseView } from '../../../core/view.ts'
import { digestOf } from '../../../repository/digest.ts'
import { needUnused, nextNumber } from '../../../repository/numbers.ts'
import { isCaseId } from '../../../repository/paths.ts'
import { copiesOf, type FilesOfCases, type PlannedCase, planCase } from '../../../repository/two-cases.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { ReadableCase } from '../../shared/cases/read.ts'
import { newFindings } from '../../shared/entry/new-findings.ts'
import { UsageError } from '../../shared/exit.ts'

/** The new case, and when and why it leaves the other. */
export interface NewCase {
  readonly id: string
  readonly title: string
  readonly on: string
  readonly reason: string
}

/** What is written, and what follows from it. */
export interface SplittingPlan {
  readonly parts: readonly FilesOfCases[]
  readonly left: CaseView
  readonly moved: CaseView
  /** What the rules find in either case and did not find in the whole. */
  readonly findings: { readonly left: readonly PlacedFinding[]; readonly moved: readonly PlacedFinding[] }
}

/**
 * The number of the new case: given, or the next one of the year of the clue. Throws UsageError for one that can't be.
 */
export async function numberFor(
  { repository, setting }: Workspace,
  view: CaseView,
  given: string | undefined,
): Promise<string> {
  const year = yearOf(clueOn(view.facts) ?? setting.today)
  if (given === undefined) return nextNumber(repository.root, setting.config.idPrefix, year)
  if (!isCaseId(given)) throw new UsageError(`案件编号“${given}”不合格式，应如 NN-2026-0001。`)
  if (repository.caseExists(given)) throw new UsageError(`案件 ${given} 已经存在。`)
  await needUnused(repository.root, given)
  return given
}

/** Plans both cases and the files of evidence. Throws UsageError where a document would break its schema. */
export function planSplitting(
  workspace: Workspace,
  reading: ReadableCase,
  parted: Parted,
  fresh: NewCase,
): SplittingPlan {
  const { id, raw, view } = reading
  const { regulation } = view
  const remaining = planCase(workspace, { id, raw, view, regulation, data: withParting(parted.left, fresh) })
  const data = withOrigin(parted.moved, fresh, id)
  const moved = planCase(workspace, { id: fresh.id, raw: undefined, view: undefined, regulation, data })
  const files = filesOf(workspace, reading, parted, fresh.id)
  const [after, other] = [needValid(remaining), needValid(moved)]
  const coming = new Map(
    files.flatMap((part) =>
      [...part.files].map(([path, bytes]) => [path, bytes && digestOf(bytes)] as const),
    ),
  )
  const whole = { findings: newFindings(workspace, undefined, view), documents: view.facts.documents }
  const inNew = newFindings(workspace, undefined, other, coming)
  return {
    parts: [remaining, moved, ...files],
    left: after,
    moved: other,
    findings: {
      left: newFindings(workspace, view, after, coming),
      moved: newlyFound(whole, { findings: inNew, documents: other.facts.documents }),
    },
  }
}

function withParting(data: CaseData, { id: to, on, reason }: NewCase): CaseData {
  const facts = isMapData(data.case) ? data.case : {}
  const known = Array.isArray(facts.partings) ? facts.partings : []
  return { ...data, case: { ...facts, partings: [...known, { on, to, reason }] } }
}

/** What says how the whole case was handled stays with it; the new one says where that stands. */
function withOrigin(data: CaseData, { id, title, on, reason }: NewCase, from: string): CaseData {
  const facts = isMapData(data.case) ? data.case : {}
  const { combinations: _, partings: __, assignments: ___, ...kept } = facts
  return { ...data, case: { ...kept, id, title, partedFrom: { on, case: from, reason } } }
}

/** Copies of the evidence of the new case; files that concern only the new case leave the folder of the old one. */
function filesOf(
  { repository }: Workspace,
  { id, view }: ReadableCase,
  { evidence }: Parted,
  to: string,
): readonly FilesOfCases[] {
  const listed = view.facts.evidence.flatMap(({ id: entry, file }) =>
    file === undefined ? [] : [{ file, side: evidence.get(entry) ?? ('both' satisfies Side) }],
  )
  const going = [...new Set(listed.filter(({ side }) => side !== 'left').map(({ file }) => file))]
  const copies = copiesOf(
    repository,
    id,
    to,
    going.map((file) => ({ from: file, to: file })),
  )
  const staying = new Set(listed.filter(({ side }) => side !== 'moved').map(({ file }) => file))
  const gone = going
    .filter((file) => !staying.has(file) && copies.files.has(`cases/${to}/${file}`))
    .map((file) => `cases/${id}/${file}`)
  return [
    copies,
    {
      files: new Map(gone.map((path) => [path, null])),
      expected: new Map(gone.map((path) => [path, repository.digest(path) ?? null])),
    },
  ]
}

function needValid({ after, problems }: PlannedCase): CaseView {
  if (after) return after
  const lines = problems.map(({ file, message }) => `  ${file}：${message}`)
  throw new UsageError(['分案以后的文件有误，没有写入：', ...lines].join('\n'))
}
