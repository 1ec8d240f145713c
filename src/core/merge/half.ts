import { type DataMap, isMapData } from '../facts/data.ts'
import type { CaseData } from '../facts/documents.ts'
import { attendance, listIn, namesSomebody } from './entries.ts'
import { decided, type Leaving, type Side, type Sides, titleSides } from './sides.ts'

type Keep = (fact: DataMap) => DataMap | undefined

/** One half of a case, with what is needed to tell what belongs to it. */
interface Half {
  readonly sides: Sides
  readonly leaving: Leaving
  /** What belongs to the other half only. */
  readonly gone: Side
  /** Whether an obligor stands on the other side. */
  readonly isGone: (id: unknown) => boolean
}

/** Everything of a case that concerns one half of it, or both; evidence is not parted here. */
export function halfOf(data: CaseData, leaving: Leaving, sides: Sides, side: 'moved' | 'left'): CaseData {
  const ids = new Set(listIn(data.case, 'obligors').map(({ id }) => String(id)))
  const isGone = (id: unknown): boolean =>
    ids.has(String(id)) && leaving.obligors.has(String(id)) === (side === 'left')
  const half: Half = { sides, leaving, gone: side === 'moved' ? 'left' : 'moved', isGone }
  return {
    ...data,
    ...document(data, 'case', (facts) => halfOfCase(half, facts)),
    ...document(data, 'investigation', (facts) => halfOfInvestigation(half, facts)),
    ...document(data, 'appraisals', (facts) => lists(facts, { appraisals: (each) => appraisal(half, each) })),
    ...document(data, 'consultation', (facts) => lists(facts, { rounds: (each) => round(half, each) })),
    ...document(data, 'agreements', (facts) => lists(facts, { agreements: ofKind(half, 'agreement') })),
    ...document(data, 'court', (facts) => lists(facts, courtLists(half))),
    ...document(data, 'restoration', (facts) => halfOfRestoration(half, facts)),
    ...document(data, 'payments', (facts) => halfOfPayments(half, facts)),
    ...document(data, 'supervision', (facts) => lists(facts, supervisionLists(half))),
    ...document(data, 'closing', (facts) => lists(facts, { terminations: named(half) })),
  }
}

function document(data: CaseData, name: keyof CaseData, change: (facts: DataMap) => DataMap): CaseData {
  const facts = data[name]
  return isMapData(facts) ? { [name]: change(facts) } : {}
}

/** The lists of a section, with what is kept of each entry. An empty list is removed. */
function lists(section: DataMap, keeps: Readonly<Record<string, Keep>>): DataMap {
  const entries = Object.entries(section).flatMap(([key, value]) => {
    const keep = keeps[key]
    if (!keep || !Array.isArray(value)) return [[key, value]]
    const kept = listIn(section, key).flatMap((each) => keep(each) ?? [])
    return kept.length || !value.length ? [[key, kept]] : []
  })
  return Object.fromEntries(entries)
}

/**
 * Entries that name obligors: each half keeps its own obligors in them. An entry that names nobody stays in both
 * halves.
 */
function named({ sides, isGone, gone }: Half, key = 'obligors'): Keep {
  return (fact) => {
    const side = sides.ofObligors(fact[key])
    if (side === gone) return undefined
    return side === undefined ? { ...fact, [key]: own(fact[key], isGone) } : fact
  }
}

function own(list: unknown, isGone: Half['isGone']): unknown {
  return Array.isArray(list) ? list.filter((id) => !isGone(id)) : list
}

/** Entries that are about one obligor. */
const about =
  ({ isGone }: Half, key = 'obligor'): Keep =>
  (fact) =>
    isGone(fact[key]) ? undefined : fact

const ofKind =
  ({ sides, gone }: Half, kind: Parameters<Sides['of']>[0], key = 'id'): Keep =>
  (fact) =>
    sides.of(kind, fact[key]) === gone ? undefined : fact

function halfOfCase(half: Half, facts: DataMap): DataMap {
  const { isGone } = half
  const kept = lists(facts, {
    obligorAmendments: named(half),
    relatedProceedings: named(half),
  })
  const { simpleCase, lint } = facts
  return {
    ...kept,
    obligors: listIn(facts, 'obligors').filter(({ id }) => !isGone(id)),
    ...(isMapData(simpleCase) && simpleCase.undisputedBy !== undefined
      ? { simpleCase: { ...simpleCase, undisputedBy: own(simpleCase.undisputedBy, isGone) } }
      : {}),
    ...(isMapData(lint) ? { lint: lists(lint, { suppress: (each) => suppressed(half, each) }) } : {}),
  }
}

/** A suppressed finding is about what its address names: 1/o2, G1. */
function suppressed({ sides, isGone, gone }: Half, fact: DataMap): DataMap | undefined {
  const parts = typeof fact.subject === 'string' ? fact.subject.split('/') : []
  const isElsewhere = (part: string): boolean => isGone(part) || decided(titleSides(part, sides.of)) === gone
  return parts.some(isElsewhere) ? undefined : fact
}

/** Both halves keep the facts of the damage. A fact that rests on evidence of the other half only is removed. */
function halfOfInvestigation(half: Half, facts: DataMap): DataMap {
  const keep: Keep = (fact) => (restsOnChosen(half, fact) && half.gone === 'moved' ? undefined : fact)
  const { process } = facts
  const kept = lists(facts, { facts: keep })
  return isMapData(process) ? { ...kept, process: lists(process, { activities: keep }) } : kept
}

function restsOnChosen({ leaving }: Half, { evidence }: DataMap): boolean {
  return (
    Array.isArray(evidence) && evidence.length > 0 && evidence.every((id) => leaving.evidence.has(String(id)))
  )
}

function appraisal(half: Half, fact: DataMap): DataMap {
  const objections: Keep = (each) => {
    if (half.isGone(each.by)) return undefined
    const { panel } = each
    return isMapData(panel) ? { ...each, panel: commissioned(half, panel) } : each
  }
  return commissioned(half, lists(fact, { objections }))
}

function commissioned({ isGone }: Half, fact: DataMap): DataMap {
  const { commissionedBy, ...others } = fact
  if (!Array.isArray(commissionedBy) || !commissionedBy.length) return fact
  const kept = commissionedBy.filter((id) => !isGone(id))
  return kept.length ? { ...fact, commissionedBy: kept } : others
}

/**
 * A round in which only the other side took part is removed; a round in which nobody took part yet stays in both
 * halves.
 */
function round(half: Half, fact: DataMap): DataMap | undefined {
  const kept = lists(fact, {
    services: about(half),
    replies: about(half),
    outcomes: about(half),
    meetings: (each) => meeting(half, each),
  })
  const { earlyRequest, meetingWaiver } = fact
  const entries = Object.entries(kept).flatMap(([key, value]) => {
    if (key === 'earlyRequest')
      return isMapData(earlyRequest) && half.isGone(earlyRequest.by) ? [] : [[key, value]]
    if (key !== 'meetingWaiver' || !isMapData(meetingWaiver)) return [[key, value]]
    const waiver = lists(meetingWaiver, { consents: about(half) })
    return waiver.consents === undefined ? [] : [[key, waiver]]
  })
  const result = Object.fromEntries(entries)
  return takesPart(fact) && !takesPart(result) ? undefined : result
}

const TAKING_PART = ['services', 'replies', 'outcomes', 'meetings', 'earlyRequest', 'meetingWaiver']

const takesPart = (fact: DataMap): boolean => TAKING_PART.some((key) => fact[key] !== undefined)

/** A meeting with obligors of both sides was held with each; each half names its own. */
function meeting({ isGone }: Half, fact: DataMap): DataMap | undefined {
  const entries = Object.entries(fact).map(([key, value]) => [
    key,
    attendance.includes(key) ? own(value, isGone) : value,
  ])
  const kept: DataMap = Object.fromEntries(entries)
  return namesSomebody(fact) && !namesSomebody(kept) ? undefined : kept
}

function courtLists(half: Half): Readonly<Record<string, Keep>> {
  const { sides, gone } = half
  const byTitle =
    (keep: Keep): Keep =>
    (fact) =>
      decided(titleSides(fact.reference, sides.of)) === gone ? undefined : keep(fact)
  return {
    confirmations: ofKind(half, 'agreement', 'agreement'),
    suits: ofKind(half, 'suit'),
    paymentOrders: ofKind(half, 'order'),
    enforcements: ofKind(half, 'enforcement'),
    demands: byTitle(named(half)),
    preservations: named(half),
    transfers: named(half),
    limitationInterruptions: byTitle(about(half)),
  }
}

function halfOfRestoration(half: Half, facts: DataMap): DataMap {
  const { preAgreement, ...others } = lists(facts, { projects: ofKind(half, 'project') })
  const kept = isMapData(preAgreement) ? named(half)(preAgreement) : undefined
  return kept === undefined ? others : { preAgreement: kept, ...others }
}

/** Money must not count twice: what was spent on no project of an obligor stays in the old case. */
function halfOfPayments({ sides, gone }: Half, facts: DataMap): DataMap {
  const kept = listIn(facts, 'payments').filter((each) => {
    const side = sides.ofPayment(each)
    return side !== gone && !(side === 'both' && gone === 'left')
  })
  const used = lists(facts, {
    uses: (each) => {
      const side = sides.of('project', each.project)
      return side === gone || (side === 'both' && gone === 'left') ? undefined : each
    },
  })
  return { ...used, payments: kept }
}

function supervisionLists(half: Half): Readonly<Record<string, Keep>> {
  const { sides, gone } = half
  return {
    leniencyNotices: about(half),
    disclosures: (fact) => {
      const kinds = [...titleSides(fact.subject, sides.of), sides.of('project', fact.subject)]
      return decided([...kinds, sides.of('payment', fact.subject)]) === gone ? undefined : fact
    },
  }
}
