import { addDays, type IsoDate, isUsableDate, yearOf } from '../../core/calendar/dates.ts'

const MONTH_AND_DAY = /^(\d{1,2})[./月-](\d{1,2})[日号]?$/
const FULL_DATE = /^(\d{4})(?:([./年-])(\d{1,2})[./月-](\d{1,2})[日号]?|(\d{2})(\d{2}))$/
const TIME = /^(.+?)[\sT]+(\d{1,2})[:：点时](?:(\d{2})分?)?$/
const AMOUNT = /^[¥￥]?(\d[\d,，]*)(?:\.(\d+))?(万|亿)?元?$/
const RELATIVE: Readonly<Record<string, number>> = { 今天: 0, 昨天: -1, 前天: -2, 明天: 1, 后天: 2 }
const PLACES: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/**
 * A date as people type it — 2026-3-2, 2026/3/2, 20260302, 2026年3月2日, 3.2, 今天, 昨天 — as YYYY-MM-DD; without a
 * year that of today is meant. Undefined when it is none.
 */
export function typedDate(typed: string, today: IsoDate): IsoDate | undefined {
  const text = plain(typed)
  const days = RELATIVE[text]
  if (days !== undefined) return addDays(today, days)
  const full = FULL_DATE.exec(text)
  if (full) return real(full[1], full[3] ?? full[5], full[4] ?? full[6])
  const short = MONTH_AND_DAY.exec(text)
  return short ? real(String(yearOf(today)), short[1], short[2]) : undefined
}

/** A date and a time as people type them — 3.2 9:30, 今天 14点 — as YYYY-MM-DD HH:mm; undefined when it is none. */
export function typedDateTime(typed: string, today: IsoDate): string | undefined {
  const match = TIME.exec(plain(typed))
  const date = match?.[1] && typedDate(match[1], today)
  const [hour, minute] = [Number(match?.[2]), Number(match?.[3] ?? 0)]
  if (!date || hour > 23 || minute > 59) return undefined
  return `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** An amount as people type it — 26万, 26.5 万元, 529,700, ￥1.2亿 — as a decimal string in yuan; undefined when it is none. */
export function typedMoney(typed: string): string | undefined {
  const match = AMOUNT.exec(plain(typed).replace(/\s/g, ''))
  if (!match?.[1]) return undefined
  const places = PLACES[match[3] ?? ''] ?? 0
  const fraction = match[2] ?? ''
  if (fraction.length > places + 2) return undefined
  const fen = BigInt(`${match[1].replace(/[,，]/g, '')}${fraction.padEnd(places + 2, '0')}`)
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Full-width digits and signs, as Chinese input methods write them, in their plain form. */
function plain(typed: string): string {
  return typed.trim().normalize('NFKC').replace(/。/g, '.')
}

function real(year = '', month = '', day = ''): IsoDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isUsableDate(date) ? date : undefined
}
