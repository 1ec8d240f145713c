import { daysBetween } from '../../../calendar/dates.ts'
import { savedByOtherReading } from '../../../deadlines/engine.ts'
import { headingOf } from '../../../deadlines/index.ts'
import { inScreening, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { placeOf, sayDeadline } from '../../places.ts'

export const deadlineMetLate = defineRule({
  id: 'deadline/met-late',
  severity: 'warning',
  about: 'omission',
  matter: 'natural-days',
  title: '没有逾期办理的事项',
  why: '逾期办理的事实留在卷中，复核和督办时需要说明。',
  mend: '核对日期；确属逾期的，在案卷中说明原因。',
  reads: ['today'],
  *check({ facts, deadlines, today }) {
    for (const deadline of deadlines) {
      const { met, rolledDue, status } = deadline
      if (status !== 'met-late' || !met || !rolledDue || headingOf(deadline)?.toldBy?.metLate) continue
      const saved = savedByOtherReading(deadline, today)
      const message = late(sayDeadline(facts, deadline), rolledDue, met, deadline.article, saved)
      const more = {
        code: deadline.deadline,
        subject: deadline.subject,
        article: deadline.article,
        ...(saved ? { severity: 'notice' as const } : {}),
      }
      yield at(placeOf(facts, deadline), [], message, more)
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
        change: inScreening((screening) => {
          screening.checkedOn = '2025-03-11'
        }),
      },
    ],
  },
})

const late = (what: string, end: string, met: string, article: string, saved: boolean) =>
  `${what}应在 ${end} 以前办理，实际于 ${met} 办理，逾期 ${daysBetween(end, met)} 天${
    saved ? '（条文另一种读法下未逾期）' : ''
  }。${article}；请核对日期，确属逾期的在案卷中说明原因。`
