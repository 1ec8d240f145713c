import { addDays, type IsoDate, isRealDate, yearOf } from '../../core/calendar/dates.ts'

const MONTH_AND_DAY = /^(\d{1,2})[./月-](\d{1,2})日?$/
const FULL_DATE = /^(\d{4})[./年-]?(\d{1,2})[./月-]?(\d{1,2})日?$/
const WAN = 10_000

/** A date as people type it — 2026-3-2, 2026/3/2, 3.2, 今天, 昨天, 明天 — as YYYY-MM-DD; undefined when it is none. */
export function typedDate(text: string, today: IsoDate): IsoDate | undefined {
  const relative: Readonly<Record<string, number>> = { 今天: 0, 昨天: -1, 前天: -2, 明天: 1 }
  const days = relative[text.trim()]
  if (days !== undefined) return addDays(today, days)
  const full = FULL_DATE.exec(text.trim())
  if (full) return real(full[1], full[2], full[3])
  const short = MONTH_AND_DAY.exec(text.trim())
  return short ? real(String(yearOf(today)), short[1], short[2]) : undefined
}

function real(year = '', month = '', day = ''): IsoDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isRealDate(date) ? date : undefined
}

/** An amount as people type it — 26万, 26.5 万元, 529,700 — as a decimal string in yuan; undefined when it is none. */
export function typedMoney(text: string): string | undefined {
  const match = /^([\d,，]+)(?:\.(\d+))?\s*(万)?元?$/.exec(text.trim())
  if (!match?.[1]) return undefined
  const whole = match[1].replace(/[,，]/g, '')
  const fraction = match[2] ?? ''
  if (!match[3]) return fraction.length > 2 ? undefined : `${whole}.${fraction.padEnd(2, '0')}`
  const digits = String(WAN).length - 1
  if (fraction.length > digits + 2) return undefined
  const scaled = `${whole}${fraction.padEnd(digits + 2, '0')}`
  return `${BigInt(scaled.slice(0, -2))}.${scaled.slice(-2)}`
}
