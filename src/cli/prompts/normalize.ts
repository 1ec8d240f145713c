import { addDays, type IsoDate, isUsableDate, yearOf } from '../../core/calendar/dates.ts'
import { plainNumerals } from './numerals.ts'

/** How a day can be written, for whoever wrote something else. */
export const DATE_EXAMPLES = '2026-03-02、20260302、2026年3月2日、3.2、三月二日、昨天'

const MONTH_AND_DAY = /^(\d{1,2})[./月-](\d{1,2})[日号]?$/
const FULL_DATE = /^(\d{4})(?:([./年-])(\d{1,2})[./月-](\d{1,2})[日号]?|(\d{2})(\d{2}))$/
const TIME =
  /^(.+?)(?:[\sT]+|(?<=[日号天]))(上午|早上|中午|下午|晚上)?\s*(\d{1,2})[:点时](?:(\d{2})分?|(半))?$/
const RELATIVE: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  后日: 2,
  大后天: 3,
}

/**
 * A date as people type it — 2026-3-2, 2026/3/2, 20260302, 2026年3月2日, 三月二日, 3.2, 今天, 昨日 — as YYYY-MM-DD; without a
 * year, today's year is meant. Undefined when it is no date.
 */
export function typedDate(typed: string, today: IsoDate): IsoDate | undefined {
  const text = plainSigns(typed).replace(/\s/gu, '')
  const days = RELATIVE[text]
  if (days !== undefined) return addDays(today, days)
  const full = FULL_DATE.exec(text)
  if (full) return real(full[1], full[3] ?? full[5], full[4] ?? full[6])
  const short = MONTH_AND_DAY.exec(text)
  return short ? real(String(yearOf(today)), short[1], short[2]) : undefined
}

/**
 * A date and a time as people type them — 3.2 9:30, 今天 14点, 3月2日下午2点半 — as YYYY-MM-DD HH:mm; undefined when it is none.
 */
export function typedDateTime(typed: string, today: IsoDate): string | undefined {
  const [, day = '', part = '', hours, minutes, half] = TIME.exec(plainSigns(typed)) ?? []
  const date = typedDate(day, today)
  const [named, minute] = [Number(hours), half ? 30 : Number(minutes ?? 0)]
  const isLate = /下午|晚上/.test(part) || (part === '中午' && named < 3)
  const hour = named < 12 && isLate ? named + 12 : named
  // 晚上12点 may be the midnight of either day.
  if (!date || hour > 23 || minute > 59 || (part === '晚上' && named === 12)) return undefined
  return `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Signs and numerals as Chinese input methods write them, in their plain form: 三月二十一日 → 3月21日. */
function plainSigns(typed: string): string {
  return plainNumerals(typed)
    .replace(/。/g, '.')
    .replace(/(\d?)十(\d?)/g, (_, tens: string, units: string) => `${tens || 1}${units || 0}`)
}

function real(year = '', month = '', day = ''): IsoDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isUsableDate(date) ? date : undefined
}
