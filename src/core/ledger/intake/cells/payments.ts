import type { LedgerPayment } from '../../columns.ts'
import type { CellContent } from '../book.ts'
import { type Noughts, parseAmountText } from './amounts.ts'
import { parseDay, parseDayText } from './dates.ts'
import { listedParts, type Parsed, plainText, quoted, saysNothing, saysNotYet } from './parsed.ts'

// A comma may part the day from the amount, unless three figures follow it: 2025.4.1,000 is no day.
const LEADING_DAY =
  /^(\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}(?![\d.万亿元]|[,，]\d{3}(?!\d))\s*(?:日|号)?|\d{8}(?!\d))/u
const TRAILING_AMOUNT = /(?:[¥￥]|人民币)?(\d[\d,，]*(?:\.\d+)?\s*(?:万元|万|亿元|亿|元)?)整?$/u
const VERBS =
  /已?(?:付款|缴款|缴纳|支付|到账|付清|缴清|入库|付|缴|赔偿款|赔偿金|首付款|尾款|第[一二三四五六七八九十\d]+期)/gu
const MARKS = /^[\s:：,，()（）—-]+|[\s:：,，()（）—-]+$/gu

const HOW = '请写成“2026-03-02 50000；2026-06-01 30000”'

/** What a cell of payments needs to know of its column. */
export interface PaymentsColumn {
  readonly noughts: Noughts
  readonly from1904: boolean
  /** Whether a day may stand alone: a last day for payment, whose amount is the whole. */
  readonly mayLackAmount: boolean
}

/** The payments in a cell; undefined where there are none (yet). */
export function parsePayments(
  content: CellContent,
  column: PaymentsColumn,
): Parsed<readonly LedgerPayment[] | undefined> {
  if (content.kind !== 'text') return aloneIn(content, column)
  const plain = plainText(content.text)
  if (saysNothing(plain)) return { value: undefined }
  if (saysNotYet(plain)) return { value: undefined, remark: `写的是${quoted(content.text)}，按没有付款处理` }
  const found: LedgerPayment[] = []
  for (const part of listedParts(content.text)) {
    const parsed = onePayment(part, column)
    if ('fault' in parsed) return parsed
    found.push(parsed.value)
  }
  return { value: found.length ? found : undefined }
}

function aloneIn(content: CellContent, column: PaymentsColumn): Parsed<readonly LedgerPayment[] | undefined> {
  if (!column.mayLackAmount) {
    const said = content.kind === 'date' ? `只写了日期 ${content.date}，没有金额` : '没有写明日期和金额'
    return { fault: `${said}，${HOW}` }
  }
  const day = parseDay(content, column.from1904)
  if ('fault' in day) return day
  return { ...day, value: day.value === undefined ? undefined : [{ on: day.value }] }
}

function onePayment(part: string, { noughts, mayLackAmount }: PaymentsColumn): Parsed<LedgerPayment> {
  const plain = plainText(part)
  const [written] = LEADING_DAY.exec(plain) ?? []
  const alone = written === undefined && mayLackAmount ? parseAmountText(plain, noughts) : undefined
  // Only the amount is known, as where a ledger of ejc says what was paid on an agreement without a day.
  if (alone && 'value' in alone && alone.value !== undefined) return { value: { amount: alone.value } }
  if (written === undefined) return { fault: `${quoted(part)}没有写明日期，${HOW}` }
  const day = parseDayText(written)
  if ('fault' in day) return day
  const rest = plain
    .slice(written.length)
    .replace(/^\s*(?:前|之前|以前)/u, '')
    .replace(MARKS, '')
  const on = day.value ?? ''
  if (rest === '' && mayLackAmount) return { value: { on } }
  const [whole = '', amountText = ''] = TRAILING_AMOUNT.exec(rest) ?? []
  if (amountText === '') return { fault: `${quoted(part)}没有写明金额，${HOW}` }
  const amount = parseAmountText(amountText, noughts)
  if ('fault' in amount) return amount
  const payer = rest
    .slice(0, rest.length - whole.length)
    .replace(VERBS, '')
    .replace(MARKS, '')
  return {
    value: {
      on,
      ...(amount.value !== undefined && { amount: amount.value }),
      ...(payer !== '' && { payer }),
    },
  }
}
