import type { IsoDate } from '../calendar/dates.ts'
import { agreementsBindingAnyone } from '../facts/agreements.ts'
import type { Facts } from '../facts/facts.ts'
import { inEffectSince } from '../facts/judgments.ts'
import { confirmationOf } from '../facts/queries.ts'
import { boundBySuit } from '../facts/suits.ts'
import { enforceableTitles } from '../facts/titles.ts'

/**
 * Every agreement and judgment that binds now (`G1`, `S1`): agreements signed and not refused by the court, effective
 * judgments.
 */
export function bindingReferences(facts: Facts): string[] {
  const agreed = agreementsBindingAnyone(facts).filter(
    (agreement) => agreement.signedOn && confirmationOf(facts, agreement)?.result !== 'refused',
  )
  const judged = (enforceableTitles(facts, 'judgment') ?? []).filter(({ effectiveOn }) => effectiveOn)
  return [...agreed.map(({ id }) => id), ...judged.map(({ reference }) => reference)]
}

/** The day from which an agreement, judgment or payment order binds. */
export function bindingOn({ agreements, court }: Facts, reference: string): IsoDate | undefined {
  const suit = court.suits.find(({ id }) => id === reference)
  if (suit) return inEffectSince(suit)
  return (
    agreements.find(({ id }) => id === reference)?.signedOn ??
    court.paymentOrders.find(({ id }) => id === reference)?.effectiveOn
  )
}

/** Whom an agreement, judgment or payment order binds. */
export function boundBy({ agreements, court }: Facts, reference: string): readonly string[] {
  const suit = court.suits.find(({ id }) => id === reference)
  if (suit) return boundBySuit(suit)
  return [...agreements, ...court.paymentOrders].find(({ id }) => id === reference)?.obligors ?? []
}
