import type { CaseRule, HistoryRule, Rule } from './define.ts'
import { describedRules } from './housekeeping.ts'
import { belowAppraisal } from './rules/agreement/below-appraisal.ts'
import { agreementBond } from './rules/agreement/bond.ts'
import { clauseEmpty } from './rules/agreement/clause-empty.ts'
import { clauseMissing } from './rules/agreement/clause-missing.ts'
import { draftClauseMissing } from './rules/agreement/draft-clause-missing.ts'
import { draftFigures } from './rules/agreement/draft-figures.ts'
import { agreementInstalments } from './rules/agreement/instalments.ts'
import { obligorMissing } from './rules/agreement/obligor-missing.ts'
import { substituteNotAllowed } from './rules/agreement/substitute-not-allowed.ts'
import { agreementSum } from './rules/agreement/sum.ts'
import { techUpgradeCap } from './rules/agreement/tech-upgrade-cap.ts'
import { appraisalAmounts } from './rules/appraisal/amounts.ts'
import { appraisalExperts } from './rules/appraisal/experts.ts'
import { appraisalPanel } from './rules/appraisal/panel.ts'
import { simpleCase } from './rules/appraisal/simple-case.ts'
import { closedUndone } from './rules/case/closed-undone.ts'
import { danglingReference } from './rules/case/dangling-reference.ts'
import { dateOrder } from './rules/case/date-order.ts'
import { futureDate } from './rules/case/future-date.ts'
import { obligorIdChecksum } from './rules/case/obligor-id-checksum.ts'
import { outOfScope } from './rules/case/out-of-scope.ts'
import { regulationSuperseded } from './rules/case/regulation-superseded.ts'
import { stageGap } from './rules/case/stage-gap.ts'
import { failureGround } from './rules/consultation/failure-ground.ts'
import { replyDeadline } from './rules/consultation/reply-deadline.ts'
import { consultationService } from './rules/consultation/service.ts'
import { signingPast90Days } from './rules/consultation/signing-past-90-days.ts'
import { tooManyMeetings } from './rules/consultation/too-many-meetings.ts'
import { consultationWaiver } from './rules/consultation/waiver.ts'
import { confirmationLate } from './rules/court/confirmation-late.ts'
import { crimeNotTransferred } from './rules/court/crime-not-transferred.ts'
import { enforcementInstrument } from './rules/court/enforcement-instrument.ts'
import { refusedNeedsNewRound } from './rules/court/refused-needs-new-round.ts'
import { suitEvidence } from './rules/court/suit-evidence.ts'
import { lateExtension } from './rules/deadline/late-extension.ts'
import { deadlineMetLate } from './rules/deadline/met-late.ts'
import { deadlineOverdue } from './rules/deadline/overdue.ts'
import { deadlineSoon } from './rules/deadline/soon.ts'
import { disclosureMissing } from './rules/disclosure/missing.ts'
import { personalData } from './rules/disclosure/personal-data.ts'
import { documentMissing } from './rules/document/missing.ts'
import { documentStale } from './rules/document/stale.ts'
import { documentUnfilled } from './rules/document/unfilled.ts'
import { evidenceHash } from './rules/evidence/hash.ts'
import { missingFile } from './rules/evidence/missing-file.ts'
import { unlistedFile } from './rules/evidence/unlisted-file.ts'
import { datedAhead } from './rules/history/dated-ahead.ts'
import { factChanged } from './rules/history/fact-changed.ts'
import { otherCase } from './rules/history/other-case.ts'
import { outsideEjc } from './rules/history/outside-ejc.ts'
import { historyRewritten } from './rules/history/rewritten.ts'
import { investigationApprovals } from './rules/investigation/approvals.ts'
import { conclusionMissing } from './rules/investigation/conclusion-missing.ts'
import { factsWithoutEvidence } from './rules/investigation/facts-without-evidence.ts'
import { legalBasis } from './rules/investigation/legal-basis.ts'
import { terminationGround } from './rules/investigation/termination-ground.ts'
import { countyAuthorization } from './rules/jurisdiction/county-authorization.ts'
import { jurisdictionDepartment } from './rules/jurisdiction/department.ts'
import { leadUnit } from './rules/jurisdiction/lead-unit.ts'
import { jurisdictionLevel } from './rules/jurisdiction/level.ts'
import { paymentsDestination } from './rules/payments/destination.ts'
import { paymentsExceed } from './rules/payments/exceeds.ts'
import { paymentsUnpaid } from './rules/payments/unpaid.ts'
import { evaluationMissing } from './rules/restoration/evaluation-missing.ts'
import { restorationExemption } from './rules/restoration/exemption.ts'
import { implementerEvaluates } from './rules/restoration/implementer-evaluates.ts'
import { implementerWrotePlan } from './rules/restoration/implementer-wrote-plan.ts'
import { restorationNotFiled } from './rules/restoration/not-filed.ts'
import { restorationNotPassed } from './rules/restoration/not-passed.ts'
import { preAgreement } from './rules/restoration/pre-agreement.ts'
import { substituteUnrecorded } from './rules/restoration/substitute-unrecorded.ts'
import { notInitiatedGround } from './rules/screening/not-initiated-ground.ts'
import { screeningUndecided } from './rules/screening/undecided.ts'
import { majorUnmarked } from './rules/supervision/major-unmarked.ts'
import { majorUnreported } from './rules/supervision/major-unreported.ts'
import { monthlyReportMissing } from './rules/supervision/monthly-report.ts'

/** Every rule over the history, run by `ejc lint --verify-history`. */
export const historyRules: readonly HistoryRule[] = [
  outsideEjc,
  factChanged,
  datedAhead,
  historyRewritten,
  otherCase,
]

/** What concerns the repository as a whole: what is found while files are read, and the rules over its history. */
export const housekeepingRules: readonly Exclude<Rule, CaseRule>[] = [...describedRules, ...historyRules]

/** Every rule over one case, in the order of the procedure; `ejc lint` runs them in this order. */
export const caseRules: readonly CaseRule[] = [
  regulationSuperseded,
  outOfScope,
  dateOrder,
  futureDate,
  obligorIdChecksum,
  danglingReference,
  stageGap,
  closedUndone,
  jurisdictionLevel,
  jurisdictionDepartment,
  countyAuthorization,
  leadUnit,
  deadlineOverdue,
  deadlineMetLate,
  lateExtension,
  deadlineSoon,
  notInitiatedGround,
  screeningUndecided,
  investigationApprovals,
  factsWithoutEvidence,
  legalBasis,
  conclusionMissing,
  terminationGround,
  simpleCase,
  appraisalExperts,
  appraisalPanel,
  appraisalAmounts,
  replyDeadline,
  consultationService,
  tooManyMeetings,
  consultationWaiver,
  failureGround,
  signingPast90Days,
  clauseMissing,
  clauseEmpty,
  agreementSum,
  belowAppraisal,
  techUpgradeCap,
  agreementInstalments,
  agreementBond,
  substituteNotAllowed,
  obligorMissing,
  draftClauseMissing,
  draftFigures,
  enforcementInstrument,
  refusedNeedsNewRound,
  confirmationLate,
  suitEvidence,
  crimeNotTransferred,
  implementerWrotePlan,
  implementerEvaluates,
  preAgreement,
  evaluationMissing,
  restorationExemption,
  restorationNotPassed,
  restorationNotFiled,
  substituteUnrecorded,
  paymentsUnpaid,
  paymentsExceed,
  paymentsDestination,
  majorUnreported,
  monthlyReportMissing,
  majorUnmarked,
  disclosureMissing,
  personalData,
  missingFile,
  evidenceHash,
  unlistedFile,
  documentStale,
  documentMissing,
  documentUnfilled,
]

const known: ReadonlyMap<string, Rule> = new Map(
  [...housekeepingRules, ...caseRules].map((rule) => [rule.id, rule]),
)

/** The rule of this id, a rule over a case or one of housekeeping; undefined when there is none. */
export function ruleOf(id: string): Rule | undefined {
  return known.get(id)
}
