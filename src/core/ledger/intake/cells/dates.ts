import { epochDay, fromEpochDay, type IsoDate, isUsableDate } from '../../../calendar/dates.ts'
import type { CellContent } from '../book.ts'
import { listedParts, type Parsed, plainText, quoted, saysNothing, saysNotYet } from './parsed.ts'

const DAY =
  /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*(?:日|号)?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/u
const EIGHT_FIGURES = /^(\d{4})(\d{2})(\d{2})$/u
const MONTH = /^\d{4}\s*(?:[-./年]\s*\d{1,2}\s*月?(?:份)?|年)$|^\d{6}$/u
const SHORT_YEAR = /^\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?$/u

/** The numbers of days that a date of a ledger may have: from 1990 to 2099; others are no dates, as 2026 and 202603. */
const FIRST_DAY = epochDay('1990-01-01')
const LAST_DAY = epochDay('2099-12-31')
const EPOCH_OF_1900 = epochDay('1899-12-30')
const EPOCH_OF_1904 = epochDay('1904-01-01')

const HOW = '请写成 2026-03-02'

/** A day of a cell; undefined where the cell says that there is none (yet). */
export function parseDay(content: CellContent, from1904: boolean): Parsed<IsoDate | undefined> {
  if (content.kind === 'date') return dayOfCell(content.date)
  if (content.kind === 'number') return dayOfNumber(content.number, from1904)
  if (content.kind !== 'text') return { fault: `不是日期，${HOW}` }
  return parseDayText(content.text)
}

/** A small number with the format of a date, as a spreadsheet shows it: 60 is a day of 1900 that never was. */
function dayOfCell(date: IsoDate): Parsed<IsoDate> {
  const day = epochDay(date)
  if (day >= FIRST_DAY && day <= LAST_DAY) return { value: date }
  return { fault: `单元格里的日期是 ${date}，多半是把数字当成了日期，${HOW}` }
}

/** A day as text: 2026.3.2, 2026年3月2日, 20260302. */
export function parseDayText(text: string): Parsed<IsoDate | undefined> {
  const plain = plainText(text)
  if (saysNothing(plain)) return { value: undefined }
  if (saysNotYet(plain)) return { value: undefined, remark: `写的是${quoted(text)}，按没有日期处理` }
  const [, year = '', month = '', day = ''] = DAY.exec(plain) ?? EIGHT_FIGURES.exec(plain) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (year !== '' && isUsableDate(date)) return { value: date }
  return { fault: whyNoDay(text, plain, year !== '') }
}

function whyNoDay(text: string, plain: string, isDayShaped: boolean): string {
  if (isDayShaped) return `${quoted(text)}不是真实存在的日期，${HOW}`
  if (MONTH.test(plain)) return `${quoted(text)}没有写到日，${HOW}`
  if (SHORT_YEAR.test(plain)) return `${quoted(text)}的年份不是四位，${HOW}`
  if (listedParts(text).length > 1) return `${quoted(text)}里有几个内容，这一栏只写一个日期，${HOW}`
  return `${quoted(text)}不是确切的日期，${HOW}`
}

function dayOfNumber(number: number, from1904: boolean): Parsed<IsoDate | undefined> {
  if (number === 0) return { value: undefined }
  const text = String(number)
  if (EIGHT_FIGURES.test(text)) return parseDayText(text)
  const day = (from1904 ? EPOCH_OF_1904 : EPOCH_OF_1900) + Math.floor(number)
  if (day < FIRST_DAY || day > LAST_DAY) return { fault: whyNoDay(text, text, false) }
  const date = fromEpochDay(day)
  return { value: date, remark: `单元格里是数字 ${text}，按日期 ${date} 读` }
}

/** The days of a cell, separated by ；、 or line breaks. */
export function parseDays(content: CellContent, from1904: boolean): Parsed<readonly IsoDate[] | undefined> {
  if (content.kind !== 'text') {
    const parsed = parseDay(content, from1904)
    return 'fault' in parsed
      ? parsed
      : { ...parsed, value: parsed.value === undefined ? undefined : [parsed.value] }
  }
  const days: IsoDate[] = []
  let remark: string | undefined
  for (const part of listedParts(content.text)) {
    const parsed = parseDayText(part)
    if ('fault' in parsed) return parsed
    if (parsed.value !== undefined) days.push(parsed.value)
    remark ??= parsed.remark
  }
  return { value: days.length ? [...new Set(days)] : undefined, ...(remark !== undefined && { remark }) }
}
