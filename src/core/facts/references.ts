/** The things in a case to which other facts refer by id; a `party` is an obligor or somebody else. */
export type ReferenceKind = 'obligor' | 'evidence' | 'agreement' | 'appraisal' | 'suit' | 'party'

/** Keys whose text, or list of texts, is the id of something else in the case. */
const references: Readonly<Partial<Record<string, ReferenceKind>>> = {
  obligor: 'obligor',
  obligors: 'obligor',
  undisputedBy: 'obligor',
  attended: 'obligor',
  absent: 'obligor',
  excused: 'obligor',
  withdrew: 'obligor',
  agreedWith: 'obligor',
  failedWith: 'obligor',
  payer: 'obligor',
  commissionedBy: 'party',
  evidence: 'evidence',
  receipt: 'evidence',
  minutes: 'evidence',
  voucher: 'evidence',
  report: 'evidence',
  agreement: 'agreement',
  amends: 'agreement',
  planAppraisal: 'appraisal',
  reappraises: 'appraisal',
  suit: 'suit',
}

/** A paper is named by its number or by its id in the evidence; only the id is a reference. */
const EVIDENCE_ID = /^E\d+$/

/**
 * What the text under a key refers to; `key` is the nearest key that is no index. Undefined where it is no reference.
 */
export function referenceKind(key: string, text: string): ReferenceKind | undefined {
  return key === 'document' && EVIDENCE_ID.test(text) ? 'evidence' : references[key]
}
