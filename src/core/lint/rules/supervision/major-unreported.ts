import type { Major } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { hasPassed } from '../../../setting.ts'
import { all, inSupervision, unchanged, without } from '../../change.ts'
import { at, type CaseScope, defineRule, type Severity } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const majorUnreported = defineRule({
  id: 'supervision/major-unreported',
  severity: 'error',
  about: 'omission',
  unrecorded: '重大案件书面报告',
  matter: 'major-report',
  title: '重大案件启动时书面报告',
  why: '重大案件由自治区统筹督办；不报告，督办单位无从跟踪。',
  mend: '向本级领导小组办公室和上级主管部门书面报告，并办理「书面报告重大案件」。',
  reads: ['today'],
  *check(scope) {
    const { facts } = scope
    const { major } = facts.supervision
    if (!major || !hasItems(major.grounds) || !facts.investigation?.initiation) return
    const reports = major.reports ?? []
    if (!hasItems(reports)) yield at(major, [], unreported, { code: 'none', severity: urgency(scope, major) })
    else if (new Set(reports.map(({ to }) => to)).size === 1) {
      yield at(major, 'reports', onlyOne, { code: 'one', severity: 'warning' })
    }
  },
  examples: {
    accept: [
      { title: '不是重大案件', change: unchanged },
      { title: '两处都已报告', change: reported('南宁市领导小组办公室', '自治区生态环境厅') },
      {
        title: '没有认定为重大案件',
        change: inSupervision((supervision) => {
          supervision.major = { grounds: [] }
        }),
      },
      { title: '还没有启动', change: all(reported(), without('investigation')) },
    ],
    reject: [
      { title: '没有报告', finds: ['error none supervision.major'], change: reported() },
      {
        title: '只报告了一处',
        finds: ['warning one supervision.major.reports'],
        change: reported('自治区生态环境厅'),
      },
      {
        title: '没有报告，首个月度报告还没有到期',
        finds: ['warning none supervision.major'],
        today: '2025-04-10',
        change: inSupervision((supervision) => {
          supervision.major = { grounds: ['other-influence'] }
        }),
      },
      {
        title: '没有报告，首个月度报告的次日',
        finds: ['error none supervision.major'],
        today: '2025-04-11',
        change: inSupervision((supervision) => {
          supervision.major = { grounds: ['other-influence'] }
        }),
      },
      {
        title: '没有报告，督办任务已经完成',
        finds: ['error none supervision.major'],
        today: '2025-04-01',
        change: inSupervision((supervision) => {
          supervision.major = { grounds: ['other-influence'], tasksCompletedOn: '2025-03-31' }
        }),
      },
      {
        title: '没有报告就结案',
        finds: ['error none supervision.major'],
        today: '2025-04-01',
        change: all(
          inSupervision((supervision) => {
            supervision.major = { grounds: ['other-influence'] }
          }),
          (documents) => {
            documents.closing = { closed: { closedOn: '2025-03-31' } }
          },
        ),
      },
      {
        title: '两次都报告同一处',
        finds: ['warning one supervision.major.reports'],
        change: reported('自治区生态环境厅', '自治区生态环境厅'),
      },
    ],
  },
})

/** 「及时」 sets no day: an error once the first monthly report was due, or the case is closed. */
function urgency(scope: CaseScope, { tasksCompletedOn }: Major): Severity {
  const { facts, deadlines } = scope
  if (tasksCompletedOn || facts.closing.closed) return 'error'
  const isPast = deadlines.some(
    ({ deadline, rolledDue, latestDue }) =>
      deadline === 'monthly-report' && rolledDue !== null && hasPassed(scope, latestDue ?? rolledDue),
  )
  return isPast ? 'error' : 'warning'
}

function reported(...to: readonly string[]) {
  return inSupervision((supervision) => {
    const reports = to.map((each) => ({ to: each, on: '2025-03-07' }))
    supervision.major = { grounds: ['other-influence'], reports, tasksCompletedOn: '2025-03-31' }
  })
}

const unreported = `重大案件已启动，没有书面报告。${cite('major-report')}：应当及时向本级领导小组办公室和上级主管部门书面报告；请报告并记录。`

const onlyOne = `重大案件只记录了一处报告。${cite('major-report')}：应当向本级领导小组办公室和上级主管部门两处报告；请补报或者补录。`
