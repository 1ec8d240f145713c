import type { Evidence } from './documents.ts'
import type { Facts } from './facts.ts'

/**
 * The evidence of what was done and of the damage: what the facts up to the appraisal rest on, and what nothing names
 * yet. What only the later proceedings name (of a service, a meeting, a payment) proves those, and not the claim.
 */
export function evidenceOfClaim(facts: Facts): Evidence[] {
  const ofClaim = wordsIn([facts.case, facts.screening, facts.investigation, facts.appraisals])
  const { rounds, agreements, court, restoration, payments, supervision, closing } = facts
  const ofProceedings = wordsIn([rounds, agreements, court, restoration, payments, supervision, closing])
  return facts.evidence.filter(({ id }) => ofClaim.has(id) || !ofProceedings.has(id))
}

/** All texts at any depth; an id of evidence is a text of its own. */
function wordsIn(value: unknown, words: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string') words.add(value)
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) wordsIn(each, words)
  return words
}
