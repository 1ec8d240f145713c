import type { Facts } from './facts.ts'
import { boundBySuit } from './suits.ts'

/** What can be enforced once it is effective: an agreement by its confirmation, a judgment, a payment order. */
export interface Title {
  /** The agreement, suit or payment order (`G1`, `S1`, `Z1`). */
  readonly reference: string
  readonly obligors: readonly string[]
  /** The day from which it can be enforced; undefined before. */
  readonly effectiveOn: string | undefined
}

/** What there is of the kind that an application rests on; undefined for a kind that the case does not hold. */
export function titlesOf({ agreements, court }: Facts, instrument: string): Title[] | undefined {
  switch (instrument) {
    case 'confirmation':
      return court.confirmations.map(({ agreement, result, ruledOn, appliedOn }) => ({
        reference: agreement,
        obligors: agreements.find(({ id }) => id === agreement)?.obligors ?? [],
        effectiveOn: result === 'confirmed' ? (ruledOn ?? appliedOn) : undefined,
      }))
    case 'judgment':
    case 'mediation':
      return court.suits.map((suit) => {
        const obligors = boundBySuit(suit)
        return {
          reference: suit.id,
          obligors,
          effectiveOn: obligors.length > 0 ? suit.effectiveOn : undefined,
        }
      })
    case 'payment-order':
      return court.paymentOrders.map(({ id, obligors, effectiveOn, result }) => ({
        reference: id,
        obligors: obligors ?? [],
        effectiveOn: result === 'dismissed' || result === 'lapsed' ? undefined : effectiveOn,
      }))
    default:
      return undefined
  }
}

/** What an effective title of this reference is called; undefined when there is none. */
export function instrumentOf(facts: Facts, reference: string): string | undefined {
  const isEffective = (instrument: string): boolean =>
    (titlesOf(facts, instrument) ?? []).some(
      (title) => title.reference === reference && title.effectiveOn !== undefined,
    )
  if (isEffective('confirmation')) return 'confirmation'
  if (isEffective('payment-order')) return 'payment-order'
  if (!isEffective('judgment')) return undefined
  const suit = facts.court.suits.find(({ id }) => id === reference)
  return suit?.result === 'mediated' ? 'mediation' : 'judgment'
}
