import { yuanOf } from '../../core/facts/money.ts'
import { formats } from '../../core/schema/formats.ts'
import { plainNumerals } from './numerals.ts'

/** Longer than any amount in words. */
const LONGEST = 60
const CURRENCY = /^(?:人民币|RMB|CNY)?[¥￥]?/iu
const PARTS = /^(.*?)(?:元|块钱?)?(?:0?(\d)角)?(?:0?(\d)分)?[整正]?$/u
/** Thousands or, as in China, ten thousands. */
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)$/u
const AMOUNT_UNITS = [
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
  ['十', 1],
] as const

/** Places kept while counting, so that 0.000001万 is exact. */
const PLACES = 10
const YUAN = 10n ** BigInt(PLACES)
const FEN = YUAN / 100n

/**
 * An amount as people write it — 26万, 26.5 万元, 529,700, 二十六万五千元, 贰拾陆万伍仟元整, ￥1.2亿 — as a decimal string in
 * yuan; undefined when it is none, has more than two places, or can be read in two ways (26万5).
 */
export function typedMoney(typed: string): string | undefined {
  const text = plainNumerals(typed).replace(/\s/gu, '').replace(CURRENCY, '')
  if (text.length > LONGEST) return undefined
  const [, whole = '', jiao, fen] = PARTS.exec(text) ?? []
  const hasSmall = jiao !== undefined || fen !== undefined
  // 26.55元3角 names the 角 twice, and 263角 is no amount.
  if (hasSmall && (whole.includes('.') || (whole !== '' && !/[元块]/u.test(text)))) return undefined
  const counted = whole === '' && hasSmall ? 0n : countWithUnits(whole)
  if (counted === undefined || counted % FEN !== 0n) return undefined
  const amount = yuanOf(counted / FEN + BigInt(jiao ?? 0) * 10n + BigInt(fen ?? 0))
  return formats.money(amount) ? amount : undefined
}

/** What a number with units (2十6万5千) counts; undefined when it is none. */
function countWithUnits(text: string): bigint | undefined {
  const [unit, places] = AMOUNT_UNITS.find(([sign]) => text.includes(sign)) ?? []
  if (unit === undefined || places === undefined) return countWithoutUnits(text)
  const at = text.lastIndexOf(unit)
  const [before, behind] = [text.slice(0, at), text.slice(at + 1)]
  const many = before === '' && unit === '十' ? YUAN : countWithUnits(before)
  const rest = behind === '' ? 0n : countAfterUnit(behind, places)
  const size = 10n ** BigInt(places)
  if (many === undefined || rest === undefined || rest >= size * YUAN) return undefined
  // 26.5万3千 names the thousands twice.
  return behind !== '' && before.includes('.') ? undefined : many * size + rest
}

/** The part after a unit: 5千, 05, or as many figures as the unit has places. A bare 5 might also mean 5千. */
function countAfterUnit(text: string, places: number): bigint | undefined {
  const [whole = ''] = text.split('.')
  const isClear = /[千百十]/u.test(text) || whole.startsWith('0') || whole.length === places
  return isClear ? countWithUnits(text) : undefined
}

function countWithoutUnits(text: string): bigint | undefined {
  const [whole = '', fraction = '', more] = text.split('.')
  if (more !== undefined || !GROUPED.test(whole)) return undefined
  if (!/^\d*$/u.test(fraction) || fraction.length > PLACES) return undefined
  return BigInt(whole.replaceAll(',', '') + fraction.padEnd(PLACES, '0'))
}
