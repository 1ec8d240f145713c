import type { Suit } from './documents.ts'
import type { Facts } from './facts.ts'
import { isOngoing } from './pursuit.ts'
import { isPendingSuit } from './suits.ts'

/** Something that the office filed with a court, and that the court has not ended. */
interface BeforeCourt {
  readonly kind: 'suit' | 'order' | 'enforcement' | 'confirmation'
  /** The suit, order or enforcement by its id; of a confirmation, its agreement. Null where it has no id. */
  readonly subject: string | null
}

/** What is before a court still: it goes on whatever becomes of the case, until the court or the office ends it. */
export function beforeCourt({ court }: Pick<Facts, 'court'>): BeforeCourt[] {
  const confirmations = court.confirmations.filter(
    ({ appliedOn, result }) => appliedOn !== undefined && result === undefined,
  )
  const orders = court.paymentOrders.filter(
    ({ result, effectiveOn }) => result === undefined && effectiveOn === undefined,
  )
  const enforcements = court.enforcements.filter((each) => each.appliedOn !== undefined && isOngoing(each))
  return [
    ...confirmations.map(({ agreement }) => ({ kind: 'confirmation', subject: agreement }) as const),
    ...court.suits.filter(isTried).map(({ id }) => ({ kind: 'suit', subject: id }) as const),
    ...orders.map(({ id }) => ({ kind: 'order', subject: id }) as const),
    ...enforcements.map(({ id = null }) => ({ kind: 'enforcement', subject: id }) as const),
  ]
}

/** Whether a court deals with a suit: it was filed and is not over, or a retrial was asked for. */
function isTried(suit: Suit): boolean {
  return (suit.filedOn !== undefined && isPendingSuit(suit)) || isInRetrial(suit)
}

/** Whether a retrial was applied for and not ruled on, or ordered and not judged. */
function isInRetrial({ retrial, judgedOn }: Suit): boolean {
  if (!retrial) return false
  const { result, ruledOn } = retrial
  const isJudgedAnew = ruledOn !== undefined && judgedOn !== undefined && judgedOn > ruledOn
  return result === undefined || (result === 'ordered' && !isJudgedAnew)
}
