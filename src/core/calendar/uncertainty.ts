import type { CalendarSources, RegionalCalendar, RegionalYear } from './data.ts'
import { epochDay, fromEpochDay, yearOf } from './dates.ts'
import { type DaySpan, lastWholeYear, type StatutoryYear, spanIn } from './statutory.ts'

interface Doubt extends DaySpan {
  readonly reason: string
  /** Where an arrangement that is still to come may give more days off. */
  readonly near: readonly DaySpan[]
}

/** What is not known of the days. */
export interface Uncertainty {
  /**
   * Why a count that looked at the days `from` to `to` (day numbers, both included) is provisional: a year without
   * arrangement, or the days around the regional festival of a year whose rest days are not recorded. Empty when
   * it is certain.
   */
  reasonsBetween(from: number, to: number): string[]
  /** Whether an arrangement that is still to come may give the day off. */
  mayRest(day: number): boolean
}

/** What is not known, given the years with an arrangement and what the law alone says of a year. */
export function createUncertainty(
  sources: CalendarSources,
  isArranged: (year: number) => boolean,
  statutoryYear: (year: number) => StatutoryYear | undefined,
): Uncertainty {
  const { regional, extra = [] } = sources
  const recorded = new Set(extra.filter(({ kind }) => kind === 'regional').map(({ year }) => year))
  const known = new Map(regional?.years.map((year) => [year.year, year]))
  const doubts = new Map<number, Doubt[]>()

  const doubtsOf = (year: number): Doubt[] => {
    const cached = doubts.get(year)
    if (cached) return cached
    const found: Doubt[] = []
    if (!isArranged(year)) found.push(notArranged(sources, year, statutoryYear(year)))
    if (regional && !recorded.has(year)) found.push(...regionalDoubts(regional, year, known.get(year)))
    doubts.set(year, found)
    return found
  }

  return {
    reasonsBetween: (from, to) => {
      const reasons: string[] = []
      if (from > to) return reasons
      const last = yearOf(fromEpochDay(to))
      for (let year = yearOf(fromEpochDay(from)); year <= last; year += 1) {
        for (const doubt of doubtsOf(year))
          if (doubt.from <= to && doubt.to >= from) reasons.push(doubt.reason)
      }
      return reasons
    },
    mayRest: (day) =>
      doubtsOf(yearOf(fromEpochDay(day))).some(({ near }) =>
        near.some(({ from, to }) => from <= day && day <= to),
      ),
  }
}

function notArranged({ statutory }: CalendarSources, year: number, law: StatutoryYear | undefined): Doubt {
  const unpublished = `${year} 年放假安排尚未公布`
  if (!statutory || !law) return wholeYear(year, `${unpublished}，按周末暂定`)
  const lacking = `，农历节日和清明节只收录到 ${lastWholeYear(statutory)} 年，未计入`
  const counted = law.whole ? '按周末和法定节假日暂定' : `按周末和公历的法定节假日暂定${lacking}`
  return wholeYear(year, `${unpublished}，${counted}`, law.near)
}

function regionalDoubts(regional: RegionalCalendar, year: number, entry: RegionalYear | undefined): Doubt[] {
  const { name, window, range } = regional
  const unrecorded = `${year} 年${name}放假安排未录入`
  const uncounted = `${unrecorded}，未计地方放假`
  if (!entry) return [wholeYear(year, uncounted, range ? [spanIn(range, year, window)] : [])]
  const festival = epochDay(entry.festival)
  const around: DaySpan = { from: festival - window, to: festival + window }
  if (entry.state === 'unknown') return [{ ...around, reason: uncounted, near: [around] }]
  if (entry.state !== 'ordinance') return []
  return [{ ...around, reason: `${unrecorded}，按 ${entry.rest.join('、')} 暂定`, near: [around] }]
}

function wholeYear(year: number, reason: string, near: readonly DaySpan[] = []): Doubt {
  const text = String(year).padStart(4, '0')
  return { from: epochDay(`${text}-01-01`), to: epochDay(`${text}-12-31`), reason, near }
}
