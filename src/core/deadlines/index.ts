import type { Facts } from '../facts/facts.ts'
import type { Setting } from '../view.ts'
import { agreement, evaluation, payment, restorationComplete, restorationStart } from './agreement.ts'
import { consultation, meet, notify, reply, serve, startSuit } from './consultation.ts'
import {
  agreementLimitation,
  confirmationApply,
  enforcementApply,
  filing,
  limitation,
  sendToCourt,
} from './court.ts'
import type { Deadline, DeadlineRule } from './define.ts'
import { conclude } from './engine.ts'
import { appraisalExplanation, investigation } from './investigation.ts'
import { initiate, replyToReporter, screening } from './screening.ts'
import { disclosure, majorReport, monthlyReport, overdueExplanation } from './supervision.ts'

/** Every deadline of a case, in the order of the procedure. Those of the repository stand in repository.ts. */
export const deadlineRules: readonly DeadlineRule[] = [
  screening,
  initiate,
  replyToReporter,
  investigation,
  appraisalExplanation,
  majorReport,
  notify,
  serve,
  reply,
  meet,
  consultation,
  startSuit,
  agreement,
  confirmationApply,
  payment,
  restorationStart,
  restorationComplete,
  evaluation,
  filing,
  sendToCourt,
  enforcementApply,
  limitation,
  agreementLimitation,
  monthlyReport,
  overdueExplanation,
  disclosure,
]

/** Every deadline of one case on the day of `setting.today`. */
export function deadlinesOf(facts: Facts, setting: Setting): Deadline[] {
  const context = { ...setting, period: setting.regulation.period }
  return deadlineRules.flatMap((rule) =>
    [...rule.counts(facts, context)].map((counted) => conclude(rule, facts.id, counted, setting)),
  )
}
