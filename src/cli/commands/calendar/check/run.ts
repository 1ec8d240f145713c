import { yearOf } from '../../../../core/calendar/dates.ts'
import type { Deadline } from '../../../../core/deadlines/define.ts'
import { coverageOf, regionalStateOf, type Sources, sourcesOf } from '../../../shared/calendar-sources.ts'
import { readCases } from '../../../shared/cases/read.ts'
import { flag, type OptionValues } from '../../../shared/command.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode } from '../../../shared/exit.ts'
import { isPending } from '../../../shared/output/deadlines.ts'
import { doubtsOf } from '../../../shared/output/trace.ts'
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
  const sources = sourcesOf(workspace)
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

function yearsOf(deadlines: readonly Deadline[], sources: Sources): CheckedYear[] {
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
      return { year, covered: notice !== null, notice, regional, deadlines: members.length, provisional }
    })
}

/** A date that may still move; of a deadline that is met or closed nobody asks any more. */
function isProvisional(deadline: Deadline): boolean {
  return !deadline.certain && isPending(deadline)
}

function provisionalDate(deadline: Deadline): ProvisionalDate {
  const { case: id, deadline: name, title, subject, rolledDue, status } = deadline
  return { case: id, deadline: name, title, subject, rolledDue, status, reasons: doubtsOf(deadline) }
}
