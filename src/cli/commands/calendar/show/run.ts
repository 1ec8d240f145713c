import type { Calendar } from '../../../../core/calendar/calendar.ts'
import type { RestPeriod } from '../../../../core/calendar/data.ts'
import { addDays, type IsoDate, weekday, yearOf } from '../../../../core/calendar/dates.ts'
import { periodsOf, statutoryYear } from '../../../../core/calendar/statutory.ts'
import type { OptionValues } from '../../../shared/command.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode } from '../../../shared/exit.ts'
import {
  type CalendarDocuments,
  calendarSources,
  coverage,
  regionalStateOf,
} from '../../../shared/law/calendar-sources.ts'
import { readWhen } from '../when.ts'
import { dayText, type ShownArrangement, type ShownDay, type ShownYear, shownYearText } from './text.ts'

/**
 * `ejc calendar show [YEAR|DATE]`: the days of a year with their notices, or whether one day is a working day and why.
 */
export async function showCalendar(
  context: CommandContext,
  when: string | undefined,
  _options: OptionValues,
): Promise<ExitCode> {
  const { out, global } = context
  const workspace = await context.workspace()
  const wanted = when === undefined ? { year: yearOf(global.today) } : readWhen(when, global.today)
  if ('date' in wanted) {
    const day = dayShown(wanted.date, workspace.setting.calendar)
    if (global.json) out.json('calendar-day', day)
    else out.print(dayText(day, out))
  } else {
    const year = yearShown(calendarSources(workspace), wanted.year)
    if (global.json) out.json('calendar-year', year)
    else out.print(shownYearText(year, out))
  }
  return Exit.Ok
}

function dayShown(date: IsoDate, calendar: Calendar): ShownDay {
  const { working, certain, reason, name, source, basis } = calendar.day(date)
  return {
    date,
    weekday: weekday(date),
    working,
    certain,
    reason: reason ?? null,
    name: name ?? null,
    source: source ?? null,
    basis: basis ?? 'weekday',
    previousWorkingDay: calendar.previousWorkingDay(date).date,
    nextWorkingDay: calendar.nextWorkingDay(addDays(date, 1)).date,
  }
}

function yearShown(sources: CalendarDocuments, year: number): ShownYear {
  const shipped = sources.national.find((each) => each.year === year)
  const own = sources.own.filter(({ document }) => document.year === year)
  const covered = shipped !== undefined || own.some(({ document }) => document.kind === 'national')
  return {
    year,
    covered,
    statutory: statutoryShown(sources, year, covered),
    national: shipped ? [shipped, ...shipped.amendments].map((each) => arranged(each, null)) : [],
    regional: regionalShown(sources, year),
    own: own.map(({ file, document }) => ({
      kind: document.kind,
      notice: coverage(document.notice ?? { title: `本库 ${year} 年日历` }, file),
      rest: document.rest.map((entry) =>
        typeof entry === 'string' ? oneDay(entry) : { ...entry, name: entry.name ?? null },
      ),
      work: document.work ?? [],
      note: document.note ?? null,
    })),
  }
}

/**
 * The holidays of every year; null where the law as it stands does not reach, or an arrangement leaves nothing to work
 * out.
 */
function statutoryShown(
  { statutory }: CalendarDocuments,
  year: number,
  covered: boolean,
): ShownYear['statutory'] {
  if (year < statutory.since) return null
  const found = statutoryYear(statutory, year, covered)
  if (covered && !found.whole) return null
  return {
    notice: coverage(statutory.notice, null),
    rest: periodsOf(found, 'statute'),
    inLieu: periodsOf(found, 'in-lieu'),
    whole: found.whole,
  }
}

function arranged(
  {
    notice,
    rest,
    work,
  }: { notice: Parameters<typeof coverage>[0]; rest: readonly RestPeriod[]; work: readonly IsoDate[] },
  file: string | null,
): ShownArrangement {
  return { notice: coverage(notice, file), rest, work, note: null }
}

function regionalShown(sources: CalendarDocuments, year: number): ShownYear['regional'] {
  const { regional } = sources
  const state = regionalStateOf(sources, year)
  if (!regional || !state) return null
  const entry = regional.years.find((each) => each.year === year)
  return {
    name: regional.name,
    state,
    notice: coverage(regional.source, null),
    rest: (entry?.rest ?? []).map(oneDay),
    work: entry?.work ?? [],
    note: entry?.note ?? null,
  }
}

function oneDay(date: IsoDate) {
  return { name: null, from: date, to: date }
}
