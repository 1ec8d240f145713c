import type { Facts } from '../../src/core/facts/facts.ts'
import type { CaseView } from '../../src/core/view.ts'

/** How likely an action is tried: rare side steps and early ends, so that walks get far. */
const WEIGHTS: Readonly<Record<string, number>> = {
  terminate: 0.02,
  decline: 0.2,
  close: 0.4,
  'amend-obligors': 0.08,
  'withdraw-obligor': 0.03,
  'record-damage': 0.03,
  designate: 0.06,
  'record-claimant': 0.03,
  'record-bankruptcy': 0.1,
  'record-distribution': 0.3,
  'amend-agreement': 0.2,
  'rescind-agreement': 0.08,
  preserve: 0.2,
  transfer: 0.1,
  'mark-major': 0.1,
  'add-reminder': 0.03,
  'record-proceeding': 0.1,
  'record-suggestion': 0.1,
  'answer-suggestion': 2,
  'record-procuratorate-notice': 0.1,
  'answer-procuratorate-notice': 2,
  'record-preservation': 0.5,
  'record-successor': 2,
  'apply-retrial': 1,
  'inform-procuratorate': 0.3,
  'serve-judgment': 0.5,
  'record-approval': 0.2,
  'log-investigation': 0.2,
  'extend-investigation': 0.4,
  'request-early-consultation': 0.3,
  'agree-pre-restoration': 0.4,
  'fail-consultation': 0.4,
  'interrupt-limitation': 0.1,
  'inspect-restoration': 0.3,
  object: 0.2,
  disclose: 0.4,
  'decide-names': 0.05,
  conclude: 3,
  notify: 3,
  serve: 3,
  reply: 6,
  meet: 3,
  sign: 4,
  'complete-restoration': 3,
  evaluate: 3,
  accept: 3,
  'file-evaluation': 5,
  'send-to-court': 8,
  'apply-confirmation': 4,
  'rule-confirmation': 4,
  reappraise: 6,
  'receive-appraisal': 2,
  appeal: 3,
  'record-payment-order': 3,
  'record-enforcement': 2,
  'answer-reporter': 3,
}

/** What an officer would not do yet, or would do first, given the facts. */
const SENSE: Readonly<Record<string, (facts: Facts) => number>> = {
  // Nothing is decided or stated without evidence: it is collected first.
  'add-evidence': ({ evidence }) => (evidence.length ? 0.1 : 8),
  'record-facts': ({ investigation, evidence }) => (investigation?.facts || !evidence.length ? 0.05 : 8),
  conclude: ({ investigation, appraisals }) =>
    investigation?.facts ? (appraisals.some(({ receivedOn }) => receivedOn) ? 3 : 0.3) : 0.02,
  'commission-appraisal': ({ appraisals }) => (appraisals.length ? 0.1 : 4),
  'convene-panel': ({ obligors }) => (obligors.length ? 4 : 0),
  'determine-simple-case': ({ appraisals }) => (appraisals.length ? 0.2 : 2),
}

/** The weight of an action in a case. */
export function weightOf({ facts }: CaseView, action: string): number {
  return SENSE[action]?.(facts) ?? WEIGHTS[action] ?? 1
}
