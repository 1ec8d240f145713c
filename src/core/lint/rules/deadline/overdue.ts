import { daysBetween, type IsoDate } from '../../../calendar/dates.ts'
import type { Deadline } from '../../../deadlines/define.ts'
import { savedByOtherReading } from '../../../deadlines/engine.ts'
import { unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule, type Severity } from '../../define.ts'
import { placeOf, sayDeadline } from '../../places.ts'

/** Missed months are one finding of supervision/monthly-report, not one each. */
const elsewhere = new Set(['monthly-report'])

export const deadlineOverdue = defineRule({
  id: 'deadline/overdue',
  severity: 'error',
  article: '第四十二条',
  title: '期限届满以前办完',
  why: '逾期影响程序的效力和磋商的成败，也是督办和考核的内容。',
  mend: '尽快办理并记录办理日期；已经办完的，补录日期。用 ejc due --explain 查看怎样算出。',
  reads: ['today'],
  *check(scope) {
    for (const deadline of scope.deadlines) {
      if (deadline.status !== 'overdue' || elsewhere.has(deadline.deadline)) continue
      const message = overdue(sayDeadline(scope.facts, deadline), deadline, scope.today)
      const more = {
        code: deadline.deadline,
        severity: severityOf(scope, deadline),
        article: deadline.article,
      }
      yield at(placeOf(scope.facts, deadline), [], message, more)
    }
  },
  examples: {
    accept: [
      { title: '期限都已办理', change: unchanged },
      {
        title: '期满日是休息日，在顺延后的第一个工作日',
        today: '2026-05-06',
        change: (documents) => {
          documents.agreements?.agreements[0]?.payments?.push({
            id: 'P3',
            dueOn: '2026-05-01',
            amount: '1.00',
          })
        },
      },
    ],
    reject: [
      {
        title: '初步核查逾期',
        today: '2025-03-11',
        change: (documents) => {
          delete documents.screening
          delete documents.investigation
        },
      },
      {
        title: '协议约定的修复完成日已过',
        change: (documents) => {
          delete documents.restoration
        },
      },
    ],
  },
})

/** Error; warning where the period is only advisory or 「原则上」, or where another reading of the text saves it. */
function severityOf({ regulation, today }: CaseScope, deadline: Deadline): Severity {
  const principle = regulation.pack.periods[deadline.deadline]?.principle === true
  return principle || deadline.advisory || savedByOtherReading(deadline, today) ? 'warning' : 'error'
}

function overdue(what: string, { due, rolledDue, article, otherReading }: Deadline, today: IsoDate): string {
  const end = rolledDue ?? due ?? today
  const other = otherReading?.rolledDue
    ? `（另一种读法到 ${otherReading.rolledDue}：${otherReading.because}）`
    : ''
  return `${what}已于 ${end} 届满，逾期 ${daysBetween(end, today)} 天${other}。${article}；请尽快办理并记录，已办理的补录日期。`
}
