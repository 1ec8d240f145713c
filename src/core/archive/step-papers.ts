import { isMapData } from '../facts/data.ts'
import type { DocumentName } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import type { Path } from '../facts/locations.ts'
import { phases } from '../facts/phases.ts'
import { addressPart, sectionAt } from '../facts/signed-papers.ts'
import { schemaAt, titleAt } from '../schema/walk.ts'

/** A piece of evidence that the record of a step names: as the paper of the step, or as one of several that prove it. */
interface NamedEvidence {
  readonly id: string
  readonly document: DocumentName
  readonly path: Path
  /** The step that names it: `1/o2`. */
  readonly subject: string | null
}

/** Facts that are found by evidence from anywhere: that they name it says nothing of the phase from which it comes. */
const PROVED_BY_ALL: readonly DocumentName[] = ['case', 'screening', 'investigation', 'evidence']

/**
 * The phase from which each piece of evidence comes: that of the step whose paper it is, else of the first that it
 * proves. What proves the facts of the investigation lies with the evidence.
 */
export function phasesOfEvidence(facts: Facts): ReadonlyMap<string, DocumentName> {
  const named = evidenceNamed(facts)
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
  const signed = evidenceNamed(facts).filter((each) => isPaperOfStep(each) && isSignedPaper(each))
  return (section, subject) =>
    signed.find((each) => each.subject === subject && sectionOfKey(each) === section)?.id
}

/** A single name is that of the paper; several are a list. */
function isPaperOfStep({ path }: NamedEvidence): boolean {
  return typeof path.at(-1) === 'string'
}

function isSignedPaper({ document, path }: NamedEvidence): boolean {
  const signed = titleAt(document, [...path.slice(0, -1), 'signedCopy'])
  return signed !== undefined && signed === `${titleAt(document, path) ?? ''}签署件`
}

function sectionOfKey({ document, path }: NamedEvidence): string {
  return sectionAt(document, path.slice(0, -1))
}

/** In the order of the phases. */
function evidenceNamed({ documents }: Facts): NamedEvidence[] {
  return phases.flatMap(({ document }) =>
    document === 'evidence' ? [] : [...namedIn(document, documents[document], [], [])],
  )
}

function* namedIn(
  document: DocumentName,
  value: unknown,
  path: Path,
  around: readonly (string | number)[],
): Iterable<NamedEvidence> {
  if (typeof value === 'string') {
    const isEvidence = schemaAt(document, path)?.['x-ref'] === 'evidence'
    if (isEvidence) yield { id: value, document, path, subject: around.join('/') || null }
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* namedIn(document, each, [...path, index], around)
  } else if (isMapData(value)) {
    const part = addressPart(value)
    const within = part === undefined ? around : [...around, part]
    for (const [key, each] of Object.entries(value)) yield* namedIn(document, each, [...path, key], within)
  }
}
