import type { Action } from '../define.ts'
import { accept } from './accept.ts'
import { addEvidence } from './add-evidence.ts'
import { agreePreRestoration } from './agree-pre-restoration.ts'
import { amendAgreement } from './amend-agreement.ts'
import { amendObligors } from './amend-obligors.ts'
import { answerReporter } from './answer-reporter.ts'
import { appeal } from './appeal.ts'
import { applyConfirmation } from './apply-confirmation.ts'
import { applyEnforcement } from './apply-enforcement.ts'
import { applyPaymentOrder } from './apply-payment-order.ts'
import { approveSubstitute } from './approve-substitute.ts'
import { authorizeCounty } from './authorize-county.ts'
import { close } from './close.ts'
import { commissionAppraisal } from './commission-appraisal.ts'
import { completeRestoration } from './complete-restoration.ts'
import { completeSupervision } from './complete-supervision.ts'
import { conclude } from './conclude.ts'
import { consentMoreMeetings } from './consent-more-meetings.ts'
import { convenePanel } from './convene-panel.ts'
import { decline } from './decline.ts'
import { demandPerformance } from './demand-performance.ts'
import { designate } from './designate.ts'
import { determineSimpleCase } from './determine-simple-case.ts'
import { disclose } from './disclose.ts'
import { evaluate } from './evaluate.ts'
import { exemptEvaluation } from './exempt-evaluation.ts'
import { explainAppraisal } from './explain-appraisal.ts'
import { explainOverdue } from './explain-overdue.ts'
import { extendInvestigation } from './extend-investigation.ts'
import { failConsultation } from './fail-consultation.ts'
import { fileEvaluation } from './file-evaluation.ts'
import { initiate } from './initiate.ts'
import { inspectRestoration } from './inspect-restoration.ts'
import { interruptLimitation } from './interrupt-limitation.ts'
import { judge } from './judge.ts'
import { logInvestigation } from './log-investigation.ts'
import { markMajor } from './mark-major.ts'
import { meet } from './meet.ts'
import { notify } from './notify.ts'
import { notifyLeniency } from './notify-leniency.ts'
import { object } from './object.ts'
import { pay } from './pay.ts'
import { payBond } from './pay-bond.ts'
import { preserve } from './preserve.ts'
import { reappraise } from './reappraise.ts'
import { receiveAppraisal } from './receive-appraisal.ts'
import { recordApproval } from './record-approval.ts'
import { recordDamage } from './record-damage.ts'
import { recordEnforcement } from './record-enforcement.ts'
import { recordFacts } from './record-facts.ts'
import { recordFailedService } from './record-failed-service.ts'
import { recordPaymentOrder } from './record-payment-order.ts'
import { reply } from './reply.ts'
import { reportMajor } from './report-major.ts'
import { reportMonth } from './report-month.ts'
import { requestEarlyConsultation } from './request-early-consultation.ts'
import { reviewSimpleCase } from './review-simple-case.ts'
import { ruleConfirmation } from './rule-confirmation.ts'
import { screen } from './screen.ts'
import { sendToCourt } from './send-to-court.ts'
import { serve } from './serve.ts'
import { setReplyDay } from './set-reply-day.ts'
import { sign } from './sign.ts'
import { startRestoration } from './start-restoration.ts'
import { sue } from './sue.ts'
import { terminate } from './terminate.ts'
import { transfer } from './transfer.ts'
import { waiveMeeting } from './waive-meeting.ts'
import { withdrawObligor } from './withdraw-obligor.ts'

/** Every action, in the order of the procedure; those that may be needed at any time come last. */
export const actions: readonly Action[] = [
  authorizeCounty,
  answerReporter,
  screen,
  decline,
  initiate,
  recordApproval,
  logInvestigation,
  recordFacts,
  recordDamage,
  determineSimpleCase,
  reviewSimpleCase,
  commissionAppraisal,
  receiveAppraisal,
  object,
  explainAppraisal,
  convenePanel,
  reappraise,
  extendInvestigation,
  conclude,
  terminate,
  requestEarlyConsultation,
  notify,
  serve,
  recordFailedService,
  setReplyDay,
  reply,
  meet,
  consentMoreMeetings,
  waiveMeeting,
  sign,
  failConsultation,
  amendAgreement,
  payBond,
  approveSubstitute,
  applyConfirmation,
  ruleConfirmation,
  pay,
  agreePreRestoration,
  startRestoration,
  inspectRestoration,
  completeRestoration,
  evaluate,
  accept,
  exemptEvaluation,
  fileEvaluation,
  sendToCourt,
  demandPerformance,
  applyPaymentOrder,
  recordPaymentOrder,
  preserve,
  sue,
  judge,
  appeal,
  applyEnforcement,
  recordEnforcement,
  interruptLimitation,
  transfer,
  markMajor,
  reportMajor,
  reportMonth,
  explainOverdue,
  completeSupervision,
  disclose,
  notifyLeniency,
  designate,
  amendObligors,
  withdrawObligor,
  addEvidence,
  close,
]

/** The action of an id; undefined when there is none. */
export function actionOf(id: string): Action | undefined {
  return actions.find((action) => action.id === id)
}
