import { chineseDate, type IsoDate, isRealDate } from '../../../core/calendar/dates.ts'
import { showYuan } from '../../../core/facts/money.ts'
import { typedMoney } from '../../prompts/amount.ts'
import { typedDate } from '../../prompts/normalize.ts'

/** 2026年3月, 2026.3 */
const MONTH = /^(\d{4})(?:年|[./-])(\d{1,2})(?:月份?)?$/u
/** 3月5日, 3.5 */
const DAY_OF_YEAR = /^(\d{1,2})(?:月|\.)(\d{1,2})[日号]?$/u
/** 2026年3月5号 */
const SPOKEN_DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})号$/u
/** NN-2026-1, 2026-1: the number of a case, without its noughts. */
const CASE_NUMBER = /^((?:[A-Z][A-Z0-9]{0,7}-)?\d{4})-(\d{1,3})$/iu
const TEN_THOUSAND = 10_000

/**
 * The other ways in which what an officer types may stand in a case, beside whole days, which are found in any way: a
 * month, a day without its year, an amount in 万元 or with commas, the number of a case.
 */
export function otherWritings(word: string, today: IsoDate): string[] {
  const text = word.normalize('NFKC').replace(/\s/gu, '')
  return [...daysIn(text, today), ...amountsIn(text), ...numbersIn(text)]
}

function daysIn(text: string, today: IsoDate): string[] {
  const [, year, month] = MONTH.exec(text) ?? []
  if (year && month) return [`${year}-${twoDigits(month)}`, `${year}年${Number(month)}月`]
  const [, dayMonth, day] = DAY_OF_YEAR.exec(text) ?? []
  if (dayMonth && day) {
    const [first, second] = [twoDigits(dayMonth), twoDigits(day)]
    // In a leap year every day of a year is real.
    return isRealDate(`2024-${first}-${second}`)
      ? [`-${first}-${second}`, `${Number(dayMonth)}月${Number(day)}日`]
      : []
  }
  const known =
    /^(?:今|昨|前)[天日]$/u.test(text) || SPOKEN_DAY.test(text) ? typedDate(text, today) : undefined
  return known === undefined ? [] : [known, chineseDate(known)]
}

function amountsIn(text: string): string[] {
  const amount = Number(typedMoney(text) ?? 0)
  if (amount < TEN_THOUSAND) return []
  return [
    `${amount / TEN_THOUSAND}万`,
    showYuan(BigInt(Math.round(amount * 100))).replace(/(?:\.00)? 元$/u, ''),
  ]
}

function numbersIn(text: string): string[] {
  const [, before, number] = CASE_NUMBER.exec(text) ?? []
  return before && number ? [`${before}-${number.padStart(4, '0')}`] : []
}

function twoDigits(text: string): string {
  return text.padStart(2, '0')
}
