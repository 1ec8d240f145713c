import type { Calendar } from '../../core/calendar/calendar.ts'
import type { RestPeriod } from '../../core/calendar/data.ts'
import { addDays, daysBetween, type IsoDate, weekday, yearOf } from '../../core/calendar/dates.ts'
import type { OptionValues } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { Exit, type ExitCode } from '../exit.ts'
import type { Output } from '../output/output.ts'
import { paragraph } from '../output/text.ts'
import {
  type Coverage,
  coverage,
  type RegionalState,
  regionalStateOf,
  regionalStateWords,
  type Sources,
  sourcesOf,
} from './sources.ts'
import { readWhen } from './when.ts'

const FRIDAY = 5
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** One notice and the days that it arranges. */
interface ShownArrangement {
  readonly notice: Coverage
  readonly rest: readonly { readonly name: string | null; readonly from: IsoDate; readonly to: IsoDate }[]
  readonly work: readonly IsoDate[]
  readonly note: string | null
}

/** What is known of a year: later arrangements win over earlier ones, regional over national, the office's own over all. */
interface ShownYear {
  readonly year: number
  readonly covered: boolean
  readonly national: readonly ShownArrangement[]
  readonly regional: (ShownArrangement & { readonly name: string; readonly state: RegionalState }) | null
  readonly own: readonly (ShownArrangement & { readonly kind: 'national' | 'regional' })[]
}

/** `ejc calendar show [YEAR|DATE]`: the days of a year with their notices, or whether one day is worked and why. */
export async function showCalendar(
  context: CommandContext,
  when: string | undefined,
  _options: OptionValues,
): Promise<ExitCode> {
  const { out, global } = context
  const workspace = await context.workspace()
  const wanted = when === undefined ? { year: yearOf(global.today) } : readWhen(when)
  if ('date' in wanted) showDay(wanted.date, workspace.setting.calendar, context)
  else {
    const year = yearShown(sourcesOf(workspace), wanted.year)
    if (global.json) out.json('calendar-year', year)
    else out.print(yearText(year, out))
  }
  return Exit.Ok
}

function showDay(date: IsoDate, calendar: Calendar, { out, global }: CommandContext): void {
  const { working, certain, reason, name, source } = calendar.day(date)
  const shown = {
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
  if (global.json) {
    out.json('calendar-day', shown)
    return
  }
  const why = name ? `${name}${source ? `，${source}` : ''}` : weekday(date) > FRIDAY ? '周末' : '周一至周五'
  const lines = [
    `${dayName(date)}：${working ? '工作日' : '休息日'}（${why}）`,
    ...(reason ? [`暂定：${reason}。`] : []),
    `前一工作日 ${shown.previousWorkingDay}，后一工作日 ${shown.nextWorkingDay}`,
  ]
  out.print(lines.map((line) => paragraph(line, out.width)).join('\n'))
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

function yearText(year: ShownYear, out: Output): string {
  const { style, width } = out
  const head = style.bold(`${year.year} 年`)
  const missing = paragraph('国务院放假安排尚未公布或未录入：按周末推算，各日期均为暂定。', width, '  ')
  const parts = [
    head,
    ...(year.covered ? [] : [missing]),
    ...year.national.map((each, index) =>
      arrangementText(index ? '全国（后来的调整，优先）' : '全国', each, out),
    ),
    ...(year.regional ? [regionalText(year.regional, out)] : []),
    ...year.own.map((each) =>
      arrangementText(
        each.kind === 'national' ? '全国（本库录入，优先）' : '地方（本库录入，优先）',
        each,
        out,
      ),
    ),
  ]
  return parts.join('\n')
}

function regionalText(regional: NonNullable<ShownYear['regional']>, out: Output): string {
  const text = arrangementText(`${regional.name}（${regionalStateWords[regional.state]}）`, regional, out)
  if (regional.state !== 'unknown' && regional.state !== 'missing') return text
  const advice = '当年放假日期由自治区人民政府办公厅确定，未录入以前，前后各日的工作日计算为暂定。'
  return `${text}\n${paragraph(advice, out.width, '    ')}`
}

function arrangementText(
  title: string,
  { notice, rest, work, note }: ShownArrangement,
  { style, width }: Output,
): string {
  const issued = notice.issuedOn ? `，${notice.issuedOn}` : ''
  const source = `${notice.title}${notice.number ? `（${notice.number}${issued}）` : ''}`
  const place = notice.file ? `，见 ${notice.file}` : ''
  const lines = [
    `${source}${notice.verified ? '' : '，未与原文核对'}${place}`,
    ...rest.map((period) => `放假  ${periodText(period)}`),
    ...work.map((date) => `上班  ${dayName(date)}`),
    ...(note ? [`说明  ${note}`] : []),
  ]
  return [style.dim(`  ${title}`), ...lines.map((line) => paragraph(line, width, '    '))].join('\n')
}

function periodText({ name, from, to }: ShownArrangement['rest'][number]): string {
  const called = name ? `${name} ` : ''
  if (from === to) return `${called}${dayName(from)}`
  return `${called}${dayName(from)} 至 ${dayName(to)}，共 ${daysBetween(from, to) + 1} 天`
}

function dayName(date: IsoDate): string {
  return `${date} 星期${WEEKDAYS[weekday(date) - 1]}`
}
