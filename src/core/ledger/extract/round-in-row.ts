import { bindingAgreements, obligingAgreements } from '../../facts/agreements.ts'
import type { Agreement, Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { roundNumber } from '../../facts/queries.ts'

/**
 * The round of consultation of which a row tells, since it has room for one: that of the first agreement under which
 * something is owed, else the last in which a notice was given.
 */
export function roundInRow(facts: Facts): Round | undefined {
  const { rounds } = facts
  const [agreement] = obligingAgreements(facts)
  const own = agreement && rounds.find(({ round }) => round === roundNumber(agreement))
  return own ?? rounds.findLast(({ notice }) => notice !== undefined) ?? rounds.at(-1)
}

/** The agreements of that round which bind; all that bind where no round is on record. */
export function agreementsInRow(facts: Facts): Agreement[] {
  const told = roundInRow(facts)?.round
  return bindingAgreements(facts).filter((agreement) => told === undefined || roundNumber(agreement) === told)
}
