import type { DocumentName } from '../facts/documents.ts'
import { evidenceNamed, isPaperOfStep, type NamedEvidence } from '../facts/evidence-named.ts'
import type { Facts } from '../facts/facts.ts'
import { sectionAt } from '../facts/signed-papers.ts'
import { titleAt } from '../schema/walk.ts'

/** Facts that are found by evidence from anywhere: that they name it says nothing of the phase from which it comes. */
const PROVED_BY_ALL: readonly DocumentName[] = ['case', 'screening', 'investigation', 'evidence']

/**
 * The phase from which each piece of evidence comes: that of the step whose paper it is, else of the first that it
 * proves. What proves the facts of the investigation lies with the evidence.
 */
export function phasesOfEvidence(facts: Facts): ReadonlyMap<string, DocumentName> {
  const named = evidenceNamed(facts.documents)
  const inOrder = [...named.filter(isPaperOfStep), ...named.filter((each) => !isPaperOfStep(each))]
  const found = new Map<string, DocumentName>()
  for (const { id, document } of inOrder)
    if (!found.has(id)) found.set(id, PROVED_BY_ALL.includes(document) ? 'evidence' : document)
  return found
}

/** The evidence that is the signed copy of a paper, as 送达回证 of 送达回证签署件: by section and subject. */
export function signedEvidence(
  facts: Facts,
): (section: string, subject: string | null) => string | undefined {
  const signed = evidenceNamed(facts.documents).filter((each) => isPaperOfStep(each) && isSignedPaper(each))
  return (section, subject) =>
    signed.find((each) => each.subject === subject && sectionOfKey(each) === section)?.id
}

function isSignedPaper({ document, path }: NamedEvidence): boolean {
  const signed = titleAt(document, [...path.slice(0, -1), 'signedCopy'])
  return signed !== undefined && signed === `${titleAt(document, path) ?? ''}签署件`
}

function sectionOfKey({ document, path }: NamedEvidence): string {
  return sectionAt(document, path.slice(0, -1))
}
