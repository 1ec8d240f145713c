import { type Fen, parseFen } from '../facts/money.ts'
import { compact } from './words.ts'

/** An amount that a text names, in 分, and where it stands. */
export interface AmountInText {
  readonly fen: Fen
  readonly start: number
  readonly end: number
}

// Each begins where a figure begins and has an end: on a run of a million digits a search from each of them would not end.
const AMOUNT_IN_FIGURES = /(?<![\d.,])(\d{1,3}(?:,\d{3}){1,6}|\d{1,20})(?:\.(\d{1,6}))?(万|亿)?(?:元|圆)/gu
const CAPITALS =
  /(?<![零壹贰叁肆伍陆柒捌玖拾佰仟万亿])[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{1,40}[元圆][零壹贰叁肆伍陆柒捌玖角分]{0,8}/gu

const zerosOf: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/** The amounts in figures: 529,700.00元, 2.8万元. */
export function amountsIn(text: string): AmountInText[] {
  return [...compact(text).matchAll(AMOUNT_IN_FIGURES)].flatMap((match) => {
    const [written, whole = '', decimals = '', unit] = match
    const shift = zerosOf[unit ?? ''] ?? 0
    const digits = decimals.padEnd(shift, '0')
    const yuan = [whole.replaceAll(',', '') + digits.slice(0, shift), digits.slice(shift)]
    const fen = parseFen(yuan.filter(Boolean).join('.'))
    return fen === undefined ? [] : [{ fen, start: match.index, end: match.index + written.length }]
  })
}

/** The amounts in capitals: 伍拾贰万玖仟柒佰元整. */
export function capitalsIn(text: string): AmountInText[] {
  return [...compact(text).matchAll(CAPITALS)].map((match) => ({
    fen: fenOfCapitals(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const CAPITAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const CAPITAL_UNITS: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1000n }
const GROUPS: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n }

function fenOfCapitals(capitals: string): Fen {
  const [yuan = '', rest = ''] = capitals.split(/[元圆]/u)
  const small = (unit: string): bigint => {
    const at = rest.indexOf(unit)
    return at > 0 ? BigInt(Math.max(0, CAPITAL_DIGITS.indexOf(rest.charAt(at - 1)))) : 0n
  }
  return wholeOf(yuan) * 100n + small('角') * 10n + small('分')
}

/** 伍拾贰万玖仟柒佰 → 529700. */
function wholeOf(capitals: string): bigint {
  let total = 0n
  let group = 0n
  let digit = 0n
  for (const character of capitals) {
    const unit = CAPITAL_UNITS[character]
    const size = GROUPS[character]
    if (unit !== undefined) {
      // 拾 at the beginning is 壹拾.
      group += (digit === 0n ? 1n : digit) * unit
      digit = 0n
    } else if (size !== undefined) {
      // 亿 multiplies all that stands before it (壹万亿), 万 only its own group (壹亿贰万), or what is as large (壹万万).
      const lifted = size >= total ? total : 0n
      total = total - lifted + (lifted + group + digit) * size
      group = 0n
      digit = 0n
    } else digit = BigInt(CAPITAL_DIGITS.indexOf(character))
  }
  return total + group + digit
}
