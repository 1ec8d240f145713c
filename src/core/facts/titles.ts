import type { IsoDate } from '../calendar/dates.ts'
import type { Confirmation, Enforcement } from './documents.ts'
import type { Facts } from './facts.ts'
import { inEffectSince } from './judgments.ts'
import { isFruitlessOrder } from './orders.ts'
import { boundBySuit } from './suits.ts'

/** What can be enforced once it is effective: an agreement by its confirmation, a judgment, a payment order. */
export interface EnforceableTitle {
  /** The agreement, suit or payment order (`G1`, `S1`, `Z1`). */
  readonly reference: string
  readonly obligors: readonly string[]
  /** The day from which it can be enforced; undefined before. */
  readonly effectiveOn: string | undefined
}

/**
 * The day from which a confirmed agreement can be enforced: that of the ruling; where it is not on record, that of the
 * application or of the agreement, since a title without a known day must not be without a clock.
 */
export function confirmedSince(
  { agreements }: Facts,
  { agreement, result, ruledOn, appliedOn }: Confirmation,
): IsoDate | undefined {
  if (result !== 'confirmed') return undefined
  return ruledOn ?? appliedOn ?? agreements.find(({ id }) => id === agreement)?.signedOn
}

/** The titles of the kind on which an application rests; undefined for a kind that no case holds. */
export function enforceableTitles(facts: Facts, instrument: string): EnforceableTitle[] | undefined {
  const { agreements, court } = facts
  switch (instrument) {
    case 'confirmation':
      return court.confirmations.map((confirmation) => ({
        reference: confirmation.agreement,
        obligors: agreements.find(({ id }) => id === confirmation.agreement)?.obligors ?? [],
        effectiveOn: confirmedSince(facts, confirmation),
      }))
    case 'judgment':
    case 'mediation':
      return court.suits.map((suit) => {
        const obligors = boundBySuit(suit)
        return {
          reference: suit.id,
          obligors,
          effectiveOn: obligors.length > 0 ? inEffectSince(suit) : undefined,
        }
      })
    case 'payment-order':
      return court.paymentOrders.map((order) => ({
        reference: order.id,
        obligors: order.obligors ?? [],
        effectiveOn: isFruitlessOrder(order) ? undefined : order.effectiveOn,
      }))
    default:
      return undefined
  }
}

/**
 * The title that an application rests on: the one it names, else the only one in effect of its kind against its
 * obligors.
 */
export function titleOf(
  facts: Facts,
  { reference, instrument, obligors }: Pick<Enforcement, 'reference' | 'instrument' | 'obligors'>,
): string | undefined {
  if (reference !== undefined) return reference
  const fitting = (enforceableTitles(facts, instrument) ?? [])
    .filter(({ effectiveOn }) => effectiveOn !== undefined)
    .filter((title) => !obligors?.length || obligors.every((id) => title.obligors.includes(id)))
  const [only, ...others] = new Set(fitting.map((title) => title.reference))
  return others.length ? undefined : only
}

/** What an effective title of this reference is called; undefined when there is none. */
export function instrumentOf(facts: Facts, reference: string): string | undefined {
  const isEffective = (instrument: string): boolean =>
    (enforceableTitles(facts, instrument) ?? []).some(
      (title) => title.reference === reference && title.effectiveOn !== undefined,
    )
  if (isEffective('confirmation')) return 'confirmation'
  if (isEffective('payment-order')) return 'payment-order'
  if (!isEffective('judgment')) return undefined
  const suit = facts.court.suits.find(({ id }) => id === reference)
  return suit?.result === 'mediated' ? 'mediation' : 'judgment'
}
