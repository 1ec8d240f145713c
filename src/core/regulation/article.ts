/** The digits 0 to 9 in Chinese. */
export const NUMERALS = '零一二三四五六七八九'
/** The units of the places of a number, those of the last place first. */
export const NUMERAL_UNITS = ['', '十', '百', '千']
const BASE = 10

/**
 * A positive integer below 10,000 in Chinese numerals, as article numbers are written: 20 → 二十, 1242 →
 * 一千二百四十二.
 */
export function chineseNumeral(value: number): string {
  const digits = [...String(value)].map(Number)
  let text = ''
  for (const [index, digit] of digits.entries()) {
    const unit = NUMERAL_UNITS[digits.length - index - 1] ?? ''
    const isGap = digit === 0 && !text.endsWith('零')
    text += digit === 0 ? (isGap ? '零' : '') : `${NUMERALS[digit]}${unit}`
  }
  const trimmed = text.length > 1 ? text.replace(/零$/, '') : text
  return trimmed.replace(/^一十/, '十')
}

/** The integer that a Chinese numeral below 10,000 stands for; undefined when it is none. */
export function parseChineseNumeral(text: string): number | undefined {
  if (!/^[零〇一二三四五六七八九两十百千]+$/.test(text)) return undefined
  let total = 0
  let digit: number | undefined
  for (const character of text) {
    const power = NUMERAL_UNITS.indexOf(character)
    if (power > 0) {
      total += (digit ?? 1) * BASE ** power
      digit = undefined
    } else {
      digit = NUMERALS.indexOf(character.replace('〇', '零').replace('两', '二'))
    }
  }
  return total + (digit ?? 0)
}

/** The article's name, with its number in Chinese numerals. */
export function articleName(number: number): string {
  return `第${chineseNumeral(number)}条`
}

/**
 * The number of an article given as 20, '20' or as it is written in the text (a paragraph after it is ignored);
 * undefined when it is none.
 */
export function parseArticle(text: number | string): number | undefined {
  const match = /^第?\s*([0-9]{1,4}|[零〇一二三四五六七八九十百千]{1,9})\s*条?(?:$|第|（)/.exec(
    String(text).trim(),
  )
  const numeral = match?.[1]
  if (numeral === undefined) return undefined
  return /^[0-9]+$/.test(numeral) ? Number(numeral) : parseChineseNumeral(numeral)
}
