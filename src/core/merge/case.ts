import { isDeepEqual } from '../facts/data.ts'
import { type DocumentName, documentNames } from '../facts/documents.ts'
import { type Conflict, type Decision, mergeDocument } from './merge.ts'
import {
  type CaseData,
  type Entry,
  entriesOf,
  type NumberedList,
  nextId,
  numberedLists,
  renumberEntry,
} from './renumber.ts'

export interface CaseConflict extends Conflict {
  readonly document: DocumentName
}

/** An entry of ours that took the number of another of theirs, and got a new one. */
export interface Renumbered {
  readonly document: DocumentName
  readonly from: string
  readonly to: string
}

export interface MergedCase {
  readonly data: CaseData
  readonly conflicts: readonly CaseConflict[]
  readonly renumbered: readonly Renumbered[]
}

export interface CaseVersions {
  readonly base: CaseData
  readonly ours: CaseData
  readonly theirs: CaseData
}

export type DecideCase = (document: DocumentName, address: string) => Decision | undefined

/**
 * Merges what two sides made of a case. Where both added a different entry under one number, the number is theirs, since
 * it is known to others: evidence of ours gets the next one by itself; whether two obligors, agreements, appraisals or
 * suits under one number are the same is decided by `decide`.
 */
export function mergeCase(versions: CaseVersions, decide: DecideCase = () => undefined): MergedCase {
  const state = numberedLists.reduce<Clearing>((before, list) => clearList(before, list, decide), {
    ...versions,
    conflicts: [],
    renumbered: [],
  })
  const { base, ours, theirs } = state
  const isOpen = (document: DocumentName, address: string): boolean =>
    state.conflicts.some((open) => open.document === document && address.startsWith(open.address))
  const conflicts = [...state.conflicts]
  const data: Partial<Record<DocumentName, unknown>> = {}
  for (const name of documentNames) {
    const sides = { base: base[name], ours: ours[name], theirs: theirs[name] }
    const merged = mergeDocument(name, sides, (address) => decide(name, address))
    if (merged.data !== undefined) data[name] = merged.data
    const open = merged.conflicts.filter(({ address }) => !isOpen(name, address))
    conflicts.push(...open.map((each) => ({ ...each, document: name })))
  }
  return { data, conflicts, renumbered: state.renumbered }
}

type Clearing = CaseVersions & Pick<MergedCase, 'conflicts' | 'renumbered'>

/** Deals with the numbers of a list that each side gave to an entry of its own. */
function clearList(before: Clearing, list: NumberedList, decide: DecideCase): Clearing {
  const known = new Set(entriesOf(before.base, list).map(({ id }) => id))
  const theirs = new Map(entriesOf(before.theirs, list).map((entry) => [entry.id, entry]))
  let state = before
  for (const [index, mine] of entriesOf(before.ours, list).entries()) {
    const yours = theirs.get(mine.id)
    if (yours && !known.has(mine.id) && !areOne(list, mine, yours))
      state = cleared(state, list, { mine, yours, index }, decide)
  }
  return state
}

interface SameNumber {
  readonly mine: Entry
  readonly yours: Entry
  /** The position of `mine` in its list. */
  readonly index: number
}

function cleared(
  state: Clearing,
  list: NumberedList,
  { mine, yours, index }: SameNumber,
  decide: DecideCase,
): Clearing {
  const { document, key, kind } = list
  const address = `${key}[${mine.id}]`
  const choice = kind === 'evidence' ? 'both' : decide(document, address)
  if (choice === 'both') return renumbered(state, list, mine.id)
  if (choice === 'ours') return { ...state, theirs: withEntry(state.theirs, list, mine) }
  if (choice === 'theirs') return { ...state, ours: withEntry(state.ours, list, yours) }
  const open = { base: undefined, ours: mine, theirs: yours, both: true, path: [key, index] }
  return { ...state, conflicts: [...state.conflicts, { ...open, document, address }] }
}

/** Whether two entries under one number may be the same, told at different length. */
function areOne({ document, key }: NumberedList, mine: Entry, yours: Entry): boolean {
  if (isDeepEqual(mine, yours)) return true
  const sides = { base: undefined, ours: { [key]: [mine] }, theirs: { [key]: [yours] } }
  return !mergeDocument(document, sides).conflicts.length
}

function renumbered(state: Clearing, list: NumberedList, from: string): Clearing {
  const taken = [state.base, state.ours, state.theirs].flatMap((side) => entriesOf(side, list))
  const to = nextId(
    from,
    taken.map(({ id }) => id),
  )
  return {
    ...state,
    ours: renumberEntry(state.ours, list, from, to),
    renumbered: [...state.renumbered, { document: list.document, from, to }],
  }
}

function withEntry(documents: CaseData, list: NumberedList, entry: Entry): CaseData {
  const entries = entriesOf(documents, list).map((each) => (each.id === entry.id ? entry : each))
  return { ...documents, [list.document]: { ...mapOf(documents[list.document]), [list.key]: entries } }
}

const mapOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})
