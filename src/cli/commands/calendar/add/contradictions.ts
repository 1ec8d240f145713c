import { createCalendar } from '../../../../core/calendar/calendar.ts'
import { addDays, daysBetween, type IsoDate, yearOf } from '../../../../core/calendar/dates.ts'
import type { CalendarDocument } from '../../../../core/facts/documents.ts'
import type { CalendarDocuments } from '../../../shared/law/calendar-sources.ts'

const kindWordsShort = { national: '全国', regional: '地区' } as const

/**
 * What is wrong with a new year: days outside of it, days named twice, make-up days on which people
 * work anyway, a second file for the same year. Empty when nothing is wrong. The document is valid by its schema.
 */
export function calendarContradictions(document: CalendarDocument, sources: CalendarDocuments): string[] {
  const rest = restDays(document)
  return [
    ...reversedPeriods(document),
    ...(document.kind === 'national' && !rest.length ? ['rest：全国安排应当有放假日期。'] : []),
    ...daysOutside(document, rest),
    ...daysNamedTwice(rest, 'rest', '放假'),
    ...daysNamedTwice(document.work ?? [], 'work', '上班'),
    ...(document.work ?? [])
      .filter((date) => rest.includes(date))
      .map((date) => `work：${date} 既写为放假又写为上班。`),
    ...needlessWorkDays(document, sources),
    ...enteredBefore(document, sources),
  ]
}

/** Every rest day, also those of periods. */
function restDays({ rest }: CalendarDocument): IsoDate[] {
  return rest.flatMap((entry) => {
    if (typeof entry === 'string') return [entry]
    const days = daysBetween(entry.from, entry.to) + 1
    return Array.from({ length: Math.max(0, days) }, (_, index) => addDays(entry.from, index))
  })
}

function reversedPeriods({ rest }: CalendarDocument): string[] {
  return rest.flatMap((entry) =>
    typeof entry !== 'string' && entry.to < entry.from
      ? [`rest：${entry.from} 至 ${entry.to} 的结束日早于开始日。`]
      : [],
  )
}

/** Days of another year. A national 元旦 may begin in the December before, and then have its make-up days there. */
function daysOutside({ year, kind, rest, work = [] }: CalendarDocument, days: readonly IsoDate[]): string[] {
  const spans =
    kind === 'national' && rest.some((entry) => typeof entry !== 'string' && reachesInto(entry, year))
  const belongs = (date: IsoDate): boolean =>
    yearOf(date) === year || (spans && date >= `${year - 1}-12-01` && yearOf(date) === year - 1)
  return [
    ...days.filter((date) => !belongs(date)).map((date) => `rest：${date} 不在 ${year} 年。`),
    ...work.filter((date) => !belongs(date)).map((date) => `work：${date} 不在 ${year} 年。`),
  ]
}

function reachesInto({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }, year: number): boolean {
  return yearOf(from) === year - 1 && yearOf(to) === year
}

function daysNamedTwice(dates: readonly IsoDate[], key: string, what: string): string[] {
  const twice = dates.filter((date, index) => dates.indexOf(date) !== index)
  return [...new Set(twice)].map((date) => `${key}：${date} 的${what}写了两次。`)
}

/** Make-up days that would be worked anyway, by the weekday or by the national arrangement. */
function needlessWorkDays(
  { kind, work = [] }: CalendarDocument,
  { national, own }: CalendarDocuments,
): string[] {
  const entered = own.map(({ document }) => document).filter((each) => each.kind === 'national')
  const before = createCalendar(kind === 'national' ? { years: [] } : { years: national, extra: entered })
  return work
    .filter((date) => before.day(date).working)
    .map((date) => `work：${date} 本来就是工作日，不是调休上班。`)
}

function enteredBefore({ year, kind }: CalendarDocument, { own }: CalendarDocuments): string[] {
  return own
    .filter(({ document }) => document.year === year && document.kind === kind)
    .map(({ file }) => `${year} 年的${kindWordsShort[kind]}安排已在 ${file}，要改的请直接修改该文件。`)
}
