import { yearOf } from '../../core/calendar/dates.ts'
import type { Deadline } from '../../core/deadlines/define.ts'
import { subjectLabel } from '../../core/facts/subjects.ts'
import type { CaseView } from '../../core/view.ts'
import { readCases } from '../cases.ts'
import { flag, type OptionValues } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { Exit, type ExitCode } from '../exit.ts'
import { isPending } from '../output/deadlines.ts'
import type { Output } from '../output/output.ts'
import { table } from '../output/table.ts'
import { doubtsOf } from '../output/trace.ts'
import { statusWords } from '../output/words.ts'
import {
  type Coverage,
  coverageOf,
  type RegionalState,
  regionalStateOf,
  regionalStateWords,
  type Sources,
  sourcesOf,
} from './sources.ts'
import { refuseYearless } from './when.ts'

/** A year that deadlines of the repository touch. */
interface CheckedYear {
  readonly year: number
  readonly covered: boolean
  readonly notice: Coverage | null
  readonly regional: { readonly name: string; readonly state: RegionalState } | null
  readonly deadlines: number
  readonly provisional: number
}

/** A date that leans on days that are not known yet. */
interface ProvisionalDate {
  readonly case: string | null
  readonly deadline: string
  readonly title: string
  readonly subject: string | null
  readonly rolledDue: string | null
  readonly status: Deadline['status']
  readonly reasons: readonly string[]
}

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
  else print(years, provisional, views, sources, out)
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

function print(
  years: readonly CheckedYear[],
  provisional: readonly ProvisionalDate[],
  views: readonly CaseView[],
  { regional }: Sources,
  out: Output,
): void {
  if (!years.length) {
    out.note('案件库里还没有算得出日期的期限。')
    return
  }
  out.print(yearTable(years, regional?.name ?? '地方节假日', out))
  if (provisional.length) out.print(`\n${provisionalTable(provisional, views, out)}`)
  for (const line of advice(years)) out.note(line)
}

function yearTable(years: readonly CheckedYear[], regionalName: string, { style, width }: Output): string {
  const heads = [
    { title: '年份' },
    { title: '放假安排' },
    { title: '通知文号', flexible: true },
    { title: regionalName, flexible: true },
    { title: '期限' },
    { title: '暂定' },
  ]
  const rows = years.map(({ year, covered, notice, regional, deadlines, provisional }) => [
    String(year),
    covered ? { text: '已公布', paint: style.green } : { text: '未公布', paint: style.yellow },
    notice
      ? [notice.number ?? notice.title, notice.file && `（${notice.file}）`].filter(Boolean).join('')
      : '',
    regional ? regionalStateWords[regional.state] : '',
    String(deadlines),
    provisional ? String(provisional) : '',
  ])
  return table(heads, rows, width, style.dim)
}

function provisionalTable(
  dates: readonly ProvisionalDate[],
  views: readonly CaseView[],
  { style, width }: Output,
): string {
  const viewOf = new Map(views.map((view) => [view.facts.id, view]))
  const heads = [
    { title: '案件' },
    { title: '暂定日期' },
    { title: '状态' },
    { title: '期限', flexible: true },
    { title: '对象', flexible: true },
    { title: '原因', flexible: true },
  ]
  const rows = dates.map(({ case: id, rolledDue, status, title, subject, reasons }) => {
    const view = viewOf.get(id ?? '')
    return [
      id ?? '',
      rolledDue ?? '',
      statusWords[status],
      title,
      subjectLabel(view?.facts, subject, view?.regulation),
      reasons.join('；'),
    ]
  })
  return `${style.bold(`暂定的日期（${dates.length}）`)}\n${table(heads, rows, width, style.dim)}`
}

function advice(years: readonly CheckedYear[]): string[] {
  const uncovered = years.filter(({ covered }) => !covered).map(({ year }) => year)
  const unrecorded = years
    .filter(({ covered, regional }) => covered && ['unknown', 'missing'].includes(regional?.state ?? ''))
    .map(({ year }) => year)
  return [
    ...(uncovered.length
      ? [`国务院办公厅公布 ${uncovered.join('、')} 年的安排以后，用 ejc calendar add 年份 录入。`]
      : []),
    ...(unrecorded.length
      ? [`${unrecorded.join('、')} 年的地方节假日未录入，见到通知后用 ejc calendar add 录入。`]
      : []),
  ]
}
