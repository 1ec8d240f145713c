import type { Documents } from '../../src/core/facts/documents.ts'
import type { CaseRule, PlacedFinding } from '../../src/core/lint/define.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import { findingText } from './examples.ts'
import { runExample } from './lint.ts'

export type Change = (documents: Documents) => void

export function ruleNamed(id: string): CaseRule {
  const rule = caseRules.find((each) => each.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}

/** What a rule finds in the lawful sample case after a change; what a ledger does not say stands beside it. */
export const found = (id: string, change: Change, today?: string): PlacedFinding[] =>
  runExample(ruleNamed(id), { title: id, change, ...(today && { today }) }).found

/** The same as the examples write it, of only that rule. */
export const lines = (id: string, change: Change, today?: string): string[] =>
  found(id, change, today)
    .filter(({ rule }) => rule === id)
    .map(findingText)
