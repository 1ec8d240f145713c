import type { Facts } from '../facts/facts.ts'
import { agreementOf, confirmationOf } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'

/** States that run beside the stage. */
export interface StageFlags {
  readonly confirmation: 'applied' | 'confirmed' | 'refused' | null
  readonly enforcement: boolean
  readonly preAgreementRestoration: boolean
  readonly investigationSuspended: boolean
  readonly major: boolean
}

/** The flags of a case. */
export function flagsOf({ facts, deadlines }: CaseView): StageFlags {
  return {
    confirmation: confirmationFlag(facts),
    enforcement: facts.court.enforcements.length > 0,
    preAgreementRestoration: facts.restoration.preAgreement !== undefined,
    investigationSuspended: deadlines.some(
      ({ deadline, status }) => deadline === 'investigation' && status === 'suspended',
    ),
    major: (facts.supervision.major?.grounds ?? []).length > 0,
  }
}

/** The least advanced confirmation among the agreements that bind the obligors now, as for the stage. */
function confirmationFlag(facts: Facts): StageFlags['confirmation'] {
  const reached = facts.obligors.flatMap(({ id }) => {
    const agreement = agreementOf(facts, id)
    const confirmation = agreement && confirmationOf(facts, agreement)
    return confirmation ? [confirmation.result ?? 'applied'] : []
  })
  if (reached.includes('refused')) return 'refused'
  if (reached.includes('applied')) return 'applied'
  return reached.includes('confirmed') ? 'confirmed' : null
}
