import type {
  Arrangement,
  CalendarAddition,
  CalendarSources,
  CalendarYear,
  RegionalCalendar,
} from './data.ts'
import { epochDay, type IsoDate } from './dates.ts'

/**
 * What a day rests on: the arrangement of its year, a holiday of every year, or the day in lieu of one on a weekend
 * (补假).
 */
export type DayBasis = 'arrangement' | 'statute' | 'in-lieu'

/** A day that a notice or the law arranges, whether or not the weekday says the same. */
export interface ArrangedDay {
  readonly working: boolean
  readonly name: string
  /** The notice, or the article by which the day rests every year. */
  readonly source: string
  readonly basis: DayBasis
}

const makeUpDay = '调休上班'
const nationalHoliday = '法定节假日'

interface Layer {
  name: string
  source: string
  basis?: DayBasis
  rest: readonly { from: IsoDate; to: IsoDate; name?: string | undefined }[]
  work: readonly IsoDate[]
}

/**
 * The arranged days by day number. Each layer wins over those before it: a national make-up day can be a regional
 * rest day (广西 2017-04-01), and a national rest day a regional make-up day (2017-04-08).
 */
export function arrangedDays({ years, regional, extra = [] }: CalendarSources): Map<number, ArrangedDay> {
  const days = new Map<number, ArrangedDay>()
  const layers = [
    ...years.flatMap(nationalLayers),
    ...(regional ? regionalLayers(regional, extra) : []),
    ...extra.filter(({ kind }) => kind === 'national').map(additionLayer(nationalHoliday)),
    ...extra.filter(({ kind }) => kind === 'regional').map(additionLayer(regional?.name ?? '地方节假日')),
  ]
  for (const layer of layers) applyLayer(layer, days)
  return days
}

function nationalLayers(year: CalendarYear): Layer[] {
  return [year, ...year.amendments].map((arrangement: Arrangement) => ({
    name: nationalHoliday,
    source: arrangement.notice.number,
    rest: arrangement.rest,
    work: arrangement.work,
  }))
}

/** The days of the ordinance stand in for those of a year's notice, and give way to it. */
function regionalLayers(
  { name, source, years }: RegionalCalendar,
  extra: readonly CalendarAddition[],
): Layer[] {
  const isRecorded = (year: number) => extra.some((each) => each.kind === 'regional' && each.year === year)
  const valid = years.filter(({ year, state }) => state !== 'ordinance' || !isRecorded(year))
  return valid.map(({ state, rest, work }) => ({
    name,
    source: source.number,
    ...(state === 'ordinance' && { basis: 'statute' as const }),
    rest: rest.map((date) => ({ from: date, to: date })),
    work,
  }))
}

function additionLayer(name: string): (addition: CalendarAddition) => Layer {
  return ({ notice, rest = [], work = [], year }) => ({
    name,
    source: notice?.number ?? notice?.title ?? `本库 ${year} 年日历`,
    rest: rest.map((entry) => (typeof entry === 'string' ? { from: entry, to: entry } : entry)),
    work,
  })
}

function applyLayer(
  { name, source, basis = 'arrangement', rest, work }: Layer,
  days: Map<number, ArrangedDay>,
): void {
  for (const period of rest) {
    const last = epochDay(period.to)
    for (let number = epochDay(period.from); number <= last; number += 1) {
      days.set(number, { working: false, name: period.name ?? name, source, basis })
    }
  }
  for (const date of work) days.set(epochDay(date), { working: true, name: makeUpDay, source, basis })
}
