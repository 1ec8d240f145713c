import { unitOnPapers } from '../facts/claimants.ts'
import type { Appraisal } from '../facts/documents.ts'
import { obligorName } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { joinedNames } from './fields.ts'

/**
 * Who commissions an appraisal, as a letter names them: the office, which seals it, and the obligors that commission it
 * with the office, each of whom signs below.
 */
export function commissionerFields({ facts }: CaseView, appraisal: Appraisal | undefined) {
  const known = new Set(facts.obligors.map(({ id }) => id))
  const named = (appraisal?.commissionedBy ?? []).filter((id) => known.has(id))
  const others = named.map((id) => obligorName(facts, id))
  return {
    委托方: joinedNames([unitOnPapers(facts.case.jurisdiction), ...others]),
    共同委托方: { paragraphs: others.map((name) => `共同委托方（签名或者盖章）：${name}`) },
  }
}
