import type { DocumentName } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import { referenceKind } from '../facts/references.ts'
import { schemaAt } from '../schema/walk.ts'

/** The things in a case that have ids of their own, by which other facts refer to them. */
export type EntryKind =
  | 'obligor'
  | 'evidence'
  | 'appraisal'
  | 'objection'
  | 'agreement'
  | 'suit'
  | 'order'
  | 'enforcement'
  | 'project'
  | 'payment'
  | 'reminder'

/** Where the ids of each kind are given: the document and the keys, without positions. */
const givenAt: ReadonlyMap<string, EntryKind> = new Map([
  ['case.obligors.id', 'obligor'],
  ['case.reminders.id', 'reminder'],
  ['evidence.evidence.id', 'evidence'],
  ['appraisals.appraisals.id', 'appraisal'],
  ['appraisals.appraisals.objections.id', 'objection'],
  ['agreements.agreements.id', 'agreement'],
  ['agreements.agreements.payments.id', 'payment'],
  ['court.suits.id', 'suit'],
  ['court.suits.payments.id', 'payment'],
  ['court.paymentOrders.id', 'order'],
  ['court.enforcements.id', 'enforcement'],
  ['restoration.projects.id', 'project'],
  ['payments.payments.id', 'payment'],
])

const titles: readonly EntryKind[] = ['agreement', 'suit', 'order']

/** References whose key alone does not tell what they refer to. */
const placed: ReadonlyMap<string, readonly EntryKind[]> = new Map([
  ['appraisals.appraisals.objections.by', ['obligor']],
  ['agreements.agreements.signatories.party', ['obligor']],
  ['consultation.rounds.earlyRequest.by', ['obligor']],
  ['court.suits.appeal.by', ['obligor']],
  ['court.suits.otherAppeals.by', ['obligor']],
  ['court.suits.remanded.appeal.by', ['obligor']],
  ['court.suits.remanded.otherAppeals.by', ['obligor']],
  ['court.suits.instalments', ['payment']],
  ['court.demands.reference', titles],
  ['court.enforcements.reference', titles],
  ['court.limitationInterruptions.reference', titles],
  ['payments.uses.project', ['project']],
  ['supervision.disclosures.subject', [...titles, 'project', 'payment']],
])

/** The keys of a place without positions: `court.suits.appeal.by`. */
export function keysOfPlace(name: DocumentName, path: Path): string {
  return [name, ...path.filter((segment) => typeof segment === 'string')].join('.')
}

/** The kind whose id is given at a place; undefined where none is. */
export function kindOfIdAt(name: DocumentName, path: Path): EntryKind | undefined {
  return givenAt.get(keysOfPlace(name, path))
}

/** What a text at a place may refer to; none where it is no reference. */
export function kindsReferredTo(name: DocumentName, path: Path, text: string): readonly EntryKind[] {
  const keys = path.filter((segment) => typeof segment === 'string')
  if (keys.includes('clauses') || keys.includes('record')) return []
  const known = placed.get(keysOfPlace(name, path))
  if (known) return known
  const kind = referenceKind(keys.at(-1) ?? '', text)
  if (kind !== undefined) return [kind === 'party' ? 'obligor' : kind]
  const named = schemaAt(name, path)?.['x-ref']
  return named === undefined || named === 'round' ? [] : [named]
}
