import { caseColumns } from './columns/cases.ts'
import type { Column, LedgerSheet } from './columns/define.ts'
import { obligorColumns, paymentColumns } from './columns/others.ts'

export { caseColumns } from './columns/cases.ts'
export type { Column, LedgerSheet } from './columns/define.ts'
export { obligorColumns, paymentColumns } from './columns/others.ts'

export type CaseColumnId = (typeof caseColumns)[number]['id']
export type ObligorColumnId = (typeof obligorColumns)[number]['id']
export type PaymentColumnId = (typeof paymentColumns)[number]['id']

/** An amount of money on a day; the day, the amount (decimal text, yuan) or the payer may be unknown. */
export interface LedgerPayment {
  readonly on?: string
  readonly amount?: string
  readonly payer?: string
}

/**
 * What a cell says: a day (YYYY-MM-DD), money or a quantity (decimal text; money in yuan with two places), a code of
 * the column's list, a text; several names, certificates (empty text for one without) or days; payments. Undefined:
 * empty.
 */
export type LedgerValue = string | readonly string[] | readonly LedgerPayment[] | undefined

/** A row of the sheet 案件: every column is there, empty ones as undefined. */
export type CaseRow = Readonly<Record<CaseColumnId, LedgerValue>>
export type ObligorRow = Readonly<Record<ObligorColumnId, LedgerValue>>
export type PaymentRow = Readonly<Record<PaymentColumnId, LedgerValue>>

/** The names of the sheets, as the template and the export write them. */
export const sheetNames: Readonly<Record<LedgerSheet, string>> = {
  cases: '案件',
  obligors: '义务人',
  payments: '付款',
}

/** The columns of each sheet, in its order. */
export const ledgerColumns: Readonly<Record<LedgerSheet, readonly Column[]>> = {
  cases: caseColumns,
  obligors: obligorColumns,
  payments: paymentColumns,
}
