import type { DocumentName } from '../../facts/documents.ts'
import { caseFile, type IntakeSetting } from './documents/case-file.ts'
import { agreements, closing, court, payments, restoration, supervision } from './documents/from-agreement.ts'
import { caseParts, type Part, withoutEmptyKeys } from './documents/parts.ts'
import { appraisals, consultation, investigation, screening } from './documents/until-agreement.ts'
import type { Fault } from './fault.ts'
import type { IntakeCase } from './intake.ts'

export type { IntakeSetting } from './documents/case-file.ts'

/** The documents of a case as a ledger tells of it, without its number; not yet checked by their schemas. */
export interface IntakeDocuments {
  readonly documents: Readonly<Partial<Record<DocumentName, Part>>>
  readonly faults: readonly Fault[]
}

/**
 * What a case of the ledger would become; what the ledger is silent on is left out (`x-backfill`).
 * `known`: the ids of the obligors in the case as it is, by their names.
 */
export function documentsOf(
  intake: IntakeCase,
  setting: IntakeSetting,
  known: ReadonlyMap<string, string> = new Map(),
): IntakeDocuments {
  const faults: Fault[] = [...intake.faults]
  const parts = caseParts(intake, faults, known)
  const rounds = consultation(parts)
  const documents = {
    case: withoutEmptyKeys(caseFile(parts, setting)),
    screening: screening(parts),
    investigation: investigation(parts),
    appraisals: appraisals(parts),
    consultation: rounds,
    agreements: agreements(parts, rounds !== undefined),
    court: court(parts),
    restoration: restoration(parts),
    payments: payments(parts),
    supervision: supervision(parts),
    closing: closing(parts),
  }
  const there = Object.entries(documents).filter(([, part]) => part !== undefined)
  return { documents: Object.fromEntries(there), faults: onceEach(faults) }
}

function onceEach(faults: readonly Fault[]): Fault[] {
  const keyOf = ({ sheet, row, column, message }: Fault): string => [sheet, row, column, message].join('\n')
  return [...new Map(faults.map((fault) => [keyOf(fault), fault])).values()]
}
