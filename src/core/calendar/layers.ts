import type {
  Arrangement,
  CalendarAddition,
  CalendarSources,
  CalendarYear,
  RegionalCalendar,
} from './data.ts'
import { epochDay, type IsoDate } from './dates.ts'

/** A day that some notice arranged otherwise than, or the same as, the weekday says. */
export interface ArrangedDay {
  working: boolean
  name: string
  source: string
}

const makeUpDay = '调休上班'
const nationalHoliday = '法定节假日'

interface Layer {
  name: string
  source: string
  rest: readonly { from: IsoDate; to: IsoDate; name?: string | undefined }[]
  work: readonly IsoDate[]
}

/**
 * The arranged days by day number. Each layer wins over those before it: a national make-up day can be a regional
 * rest day (广西 2017-04-01) and the other way round (2017-04-08).
 */
export function arrangedDays({ years, regional, extra = [] }: CalendarSources): Map<number, ArrangedDay> {
  const days = new Map<number, ArrangedDay>()
  const layers = [
    ...years.flatMap(nationalLayers),
    ...(regional ? regionalLayers(regional) : []),
    ...extra.filter(({ kind }) => kind === 'national').map(additionLayer(nationalHoliday)),
    ...extra.filter(({ kind }) => kind === 'regional').map(additionLayer(regional?.name ?? '地方节假日')),
  ]
  for (const layer of layers) lay(layer, days)
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

function regionalLayers({ name, source, years }: RegionalCalendar): Layer[] {
  return years.map(({ rest, work }) => ({
    name,
    source: source.number,
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

function lay({ name, source, rest, work }: Layer, days: Map<number, ArrangedDay>): void {
  for (const period of rest) {
    const last = epochDay(period.to)
    for (let number = epochDay(period.from); number <= last; number += 1) {
      days.set(number, { working: false, name: period.name ?? name, source })
    }
  }
  for (const date of work) days.set(epochDay(date), { working: true, name: makeUpDay, source })
}
