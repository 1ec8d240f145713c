import type { Facts } from './facts.ts'
import { isOngoing } from './pursuit.ts'
import { isPendingSuit } from './suits.ts'

/** Something that the office filed with a court, and that the court has not ended. */
interface BeforeCourt {
  readonly kind: 'suit' | 'order' | 'enforcement' | 'confirmation'
  /** The suit, order or enforcement by its id; of a confirmation, its agreement. */
  readonly subject: string
}

/** What is before a court still: it goes on whatever becomes of the case, until the court or the office ends it. */
export function beforeCourt({ court }: Pick<Facts, 'court'>): BeforeCourt[] {
  const of = (kind: BeforeCourt['kind'], subjects: readonly (string | undefined)[]): BeforeCourt[] =>
    subjects.flatMap((subject) => (subject === undefined ? [] : { kind, subject }))
  return [
    ...of(
      'confirmation',
      court.confirmations.flatMap(({ agreement, appliedOn, result }) =>
        appliedOn !== undefined && result === undefined ? agreement : [],
      ),
    ),
    ...of(
      'suit',
      court.suits.flatMap((suit) => (suit.filedOn !== undefined && isPendingSuit(suit) ? suit.id : [])),
    ),
    ...of(
      'order',
      court.paymentOrders.flatMap(({ id, result, effectiveOn }) =>
        result === undefined && effectiveOn === undefined ? id : [],
      ),
    ),
    ...of(
      'enforcement',
      court.enforcements.flatMap((each) => (each.appliedOn !== undefined && isOngoing(each) ? each.id : [])),
    ),
  ]
}
