import { fenOf } from '../facts/money.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { ReportCell } from '../reports/report.ts'
import type { Column, LedgerPayment, LedgerValue } from './columns.ts'
import { saysNothing } from './intake/cells/parsed.ts'
import { choicesOfColumn } from './intake/cells/words.ts'

/** Between the parts of a cell: names, certificates, days, payments. */
const SEPARATOR = '；'
/** In place of a certificate that is not on record, so that the others keep their places. */
const NONE = '无'

/**
 * The cell of a column: money in 分, a quantity as a number, everything else as the text that the intake reads back.
 * Nothing stays nothing.
 */
export function writtenCell(column: Column, value: LedgerValue, lists: Regulation['lists']): ReportCell {
  if (value === undefined) return null
  if (typeof value !== 'string') return value.map((part) => partText(column, part)).join(SEPARATOR)
  if (column.kind === 'amount') return fenOf(value)
  if (column.kind === 'quantity') return Number(value)
  if (column.list) return labelOf(column, value, lists)
  const text = value.replaceAll('\r\n', '\n').trim()
  return saysNothing(text) ? null : text
}

function partText({ kind }: Column, part: string | LedgerPayment): string {
  if (typeof part === 'string') return part === '' && kind === 'ids' ? NONE : part
  const { on, payer, amount } = part
  return [on, payer, amount].filter(Boolean).join(' ')
}

/** The label of a code, and what follows it: 其他情形：责任人下落不明. */
function labelOf(column: Column, code: string, lists: Regulation['lists']): string {
  const [head = '', ...rest] = code.split('：')
  const label = choicesOfColumn(column, lists).find((choice) => choice.code === head)?.label ?? head
  return [label, ...rest].join('：')
}
