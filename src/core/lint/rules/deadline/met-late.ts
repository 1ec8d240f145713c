import { daysBetween } from '../../../calendar/dates.ts'
import { savedByOtherReading } from '../../../deadlines/engine.ts'
import { deadlineDescription } from '../../../deadlines/index.ts'
import { mayBeInTime, sayProvisionalAnd } from '../../../deadlines/provisional.ts'
import { shownArticle } from '../../../regulation/citation.ts'
import { reasonCall } from '../../calls.ts'
import { inPayment, inScreening, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { factOfDeadline, sayDeadline } from '../../places.ts'

export const deadlineMetLate = defineRule({
  id: 'deadline/met-late',
  severity: 'warning',
  about: 'omission',
  matter: 'natural-days',
  title: '没有逾期办理的事项',
  why: '逾期办理的事实留在卷中，复核和督办时需要说明。',
  mend: '核对日期；本单位确属逾期的，用 ejc amend 案件 登记线索 在「检查设置」的「豁免的检查」写明原因。',
  reads: ['today'],
  *check(scope) {
    const { facts, deadlines, regulation } = scope
    for (const deadline of deadlines) {
      const { met, rolledDue, status } = deadline
      if (deadlineDescription(deadline)?.besideProcedure) continue
      if (status !== 'met-late' || !met || !rolledDue || deadlineDescription(deadline)?.reportedBy?.metLate)
        continue
      const saved = savedByOtherReading(deadline, scope)
      const undecided = mayBeInTime(deadline, met)
      const doubts = [
        ...(saved ? ['（条文另一种读法下未逾期）'] : []),
        ...(undecided ? [`（放假安排公布后最迟可能到 ${deadline.latestDue}）`] : []),
      ].join('')
      const days = daysBetween(rolledDue, met)
      const what = sayDeadline(facts, deadline, regulation)
      const isOwn = deadlineDescription(deadline)?.owedBy === 'office'
      const message = late(
        what,
        sayProvisionalAnd('以前', rolledDue, deadline),
        met,
        `${days} 天${doubts}`,
        `${shownArticle(deadline)}${isOwn ? `；请核对日期，确属逾期的用 ${reasonCall(facts)} 在「豁免的检查」写明原因` : '；不是本单位逾期，日期无误的不用办理'}`,
      )
      const more = {
        code: deadline.deadline,
        subject: deadline.subject,
        article: deadline.article,
        day: rolledDue,
        ...(saved || undecided || !isOwn ? { severity: 'notice' as const } : {}),
      }
      yield at(factOfDeadline(facts, deadline), [], message, more)
    }
  },
  examples: {
    accept: [
      { title: '都在期限内办理', change: unchanged },
      {
        title: '在期限的最后一日核查',
        change: inScreening((screening) => {
          screening.checkedOn = '2025-03-10'
        }),
      },
    ],
    reject: [
      {
        title: '在期限届满的次日核查',
        finds: ['warning screening case.clue'],
        change: inScreening((screening) => {
          screening.checkedOn = '2025-03-11'
        }),
      },
      {
        title: '义务人逾期付款，不是本单位逾期',
        finds: ['notice payment agreements.agreements.0.payments.0'],
        change: inPayment((payment) => {
          payment.paidOn = '2025-08-21'
        }),
      },
    ],
  },
})

const late = (what: string, byWhen: string, met: string, lateBy: string, rest: string) =>
  `${what}应在 ${byWhen}办理，实际于 ${met} 办理，逾期 ${lateBy}。${rest}。`
