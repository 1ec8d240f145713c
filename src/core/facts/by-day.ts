import type { IsoDate } from '../calendar/dates.ts'
import { schemaAt } from '../schema/walk.ts'
import { type DataMap, isMapData } from './data.ts'
import {
  type CaseDocument,
  type DocumentName,
  type Documents,
  documentNames,
  type Evidence,
} from './documents.ts'
import { evidenceNamed, isPaperOfStep } from './evidence-named.ts'
import { type Facts, factsOf } from './facts.ts'
import type { Path } from './locations.ts'
import { isDayOfFact } from './past.ts'

/** Days on which something ended or was settled: what has no other day on record may have begun before. */
const ENDINGS = new Set([
  'acceptedOn',
  'consentedOn',
  'endedOn',
  'liftedOn',
  'paidOn',
  'returnedOn',
  'withdrawnOn',
])

/** Facts of which each came about on one day, beside the items of lists. */
const STEPS = new Set(['bankruptcy', 'closed', 'conclusion', 'extension', 'notice'])

/** What `x-known-by` begins with where the day stands in the section around. */
const OUTSIDE = '../'

/** A value and where it stands in its document. */
interface FoundValue<Value = unknown> {
  readonly value: Value
  readonly path: Path
  /** The map in which it stands, lists left out. */
  readonly around: DataMap
}

/**
 * The facts as they were on a day, at its end: a paper of that day tells nothing that came about later. Facts without a
 * day of their own stay, and so do days that lie ahead by their nature, as a day for payment.
 */
export function factsBy(facts: Facts, day: IsoDate): Facts {
  const documents = structuredClone(facts.documents)
  const { agreements, payments } = documents
  const unsigned = (agreements?.agreements ?? []).filter(({ signedOn = day }) => signedOn > day)
  if (payments?.payments) payments.payments = payments.payments.filter(({ paidOn }) => paidOn <= day)
  leaveOutLaterObligors(documents, day)
  if (documents.case.officers) documents.case.officers = [...officersOn(documents.case, day)]
  for (const name of documentNames) cut(name, { value: documents[name], path: [], around: {} }, day)
  leaveOutLaterEvidence(facts.documents, documents, day)
  // What was amended since was not superseded yet.
  for (const agreement of agreements?.agreements ?? [])
    if (unsigned.some(({ amends }) => amends === agreement.id)) delete agreement.status
  return factsOf(documents)
}

/** An obligor who was added later stands in no earlier paper. */
function leaveOutLaterObligors({ case: known }: Documents, day: IsoDate): void {
  const later = (known.obligorAmendments ?? [])
    .filter(({ kind, on }) => kind === 'added' && on > day)
    .flatMap(({ obligors }) => obligors)
  if (later.length) known.obligors = (known.obligors ?? []).filter(({ id }) => !later.includes(id))
}

/**
 * Evidence without a day came later, where nothing that was on record by the day names it, and either a later step has it
 * as its paper, as an evaluation its report, or it was listed after evidence that was collected later.
 */
function leaveOutLaterEvidence(all: Documents, byThen: Documents, day: IsoDate): void {
  const listed = all.evidence?.evidence ?? []
  const isUndated = ({ collectedOn }: Evidence): boolean => collectedOn === undefined
  if (!byThen.evidence || !listed.some(isUndated)) return
  const known = new Set(evidenceNamed(byThen).map(({ id }) => id))
  const papers = evidenceNamed(all).filter(isPaperOfStep)
  const first = listed.findIndex(({ collectedOn = day }) => collectedOn > day)
  const later = new Set([
    ...papers.map(({ id }) => id),
    ...(first < 0 ? [] : listed.slice(first)).filter(isUndated).map(({ id }) => id),
  ])
  byThen.evidence.evidence = byThen.evidence.evidence.filter(
    (each) => !isUndated(each) || known.has(each.id) || !later.has(each.id),
  )
}

/** Takes out of a value, at its place in the document, all that came about after the day. */
function cut(document: DocumentName, { value, path, around }: FoundValue, day: IsoDate): void {
  if (Array.isArray(value)) {
    const kept = value.filter((item) => !isLater(item, day))
    value.splice(0, value.length, ...kept)
    for (const [index, item] of kept.entries())
      cut(document, { value: item, path: [...path, index], around }, day)
  }
  if (!isMapData(value)) return
  const later = Object.keys(value).filter(
    (key) =>
      isLaterDay(value, key, day) ||
      (STEPS.has(key) && isLater(value[key], day)) ||
      isKnownLater(document, { value, path: [...path, key], around }, day),
  )
  // The days stay until the end: they tell what was known inside.
  for (const [key, inner] of Object.entries(value))
    cut(document, { value: inner, path: [...path, key], around: value }, day)
  for (const key of later) delete value[key]
}

/** Whether the schema says of a key that it is known by a step (`x-known-by`), whose day is later. */
function isKnownLater(
  document: DocumentName,
  { value, path, around }: FoundValue<DataMap>,
  day: IsoDate,
): boolean {
  const knownBy = schemaAt(document, path)?.['x-known-by']
  if (knownBy === undefined) return false
  const holder = knownBy.startsWith(OUTSIDE) ? around : value
  return isLaterDay(holder, knownBy.replace(OUTSIDE, ''), day)
}

/** Whether something came about after the day: its days are known, and all of them are later. */
function isLater(item: unknown, day: IsoDate): boolean {
  if (!isMapData(item)) return false
  const days = Object.keys(item).filter((key) => isDay(key) && !ENDINGS.has(key))
  return days.length > 0 && days.every((key) => isLaterDay(item, key, day))
}

function isLaterDay(holder: DataMap, key: string, day: IsoDate): boolean {
  const value = holder[key]
  return isDay(key) && typeof value === 'string' && value > day
}

/** Signatures keep their days: they stand in the paper itself, which may be signed after its day. */
function isDay(key: string): boolean {
  return isDayOfFact(key) && key !== 'date'
}

/** The evidence that the office had on a day: all of it on a paper without a day, and what says no day. */
export function evidenceBy(
  { evidence }: Pick<Facts, 'evidence'>,
  day: IsoDate | undefined,
): Facts['evidence'] {
  return evidence.filter(({ collectedOn }) => !day || !collectedOn || collectedOn <= day)
}

type Officers = NonNullable<CaseDocument['officers']>

/**
 * The officers of a case on a day: for whoever took over later, it names whom he took over from.
 */
export function officersOn(
  { officers = [], assignments = [] }: Pick<CaseDocument, 'officers' | 'assignments'>,
  day: IsoDate,
): Officers {
  const later = assignments.filter(({ on }) => on > day)
  return later.reduceRight<Officers>((standing, { from, fromPhone, to }) => {
    const former = from === undefined ? [] : [{ name: from, ...(fromPhone && { phone: fromPhone }) }]
    return standing.flatMap((officer) => (officer.name === to ? former : [officer]))
  }, officers)
}
