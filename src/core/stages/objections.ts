import { appraisalIndex } from '../facts/appraisals.ts'
import type { Objection } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { parsePair } from './addresses.ts'

/** The objection of an address such as `A1/B1`. */
export function objectionAt(facts: Facts, subject: string): Objection | undefined {
  const [appraisal, objection] = parsePair(subject)
  return facts.appraisals[appraisalIndex(facts, appraisal)]?.objections?.find(({ id }) => id === objection)
}

/** Where it stands in appraisals.yaml. */
export function objectionPlace(facts: Facts, subject: string): [number, number] {
  const [appraisal, objection] = parsePair(subject)
  const at = appraisalIndex(facts, appraisal)
  const index = (facts.appraisals[at]?.objections ?? []).findIndex(({ id }) => id === objection)
  return [at, index]
}
