import { confirmationOf, liveAgreements } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'

/** What runs beside the stage. */
export interface StageFlags {
  readonly confirmation: 'applied' | 'confirmed' | 'refused' | null
  readonly enforcement: boolean
  readonly preAgreementRestoration: boolean
  readonly investigationSuspended: boolean
  readonly major: boolean
}

/** The flags of a case. 第十三条、第二十四条、第二十八条、第三十四条 */
export function flagsOf({ facts, deadlines }: CaseView): StageFlags {
  const confirmations = liveAgreements(facts).map((agreement) => confirmationOf(facts, agreement))
  const last = confirmations.findLast((confirmation) => confirmation !== undefined)
  return {
    confirmation: last
      ? last.result === 'confirmed' || last.result === 'refused'
        ? last.result
        : 'applied'
      : null,
    enforcement: facts.court.enforcements.length > 0,
    preAgreementRestoration: facts.restoration.preAgreement !== undefined,
    investigationSuspended: deadlines.some(
      ({ deadline, status }) => deadline === 'investigation' && status === 'suspended',
    ),
    major: (facts.supervision.major?.grounds ?? []).length > 0,
  }
}
