import { daysLeftOn } from '../../../deadlines/days-left.ts'
import type { Deadline } from '../../../deadlines/define.ts'
import { sayProvisional } from '../../../deadlines/provisional.ts'
import { shownArticle } from '../../../regulation/citation.ts'
import { callOf } from '../../calls.ts'
import { unchanged, without } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { factOfDeadline, sayDeadline } from '../../places.ts'

export const deadlineSoon = defineRule({
  id: 'deadline/soon',
  severity: 'notice',
  about: 'omission',
  severityStays: 'owed',
  matter: 'natural-days',
  title: '临近届满的期限',
  why: '留出办理的时间，免得逾期。',
  mend: '安排办理；用 ejc due 查看全部期限。',
  reads: ['today'],
  *check(scope) {
    const { facts, deadlines, regulation } = scope
    for (const deadline of deadlines) {
      const { status, due, rolledDue, article } = deadline
      if ((status !== 'soon' && status !== 'rolled') || !due) continue
      const what = sayDeadline(facts, deadline, regulation)
      const message =
        status === 'rolled'
          ? rolled(what, due, sayProvisional(rolledDue ?? due, deadline))
          : soon(what, due, daysLeftOn(due, rolledDue, status, scope.today), lastDay(deadline))
      yield at(
        factOfDeadline(facts, deadline),
        [],
        `${message}（${shownArticle(deadline)}）。请安排办理${callOf(facts, deadline)}。`,
        {
          code: deadline.deadline,
          subject: deadline.subject,
          article,
        },
      )
    }
  },
  examples: {
    accept: [
      { title: '没有临近届满的期限', change: unchanged },
      { title: '期限还早', today: '2025-03-05', change: without('investigation') },
    ],
    reject: [
      {
        title: '初步核查明日届满',
        says: ['将于 2025-03-10 届满，还剩 1 天'],
        finds: ['notice screening case.clue'],
        today: '2025-03-09',
        change: (documents) => {
          delete documents.screening
          delete documents.investigation
        },
      },
      {
        title: '期满日已过，顺延的最后一日未过',
        says: ['的期满日 2026-05-01 是休息日，顺延至 2026-05-06，此后即为逾期'],
        finds: ['notice payment agreements.agreements.0.payments.2'],
        today: '2026-05-04',
        change: (documents) => {
          documents.agreements?.agreements[0]?.payments?.push({
            id: 'P3',
            dueOn: '2026-05-01',
            amount: '1.00',
          })
        },
      },
      {
        title: '放假安排还没有公布，最后一日暂定',
        finds: ['notice payment agreements.agreements.0.payments.2'],
        says: ['届满（最后一日 2027-10-06，暂定）'],
        today: '2027-09-30',
        change: (documents) => {
          documents.agreements?.agreements[0]?.payments?.push({
            id: 'P3',
            dueOn: '2027-10-01',
            amount: '1.00',
          })
        },
      },
    ],
  },
})

/** The last day where it is not certain yet. */
function lastDay({ rolledDue, certain }: Deadline): string {
  return rolledDue && !certain ? `（最后一日 ${rolledDue}，暂定）` : ''
}

const soon = (what: string, due: string, daysLeft: number | null, last: string) =>
  `${what}将于 ${due} 届满${last}，还剩 ${daysLeft ?? 0} 天`

const rolled = (what: string, due: string, end: string) =>
  `${what}的期满日 ${due} 是休息日，顺延至 ${end}，此后即为逾期`
