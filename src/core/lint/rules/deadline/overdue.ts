import type { ActionId } from '../../../../generated/ids.ts'
import { daysBetween } from '../../../calendar/dates.ts'
import type { Deadline } from '../../../deadlines/define.ts'
import { savedByOtherReading } from '../../../deadlines/engine.ts'
import { deadlineDescription } from '../../../deadlines/index.ts'
import { isForgone } from '../../../deadlines/pending.ts'
import {
  mayBeInTime,
  mayStillBeInTime,
  sayProvisional,
  sayProvisionalAnd,
} from '../../../deadlines/provisional.ts'
import { instalments } from '../../../facts/instalments.ts'
import { isUnderEnforcement } from '../../../facts/pursuit.ts'
import { shownArticle } from '../../../regulation/citation.ts'
import { remedies, remediesOf } from '../../../stages/remedy.ts'
import { callOf, stepCall } from '../../calls.ts'
import { all, inCourt, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule, type Severity } from '../../define.ts'
import { factOfDeadline, sayDeadline } from '../../places.ts'

export const deadlineOverdue = defineRule({
  id: 'deadline/overdue',
  severity: 'error',
  about: 'omission',
  severityStays: 'owed',
  matter: 'natural-days',
  title: '期限届满以前办完',
  why: '逾期影响程序的效力和磋商的成败，也是督办和考核的内容。',
  mend: '尽快办理并记录办理日期；已经办完的，补录日期。用 ejc due --explain 查看怎样算出。',
  reads: ['today'],
  *check(scope) {
    for (const deadline of scope.deadlines) {
      if (deadline.status !== 'overdue' || deadlineDescription(deadline)?.reportedBy?.overdue) continue
      const message = overdue(sayDeadline(scope.facts, deadline, scope.regulation), deadline, scope)
      const more = {
        code: deadline.deadline,
        subject: deadline.subject,
        severity: severityOf(scope, deadline),
        article: deadline.article,
      }
      yield at(factOfDeadline(scope.facts, deadline), [], message, more)
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
        finds: ['error screening case.clue'],
        today: '2025-03-11',
        change: (documents) => {
          delete documents.screening
          delete documents.investigation
        },
      },
      {
        title: '付款日已过，正在强制执行',
        finds: [
          'error payment agreements.agreements.0.payments.0',
          'error payment agreements.agreements.0.payments.1',
        ],
        says: ['正在强制执行，请向法院了解执行进展'],
        change: all(
          (documents) => {
            delete documents.payments
          },
          inCourt((court) => {
            const enforced = { instrument: 'confirmation', reference: 'G1', obligors: ['o1', 'o2'] }
            court.enforcements = [{ id: 'F1', ...enforced, appliedOn: '2026-05-01' }]
          }),
        ),
      },
      {
        title: '协议约定的修复完成日已过',
        finds: [
          'error restoration-start agreements.agreements.0',
          'error restoration-complete agreements.agreements.0',
          'error evaluation agreements.agreements.0',
        ],
        change: (documents) => {
          delete documents.restoration
        },
      },
    ],
  },
})

/**
 * Error; warning where the period is advisory or 「原则上」, where the text leaves the next step to the officer, where
 * only a right is lost, it runs beside the procedure, or another reading of the text saves it.
 */
function severityOf(scope: CaseScope, deadline: Deadline): Severity {
  const { regulation } = scope
  const principle = regulation.pack.periods[deadline.deadline]?.principle === true
  const { kind, whenLate, besideProcedure = false } = deadlineDescription(deadline) ?? {}
  const isRight = kind === 'right' || whenLate?.severity === 'warning'
  const light = principle || deadline.advisory || isRight || besideProcedure
  const saved = savedByOtherReading(deadline, scope) || mayStillBeInTime(deadline, scope)
  return light || saved ? 'warning' : 'error'
}

/** Without the remedies that are refused: nobody is sent to a step that is not possible. */
function openAmong(scope: CaseScope, actions: readonly ActionId[]): readonly ActionId[] {
  const verdicts = remediesOf(scope).flatMap((each) => each.remedies)
  const isRefused = (action: ActionId): boolean => {
    const own = verdicts.filter(({ remedy }) => remedies[remedy].action === action)
    return own.length > 0 && own.every(({ refusedBy }) => refusedBy.length > 0)
  }
  return actions.filter((action) => !isRefused(action))
}

/** Whether it is the last day for money that the court enforces now: nobody is sent to court once more. */
function isEnforcedNow({ facts }: CaseScope, deadline: Deadline): boolean {
  if (deadlineDescription(deadline)?.debt !== 'money') return false
  const instalment = instalments(facts).find(({ payment }) => payment.id === deadline.subject)
  return instalment !== undefined && isUnderEnforcement(facts, instalment)
}

/** The advice where nothing more can be said, or the text lacks the matter of other advice. */
const finish = (call: string) => `请尽快办理并记录，已办理的补录日期${call}`

/** No text sets this period; it is only usual for papers of another kind. */
const noPeriod = (call: string) =>
  `没有条文规定期限，这是参照其他文书的提示；需要办理的请尽快办理，已办理的补录日期${call}`

function overdue(what: string, deadline: Deadline, scope: CaseScope): string {
  const { today, regulation, facts } = scope
  const { due, rolledDue, otherReading } = deadline
  const article = shownArticle(deadline)
  const end = rolledDue ?? due ?? today
  const otherDue = otherReading?.rolledDue
    ? `（另一种读法到 ${sayProvisional(otherReading.rolledDue, { certain: !otherReading.latestDue })}：${otherReading.because}）`
    : ''
  const doubt = mayBeInTime(deadline, today) ? `，放假安排公布后最迟可能到 ${deadline.latestDue}` : ''
  const days = daysBetween(end, today)
  const call = callOf(facts, deadline)
  if (deadline.advisory)
    return `${what}到 ${sayProvisionalAnd('的参考日期', end, deadline)}已过 ${days} 天。${article}；${noPeriod(call)}。`
  if (isEnforcedNow(scope, deadline))
    return `${what}已于 ${sayProvisionalAnd('届满', end, deadline)}，逾期 ${days} 天。${article}；正在强制执行，请向法院了解执行进展。`
  const { advice, matter, actions = [] } = deadlineDescription(deadline)?.whenLate ?? {}
  const isAdvised = advice !== undefined && (matter === undefined || regulation.has(matter))
  // Whoever pursues a breach demands first, by a letter.
  const steps = actions.includes('apply-enforcement')
    ? (['demand-performance', ...openAmong(scope, actions)] as const)
    : actions
  const calls = steps.map((step) => stepCall(facts, step)).join('、')
  const next = isAdvised ? [advice, ...(calls ? [`可以用 ${calls}`] : [])].join('；') : finish(call)
  return `${what}已于 ${sayProvisionalAnd('届满', end, deadline)}，${isForgone(deadline) ? '已过' : '逾期'} ${days} 天${doubt}${otherDue}。${article}；${next}。`
}
