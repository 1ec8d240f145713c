import type { Deadline } from '../../../../core/deadlines/define.ts'
import { subjectLabel } from '../../../../core/facts/subjects.ts'
import type { CaseView } from '../../../../core/view.ts'
import {
  type CalendarDocuments,
  type Coverage,
  isUnrecorded,
  type RegionalState,
  regionalStateWords,
} from '../../../shared/law/calendar-sources.ts'
import type { Output } from '../../../shared/output/output.ts'
import { textTable } from '../../../shared/output/table.ts'
import { statusWords } from '../../../shared/wording/words.ts'

/** A year that deadlines of the repository touch. */
export interface CheckedYear {
  readonly year: number
  readonly covered: boolean
  /** fixed-holidays: the statutory ones but for those by the moon and the sun, which are not on record for the year. */
  readonly basis: 'arrangement' | 'statute' | 'fixed-holidays' | 'weekends'
  readonly notice: Coverage | null
  readonly regional: { readonly name: string; readonly state: RegionalState } | null
  readonly deadlines: number
  readonly provisional: number
}

/** A date that depends on days that are not known yet. */
export interface ProvisionalDate {
  readonly case: string | null
  readonly deadline: string
  readonly title: string
  readonly subject: string | null
  readonly rolledDue: string | null
  readonly status: Deadline['status']
  readonly reasons: readonly string[]
}

/** Prints the years, the dates that are provisional, and what to enter. */
export function printCheck(
  years: readonly CheckedYear[],
  provisional: readonly ProvisionalDate[],
  views: readonly CaseView[],
  { regional }: CalendarDocuments,
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

const unarranged: Readonly<Record<CheckedYear['basis'], string>> = {
  arrangement: '',
  statute: '按周末和法定节假日暂定',
  'fixed-holidays': '按周末和公历的法定节假日暂定',
  weekends: '按周末暂定',
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
  const rows = years.map(({ year, covered, basis, notice, regional, deadlines, provisional }) => [
    String(year),
    covered ? { text: '已公布', paint: style.green } : { text: '未公布', paint: style.yellow },
    notice
      ? [notice.number ?? notice.title, notice.file && `（${notice.file}）`].filter(Boolean).join('')
      : unarranged[basis],
    regional ? regionalStateWords[regional.state] : '',
    String(deadlines),
    provisional ? String(provisional) : '',
  ])
  return textTable(heads, rows, width, style.dim)
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
  return `${style.bold(`暂定的日期（${dates.length}）`)}\n${textTable(heads, rows, width, style.dim)}`
}

function advice(years: readonly CheckedYear[]): string[] {
  const uncovered = years.filter(({ covered }) => !covered).map(({ year }) => year)
  const unrecorded = years
    .filter(({ covered, regional }) => covered && isUnrecorded(regional?.state))
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
