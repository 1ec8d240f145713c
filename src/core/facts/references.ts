/** What in a case other facts refer to by its id; a `party` is an obligor or one who is none. */
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

/** A paper is named by its number or by its place in the evidence; only the latter is a reference. */
const EVIDENCE_ID = /^E\d+$/

/** What the text under a key refers to; `key` is the nearest key that is no index. Undefined where it is no reference. */
export function referenceKind(key: string, text: string): ReferenceKind | undefined {
  return key === 'document' && EVIDENCE_ID.test(text) ? 'evidence' : references[key]
}
