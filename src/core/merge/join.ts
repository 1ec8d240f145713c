import { earliest } from '../calendar/dates.ts'
import { type DataMap, isDeepEqual, isMapData } from '../facts/data.ts'
import { type CaseData, type DocumentName, documentNames } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import { itemKey } from '../schema/walk.ts'
import type { CaseConflict, DecideCase } from './case.ts'
import { keyedItems } from './keys.ts'
import { keysOfPlace } from './references.ts'

/**
 * How two cases that are one are joined where both say something: `ours`: what the case that goes on says · `earlier`:
 * the earlier day, from which the law counts · `whole`: one of the two sections, as one piece.
 */
type JoinRule = 'ours' | 'earlier' | 'whole'

/** What a case says of itself in its own words: of two that are joined, those of the one that goes on count. */
export const ownWords = ['title', 'cause', 'summary', 'remarks'] as const

const rules: ReadonlyMap<string, JoinRule> = new Map([
  ...[
    'case.id',
    'case.regulation',
    ...ownWords.map((key) => `case.${key}`),
    'case.officers.name',
    'case.officers.unit',
    'case.officers.post',
    'case.officers.phone',
    'evidence.evidence.id',
    'evidence.evidence.title',
    'evidence.evidence.file',
    'evidence.evidence.outside',
    'evidence.evidence.sha256',
    'evidence.evidence.note',
  ].map((place) => [place, 'ours'] as const),
  ...[
    'case.damage.occurredFrom',
    'case.damage.discoveredOn',
    'case.damage.knownOn',
    'case.obligors.identifiedOn',
    'supervision.major.markedOn',
  ].map((place) => [place, 'earlier'] as const),
  ...[
    'case.clue.reporter',
    'case.simpleCase',
    'case.jurisdiction.countyAuthorization',
    'case.jurisdiction.designation',
    'case.obligors.custody',
    'case.obligors.bankruptcy',
    'case.obligors.successor',
    'screening',
    'investigation.initiation',
    'investigation.procuratorateInformed',
    'investigation.extension',
    'investigation.conclusion',
    'restoration.preAgreement',
  ].map((place) => [place, 'whole'] as const),
])

interface JoinPlace {
  readonly name: DocumentName
  readonly path: Path
  readonly address: string
}

interface Join {
  readonly decide: DecideCase
  readonly conflicts: CaseConflict[]
}

export interface JoinedData {
  readonly data: CaseData
  /** The facts of which only one can be, and on which nobody decided: the data has ours. */
  readonly conflicts: readonly CaseConflict[]
}

/**
 * Everything of two cases in one: lists together, sections filled up from one another. Where both state something of
 * which only one can be, `decide` says which counts.
 */
export function joinData(ours: CaseData, theirs: CaseData, decide: DecideCase): JoinedData {
  const join: Join = { decide, conflicts: [] }
  const data = Object.fromEntries(
    documentNames.flatMap((name) => {
      const joined = joinValue({ name, path: [], address: '' }, ours[name], theirs[name], join)
      return joined === undefined ? [] : [[name, joined]]
    }),
  )
  return { data, conflicts: join.conflicts }
}

function joinValue(place: JoinPlace, ours: unknown, theirs: unknown, join: Join): unknown {
  if (theirs === undefined || isDeepEqual(ours, theirs)) return ours
  if (ours === undefined) return theirs
  const rule = rules.get(keysOfPlace(place.name, place.path))
  if (rule === 'ours') return ours
  if (rule === 'earlier') return earliest(String(ours), String(theirs))
  if (rule === 'whole') return chosen(place, ours, theirs, false, join)
  if (isMapData(ours) && isMapData(theirs)) return joinMaps(place, ours, theirs, join)
  if (Array.isArray(ours) && Array.isArray(theirs)) return joinLists(place, ours, theirs, join)
  return chosen(place, ours, theirs, false, join)
}

function joinMaps(place: JoinPlace, ours: DataMap, theirs: DataMap, join: Join): DataMap {
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
  return Object.fromEntries(
    keys.map((key) => {
      const address = place.address === '' ? key : `${place.address}.${key}`
      return [key, joinValue({ ...place, path: [...place.path, key], address }, ours[key], theirs[key], join)]
    }),
  )
}

function joinLists(place: JoinPlace, ours: readonly unknown[], theirs: readonly unknown[], join: Join) {
  const key = itemKey(place.name, place.path)
  const mine = key && keyedItems(ours, key)
  const yours = key && keyedItems(theirs, key)
  if (!mine || !yours) {
    const others = theirs.filter((each) => !ours.some((own) => isDeepEqual(own, each)))
    return [...ours, ...others]
  }
  return [...new Set([...mine.keys(), ...yours.keys()])].flatMap((name, index) => {
    const inner = { ...place, path: [...place.path, index], address: `${place.address}[${name}]` }
    const [own, other] = [mine.get(name), yours.get(name)]
    if (own === undefined || other === undefined) return [own ?? other]
    return (key?.length ?? 0) > 1 ? joinPair(inner, own, other, join) : [joinValue(inner, own, other, join)]
  })
}

/** Two entries that several facts identify: one if they do not contradict each other, else perhaps two of one day. */
function joinPair(place: JoinPlace, ours: DataMap, theirs: DataMap, join: Join): unknown[] {
  const attempt: Join = { decide: () => undefined, conflicts: [] }
  const joined = joinValue(place, ours, theirs, attempt)
  if (!attempt.conflicts.length) return [joined]
  if (join.decide(place.name, place.address) === 'both') return [ours, theirs]
  return [chosen(place, ours, theirs, true, join)]
}

function chosen(
  { name, path, address }: JoinPlace,
  ours: unknown,
  theirs: unknown,
  both: boolean,
  join: Join,
): unknown {
  const choice = join.decide(name, address)
  if (choice === 'theirs') return theirs
  if (choice !== 'ours')
    join.conflicts.push({ document: name, address, path, base: undefined, ours, theirs, both })
  return ours
}
