import { appraisalIndex } from '../facts/appraisals.ts'
import type { Objection } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import type { Path } from '../facts/locations.ts'
import { parsePair } from './addresses.ts'

/** The objection of an address such as `A1/B1`. 第十六条第二款 */
export function objectionAt(facts: Facts, subject: string | null): Objection | undefined {
  const [appraisal, objection] = parsePair(subject)
  return facts.appraisals[appraisalIndex(facts, appraisal)]?.objections?.find(({ id }) => id === objection)
}

/** Where it stands in appraisals.yaml. */
export function objectionPath(facts: Facts, subject: string | null): Path {
  const [appraisal, objection] = parsePair(subject)
  const at = appraisalIndex(facts, appraisal)
  const index = (facts.appraisals[at]?.objections ?? []).findIndex(({ id }) => id === objection)
  return ['appraisals', at, 'objections', index]
}
