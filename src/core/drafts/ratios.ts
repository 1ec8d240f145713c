import { chineseNumber, digitsOf, FIRST_NUMERALS, NUMERAL_CHARACTERS } from './numerals.ts'
import { compact } from './words.ts'

/** A share that a text names, in percent (0.05 for 万分之五), and where it stands in the text without its white space. */
export interface RatioInText {
  readonly percent: number
  readonly start: number
  readonly end: number
}

const FIGURE = String.raw`\d{1,6}(?:\.\d{1,6})?`
const NUMERAL = `[${FIRST_NUMERALS}百][${NUMERAL_CHARACTERS}]{0,6}(?:点[${NUMERAL_CHARACTERS}]{1,6})?`
const VALUE = `(?:${FIGURE}|${NUMERAL})`

/** 不足六成的 and 不足六成闵某再养 both name a share: what stands before it tells, whatever follows. */
const SHORT_OF = '(?<=(?:不足|不到|未达|未满)[一二两三四五六七八九1-9]成[半一二三四五六七八九]?)'

const RATIOS = new RegExp(
  [
    // The lower end of a range has the sign of its upper end: 10-20%.
    String.raw`(?<![\d.])(?<low>${FIGURE})(?=[-~—至到]${FIGURE}(?<lowSign>[%‰‱]))`,
    String.raw`(?<![\d.])(?<value>${FIGURE})(?<sign>[%‰‱])`,
    `(?<of>百|千|万)分之(?<part>${VALUE})`,
    `(?<![${NUMERAL_CHARACTERS}几数\\d.])(?<tenths>[一二两三四五六七八九1-9])成(?<half>半|[一二三四五六七八九])?(?:${SHORT_OF}|(?=[以的向,。;)、]|责任|份额|$))`,
    // A half is a share where somebody bears it: 付一半 is a part of a sum, 干到一半 one of the work.
    '(?<=[承负各]担)(?<halfBorne>一半)',
    `(?<![${NUMERAL_CHARACTERS}几数])(?<parts>[二两三四五六七八九十])分之(?<some>[一二两三四五六七八九])(?![${NUMERAL_CHARACTERS}点])`,
    String.raw`(?<![\d./-])(?<over>[1-9])/(?<under>[2-9]|10)(?=的?(?:责任|份额|比例|赔偿))`,
  ].join('|'),
  'gu',
)
const exponents: Readonly<Record<string, number>> = { '%': 0, '‰': -1, '‱': -2, 百: 0, 千: -1, 万: -2 }

/** The shares in a text: 50%, 5‰, 百分之三十点五, 万分之五, 三成, 三分之一. */
export function ratiosIn(text: string): RatioInText[] {
  return [...compact(text).matchAll(RATIOS)].map((match) => {
    const place = { start: match.index, end: match.index + match[0].length }
    const share = fractionOf(match.groups ?? {})
    if (share !== undefined) return { percent: share, ...place }
    const { low, lowSign = '', value, sign = '', of = '', part, tenths = '', half } = match.groups ?? {}
    const written = low ?? value ?? (part === undefined ? undefined : decimalOf(part))
    const percent =
      written === undefined
        ? (Number(tenths) || Number(chineseNumber(tenths))) * 10 +
          (half === '半' ? 5 : Number(chineseNumber(half ?? '')))
        : Number(`${written}e${exponents[lowSign || sign || of] ?? 0}`)
    return { percent, ...place }
  })
}

/** 三分之一, 1/3, 一半: in percent, to six places. */
function fractionOf({ parts, some, over, under, halfBorne }: Readonly<Record<string, string | undefined>>) {
  if (halfBorne !== undefined) return 50
  const value = (numeral: string): number => Number(numeral) || Number(chineseNumber(numeral))
  const [upper, lower] = [some ?? over, parts ?? under]
  if (upper === undefined || lower === undefined) return undefined
  return Number(((value(upper) / value(lower)) * 100).toFixed(6))
}

/** 三十点五 → 30.5; figures stay. */
function decimalOf(text: string): string {
  if (/^\d/u.test(text)) return text
  const [whole = '', decimals = ''] = text.split('点')
  return `${chineseNumber(whole)}.${digitsOf(decimals) || 0}`
}
