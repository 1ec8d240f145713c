import { daysBetween, type IsoDate, weekday } from '../../../../core/calendar/dates.ts'
import type { DayBasis } from '../../../../core/calendar/layers.ts'
import {
  type Coverage,
  isUnrecorded,
  type RegionalState,
  regionalStateWords,
} from '../../../shared/law/calendar-sources.ts'
import type { Output } from '../../../shared/output/output.ts'
import { wrapIndented } from '../../../shared/output/text.ts'

const FRIDAY = 5

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** What is known of a day: whether it is a working day, for certain or not, why, and by which notice. */
export interface ShownDay {
  readonly date: IsoDate
  readonly weekday: number
  readonly working: boolean
  readonly certain: boolean
  readonly reason: string | null
  readonly name: string | null
  readonly source: string | null
  /** weekday: only the day of the week speaks · statute: rests every year · in-lieu: 补假, provisional. */
  readonly basis: DayBasis | 'weekday'
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

/** The holidays of every year (法定节假日) and the days in lieu of those on a weekend (补假). */
export interface ShownStatutory {
  readonly notice: Coverage
  readonly rest: ShownArrangement['rest']
  readonly inLieu: ShownArrangement['rest']
  /** Whether the days by the moon and the sun are among them. */
  readonly whole: boolean
}

/**
 * What is known of a year: later arrangements replace earlier ones, regional ones national ones, the office's own all
 * others.
 */
export interface ShownYear {
  readonly year: number
  readonly covered: boolean
  readonly statutory: ShownStatutory | null
  readonly national: readonly ShownArrangement[]
  readonly regional: (ShownArrangement & { readonly name: string; readonly state: RegionalState }) | null
  readonly own: readonly (ShownArrangement & { readonly kind: 'national' | 'regional' })[]
}

/** Whether a day is a working day and why, and the working days around it. */
export function dayText(day: ShownDay, { width }: Output): string {
  const { date, working, reason, name, source, previousWorkingDay, nextWorkingDay } = day
  const why = name ? `${name}${source ? `，${source}` : ''}` : day.weekday > FRIDAY ? '周末' : '周一至周五'
  const lines = [
    `${dayName(date)}：${working ? '工作日' : '休息日'}（${why}）`,
    ...(reason ? [`暂定：${reason}。`] : []),
    `前一工作日 ${previousWorkingDay}，后一工作日 ${nextWorkingDay}`,
  ]
  return lines.map((line) => wrapIndented(line, width)).join('\n')
}

/** The days of a year, each arrangement with its notice. */
export function shownYearText(year: ShownYear, out: Output): string {
  const { style, width } = out
  const head = style.bold(`${year.year} 年`)
  const missing = wrapIndented(
    `国务院放假安排尚未公布或未录入：按周末${year.statutory ? '和法定节假日' : ''}推算，调休未知，各日期均为暂定。`,
    width,
    '  ',
  )
  const parts = [
    head,
    ...(year.covered ? [] : [missing]),
    ...(year.statutory ? [statutoryText(year.statutory, out)] : []),
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

function statutoryText({ notice, rest, inLieu, whole }: ShownStatutory, { style, width }: Output): string {
  const lines = [
    `${notice.title}（${notice.number}，${notice.issuedOn}）`,
    ...rest.map((period) => `法定  ${restText(period)}`),
    ...inLieu.map((period) => `补假  ${restText(period)}（暂定）`),
    ...(inLieu.length
      ? ['说明  法定节假日适逢周末的应当补假，补在哪一天以通知为准，暂按其后第一个工作日。']
      : []),
    ...(whole
      ? []
      : ['说明  春节、清明节、端午节、中秋节在这一年的日期没有收录，未计入；其间的日期尤其可能变动。']),
  ]
  const head = style.dim('  法定节假日（每年都放假）')
  return [head, ...lines.map((line) => wrapIndented(line, width, '    '))].join('\n')
}

function regionalText(regional: NonNullable<ShownYear['regional']>, out: Output): string {
  const text = arrangementText(`${regional.name}（${regionalStateWords[regional.state]}）`, regional, out)
  if (!isUnrecorded(regional.state)) return text
  const advice = '当年放假日期由自治区人民政府办公厅确定，未录入以前，前后各日的工作日计算为暂定。'
  return `${text}\n${wrapIndented(advice, out.width, '    ')}`
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
    ...rest.map((period) => `放假  ${restText(period)}`),
    ...work.map((date) => `上班  ${dayName(date)}`),
    ...(note ? [`说明  ${note}`] : []),
  ]
  return [style.dim(`  ${title}`), ...lines.map((line) => wrapIndented(line, width, '    '))].join('\n')
}

function restText({ name, from, to }: ShownArrangement['rest'][number]): string {
  const called = name ? `${name} ` : ''
  if (from === to) return `${called}${dayName(from)}`
  return `${called}${dayName(from)} 至 ${dayName(to)}，共 ${daysBetween(from, to) + 1} 天`
}

function dayName(date: IsoDate): string {
  return `${date} 星期${WEEKDAYS[weekday(date) - 1]}`
}
