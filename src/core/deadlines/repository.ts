import {
  addDays,
  addYears,
  firstOfQuarter,
  type IsoDate,
  lastOfQuarter,
  quarterOf,
  yearOf,
} from '../calendar/dates.ts'
import type { SubmissionsDocument } from '../facts/documents.ts'
import type { Setting } from '../setting.ts'
import { dutySince } from './count.ts'
import { type Deadline, type DeadlineRule, defineDeadline } from './define.ts'
import { concludedDeadline } from './engine.ts'
import { atCase } from './places.ts'

/** No action on a case meets a duty of the whole office. */
const ofTheOffice = {
  kind: 'duty',
  owedBy: 'office',
  metBy: [],
  place: atCase,
  count: () => undefined,
} as const

const quarterlyClueList = defineDeadline({
  id: 'quarterly-clue-list',
  title: '报送季度案件线索清单',
  matter: 'quarterly-clue-list',
  ...ofTheOffice,
})

const annualReportDeadline = defineDeadline({
  id: 'annual-report',
  title: '向政府汇报年度工作',
  matter: 'annual-report',
  ...ofTheOffice,
})

/** Headings of what the office owes as a whole, for `explain`. */
export const repositoryDeadlineRules: readonly DeadlineRule[] = [quarterlyClueList, annualReportDeadline]

/**
 * What the office owes as a whole, by the days of its clues: the clue list of each quarter that has ended, and the
 * report on each year.
 */
export function repositoryDeadlines(
  clues: readonly IsoDate[],
  submissions: SubmissionsDocument | undefined,
  setting: Setting,
): Deadline[] {
  const first = clues.toSorted()[0]
  if (first === undefined) return []
  const owed = (rule: DeadlineRule, subject: string, end: IsoDate, why: string): Deadline => {
    const sent = submissions?.submissions?.find(({ kind, period }) => kind === rule.id && period === subject)
    const count = dutySince(end, why).metOn(sent?.submittedOn)
    return concludedDeadline(rule, null, { subject, count }, setting)
  }
  const regulated = <T>({ matter }: DeadlineRule, spans: readonly T[]): readonly T[] =>
    setting.regulation.has(matter) ? spans : []
  return [
    ...regulated(quarterlyClueList, quarters(first, setting.today)).map((quarter) =>
      owed(quarterlyClueList, quarter, lastOfQuarter(quarter), `${quarter} 季度结束，应当报送线索清单`),
    ),
    ...regulated(annualReportDeadline, years(first, setting.today)).map((year) =>
      owed(
        annualReportDeadline,
        String(year),
        `${year}-12-31`,
        `${year} 年度结束，应当汇报生态环境损害赔偿工作`,
      ),
    ),
  ]
}

/** The quarters that ended before today, from that of the first clue on. */
function quarters(first: IsoDate, today: IsoDate): string[] {
  const ended: string[] = []
  for (
    let start = firstOfQuarter(first);
    lastOfQuarter(start) < today;
    start = addDays(lastOfQuarter(start), 1)
  ) {
    ended.push(quarterOf(start))
  }
  return ended
}

function years(first: IsoDate, today: IsoDate): number[] {
  const ended: number[] = []
  for (let day = first; yearOf(day) < yearOf(today); day = addYears(day, 1)) ended.push(yearOf(day))
  return ended
}
