import {
  addDays,
  addMonths,
  earliest,
  firstOfMonth,
  type IsoDate,
  lastOfMonth,
  latest,
  monthOf,
} from '../calendar/dates.ts'
import type { Facts } from '../facts/facts.ts'
import { passedOn } from '../facts/queries.ts'
import { countTo, dutySince } from './count.ts'
import { type CountContext, defineDeadline, defineDeadlineForEach } from './define.ts'

/** The day from which an initiated case is major: its initiation, or the later day on which it became so. 第三十四条 */
function majorSince({ supervision: { major }, investigation }: Facts): IsoDate | undefined {
  const initiatedOn = investigation?.initiation?.initiatedOn
  return major?.grounds?.length && initiatedOn ? latest(initiatedOn, major.markedOn) : undefined
}

/** 重大案件书面报告: promptly, at initiation. 第三十四条 */
export const majorReport = defineDeadline({
  id: 'major-report',
  title: '重大案件书面报告',
  article: '第三十四条',
  count: (facts) => {
    const since = majorSince(facts)
    const reports = facts.supervision.major?.reports ?? []
    if (!since) return undefined
    return dutySince(since, '立案启动重大案件，应当及时书面报告').metOn(
      earliest(...reports.map(({ on }) => on)),
    )
  },
})

/** The months to report on: from the one after initiation until the tasks are complete. */
function reportingMonths(facts: Facts, { today }: CountContext): string[] {
  const since = majorSince(facts)
  if (!since) return []
  const last = monthOf(earliest(facts.supervision.major?.tasksCompletedOn, today) ?? today)
  const months: string[] = []
  for (let month = addMonths(firstOfMonth(since), 1); monthOf(month) <= last; month = addMonths(month, 1)) {
    months.push(monthOf(month))
  }
  return months
}

/** 每月报告进展: on the configured day of each month, until the supervision tasks are complete. 第三十四条 */
export const monthlyReport = defineDeadlineForEach<string>({
  id: 'monthly-report',
  title: '重大案件月度进展报告',
  article: '第三十四条',
  each: reportingMonths,
  subject: (month) => month,
  count: (month, { config }, { supervision }) => {
    const day = config.remind?.monthlyReportDay
    const last = lastOfMonth(month)
    const due = day === undefined ? last : (earliest(addDays(firstOfMonth(month), day - 1), last) ?? last)
    const report = supervision.monthlyReports.find((each) => each.month === month)
    const completedOn = supervision.major?.tasksCompletedOn
    return countTo(due, '本单位设定的每月报告日', '第三十四条')
      .metOn(report?.reportedOn)
      .closedOn(completedOn && completedOn < due ? completedOn : undefined)
  },
})

/** 逾期未办结说明: one a case, once the day set for the supervised case has passed. 第三十四条 */
export const overdueExplanation = defineDeadline({
  id: 'overdue-explanation',
  title: '逾期未办结书面说明',
  article: '第三十四条',
  count: ({ supervision }, { today }) => {
    const { dueOn, tasksCompletedOn } = supervision.major ?? {}
    if (!dueOn || (tasksCompletedOn ?? today) <= dueOn) return undefined
    const explanations = supervision.overdueExplanations.map(({ explainedOn }) => explainedOn)
    return dutySince(dueOn, '督办期限届满未办结，需书面说明原因').metOn(earliest(...explanations))
  },
})

/** 完成时 of what must be published: each matter with the day on which it came about. 第三十六条 */
function* disclosable(facts: Facts): Iterable<{ matter: string; since: IsoDate }> {
  const since = (matter: string, date: IsoDate | undefined) => (date ? [{ matter, since: date }] : [])
  yield* since('agreement', earliest(...facts.agreements.map(({ signedOn }) => signedOn)))
  yield* since('judgment', earliest(...facts.court.suits.map(({ effectiveOn }) => effectiveOn)))
  yield* since('funds', latest(...facts.payments.map(({ paidOn }) => paidOn)))
  yield* since('restoration-effect', earliest(...facts.restoration.projects.map(passedOn)))
}

/** 信息公开: by law, without a number of days. 第三十六条 */
export const disclosure = defineDeadlineForEach<{ matter: string; since: IsoDate }>({
  id: 'disclosure',
  title: '信息公开',
  article: '第三十六条',
  each: disclosable,
  subject: ({ matter }) => matter,
  count: ({ matter, since }, { regulation }, { supervision }) => {
    const published = supervision.disclosures.filter((each) => each.matter === matter)
    const what = regulation.label('disclosureMatters', matter)
    return dutySince(since, `${what}应当依法公开`).metOn(
      earliest(...published.map(({ publishedOn }) => publishedOn)),
    )
  },
})
