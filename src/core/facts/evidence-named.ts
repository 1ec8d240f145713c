import { schemaAt } from '../schema/walk.ts'
import { isMapData } from './data.ts'
import type { DocumentName, Documents } from './documents.ts'
import type { Path } from './locations.ts'
import { phases } from './phases.ts'
import { addressPart } from './signed-papers.ts'

/** A piece of evidence that the record of a step names: as the paper of the step, or as one of several that prove it. */
export interface NamedEvidence {
  readonly id: string
  readonly document: DocumentName
  readonly path: Path
  /** The step that names it: `1/o2`. */
  readonly subject: string | null
}

/** A single name is that of the paper; several are a list. */
export function isPaperOfStep({ path }: NamedEvidence): boolean {
  return typeof path.at(-1) === 'string'
}

/** The evidence that the record of each step names, in the order of the phases. */
export function evidenceNamed(documents: Documents): NamedEvidence[] {
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
