import { firstOfMonth } from '../../../calendar/dates.ts'
import type { Deadline } from '../../../deadlines/define.ts'
import { mayStillBeInTime } from '../../../deadlines/provisional.ts'
import type { Documents } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { inSupervision, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const monthlyReportMissing = defineRule({
  id: 'supervision/monthly-report',
  severity: 'error',
  about: 'omission',
  severityStays: 'owed',
  matter: 'monthly-report',
  title: '重大案件每月报告进展',
  why: '督办单位靠月报跟踪案件，直至完成全部督办任务，签约以后也不停止。',
  mend: '补报进展并办理「报告重大案件月度进展」；督办任务已完成的，记录完成日期。',
  reads: ['today'],
  *check(scope) {
    const { facts, deadlines } = scope
    const { major } = facts.supervision
    const months = deadlines.filter(({ deadline }) => deadline === 'monthly-report')
    const missing = months.filter(({ status }) => status === 'overdue')
    const undecided = missing.filter((month) => mayStillBeInTime(month, scope))
    const [first] = spans(months)
    if (!major || !first) return
    const doubts = undecided.map(
      ({ subject, latestDue }) => `${subject} 的报告日暂定，最迟可能到 ${latestDue}`,
    )
    const message = unreported(spans(months).map(showSpan).join('、'), missing.length, doubts)
    const severity = undecided.length === missing.length ? 'warning' : 'error'
    yield at(major, [], message, { code: first.from, severity })
  },
  examples: {
    accept: [
      { title: '不是重大案件', change: unchanged },
      { title: '督办任务完成以前都已报告', change: reportedIn('2025-04', '2025-05') },
      {
        title: '今天是报告日',
        today: '2025-04-10',
        change: inSupervision((supervision) => {
          supervision.major = { grounds: ['other-influence'] }
        }),
      },
    ],
    reject: [
      {
        title: '有一个月没有报告',
        finds: ['error 2025-05 supervision.major'],
        change: reportedIn('2025-04'),
      },
      {
        title: '连续两个月没有报告',
        finds: ['error 2025-04 supervision.major'],
        says: ['缺少 2025-04 至 2025-05 的月度进展报告（共 2 个月）'],
        change: reportedIn(),
      },
      {
        title: '首个报告日的次日',
        finds: ['error 2025-04 supervision.major'],
        says: ['缺少 2025-04 的月度进展报告（共 1 个月）'],
        today: '2025-04-11',
        change: inSupervision((supervision) => {
          supervision.major = { grounds: ['other-influence'] }
        }),
      },
      {
        title: '第二个月已报告，前后都没有',
        finds: ['error 2025-04 supervision.major'],
        says: ['缺少 2025-04、2025-06 至 2025-07 的月度进展报告（共 3 个月）'],
        change: inSupervision((supervision) => {
          supervision.major = { grounds: ['other-influence'], tasksCompletedOn: '2025-07-31' }
          supervision.monthlyReports = [{ month: '2025-05', reportedOn: '2025-05-08' }]
        }),
      },
    ],
  },
})

interface MissedMonths {
  readonly from: string
  to: string
}

/** The missed months, consecutive ones as one span; there is one deadline for each month. */
function spans(months: readonly Deadline[]): MissedMonths[] {
  const missed: MissedMonths[] = []
  let open: MissedMonths | undefined
  for (const { status, subject } of months) {
    if (status !== 'overdue' || !subject) open = undefined
    else if (open) open.to = subject
    else {
      open = { from: subject, to: subject }
      missed.push(open)
    }
  }
  return missed
}

/** 2025-06 至 2025-09, or a single month. */
function showSpan({ from, to }: MissedMonths): string {
  return from === to ? from : `${from} 至 ${to}`
}

function reportedIn(...months: readonly string[]): (documents: Documents) => void {
  return inSupervision((supervision) => {
    supervision.major = { grounds: ['other-influence'], tasksCompletedOn: '2025-05-31' }
    supervision.monthlyReports = months.map((month) => ({ month, reportedOn: firstOfMonth(month) }))
  })
}

const unreported = (months: string, count: number, doubts: readonly string[]) =>
  `缺少 ${months} 的月度进展报告（${[`共 ${count} 个月`, ...doubts].join('；')}）。${cite('monthly-report')}：承办单位需每月报告进展，直至完成全部督办任务；请补报并记录。`
