import type { Lists } from '../../../schema/choices.ts'
import type { Column, LedgerValue } from '../../columns.ts'
import { type CellContent, shownText } from '../book.ts'
import { type Noughts, parseAmount, parseQuantity } from './amounts.ts'
import { parseDay, parseDays } from './dates.ts'
import { type Parsed, saysNothing, unreadable } from './parsed.ts'
import { parsePayments } from './payments.ts'
import { isLostNumber, parseCertificates, parsePeople } from './people.ts'
import { parseChoice } from './words.ts'

/** What the reading of a cell depends on beside its content. */
export interface CellSetting {
  readonly column: Column
  readonly noughts: Noughts
  readonly from1904: boolean
  readonly lists: Lists
}

/** The value of a cell by the kind of its column; undefined where it says that there is nothing. */
export function parseCell(content: CellContent, setting: CellSetting): Parsed<LedgerValue> {
  const fault = unreadable(content)
  if (fault !== undefined) return { fault }
  const { column, noughts, from1904, lists } = setting
  switch (column.kind) {
    case 'date':
      return parseDay(content, from1904)
    case 'dates':
      return parseDays(content, from1904)
    case 'amount':
      return parseAmount(content, noughts)
    case 'quantity':
      return parseQuantity(content, unitOf(column))
    case 'choice':
      return parseChoice(content, column, lists)
    case 'people':
      return parsePeople(content)
    case 'ids':
      return parseCertificates(content)
    case 'payments':
      return parsePayments(content, { noughts, from1904, mayLackAmount: column.id === 'paymentDue' })
    case 'text':
      return parseText(content, column)
  }
}

function unitOf({ heading }: Column): string {
  return /（(.*?)）/u.exec(heading)?.[1] ?? ''
}

/** Texts by which a case is known: a day in their place is what a spreadsheet has made of 2024-3. */
const NAMES = new Set(['number', 'title'])

function parseText(content: CellContent, { id }: Column): Parsed<string | undefined> {
  if (content.kind === 'date' && NAMES.has(id))
    return {
      fault: `被表格软件当成了日期 ${content.date}，原来写的看不出来；请重新填写，单元格先设为文本格式`,
    }
  if (isLostNumber(content))
    return { fault: `数字 ${shownText(content)} 太长，末几位已经丢失；请重新填写，单元格先设为文本格式` }
  const text = shownText(content)
  return { value: saysNothing(text) ? undefined : text }
}
