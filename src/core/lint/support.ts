import type { Agreement, Appraisal, DocumentName } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { liveAgreements } from '../facts/queries.ts'

/** Whether a text says anything at all. */
export function says(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}

/** Whether a list has anything in it. */
export function some(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0
}

/** The document to point at for something that it lacks: itself, or case.yaml where the file is missing too. */
export function section(facts: Facts, name: DocumentName): DocumentName {
  return facts.documents[name] === undefined ? 'case' : name
}

/** The agreements that bind: neither replaced nor rescinded. */
export function bindingAgreements(facts: Facts): Agreement[] {
  return liveAgreements(facts).filter(({ status }) => status !== 'rescinded')
}

/** The appraisals that count: received, not withdrawn and not replaced by a re-appraisal. */
export function standingAppraisals({ appraisals }: Facts): Appraisal[] {
  return appraisals.filter(
    ({ id, receivedOn, withdrawnOn }) =>
      receivedOn !== undefined &&
      withdrawnOn === undefined &&
      !appraisals.some(({ reappraises, receivedOn: again }) => reappraises === id && again !== undefined),
  )
}

/** The head of damage that is a cost of the claim itself. 第六条第三项 */
export const COSTS = 'investigation-appraisal'
