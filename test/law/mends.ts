import type { Documents, Meeting, Round, Suit } from '../../src/core/facts/documents.ts'
import type { PlacedFinding } from '../../src/core/lint/define.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { findingsIn } from '../support/lint.ts'

export type Change = (documents: Documents) => void

export const today = '2026-11-24'

/** What one rule finds in the sample case after some changes. */
export function found(rule: string, change: Change, on = today): PlacedFinding[] {
  const documents = sampleDocuments()
  change(documents)
  return findingsIn(documents, on).filter((finding) => finding.rule === rule)
}

/** The same, as severity and code. */
export function severitiesAndCodes(rule: string, change: Change, on = today): string[] {
  return found(rule, change, on).map(({ severity, code }) => `${severity} ${code ?? ''}`.trim())
}

/** Several changes as one. */
export function all(...changes: readonly Change[]): Change {
  return (documents) => {
    for (const change of changes) change(documents)
  }
}

/** Removes documents. */
export function without(
  ...names: readonly ('appraisals' | 'consultation' | 'agreements' | 'court' | 'restoration' | 'payments')[]
): Change {
  return (documents) => {
    for (const name of names) delete documents[name]
  }
}

/** Nothing after the consultation. */
export const unsigned = without('agreements', 'court', 'restoration', 'payments')

/** Changes the first round. */
export function inRound(change: (round: Round) => void): Change {
  return ({ consultation }) => {
    const [round] = consultation?.rounds ?? []
    if (!round) throw new Error('there is no round')
    change(round)
  }
}

/** The case has these suits alone, and nothing was confirmed. */
export function sued(...suits: readonly Suit[]): Change {
  return (documents) => {
    documents.court = { suits: [...suits] }
  }
}

/** A meeting on a day with those who came. */
export function meeting(number: number, heldOn: string, ...attended: readonly string[]): Meeting {
  return { number, heldOn, outcome: 'continued', ...(attended.length ? { attended: [...attended] } : {}) }
}
