import type { IsoDate } from './dates.ts'

/** The paper by which days were arranged, so that an officer can defend a date. */
export interface CalendarNotice {
  title: string
  /** 文号, such as 国办发明电〔2025〕7号 */
  number: string
  /** Absent where nobody has seen the day. */
  issuedOn?: IsoDate | undefined
  /** Whether somebody read these data in a stored copy. */
  verified: boolean
}

/** Rest days from the first to the last, both included. */
export interface RestPeriod {
  name: string
  from: IsoDate
  to: IsoDate
}

/** One notice and its days. Days may fall in the December before its year, as in the 元旦 of 2019. */
export interface Arrangement {
  notice: CalendarNotice
  rest: readonly RestPeriod[]
  /** Make-up days: people work although the day falls on a weekend (调休上班). */
  work: readonly IsoDate[]
}

/** The State Council's arrangement of a year; later notices of the same year win over it (`amendments`). */
export interface CalendarYear extends Arrangement {
  year: number
  amendments: readonly Arrangement[]
}

/** Days of the year from the first to the last, both included, month and day: `10-01`. */
export interface YearlySpan {
  from: string
  to: string
}

/** Holidays that are law every year, so that a year without arrangement has them too. */
export interface StatutoryHolidays {
  notice: CalendarNotice
  /** The article that names the days, and the one by which days on a weekend are made up (补假). */
  article: string
  inLieu: string
  /** The first year for which they are law as they stand here. */
  since: number
  /** Those on the same days of every year. */
  fixed: readonly (YearlySpan & { name: string })[]
  /** Within which days the others fall, for years that are not listed. */
  movable: readonly (YearlySpan & { name: string })[]
  /** 天 on either side of a holiday in which an arrangement may give more days off. */
  window: number
  /** The others, year by year. */
  years: readonly { year: number; rest: readonly RestPeriod[] }[]
}

export interface RegionalYear {
  year: number
  /** The Gregorian date of the festival; the rest days do not follow from it alone. */
  festival: IsoDate
  /**
   * `notice`: the text of the year's notice was seen; `secondary`: in news or guides; `ordinance`: not fixed yet, the
   * days of the ordinance; `unknown`: fixed, but not found.
   */
  state: string
  rest: readonly IsoDate[]
  work: readonly IsoDate[]
  note?: string | undefined
}

/** Regional rest days, such as 壮族三月三 in Guangxi. */
export interface RegionalCalendar {
  region: string
  /** First two digits of the 行政区划代码 of the repositories to which it applies. */
  codePrefix: string
  name: string
  source: CalendarNotice
  /** While the year's rest days are unknown, a count is provisional within so many 天 before or after the festival. */
  window: number
  /** Within which days of the year its days fall, for years that are not listed. */
  range?: YearlySpan | undefined
  years: readonly RegionalYear[]
}

/** Shape of `src/generated/law/calendars.json`. */
export interface CalendarData {
  national: readonly CalendarYear[]
  statutory: StatutoryHolidays
  regional: Readonly<Record<string, RegionalCalendar>>
}

/** What a `calendar/*.yaml` of a case repository holds. */
export interface CalendarAddition {
  year: number
  kind: 'national' | 'regional'
  notice?: { title?: string; number?: string } | undefined
  rest?: readonly (IsoDate | { from: IsoDate; to: IsoDate; name?: string | undefined })[] | undefined
  work?: readonly IsoDate[] | undefined
}

export interface CalendarSources {
  /** The State Council's years. */
  years: readonly CalendarYear[]
  /** The holidays of every year; without them, a year without arrangement is computed from weekends alone. */
  statutory?: StatutoryHolidays | undefined
  /** The rest days of the repository's region. */
  regional?: RegionalCalendar | undefined
  /** The repository's own `calendar/*.yaml`: they win over everything else. */
  extra?: readonly CalendarAddition[] | undefined
}

/** The regional calendar that applies to a 行政区划代码 such as `450100`; undefined where there is none. */
export function regionalCalendarOf(
  data: Pick<CalendarData, 'regional'>,
  regionCode: string,
): RegionalCalendar | undefined {
  return Object.values(data.regional).find((regional) => regionCode.startsWith(regional.codePrefix))
}
