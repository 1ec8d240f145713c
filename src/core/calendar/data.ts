import type { IsoDate } from './dates.ts'

/** The paper by which days were arranged, so that an officer can defend a date. */
export interface CalendarNotice {
  title: string
  /** 文号, such as 国办发明电〔2025〕7号 */
  number: string
  /** Absent where the day was not seen. */
  issuedOn?: IsoDate | undefined
  /** Whether what stands here was read in a stored copy. */
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
  /** Make-up days: worked although they fall on a weekend (调休上班). */
  work: readonly IsoDate[]
}

/** The State Council's arrangement of a year; later notices of the same year win over it (`amendments`). */
export interface CalendarYear extends Arrangement {
  year: number
  amendments: readonly Arrangement[]
}

export interface RegionalYear {
  year: number
  /** The Gregorian date of the festival, from which alone the rest days can't be computed. */
  festival: IsoDate
  /** `notice`: the text of the year's notice was seen; `secondary`: in news or guides; `unknown`: not found. */
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
  /** 天 on either side of the festival in which a count is provisional while the year's days are unknown. */
  window: number
  years: readonly RegionalYear[]
}

/** Shape of `src/generated/law/calendars.json`. */
export interface CalendarData {
  national: readonly CalendarYear[]
  regional: Readonly<Record<string, RegionalCalendar>>
}

/** What a case repository's `calendar/*.yaml` must hold to be counted with. */
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
  /** The rest days of the repository's region. */
  regional?: RegionalCalendar | undefined
  /** The repository's own `calendar/*.yaml`: they win over everything else. */
  extra?: readonly CalendarAddition[] | undefined
}

/** The regional calendar that applies to a 行政区划代码 such as `450100`; undefined where there is none. */
export function regionalCalendarOf(data: CalendarData, regionCode: string): RegionalCalendar | undefined {
  return Object.values(data.regional).find((regional) => regionCode.startsWith(regional.codePrefix))
}
