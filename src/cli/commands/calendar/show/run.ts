import type { Calendar } from '../../../../core/calendar/calendar.ts'
import type { RestPeriod } from '../../../../core/calendar/data.ts'
import { addDays, type IsoDate, weekday, yearOf } from '../../../../core/calendar/dates.ts'
import { coverage, regionalStateOf, type Sources, sourcesOf } from '../../../shared/calendar-sources.ts'
import type { OptionValues } from '../../../shared/command.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode } from '../../../shared/exit.ts'
import { readWhen } from '../when.ts'
import { dayText, type ShownArrangement, type ShownDay, type ShownYear, yearText } from './text.ts'

/** `ejc calendar show [YEAR|DATE]`: the days of a year with their notices, or whether one day is worked and why. */
export async function showCalendar(
  context: CommandContext,
  when: string | undefined,
  _options: OptionValues,
): Promise<ExitCode> {
  const { out, global } = context
  const workspace = await context.workspace()
  const wanted = when === undefined ? { year: yearOf(global.today) } : readWhen(when)
  if ('date' in wanted) {
    const day = dayShown(wanted.date, workspace.setting.calendar)
    if (global.json) out.json('calendar-day', day)
    else out.print(dayText(day, out))
  } else {
    const year = yearShown(sourcesOf(workspace), wanted.year)
    if (global.json) out.json('calendar-year', year)
    else out.print(yearText(year, out))
  }
  return Exit.Ok
}

function dayShown(date: IsoDate, calendar: Calendar): ShownDay {
  const { working, certain, reason, name, source } = calendar.day(date)
  return {
    date,
    weekday: weekday(date),
    working,
    certain,
    reason: reason ?? null,
    name: name ?? null,
    source: source ?? null,
    previousWorkingDay: calendar.previousWorkingDay(date).date,
    nextWorkingDay: calendar.nextWorkingDay(addDays(date, 1)).date,
  }
}

function yearShown(sources: Sources, year: number): ShownYear {
  const shipped = sources.national.find((each) => each.year === year)
  const own = sources.own.filter(({ document }) => document.year === year)
  return {
    year,
    covered: shipped !== undefined || own.some(({ document }) => document.kind === 'national'),
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

function regionalShown(sources: Sources, year: number): ShownYear['regional'] {
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
