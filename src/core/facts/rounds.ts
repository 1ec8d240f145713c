import type { Round } from './documents.ts'
import type { Facts } from './facts.ts'
import { agreementOf, confirmationOf, roundNumber, terminationOf } from './queries.ts'

/** Whether a round has nothing left to settle with an obligor: let go, withdrawn, or bound by another round's agreement. */
export function isElsewhere(facts: Facts, { round }: Pick<Round, 'round'>, obligor: string): boolean {
  const isWithdrawn = (facts.case.obligorAmendments ?? []).some(
    ({ kind, obligors }) => kind === 'withdrawn' && obligors.includes(obligor),
  )
  if (isWithdrawn || terminationOf(facts, obligor)) return true
  const agreement = agreementOf(facts, obligor)
  if (!agreement || roundNumber(agreement) === round) return false
  return confirmationOf(facts, agreement)?.result !== 'refused'
}
