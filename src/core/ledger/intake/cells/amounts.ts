import { yuanOf } from '../../../facts/money.ts'
import type { CellContent } from '../book.ts'
import { type Parsed, plainText, quoted, saysNothing, saysNotYet } from './parsed.ts'

/** How many noughts a unit of money adds to yuan. */
export type Noughts = 0 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const noughtsOf: Readonly<Record<string, Noughts>> = { '': 0, 元: 0, 圆: 0, 万: 4, 万元: 4, 亿: 8, 亿元: 8 }
const AMOUNT = /^(?:人民币|RMB)?[¥￥]?\s*(\d[\d,]*)(?:\.(\d+))?\s*(元|圆|万元|万|亿元|亿)?整?$/u
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/u
/** Places that a number of a spreadsheet keeps exactly. */
const EXACT_PLACES = 15

const HOW = '请写成数字，如 125000 或者 12.5万元'

/** An amount of a cell as decimal text in yuan; `noughts` are those of the unit that the heading names. */
export function parseAmount(content: CellContent, noughts: Noughts): Parsed<string | undefined> {
  if (content.kind === 'number') return amountOfNumber(content.number, noughts)
  if (content.kind === 'date') return { fault: `单元格是日期 ${content.date}，不是金额，${HOW}` }
  if (content.kind !== 'text') return { fault: `不是金额，${HOW}` }
  return parseAmountText(content.text, noughts)
}

/** An amount as text: 86,000.50、10万元. */
export function parseAmountText(text: string, noughts: Noughts): Parsed<string | undefined> {
  const plain = plainText(text).replaceAll('，', ',')
  if (saysNothing(plain)) return { value: undefined }
  if (saysNotYet(plain)) return { value: undefined, remark: `写的是${quoted(text)}，按没有金额处理` }
  const [, whole = '', decimals = '', unit] = AMOUNT.exec(plain) ?? []
  if (whole === '' || !GROUPED.test(whole)) return { fault: `${quoted(text)}不是确切的金额，${HOW}` }
  const shift = unit === undefined ? noughts : (noughtsOf[unit] ?? 0)
  return yuanText(whole.replaceAll(',', ''), decimals, shift, text)
}

function amountOfNumber(number: number, noughts: Noughts): Parsed<string | undefined> {
  if (number < 0) return { fault: `${number} 是负数，${HOW}` }
  const exact = Number(number.toPrecision(EXACT_PLACES))
  const [whole = '', decimals = ''] = String(exact).split('.')
  if (!Number.isFinite(number) || /e/iu.test(String(exact))) return { fault: `${number} 不是金额，${HOW}` }
  return yuanText(whole, decimals, noughts, String(number))
}

function yuanText(whole: string, decimals: string, noughts: Noughts, text: string): Parsed<string> {
  const shifted = decimals.padEnd(noughts, '0')
  const rest = shifted.slice(noughts).replace(/0+$/u, '')
  if (rest.length > 2) return { fault: `${quoted(text)}不足一分的部分没法记，请四舍五入到分` }
  return { value: yuanOf(BigInt(whole + shifted.slice(0, noughts)) * 100n + BigInt(rest.padEnd(2, '0'))) }
}

const QUANTITY = /^(\d[\d,]*)(?:\.(\d+))?\s*([^\d\s.,].*)?$/u
const unitsOf: Readonly<Record<string, readonly string[]>> = {
  立方米: ['', '立方米', '立方', 'm3', '方'],
  平方米: ['', '平方米', '平方', '平米', 'm2'],
  吨: ['', '吨', 't'],
}

/** A quantity of a cell as decimal text, in the unit of its column. */
export function parseQuantity(content: CellContent, unit: string): Parsed<string | undefined> {
  const text =
    content.kind === 'number' ? String(Number(content.number.toPrecision(EXACT_PLACES))) : textOf(content)
  if (text === undefined) return { fault: `不是数量，请只写数字，单位${unit}` }
  const plain = plainText(text)
  if (saysNothing(plain)) return { value: undefined }
  const [, whole = '', decimals, written = ''] = QUANTITY.exec(plain.replaceAll('，', ',')) ?? []
  if (whole === '' || !GROUPED.test(whole))
    return { fault: `${quoted(text)}不是确切的数量，请只写数字，单位${unit}` }
  if (!unitsOf[unit]?.includes(written.toLowerCase()))
    return { fault: `${quoted(text)}的单位不是${unit}，请换算成${unit}，只写数字` }
  return { value: whole.replaceAll(',', '') + (decimals === undefined ? '' : `.${decimals}`) }
}

function textOf(content: CellContent): string | undefined {
  return content.kind === 'text' ? content.text : undefined
}
