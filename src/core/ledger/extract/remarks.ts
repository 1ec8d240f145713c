import type { Facts } from '../../facts/facts.ts'
import { claimedObligors, obligorName } from '../../facts/queries.ts'
import { agreementsInRow } from './round-in-row.ts'

/**
 * The remarks of the case, and of which obligors alone a column tells: a row has one day for all, and nobody shall take
 * an agreement with one for an agreement with everyone.
 */
export function remarksOfCase(facts: Facts): string | undefined {
  const signed = agreementsInRow(facts).flatMap(({ signedOn, obligors }) =>
    signedOn === undefined ? [] : obligors,
  )
  const sued = facts.court.suits.flatMap(({ filedOn, obligors }) => (filedOn === undefined ? [] : obligors))
  const ended = facts.closing.terminations.flatMap(({ obligors }) => obligors)
  const notes = [
    someAlone(facts, signed, (names) => `仅${names}签订协议`),
    someAlone(facts, sued, (names) => `仅对${names}起诉`),
    someAlone(facts, ended, (names) => `仅对${names}终止索赔`),
  ].flat()
  const said = [facts.case.remarks, notes.length ? `${notes.join('；')}。` : undefined].filter(Boolean)
  return said.join('\n') || undefined
}

/** What is to be said where some of the obligors are concerned, and not all. */
function someAlone(facts: Facts, concerned: readonly string[], say: (names: string) => string): string[] {
  const claimed = claimedObligors(facts).map(({ id }) => id)
  const some = claimed.filter((id) => concerned.includes(id))
  if (!some.length || some.length === claimed.length) return []
  return [say(some.map((id) => obligorName(facts, id)).join('、'))]
}
