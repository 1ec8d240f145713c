import type { IsoDate } from '../../../core/calendar/dates.ts'
import { typedDate } from '../../prompts/normalize.ts'
import { UsageError } from '../../shared/exit.ts'

const YEAR = /^[12]\d{3}$/

/** A year or a date of the call. Throws UsageError for anything else, and for dates that do not exist. */
export function readWhen(
  word: string,
  today: IsoDate,
): { readonly year: number } | { readonly date: IsoDate } {
  if (YEAR.test(word)) return { year: Number(word) }
  const date = typedDate(word, today)
  if (date !== undefined) return { date }
  throw new UsageError(`“${word}”不是年份（2026），也不是存在的日期（2026-04-06、4.6）。`)
}

/** A year of the call; undefined when none was given. Throws UsageError for anything else. */
export function readYear(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  if (YEAR.test(word)) return Number(word)
  throw new UsageError(`“${word}”不是年份，应如 2027。`)
}

/** Refuses a year where the command takes none. */
export function refuseYearless(verb: string, word: string | undefined): void {
  if (word !== undefined) throw new UsageError(`ejc calendar ${verb} 检查全库，不写年份（“${word}”）。`)
}
