import { type IsoDate, isRealDate } from '../calendar/dates.ts'
import { compact } from './words.ts'

const DATE = /(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})(?:日|号|(?!\d))/gu
const DATE_NUMERALS = '〇一二三四五六七八九'

/**
 * Whether a text names a day: 2026年10月15日, 2026-10-15, 2026.10.15 or 二〇二六年十月十五日; where
 * it does not repeat the year (同年10月15日, 10月15日), month and day decide.
 */
export function namesDay(text: string, day: IsoDate): boolean {
  const [year = '', month = '', date = ''] = day.split('-')
  const figures = datesInFigures(compact(text))
  return [...figures.matchAll(DATE)].some(
    (match) =>
      (match[1] === undefined || match[1] === year) &&
      Number(match[2]) === Number(month) &&
      Number(match[3]) === Number(date),
  )
}

/** Dates written in Chinese numerals, in figures. */
function datesInFigures(text: string): string {
  return text.replace(
    /([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]/gu,
    (_, year: string, month: string, date: string) => {
      const digits = Array.from(year.replaceAll(/[零○]/gu, '〇'), (digit) =>
        DATE_NUMERALS.indexOf(digit),
      ).join('')
      return `${digits}年${below100(month)}月${below100(date)}日`
    },
  )
}

/** 十 → 10, 十五 → 15, 三十一 → 31. */
function below100(numerals: string): number {
  const [tens = '', units = ''] = numerals.includes('十') ? numerals.split('十') : ['〇', numerals]
  return (
    (tens === '' ? 1 : DATE_NUMERALS.indexOf(tens)) * 10 + (units === '' ? 0 : DATE_NUMERALS.indexOf(units))
  )
}

/** The days that a text names, in its order; one that does not repeat the year is of the year named before it. */
export function daysIn(text: string): IsoDate[] {
  let year: string | undefined
  const days = [...datesInFigures(compact(text)).matchAll(DATE)].flatMap(
    ([, written, month = '', date = '']) => {
      year = written ?? year
      const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
      return isRealDate(day) ? [day] : []
    },
  )
  return [...new Set(days)]
}
