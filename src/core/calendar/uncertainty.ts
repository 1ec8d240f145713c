import type { CalendarSources } from './data.ts'
import { epochDay, fromEpochDay, yearOf } from './dates.ts'

interface Doubt {
  from: number
  to: number
  reason: string
}

/**
 * Why a count that looked at the days `from` to `to` (day numbers, both included) is provisional: a year without
 * arrangement, or the days around the regional festival of a year whose rest days are not recorded. Empty when
 * it is certain.
 */
export function createUncertainty(
  { regional, extra = [] }: CalendarSources,
  coveredYears: readonly number[],
): (from: number, to: number) => string[] {
  const covered = new Set(coveredYears)
  const recorded = new Set(extra.filter(({ kind }) => kind === 'regional').map(({ year }) => year))
  const known = new Map(regional?.years.map((year) => [year.year, year]))
  const doubts = new Map<number, Doubt[]>()

  const doubtsOf = (year: number): Doubt[] => {
    const cached = doubts.get(year)
    if (cached) return cached
    const found: Doubt[] = []
    if (!covered.has(year)) found.push(wholeYear(year, `${year} 年放假安排尚未公布，按周末暂定`))
    if (regional && !recorded.has(year)) {
      const reason = `${year} 年${regional.name}放假安排未录入，未计地方放假`
      const entry = known.get(year)
      if (!entry) found.push(wholeYear(year, reason))
      else if (entry.state === 'unknown')
        found.push(around(epochDay(entry.festival), regional.window, reason))
    }
    doubts.set(year, found)
    return found
  }

  return (from, to) => {
    const reasons: string[] = []
    if (from > to) return reasons
    const last = yearOf(fromEpochDay(to))
    for (let year = yearOf(fromEpochDay(from)); year <= last; year += 1) {
      for (const doubt of doubtsOf(year)) if (doubt.from <= to && doubt.to >= from) reasons.push(doubt.reason)
    }
    return reasons
  }
}

function wholeYear(year: number, reason: string): Doubt {
  const text = String(year).padStart(4, '0')
  return { from: epochDay(`${text}-01-01`), to: epochDay(`${text}-12-31`), reason }
}

function around(centre: number, days: number, reason: string): Doubt {
  return { from: centre - days, to: centre + days, reason }
}
