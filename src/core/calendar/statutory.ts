import type { CalendarSources, StatutoryHolidays, YearlySpan } from './data.ts'
import { epochDay, fromEpochDay, type IsoDate, weekdayOfEpochDay } from './dates.ts'
import type { ArrangedDay, DayBasis } from './layers.ts'

/** A span of day numbers, both included. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

/** What the law alone says of one year. */
export interface StatutoryYear {
  readonly days: ReadonlyMap<number, ArrangedDay>
  /** Whether the days are complete: those of the lunar calendar and the solar terms are known too. */
  readonly whole: boolean
  /** Days around the holidays, or around where they may fall, in which an arrangement may give more days off. */
  readonly near: readonly DaySpan[]
}

interface Holiday extends DaySpan {
  readonly name: string
}

/**
 * The statutory holidays of a year, and in a year without arrangement the days in lieu of those that fall on a weekend.
 * Undefined for years before the law as it stands.
 */
export function createStatutoryYears(
  { statutory }: CalendarSources,
  isArranged: (year: number) => boolean,
): (year: number) => StatutoryYear | undefined {
  const known = new Map<number, StatutoryYear>()
  return (year) => {
    if (!statutory || year < statutory.since) return undefined
    const found = known.get(year) ?? statutoryYear(statutory, year, isArranged(year))
    known.set(year, found)
    return found
  }
}

/** The last year for which the days of the lunar calendar and the solar terms are on record. */
export function lastWholeYear({ years }: StatutoryHolidays): number {
  return Math.max(...years.map(({ year }) => year))
}

/**
 * The statutory days of a year since the law is in force; for a year without an arrangement (`arranged`), also the
 * days in lieu.
 */
export function statutoryYear(law: StatutoryHolidays, year: number, arranged: boolean): StatutoryYear {
  const listed = law.years.find((each) => each.year === year)
  const fixed = law.fixed.map((span) => inYear(span, year))
  const movable = listed?.rest.map(({ name, from, to }) => ({ name, from: epochDay(from), to: epochDay(to) }))
  const holidays = [...fixed, ...(movable ?? [])].toSorted((a, b) => a.from - b.from)
  const possible = [...fixed, ...(movable ?? law.movable.map((span) => inYear(span, year)))]
  return {
    days: arranged ? daysOf(law, holidays) : withDaysInLieu(law, daysOf(law, holidays)),
    whole: listed !== undefined,
    near: possible.map((span) => widened(span, law.window)),
  }
}

function daysOf(
  { notice, article }: StatutoryHolidays,
  holidays: readonly Holiday[],
): Map<number, ArrangedDay> {
  const days = new Map<number, ArrangedDay>()
  const source = `${notice.title}${article}`
  for (const { name, from, to } of holidays) {
    for (let day = from; day <= to; day += 1) {
      const other = days.get(day)
      days.set(day, {
        working: false,
        name: other ? `${other.name}、${name}` : name,
        source,
        basis: 'statute',
      })
    }
  }
  return days
}

/** For each holiday on a weekend, the first working day after it that is no holiday and not yet taken. */
function withDaysInLieu(law: StatutoryHolidays, days: Map<number, ArrangedDay>): Map<number, ArrangedDay> {
  const source = `${law.notice.title}${law.inLieu}`
  for (const [day, { name, basis }] of [...days].toSorted(([a], [b]) => a - b)) {
    if (basis !== 'statute' || !isWeekend(day)) continue
    let inLieu = day + 1
    while (isWeekend(inLieu) || days.has(inLieu)) inLieu += 1
    days.set(inLieu, { working: false, name: `${name}补假`, source, basis: 'in-lieu' })
  }
  return days
}

function isWeekend(day: number): boolean {
  return weekdayOfEpochDay(day) > 5
}

function inYear<Span extends YearlySpan>(span: Span, year: number): Omit<Span, 'from' | 'to'> & DaySpan {
  return { ...span, from: dayIn(year, span.from), to: dayIn(year, span.to) }
}

/** The day number of a month and day in a year. */
function dayIn(year: number, monthAndDay: string): number {
  return epochDay(`${String(year).padStart(4, '0')}-${monthAndDay}`)
}

/** A span of every year in one year, so many 天 wider on either side. */
export function spanIn(span: YearlySpan, year: number, margin: number): DaySpan {
  return widened({ from: dayIn(year, span.from), to: dayIn(year, span.to) }, margin)
}

function widened({ from, to }: DaySpan, margin: number): DaySpan {
  return { from: from - margin, to: to + margin }
}

/** Consecutive days of one name as periods, in order. */
export function periodsOf(
  year: StatutoryYear,
  basis: DayBasis,
): { name: string; from: IsoDate; to: IsoDate }[] {
  const periods: { name: string; from: number; to: number }[] = []
  const wanted = [...year.days].filter(([, day]) => day.basis === basis).toSorted(([a], [b]) => a - b)
  for (const [day, { name }] of wanted) {
    const last = periods.at(-1)
    if (last?.name === name && last.to === day - 1) last.to = day
    else periods.push({ name, from: day, to: day })
  }
  return periods.map(({ name, from, to }) => ({ name, from: fromEpochDay(from), to: fromEpochDay(to) }))
}
