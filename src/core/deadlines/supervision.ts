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
import { bindingAgreements } from '../facts/agreements.ts'
import type { Disclosure } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { confirmationOf } from '../facts/queries.ts'
import { passedOn } from '../facts/restoration.ts'
import { hasCome, hasPassed } from '../setting.ts'
import { countTo, dutySince } from './count.ts'
import { type CountContext, defineDeadline, defineDeadlineForEach } from './define.ts'
import { atCase, atMajor } from './places.ts'

/** The day from which an initiated case is major: its initiation, or the later day on which it became major. */
function majorSince({ supervision: { major }, investigation }: Facts): IsoDate | undefined {
  const initiatedOn = investigation?.initiation?.initiatedOn
  return major?.grounds?.length && initiatedOn ? latest(initiatedOn, major.markedOn) : undefined
}

/** 重大案件书面报告: promptly, at initiation. */
export const majorReport = defineDeadline({
  id: 'major-report',
  title: '重大案件书面报告',
  matter: 'major-report',
  after: 'appraisal-explanation',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['report-major'],
  place: atCase,
  reportedBy: { openAtClosing: 'supervision/major-unreported' },
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
function reportingMonths(facts: Facts, context: CountContext): string[] {
  const since = majorSince(facts)
  if (!since) return []
  const { tasksCompletedOn } = facts.supervision.major ?? {}
  const isOver = (month: IsoDate) => tasksCompletedOn !== undefined && month > tasksCompletedOn
  const months: string[] = []
  const first = addMonths(firstOfMonth(since), 1)
  for (let month = first; !isOver(month) && hasCome(context, month); month = addMonths(month, 1)) {
    months.push(monthOf(month))
  }
  return months
}

/** 每月报告进展: on the configured day of each month, until the supervision tasks are complete. */
export const monthlyReport = defineDeadlineForEach<string>({
  id: 'monthly-report',
  title: '重大案件月度进展报告',
  matter: 'monthly-report',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['report-month'],
  place: atMajor,
  reportedBy: { overdue: 'supervision/monthly-report', openAtClosing: 'supervision/monthly-report' },
  each: reportingMonths,
  subject: (month) => month,
  count: (month, { config }, { supervision }) => {
    const day = config.remind?.monthlyReportDay
    const last = lastOfMonth(month)
    const due = day === undefined ? last : (earliest(addDays(firstOfMonth(month), day - 1), last) ?? last)
    const report = supervision.monthlyReports.find((each) => each.month === month)
    const completedOn = supervision.major?.tasksCompletedOn
    return countTo(due, '本单位设定的每月报告日', 'monthly-report')
      .metOn(report?.reportedOn)
      .closedOn(completedOn && completedOn < due ? completedOn : undefined)
  },
})

/** 逾期未办结说明: one a case, once the day set for the supervised case has passed. */
export const overdueExplanation = defineDeadline({
  id: 'overdue-explanation',
  title: '逾期未办结书面说明',
  matter: 'overdue-explanation',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['explain-overdue'],
  place: atMajor,
  count: ({ supervision }, context) => {
    const { dueOn, tasksCompletedOn } = supervision.major ?? {}
    if (!dueOn) return undefined
    if (tasksCompletedOn === undefined ? !hasPassed(context, dueOn) : tasksCompletedOn <= dueOn)
      return undefined
    const explanations = supervision.overdueExplanations.map(({ explainedOn }) => explainedOn)
    return dutySince(dueOn, '督办期限届满未办结，需书面说明原因').metOn(earliest(...explanations))
  },
})

/** Something that must be published: its matter, the agreement, suit or project that it is about, and since when. */
interface Disclosable {
  readonly matter: string
  /** Null where it is about the case as a whole. */
  readonly id: string | null
  readonly since: IsoDate
}

/**
 * What must be published: each agreement, judgment and restoration, and the money, from the day on which it came about.
 */
function disclosable(facts: Facts): Disclosable[] {
  const each = (matter: string, id: string | null, since: IsoDate | undefined): Disclosable[] =>
    since ? [{ matter, id, since }] : []
  const uses = facts.documents.payments?.uses ?? []
  const moved = [...facts.payments.map(({ paidOn }) => paidOn), ...uses.map(({ on }) => on)]
  return [
    ...bindingAgreements(facts).flatMap(({ id, signedOn }) => each('agreement', id, signedOn)),
    ...facts.court.suits.flatMap(({ id, effectiveOn }) => each('judgment', id, effectiveOn)),
    ...each('funds', null, latest(...moved)),
    ...facts.restoration.projects.flatMap((project) =>
      each('restoration-effect', project.id, passedOn(project)),
    ),
  ]
}

/** Whether a publication is about this: it says so, or it names nothing and there was only one such thing. */
function isAbout(facts: Facts, published: Disclosure, item: Disclosable): boolean {
  if (published.matter !== item.matter) return false
  // What was done with the money later is not in it yet.
  if (item.id === null) return published.publishedOn >= item.since
  if (published.subject !== undefined) return published.subject === item.id
  const all = disclosable(facts).filter(({ matter }) => matter === item.matter)
  const there = all.filter(({ since }) => since <= published.publishedOn)
  const [only, ...others] = there.length ? there : all
  return only?.id === item.id && others.length === 0
}

/** The day the court refused to confirm an agreement: it comes to nothing, and what takes its place is published. */
function refusedOn(facts: Facts, { matter, id }: Disclosable): IsoDate | undefined {
  const agreement = matter === 'agreement' ? facts.agreements.find((each) => each.id === id) : undefined
  const confirmation = agreement && confirmationOf(facts, agreement)
  return confirmation?.result === 'refused' ? (confirmation.ruledOn ?? agreement?.signedOn) : undefined
}

/** 信息公开: by law, without a number of days; `agreement/G1`, and `funds` for the case as a whole. */
export const disclosure = defineDeadlineForEach<Disclosable>({
  id: 'disclosure',
  title: '信息公开',
  matter: 'disclosure',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['disclose'],
  place: atCase,
  reportedBy: { openAtClosing: 'disclosure/missing' },
  each: disclosable,
  subject: ({ matter, id }) => (id === null ? matter : `${matter}/${id}`),
  count: (item, { regulation }, facts) => {
    const published = facts.supervision.disclosures.filter((each) => isAbout(facts, each, item))
    const what = regulation.label('disclosureMatters', item.matter)
    return dutySince(item.since, `${what}应当依法公开`)
      .metOn(earliest(...published.map(({ publishedOn }) => publishedOn)))
      .closedOn(refusedOn(facts, item))
  },
})
