import type { Deadline } from '../../../core/deadlines/define.ts'
import { documentNames } from '../../../core/facts/documents.ts'
import { factsOf } from '../../../core/facts/facts.ts'
import type { Severity } from '../../../core/lint/define.ts'
import { lintCase } from '../../../core/lint/engine.ts'
import { caseRules, ruleOf } from '../../../core/lint/index.ts'
import { type DeadlineChange, deadlineChanges } from '../../../core/regulation/diff.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { type CaseView, viewOf } from '../../../core/view.ts'
import { caseScope } from '../../../office/lint/scope.ts'
import { checkDocument } from '../../../repository/check.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { ReadableCase } from '../../shared/cases/read.ts'

/** What a rule, or a list of a pack, finds in a case. */
export interface MovedFinding {
  readonly rule: string
  readonly code: string | null
  readonly severity: Severity
  readonly message: string
}

/** What changes in one case that moves from one pack to another. */
export interface MovedCase {
  readonly case: string
  /** The pack that the case is pinned to now. */
  readonly regulation: string
  readonly view: CaseView
  readonly deadlines: readonly DeadlineChange<Deadline>[]
  readonly appearing: readonly MovedFinding[]
  readonly disappearing: readonly MovedFinding[]
}

/** Counts and checks a case under both packs; nothing is written. */
export function movedCase(
  workspace: Workspace,
  reading: ReadableCase,
  from: Regulation,
  to: Regulation,
): MovedCase {
  const [before, after] = [viewUnder(workspace, reading, from), viewUnder(workspace, reading, to)]
  const [old, fresh] = [findingsUnder(workspace, reading, before), findingsUnder(workspace, reading, after)]
  return {
    case: reading.id,
    regulation: reading.view.facts.case.regulation,
    view: reading.view,
    deadlines: deadlineChanges(before.deadlines, after.deadlines),
    appearing: findingsBeyond(fresh, old),
    disappearing: findingsBeyond(old, fresh),
  }
}

/** The case as if it and the office followed this pack: that the office has not moved yet is no finding here. */
export function viewUnder({ setting }: Workspace, { view }: ReadableCase, regulation: Regulation): CaseView {
  const { documents } = view.facts
  const { id } = regulation
  const facts = factsOf({ ...documents, case: { ...documents.case, regulation: id } })
  return viewOf(facts, { ...setting, regulation, config: { ...setting.config, regulation: id } })
}

function findingsUnder(
  { repository, projects }: Workspace,
  { raw }: ReadableCase,
  view: CaseView,
): FoundAt[] {
  const { lists } = view.regulation
  // A channel or a ground that the other pack does not have makes the file invalid under it.
  const invalid = documentNames.flatMap((name) => {
    const document = raw.documents[name]
    const isBackfilled = view.facts.case.backfilled !== undefined
    const problems = document ? checkDocument(name, document, lists, isBackfilled).problems : []
    return problems.map(({ rule, message, path }): FoundAt => {
      return { finding: { rule, code: null, severity: ruleSeverity(rule), message }, at: [name, ...path] }
    })
  })
  const found = lintCase(caseScope(view, raw, repository, projects), caseRules)
  const placed = found.map(({ rule, code, severity, message, document, path, subject = '' }): FoundAt => {
    return { finding: { rule, code, severity, message }, at: [document, ...path, subject] }
  })
  return [...invalid, ...placed]
}

function ruleSeverity(rule: string): Severity {
  return ruleOf(rule)?.severity ?? 'error'
}

/** A finding and what it is about, by which the same finding is known under the other pack, whose articles differ. */
interface FoundAt {
  readonly finding: MovedFinding
  readonly at: readonly (string | number)[]
}

function findingsBeyond(found: readonly FoundAt[], others: readonly FoundAt[]): MovedFinding[] {
  const known = new Set(others.map(identityOf))
  return found.filter((each) => !known.has(identityOf(each))).map(({ finding }) => finding)
}

function identityOf({ finding: { rule, code, severity }, at }: FoundAt): string {
  return [rule, code, severity, ...at].join('\n')
}
