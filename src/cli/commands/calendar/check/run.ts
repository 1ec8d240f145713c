import { yearOf } from '../../../../core/calendar/dates.ts'
import type { Deadline } from '../../../../core/deadlines/define.ts'
import { readCases } from '../../../shared/cases/read.ts'
import { flag, type OptionValues } from '../../../shared/command.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode } from '../../../shared/exit.ts'
import {
  type CalendarDocuments,
  calendarSources,
  coverageOf,
  regionalStateOf,
} from '../../../shared/law/calendar-sources.ts'
import { isPending } from '../../../shared/wording/deadlines.ts'
import { doubtsOf } from '../../../shared/wording/trace.ts'
import { refuseYearless } from '../when.ts'
import { type CheckedYear, type ProvisionalDate, printCheck } from './text.ts'

/** `ejc calendar check`: the years that deadlines touch, and the dates that are provisional. */
export async function checkCalendar(
  context: CommandContext,
  when: string | undefined,
  options: OptionValues,
): Promise<ExitCode> {
  refuseYearless('check', when)
  const { out, global } = context
  const workspace = await context.workspace()
  const { views, complete } = readCases(workspace, [], out)
  const sources = calendarSources(workspace)
  const deadlines = views.flatMap((view) => view.deadlines)
  const years = yearsOf(deadlines, sources)
  const provisional = deadlines.filter(isProvisional).map(provisionalDate)
  if (global.json) out.json('calendar-check', { years, provisional })
  else printCheck(years, provisional, views, sources, out)
  if (!complete) return Exit.Failed
  const open = provisional.length > 0 || years.some(({ covered }) => !covered)
  return flag(options, 'strict') && open ? Exit.Findings : Exit.Ok
}

/** Years in which a counted period begins or ends: the others do not change any date. */
function touchedBy({ start, due, rolledDue }: Deadline): Set<number> {
  if (due === null) return new Set()
  return new Set([start, due, rolledDue].flatMap((date) => (date === null ? [] : [yearOf(date)])))
}

function yearsOf(deadlines: readonly Deadline[], sources: CalendarDocuments): CheckedYear[] {
  const touched = new Map<number, Deadline[]>()
  for (const deadline of deadlines)
    for (const year of touchedBy(deadline)) touched.set(year, [...(touched.get(year) ?? []), deadline])
  return [...touched]
    .sort(([a], [b]) => a - b)
    .map(([year, members]) => {
      const notice = coverageOf(sources, year) ?? null
      const state = regionalStateOf(sources, year)
      const regional = state ? { name: sources.regional?.name ?? '地方节假日', state } : null
      const provisional = members.filter(isProvisional).length
      const covered = notice !== null
      const basis = covered ? 'arrangement' : basisOfYear(sources, year)
      return { year, covered, basis, notice, regional, deadlines: members.length, provisional }
    })
}

/** What the days of a year without arrangement are counted by. */
function basisOfYear({ statutory }: CalendarDocuments, year: number): CheckedYear['basis'] {
  if (year < statutory.since) return 'weekends'
  return statutory.years.some((each) => each.year === year) ? 'statute' : 'fixed-holidays'
}

/** A date that may still move; deadlines that are met or closed do not count. */
function isProvisional(deadline: Deadline): boolean {
  return !deadline.certain && isPending(deadline)
}

function provisionalDate(deadline: Deadline): ProvisionalDate {
  const { case: id, deadline: name, title, subject, rolledDue, status } = deadline
  return { case: id, deadline: name, title, subject, rolledDue, status, reasons: doubtsOf(deadline) }
}
