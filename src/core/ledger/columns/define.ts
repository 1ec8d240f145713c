import type { Matter } from '../../../generated/matters.ts'
import type { SchemaName } from '../../../generated/validators.js'
import type { SectionAddress, TextAddress } from '../../facts/section.ts'
import type { PathSegment } from '../../schema/node.ts'

/** The sheets of a ledger. */
export type LedgerSheet = 'cases' | 'obligors' | 'payments'

/**
 * How the cells of a column are read and written.
 *
 * - `date` a day; `dates` several days, separated by ；
 * - `amount` money in yuan; `quantity` a decimal number; `share` money or nothing
 * - `choice` one of a list; `text` as it stands
 * - `people` several names; `ids` as many certificates, in the same order
 * - `payments` days and amounts: 「2026-03-02 50000；2026-06-01 30000」
 */
export type ColumnKind =
  | 'date'
  | 'dates'
  | 'amount'
  | 'quantity'
  | 'choice'
  | 'text'
  | 'people'
  | 'ids'
  | 'payments'

/** Where the codes and labels of a choice stand: a key of a document, whose schema names its list. */
export interface ColumnList {
  readonly document: SchemaName
  readonly path: readonly PathSegment[]
}

/** A column of the ledger, said once for import, template, export and docs. */
export interface Column<Id extends string = string> {
  readonly id: Id
  readonly sheet: LedgerSheet
  /** As offices write it. */
  readonly heading: string
  /** Other headings of offices that mean the same; compared without blanks, brackets and punctuation. */
  readonly synonyms: readonly string[]
  readonly kind: ColumnKind
  /** What is to be written, for the cell note of the template. */
  readonly note: string
  readonly matter: Matter
  readonly list?: ColumnList
  /** Where in the documents of a case it stands: what a rule finds there is told at this column. */
  readonly facts?: readonly (TextAddress | SectionAddress)[]
}

/** What a column says beside its id, heading and kind. */
export interface ColumnDetails {
  readonly matter: Matter
  readonly note: string
  readonly synonyms?: readonly string[]
  readonly list?: ColumnList
  readonly facts?: readonly (TextAddress | SectionAddress)[]
}

type Definition = <const Id extends string>(
  id: Id,
  heading: string,
  kind: ColumnKind,
  details: ColumnDetails,
) => Column<Id>

/** Columns of one sheet. */
export function columnsOf(sheet: LedgerSheet): Definition {
  return (id, heading, kind, { synonyms = [], ...details }) => ({
    id,
    sheet,
    heading,
    kind,
    synonyms,
    ...details,
  })
}
