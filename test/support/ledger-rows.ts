import { factsOf } from '../../src/core/facts/facts.ts'
import { type LedgerRows, ledgerRows } from '../../src/core/ledger/extract.ts'
import { documentsFor, type Values } from '../golden/read.ts'

/** The rows of a case with two obligors and these facts. */
export const rows = (facts: Values = {}): LedgerRows =>
  ledgerRows(factsOf(documentsFor({ base: 'minimal', facts })))

/** Some columns of its row in the sheet 案件. */
export function told(facts: Values, ...columns: (keyof LedgerRows['case'])[]): unknown[] {
  const { case: row } = rows(facts)
  return columns.map((column) => row[column])
}

export const agreement = { id: 'G1', obligors: ['o1', 'o2'], signedOn: '2026-05-20' }
export const agreed = (...agreements: Values[]): Values => ({ agreements: { agreements } })
export const consulted = (...rounds: Values[]): Values => ({ consultation: { rounds } })
export const sued = (...suits: Values[]): Values => ({ court: { suits } })
export const restored = (...projects: Values[]): Values => ({ restoration: { projects } })
