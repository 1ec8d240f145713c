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
        subject: deadline.subject,
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

/** What others owe, and whose silence leaves the next step to the officer: 「可以视为」, 「可以要求」. 第十六条、第二十二条 */
const owedByOthers = new Set(['reply', 'appraisal-explanation'])

/** Error; warning where the period is advisory or 「原则上」, others owe it, or another reading of the text saves it. */
function severityOf({ regulation, today }: CaseScope, deadline: Deadline): Severity {
  const principle = regulation.pack.periods[deadline.deadline]?.principle === true
  const light = principle || deadline.advisory || owedByOthers.has(deadline.deadline)
  return light || savedByOtherReading(deadline, today) ? 'warning' : 'error'
}

const demand = '请要求赔偿义务人履行，不履行的依第二十四条申请强制执行或者起诉；已办理的补录日期'

/** What to do once a day has passed that the office can't make up for by acting late. */
const advice: Readonly<Record<string, string>> = {
  'appraisal-explanation': '请催促鉴定评估机构提交；已提交的补录日期',
  reply: '可以视为磋商未达成一致（第二款第一项），由承办人认定；已答复的补录日期',
  consultation: '没有谈成的可以视为磋商未达成一致（第二十二条第二款第六项），由承办人认定；已谈成的补录会议',
  payment: demand,
  'restoration-start': demand,
  'restoration-complete': demand,
  'enforcement-apply': '请核对期间有无中断；仍需执行的，尽快向人民法院申请并说明；已申请的补录日期',
  'agreement-limitation':
    '请核对有无中断时效的事由（民法典第一百九十五条）并补录；确已届满的，义务人可以提出时效抗辩',
  limitation: '请核对有无中断时效的事由（民法典第一百九十五条）并补录；确已届满的，义务人可以提出时效抗辩',
}

const finish = '请尽快办理并记录，已办理的补录日期'

/** No text sets the period; it is only what is usual for papers of another kind. */
const noPeriod = '没有条文规定期限，这是参照其他文书的提示；需要办理的请尽快办理，已办理的补录日期'

function overdue(what: string, deadline: Deadline, today: IsoDate): string {
  const { due, rolledDue, article, otherReading } = deadline
  const end = rolledDue ?? due ?? today
  const other = otherReading?.rolledDue
    ? `（另一种读法到 ${otherReading.rolledDue}：${otherReading.because}）`
    : ''
  const days = daysBetween(end, today)
  if (deadline.advisory) return `${what}到 ${end} 的参考日期已过 ${days} 天。${article}；${noPeriod}。`
  return `${what}已于 ${end} 届满，逾期 ${days} 天${other}。${article}；${advice[deadline.deadline] ?? finish}。`
}
