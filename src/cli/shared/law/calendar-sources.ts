import { type Calendar, createCalendar } from '../../../core/calendar/calendar.ts'
import {
  type CalendarNotice,
  type CalendarSources,
  type CalendarYear,
  type RegionalCalendar,
  regionalCalendarOf,
  type StatutoryHolidays,
} from '../../../core/calendar/data.ts'
import type { CalendarDocument } from '../../../core/facts/documents.ts'
import { checkDocument } from '../../../repository/check.ts'
import type { Workspace } from '../../../repository/workspace.ts'

/** A year that the office itself has entered, with its file. */
export interface OwnYear {
  readonly file: string
  readonly document: CalendarDocument
}

/** The sources of the calendar of a repository. */
export interface CalendarDocuments {
  readonly national: readonly CalendarYear[]
  readonly statutory: StatutoryHolidays
  readonly regional: RegionalCalendar | undefined
  readonly own: readonly OwnYear[]
}

/** Collects the sources; files of the office that can't be relied on are left out, as everywhere. */
export function calendarSources({ law, setting, repository }: Workspace): CalendarDocuments {
  const { lists } = setting.regulation
  return {
    national: law.calendars.national,
    statutory: law.calendars.statutory,
    regional: regionalCalendarOf(law.calendars, setting.config.region.code),
    own: repository.readCalendars().flatMap((raw) => {
      const { data, problems } = checkDocument<CalendarDocument>('calendar', raw, lists)
      return data === undefined || problems.length ? [] : [{ file: raw.file, document: data }]
    }),
  }
}

/** The calendar of the sources, with one more year when it is given. */
export function calendarFrom(
  { national, statutory, regional, own }: CalendarDocuments,
  more?: CalendarDocument,
): Calendar {
  const documents = own.map(({ document }) => document)
  const sources: CalendarSources = {
    years: national,
    statutory,
    regional,
    extra: more ? [...documents, more] : documents,
  }
  return createCalendar(sources)
}

/** The notice by which a year is covered: the office's own entry wins over what ejc ships. */
export interface Coverage {
  readonly title: string
  readonly number: string | null
  readonly issuedOn: string | null
  readonly verified: boolean
  /** The office's own file; null for what ejc ships. */
  readonly file: string | null
}

/** The national notice of a year; undefined while none is on record. */
export function coverageOf({ national, own }: CalendarDocuments, year: number): Coverage | undefined {
  const entered = own.find(({ document }) => document.kind === 'national' && document.year === year)
  if (entered) return coverage(entered.document.notice ?? { title: `本库 ${year} 年日历` }, entered.file)
  const shipped = national.find((each) => each.year === year)
  return shipped && coverage(shipped.notice, null)
}

/** A notice as it is shown. */
export function coverage(
  { title, number, issuedOn, verified }: Partial<CalendarNotice> & { readonly title: string },
  file: string | null,
): Coverage {
  return { title, number: number ?? null, issuedOn: issuedOn ?? null, verified: verified ?? false, file }
}

/**
 * notice, secondary, ordinance, unknown: as ejc ships it · recorded: entered by the office · missing: not in the table.
 */
export type RegionalState = 'notice' | 'secondary' | 'ordinance' | 'unknown' | 'recorded' | 'missing'

export const regionalStateWords: Readonly<Record<RegionalState, string>> = {
  notice: '已核对通知',
  secondary: '据报道，未见通知',
  ordinance: '未录入，按规定的两天暂定',
  unknown: '未录入',
  recorded: '本库已录入',
  missing: '未录入',
}

/** How much is known of the regional rest days of a year; undefined where the region has none. */
export function regionalStateOf(
  { regional, own }: CalendarDocuments,
  year: number,
): RegionalState | undefined {
  if (own.some(({ document }) => document.kind === 'regional' && document.year === year)) return 'recorded'
  if (!regional) return undefined
  const state = regional.years.find((each) => each.year === year)?.state
  return state !== undefined && isRegionalState(state) ? state : 'missing'
}

function isRegionalState(state: string): state is RegionalState {
  return Object.hasOwn(regionalStateWords, state)
}

/** Whether no notice of the region's days of a year is on record. */
export function isUnrecorded(state: RegionalState | undefined): boolean {
  return state === 'ordinance' || state === 'unknown' || state === 'missing'
}
