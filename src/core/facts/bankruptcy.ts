import type { IsoDate } from '../calendar/dates.ts'
import { type Day, hasCome, hasPassed } from '../setting.ts'
import type { Bankruptcy, Obligor } from './documents.ts'
import type { Facts } from './facts.ts'
import { type Fen, fenOf, sum } from './money.ts'
import { obligorOf } from './queries.ts'

/** Whether the bankruptcy of an obligor was going on on a day: from the acceptance to the end of the proceedings. */
export function isBankruptOn({ bankruptcy }: Pick<Obligor, 'bankruptcy'>, on: IsoDate): boolean {
  if (bankruptcy === undefined || on < bankruptcy.openedOn) return false
  return bankruptcy.endedOn === undefined || on <= bankruptcy.endedOn
}

/** The same today. */
export function isBankruptNow({ bankruptcy }: Pick<Obligor, 'bankruptcy'>, day: Day): boolean {
  if (bankruptcy === undefined || !hasCome(day, bankruptcy.openedOn)) return false
  return bankruptcy.endedOn === undefined || !hasPassed(day, bankruptcy.endedOn)
}

/**
 * The day on which the debts of an obligor were claimed in a bankruptcy that is not over: nobody pursues them
 * elsewhere.
 */
export function claimPendingSince(facts: Facts, obligor: string): IsoDate | undefined {
  const { claimedOn, endedOn } = obligorOf(facts, obligor)?.bankruptcy ?? {}
  return endedOn === undefined ? claimedOn : undefined
}

/**
 * An interruption by a claim in bankruptcy: the period restarts when the proceedings are over. The acceptance of the
 * bankruptcy makes due what was not (`bankruptcy-claim`, by recollection), so that the claim is of that too.
 */
export interface BankruptcyClaim {
  readonly on: IsoDate
  readonly restartsOn: IsoDate
  readonly ofNotYetDue: true
}

/** What a claim in the bankruptcy of an obligor does to the periods against him (`limitation-interruption`). */
export function bankruptcyClaims(facts: Facts, obligor: string): BankruptcyClaim[] {
  const { claimedOn, endedOn } = obligorOf(facts, obligor)?.bankruptcy ?? {}
  return claimedOn === undefined
    ? []
    : [{ on: claimedOn, restartsOn: endedOn ?? claimedOn, ofNotYetDue: true }]
}

/** What was distributed on the claim, in 分. */
export function distributed({ distributions = [] }: Bankruptcy): Fen {
  return sum(distributions.map(({ amount }) => amount))
}

/** What the proceedings left unpaid of the claim as admitted, else as declared, in 分; undefined while they go on. */
export function unpaidRest(bankruptcy: Bankruptcy): Fen | undefined {
  const { endedOn, admitted, claimed } = bankruptcy
  if (endedOn === undefined || (admitted ?? claimed) === undefined) return undefined
  const rest = fenOf(admitted ?? claimed) - distributed(bankruptcy)
  return rest > 0n ? rest : 0n
}
