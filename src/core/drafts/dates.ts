import { type IsoDate, isRealDate } from '../calendar/dates.ts'
import { chineseNumber, digitsOf } from './numerals.ts'
import { compact, tidy } from './words.ts'

/** A day that a text names; without its year where the text leaves the year out and names none before it. */
interface NamedDay {
  readonly year: string | undefined
  readonly month: string
  readonly day: string
  readonly start: number
  readonly end: number
}

const TO = '起?[-~—―–至到]{1,2}'
const DATES = new RegExp(
  [
    // 2026年10月15日, 26年10月15日, 同年10月15日, 次年1月5日, 10月15日; the last day may follow: 10月1日至15日.
    String.raw`(?:(?<!\d)(?<y>\d{4}|\d{2})年(?:\([^()]{1,6}\))?|(?<next>次年|翌年))?(?<!\d)(?<m>\d{1,2})月(?<d>\d{1,2})(?:[日号]|(?!\d|月))`,
    // 2026-10-15, 2026.10.15, 2026/10/15; the last day may follow without its year: 2026.6.1-8.31.
    String.raw`(?<!\d)(?<sy>\d{4})(?:年(?=\d{1,2}[./-])|[./-])(?<sm>\d{1,2})[./-](?<sd>\d{1,2})(?!\d)`,
    String.raw`(?<![\dA-Za-z号第]|(?<!\d{8})-)(?<ey>20\d\d)(?<em>0[1-9]|1[0-2])(?<ed>[0-3]\d)(?!\d|号|-(?!\d{8}))`,
  ].join('|'),
  'gu',
)
const longestLastDay = 11
/** What follows a day as the last day of a range, without its year, or without its year and month. */
const LAST_DAY = new RegExp(
  String.raw`^日?(?:${TO}(?:(?<m>\d{1,2})[./](?<d>\d{1,2})(?![\d.万元%])|(?:同月|当月|该月)?(?<only>\d{1,2})[日号])|[、和及与](?:同月)?(?<also>\d{1,2})[日号](?![内后以]))`,
  'u',
)

/**
 * Whether a text names a day: 2026年10月15日, 2026-10-15, 20261015 or 二〇二六年十月十五日; where it does not repeat the
 * year (同年10月15日, 10月15日), month and day decide.
 */
export function namesDay(text: string, day: IsoDate): boolean {
  const [year, month, date] = day.split('-').map(Number)
  return daysNamedIn(text).some(
    (each) =>
      (each.year === undefined || Number(each.year) === year) &&
      Number(each.month) === month &&
      Number(each.day) === date,
  )
}

/**
 * The days that a text names, in its order; one that does not repeat the year is of the year named before it. 10月底 and
 * 10月中旬 are no day.
 */
export function daysIn(text: string): IsoDate[] {
  return [...new Set(placedDays(text).days.map(({ day }) => day))]
}

/** A text without its white space, its days in figures, and the days in it with their places. */
export interface PlacedDays {
  readonly text: string
  readonly days: readonly { readonly day: IsoDate; readonly start: number; readonly end: number }[]
}

/** The same days with their places in `text`. */
export function placedDays(text: string): PlacedDays {
  let known: string | undefined
  const days = daysNamedIn(text).flatMap(({ year, month, day, start, end }) => {
    known = year ?? known
    const iso = `${known}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isRealDate(iso) ? [{ day: iso, start, end }] : []
  })
  return { text: withFigures(compactDays(text)), days }
}

function daysNamedIn(text: string): NamedDay[] {
  const plain = withFigures(compactDays(text))
  let before: string | undefined
  let last = 0
  return [...plain.matchAll(DATES)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const named = yearIn(plain.slice(last, start))
    before = named ?? before
    const { year = named, ...day } = dayOf(match.groups ?? {}, before)
    const first = { ...day, year, start, end }
    before = year ?? before
    last = end
    return [first, ...furtherDays(plain, first)]
  })
}

/** The year that a sentence names before a day in it: 2025年5月到8月21日, 2024年采收季, 自9月5日. */
function yearIn(between: string): string | undefined {
  if (!between.includes('年')) return undefined
  const sentence = between.slice(Math.max(between.lastIndexOf('。'), between.lastIndexOf(';')) + 1)
  return [...sentence.matchAll(/(?<!\d)((?:19|20)\d{2})年/gu)].at(-1)?.[1]
}

/** The days behind one that leave its year, or its year and month, out: 4月2日至8日, 4月2日、8日、15日, 2026.6.1-8.31. */
function furtherDays(plain: string, { year, month, end }: NamedDay): NamedDay[] {
  const next = LAST_DAY.exec(plain.slice(end, end + longestLastDay))
  if (!next) return []
  const { m = month, d, only, also = '' } = next.groups ?? {}
  const place = { start: end + next[0].search(/\d/u), end: end + next[0].length }
  const day = { year, month: m, day: d ?? only ?? also, ...place }
  return [day, ...furtherDays(plain, day)]
}

/** 次年 is the year after the one that was named before. */
function dayOf(
  groups: Readonly<Record<string, string | undefined>>,
  before: string | undefined,
): Omit<NamedDay, 'start' | 'end'> {
  const { y, next, m, d, sy, sm, sd, ey, em, ed } = groups
  const year = sy ?? ey ?? (y?.length === 2 ? `20${y}` : y)
  const following = next !== undefined && before !== undefined ? String(Number(before) + 1) : undefined
  return { year: year ?? following, month: sm ?? em ?? m ?? '', day: sd ?? ed ?? d ?? '' }
}

const NUMERAL = '[〇零○Oo一二三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾]'
const DIGIT = '[〇零○Oo0一二三四五六七八九壹贰叁肆伍陆柒捌玖]'
const YEAR = new RegExp(`(?<!${DIGIT}|\\d)((?!0000)${DIGIT}{4})(?=年)`, 'gu')

/** Without white space, but for that between a day and the hour: 2024-4-2 9:05 is not the 29th. */
function compactDays(text: string): string {
  return compact(tidy(text).replace(/(\d{4}[./-]\d{1,2}[./-]\d{1,2})\s+(?=\d)/gu, '$1,'))
}

/** A text with the numerals of its days in figures: 二〇二六年十月十五日 → 2026年10月15日. */
function withFigures(text: string): string {
  return text
    .replace(YEAR, (year) => digitsOf(year.replaceAll(/[Oo0]/gu, '〇')))
    .replace(new RegExp(`(?<!${NUMERAL})(${NUMERAL}{1,3})(?=[月日号])`, 'gu'), (numeral) =>
      String(chineseNumber(numeral)),
    )
}
