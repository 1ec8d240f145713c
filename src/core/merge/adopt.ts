import { type DataMap, isDeepEqual, isMapData } from '../facts/data.ts'
import { type CaseData, type DocumentName, documentNames } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import { listIn } from './entries.ts'
import { type EntryKind, kindOfIdAt, kindsReferredTo } from './references.ts'
import { mapTexts, nextId } from './renumber.ts'

/** A thing of one case and the id that it has in the other. */
export interface AdoptedId {
  readonly kind: EntryKind
  readonly from: string
  readonly to: string
  /** Whether the other case has the thing already, under that id. */
  readonly known: boolean
}

/** Two obligors of the same name in two cases, of whom the numbers on record do not tell whether they are the same. */
export interface Namesakes {
  readonly from: string
  readonly to: string
  readonly name: string
}

export interface Adopted {
  /** The documents of a case with the ids that its things get in another one. */
  readonly data: CaseData
  readonly ids: readonly AdoptedId[]
  readonly unclear: readonly Namesakes[]
}

/**
 * Whether an obligor of the case is one of the other: its id there, null for nobody there, undefined while nobody has
 * said so.
 */
export type SameObligor = (id: string) => string | null | undefined

/** An entry of a case with its id, and the kind that it is of. */
interface Entry {
  readonly kind: EntryKind
  readonly id: string
  readonly value: DataMap
}

/** Things that are the same where all that is said of them is the same, but for their ids. */
const comparable: readonly EntryKind[] = ['appraisal', 'agreement', 'suit', 'order', 'enforcement', 'project']

/**
 * Gives the things of a case (`theirs`) ids that are free in another (`ours`), and every reference to them; what both
 * have gets the id that it has there: obligors by their numbers or as `same` says, evidence by its SHA-256, others
 * where they are equal. Rounds of consultation come after those that are there.
 */
export function withFreeIds(ours: CaseData, theirs: CaseData, same: SameObligor): Adopted {
  const mine = entriesIn(ours)
  const own = new Set(mine.map(({ id }) => id))
  const state: State = {
    ids: [],
    unclear: [],
    own,
    taken: [...own, ...entriesIn(theirs).map(({ id }) => id)],
  }
  for (const entry of ofKind(entriesIn(theirs), 'obligor')) adoptObligor(state, mine, entry, same)
  for (const entry of ofKind(entriesIn(theirs), 'evidence')) adoptEvidence(state, mine, entry)
  for (const kind of comparable)
    for (const entry of ofKind(entriesIn(renamed(theirs, state.ids)), kind)) adoptEqual(state, mine, entry)
  for (const kind of ['objection', 'payment', 'reminder'] as const)
    for (const { id } of ofKind(entriesIn(theirs), kind)) adoptFree(state, mine, kind, id)
  const data = afterRounds(ours, renamed(theirs, state.ids))
  return { data, ids: state.ids, unclear: state.unclear }
}

interface State {
  readonly ids: AdoptedId[]
  readonly unclear: Namesakes[]
  /** The ids of the case into which the things go. */
  readonly own: ReadonlySet<string>
  /** Every id of either case, and those given since. */
  readonly taken: string[]
}

const ofKind = (entries: readonly Entry[], kind: EntryKind): Entry[] =>
  entries.filter((entry) => entry.kind === kind)

function adoptObligor(state: State, mine: readonly Entry[], entry: Entry, same: SameObligor): void {
  const candidates = ofKind(mine, 'obligor')
  const said = same(entry.id)
  const numbered = candidates.find(({ value }) => isSameNumber(value, entry.value))
  const namesake = candidates.find(({ value }) => mayBeOne(value, entry.value))
  if (said === undefined && !numbered && namesake) {
    const { id: to } = namesake
    state.unclear.push({ from: entry.id, to, name: String(entry.value.name) })
    known(state, entry, to)
  } else if (said === null || (said === undefined && !numbered)) fresh(state, 'obligor', entry.id)
  else known(state, entry, said ?? numbered?.id ?? entry.id)
}

/** The number by which an obligor is registered. */
function numberOf({ creditCode, idNumber, identity }: DataMap): unknown {
  return creditCode ?? idNumber ?? (isMapData(identity) ? identity.number : undefined)
}

function isSameNumber(mine: DataMap, yours: DataMap): boolean {
  const number = numberOf(mine)
  return number !== undefined && number === numberOf(yours)
}

function mayBeOne(mine: DataMap, yours: DataMap): boolean {
  const isOpen = numberOf(mine) === undefined || numberOf(yours) === undefined
  return isOpen && mine.kind === yours.kind && mine.name === yours.name
}

function adoptEvidence(state: State, mine: readonly Entry[], entry: Entry): void {
  const digest = digestOf(entry.value)
  const own = digest && ofKind(mine, 'evidence').find(({ value }) => digestOf(value) === digest)
  if (own) known(state, entry, own.id)
  else fresh(state, 'evidence', entry.id)
}

function digestOf({ sha256 }: DataMap): string {
  return typeof sha256 === 'string' ? sha256.toLowerCase() : ''
}

function adoptEqual(state: State, mine: readonly Entry[], entry: Entry): void {
  const own = ofKind(mine, entry.kind).find(({ value }) => isEqualButId(value, entry.value))
  if (!own) {
    fresh(state, entry.kind, entry.id)
    return
  }
  known(state, entry, own.id)
  for (const { id } of paymentsOf(own.value))
    state.ids.push({ kind: 'payment', from: id, to: id, known: true })
}

function isEqualButId({ id: _, ...mine }: DataMap, { id: __, ...yours }: DataMap): boolean {
  return isDeepEqual(mine, yours)
}

function paymentsOf({ payments }: DataMap): readonly { readonly id: string }[] {
  return Array.isArray(payments)
    ? payments.flatMap((each) => (isMapData(each) && typeof each.id === 'string' ? [{ id: each.id }] : []))
    : []
}

function adoptFree(state: State, mine: readonly Entry[], kind: EntryKind, id: string): void {
  if (state.ids.some((each) => each.kind === kind && each.from === id)) return
  if (ofKind(mine, kind).some((each) => each.id === id)) fresh(state, kind, id)
}

function known(state: State, { kind, id: from }: Entry, to: string): void {
  state.ids.push({ kind, from, to, known: true })
}

/** The id of a thing that the other case does not have: its own where that is free, else the next one. */
function fresh(state: State, kind: EntryKind, from: string): void {
  if (state.ids.some((each) => each.kind === kind && each.from === from)) return
  const to = state.own.has(from) ? nextId(from, state.taken) : from
  state.taken.push(to)
  state.ids.push({ kind, from, to, known: false })
}

/** Everything in a case that has an id. */
function entriesIn(documents: CaseData): Entry[] {
  const found: Entry[] = []
  const visit = (name: DocumentName, value: unknown, path: Path): void => {
    if (Array.isArray(value)) value.forEach((item, index) => void visit(name, item, [...path, index]))
    if (!isMapData(value)) return
    const kind = kindOfIdAt(name, [...path, 'id'])
    if (kind && typeof value.id === 'string') found.push({ kind, id: value.id, value })
    for (const [key, child] of Object.entries(value)) visit(name, child, [...path, key])
  }
  for (const name of documentNames) visit(name, documents[name], [])
  return found
}

function renamed(documents: CaseData, ids: readonly AdoptedId[]): CaseData {
  return mapTexts(documents, (name, path, text) => {
    const given = kindOfIdAt(name, path)
    const kinds = given ? [given] : kindsReferredTo(name, path, text)
    const found = ids.find(({ kind, from }) => from === text && kinds.includes(kind))
    if (found || !isSuppressedSubject(name, path)) return found?.to ?? text
    return text
      .split('/')
      .map((part) => ids.find(({ from }) => from === part)?.to ?? part)
      .join('/')
  })
}

/** The subject of a suppressed finding is an address: G1/o2. */
function isSuppressedSubject(name: DocumentName, path: Path): boolean {
  return name === 'case' && path.includes('suppress') && path.at(-1) === 'subject'
}

/** The rounds of a case with numbers after those of another; one that both have keeps its number. */
function afterRounds(ours: CaseData, theirs: CaseData): CaseData {
  const own = roundsIn(ours)
  if (!own.length || !roundsIn(theirs).length) return theirs
  let last = Math.max(...own.map(({ round }) => Number(round)))
  const numbers = new Map<number, number>()
  for (const each of roundsIn(theirs)) {
    const number = Number(each.round)
    numbers.set(number, own.some((mine) => isDeepEqual(mine, each)) ? number : ++last)
  }
  const shifted = ({ round = 1 }: DataMap): number => numbers.get(Number(round)) ?? Number(round)
  const withRound = (each: DataMap): DataMap => ({ ...each, round: shifted(each) })
  const { consultation, agreements } = theirs
  return {
    ...theirs,
    ...withList(consultation, 'consultation', 'rounds', withRound),
    ...withList(agreements, 'agreements', 'agreements', withRound),
  }
}

function withList(
  document: unknown,
  name: DocumentName,
  key: string,
  change: (entry: DataMap) => DataMap,
): CaseData {
  return isMapData(document) ? { [name]: { ...document, [key]: listIn(document, key).map(change) } } : {}
}

const roundsIn = ({ consultation }: CaseData): DataMap[] => listIn(consultation, 'rounds')
