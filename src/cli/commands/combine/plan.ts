import { isMapData } from '../../../core/facts/data.ts'
import type { CaseData } from '../../../core/facts/documents.ts'
import type { PlacedFinding } from '../../../core/lint/define.ts'
import { type Combined, combineCases } from '../../../core/merge/combine.ts'
import { listIn, mapIn } from '../../../core/merge/entries.ts'
import { titleAt } from '../../../core/schema/walk.ts'
import { officerNames } from '../../../core/stages/officers.ts'
import { newlyFound } from '../../../core/stages/refusals.ts'
import type { CaseView } from '../../../core/view.ts'
import { digestOf } from '../../../repository/digest.ts'
import { planEdits, viewWith } from '../../../repository/record.ts'
import {
  copiesOf,
  type FilesOfCases,
  freeNames,
  type PlannedCase,
  planCase,
} from '../../../repository/two-cases.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { ReadableCase } from '../../shared/cases/read.ts'
import { newFindings } from '../../shared/entry/new-findings.ts'
import { recipientOf } from '../../shared/entry/task.ts'
import { UsageError } from '../../shared/exit.ts'
import { type Decisions, factAddress, sameObligor } from './decisions.ts'

/** The two cases as they were read. */
export interface Pair {
  readonly workspace: Workspace
  readonly from: ReadableCase
  readonly into: ReadableCase
}

/** The case that goes on with everything of both, as far as it is decided. */
export function combined({ from, into }: Pair, decisions: Decisions): Combined {
  const name = freeNames(into.raw.files)
  return combineCases(
    {
      ours: into.view.facts.documents,
      theirs: from.view.facts.documents,
      fileNames: (_, file) => name(file),
    },
    sameObligor(decisions),
    (document, address) => decisions.facts.get(factAddress({ document, address })),
  )
}

/** When, and why. */
export interface Occasion {
  readonly on: string
  readonly reason: string
}

/** The same, with what the case is called from then on. */
export interface Combining extends Occasion {
  readonly title: string
}

/** What is written, and what follows from it. */
export interface CombiningPlan {
  readonly parts: readonly FilesOfCases[]
  readonly after: CaseView
  /** The case that is taken in, as a case of its own, with the ids that its entries get. */
  readonly alone: CaseView
  /** What the rules find in the case that goes on and found in neither. */
  readonly findings: readonly PlacedFinding[]
}

/**
 * Plans both cases: the one that goes on, and the note in the other. Throws UsageError where a file would break its
 * schema.
 */
export function planCombining(pair: Pair, joined: Combined, { on, reason, title }: Combining): CombiningPlan {
  const { workspace, from, into } = pair
  const { id, raw, view } = into
  const { otherClue } = joined
  const entry = { on, from: from.id, reason, ...(otherClue && { clue: otherClue }) }
  const data = withJoining(withCombination(joined.data, entry, title), view, {
    on,
    reason: `${from.id} 并入本案`,
  })
  const planned = planCase(workspace, { id, raw, view, regulation: view.regulation, data })
  const copies = copiesOf(workspace.repository, from.id, id, joined.files)
  const after = needValid(planned)
  const alone = viewWith(
    workspace,
    { view: undefined, regulation: view.regulation },
    { ...joined.adopted, case: { ...mapOf(joined.adopted.case), id } },
  )
  const parts = [planned, copies, withdrawn(pair, { on, duplicateOf: id, reason, combined: true })]
  return { parts, after, alone, findings: findingsOf(pair, after, alone, copies) }
}

const mapOf = (value: unknown): object => (isMapData(value) ? value : {})

function withCombination(data: CaseData, entry: object, title: string): CaseData {
  const facts = isMapData(data.case) ? data.case : {}
  const known = Array.isArray(facts.combinations) ? facts.combinations : []
  return { ...data, case: { ...facts, title, combinations: [...known, entry] } }
}

/** The officers who come with the other case join on the day of the combining: papers of before do not name them. */
function withJoining(data: CaseData, before: CaseView, { on, reason }: Occasion): CaseData {
  const facts = mapIn(data.case)
  const known = officerNames(before)
  const joining = listIn(facts, 'officers').flatMap(({ name }) =>
    known.includes(String(name)) ? [] : [name],
  )
  // Officers of a case that had none are its officers from the first day.
  if (!known.length || !joining.length) return data
  const entries = joining.map((to) => ({ on, to, reason }))
  return { ...data, case: { ...facts, assignments: [...listIn(facts, 'assignments'), ...entries] } }
}

/** The view of a planned case. Throws UsageError with what is wrong in it. */
function needValid({ after, problems }: PlannedCase): CaseView {
  if (after) return after
  const lines = problems.map(({ file, path, message }) => {
    const title = titleAt('case', path.slice(0, 1)) ?? ''
    return `  ${file} ${title}：${message}`
  })
  throw new UsageError(['合并以后的文件有误，没有写入：', ...lines].join('\n'))
}

function withdrawn({ workspace, from }: Pair, withdrawal: object): FilesOfCases {
  const recipient = recipientOf(from, { target: { document: 'case', path: [], mode: 'set' } })
  const { file, text } = planEdits(workspace, recipient, 'case', [
    { kind: 'set', path: ['withdrawal'], value: withdrawal },
  ])
  const bytes = text === null ? null : new TextEncoder().encode(text)
  return { files: new Map([[file, bytes]]), expected: new Map([[file, recipient.digest]]) }
}

function findingsOf(
  { workspace, into }: Pair,
  after: CaseView,
  alone: CaseView,
  { files }: FilesOfCases,
): readonly PlacedFinding[] {
  const coming = new Map([...files].map(([path, bytes]) => [path, bytes && digestOf(bytes)]))
  const fresh = newFindings(workspace, into.view, after, coming)
  const known = newFindings(workspace, undefined, alone, coming)
  return newlyFound(
    { findings: known, documents: alone.facts.documents },
    { findings: fresh, documents: after.facts.documents },
  )
}
