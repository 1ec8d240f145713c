/** The Chinese numerals from zero to nine, each with its other forms: capital, traditional, and the circle. */
const DIGITS = [
  '零〇○',
  '一壹弌',
  '二贰貳弍两兩',
  '三叁參参弎',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
]
const UNITS: Readonly<Record<string, bigint>> = {
  ...each('十拾', 10n),
  ...each('百佰', 100n),
  ...each('千仟', 1000n),
}
const TENS: Readonly<Record<string, bigint>> = { 廿: 20n, 卅: 30n }
const GROUPS: Readonly<Record<string, bigint>> = { ...each('万萬', 10_000n), ...each('亿億', 100_000_000n) }

const valueOfDigit = new Map(
  DIGITS.flatMap((forms, value) => [...forms].map((form) => [form, value] as const)),
)

/** All numerals, those from zero to nine, and those with which a number can begin, as the inside of a character class. */
export const NUMERAL_CHARACTERS = [DIGITS, UNITS, TENS, GROUPS]
  .flatMap((part) => (Array.isArray(part) ? part : Object.keys(part)))
  .join('')
export const DIGIT_NUMERALS = DIGITS.join('')
export const FIRST_NUMERALS = `${DIGIT_NUMERALS}十拾廿卅`

function each(forms: string, value: bigint): Record<string, bigint> {
  return Object.fromEntries([...forms].map((form) => [form, value]))
}

/** How many noughts a multiple adds to a figure: 2.8万 is 28000. */
export const NOUGHTS = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 } as const

/** The value of one numeral from zero to nine; undefined for any other character. */
export function digitOf(numeral: string): number | undefined {
  return valueOfDigit.get(numeral)
}

/** Numerals as digits, one by one: 二〇二六 → 2026. */
export function digitsOf(numerals: string): string {
  return Array.from(numerals, (numeral) => digitOf(numeral) ?? '').join('')
}

/** A whole number in Chinese numerals, in capitals or not: 伍拾贰万玖仟柒佰 and 五十二万九千七百 are 529700. */
export function chineseNumber(numerals: string): bigint {
  let [total, group, digit] = [0n, 0n, 0n]
  for (const character of numerals) {
    const unit = UNITS[character]
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
    } else if (TENS[character] !== undefined) group += TENS[character]
    else digit = BigInt(digitOf(character) ?? 0)
  }
  return total + group + digit
}
