import { daysBetween, type IsoDate, weekday } from '../../../../core/calendar/dates.ts'
import { type Coverage, type RegionalState, regionalStateWords } from '../../../shared/calendar-sources.ts'
import type { Output } from '../../../shared/output/output.ts'
import { paragraph } from '../../../shared/output/text.ts'

const FRIDAY = 5

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** What is known of a day: whether it is worked, for certain or not, why, and by which notice. */
export interface ShownDay {
  readonly date: IsoDate
  readonly weekday: number
  readonly working: boolean
  readonly certain: boolean
  readonly reason: string | null
  readonly name: string | null
  readonly source: string | null
  readonly previousWorkingDay: IsoDate
  readonly nextWorkingDay: IsoDate
}

/** One notice and the days that it arranges. */
export interface ShownArrangement {
  readonly notice: Coverage
  readonly rest: readonly { readonly name: string | null; readonly from: IsoDate; readonly to: IsoDate }[]
  readonly work: readonly IsoDate[]
  readonly note: string | null
}

/** What is known of a year: later arrangements win over earlier ones, regional over national, the office's own over all. */
export interface ShownYear {
  readonly year: number
  readonly covered: boolean
  readonly national: readonly ShownArrangement[]
  readonly regional: (ShownArrangement & { readonly name: string; readonly state: RegionalState }) | null
  readonly own: readonly (ShownArrangement & { readonly kind: 'national' | 'regional' })[]
}

/** Whether a day is worked and why, and the working days around it. */
export function dayText(day: ShownDay, { width }: Output): string {
  const { date, working, reason, name, source, previousWorkingDay, nextWorkingDay } = day
  const why = name ? `${name}${source ? `，${source}` : ''}` : day.weekday > FRIDAY ? '周末' : '周一至周五'
  const lines = [
    `${dayName(date)}：${working ? '工作日' : '休息日'}（${why}）`,
    ...(reason ? [`暂定：${reason}。`] : []),
    `前一工作日 ${previousWorkingDay}，后一工作日 ${nextWorkingDay}`,
  ]
  return lines.map((line) => paragraph(line, width)).join('\n')
}

/** The days of a year, each arrangement with its notice. */
export function yearText(year: ShownYear, out: Output): string {
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
