import { isMapData } from '../facts/data.ts'
import { type CaseData, type DocumentName, documentNames } from '../facts/documents.ts'
import { type Conflict, type Decision, mergeDocument } from './merge.ts'
import {
  type NumberedEntry,
  type NumberedList,
  nextId,
  numberedEntries,
  numberedLists,
  renumberEntry,
} from './renumber.ts'

export interface CaseConflict extends Conflict {
  readonly document: DocumentName
}

/** An entry of ours that had the number of a different entry of theirs, and got a new number. */
export interface RenumberedEntry {
  readonly document: DocumentName
  readonly from: string
  readonly to: string
}

export interface MergedCase {
  readonly data: CaseData
  readonly conflicts: readonly CaseConflict[]
  readonly renumbered: readonly RenumberedEntry[]
}

export interface CaseVersions {
  readonly base: CaseData
  readonly ours: CaseData
  readonly theirs: CaseData
}

export type DecideCase = (document: DocumentName, address: string) => Decision | undefined

/**
 * Merges what two sides made of a case. Where both added a different entry under one number, theirs keeps the
 * number, since others know it: our evidence gets the next number; `decide` says whether two obligors, agreements,
 * appraisals or suits under one number are the same.
 */
export function mergeCase(versions: CaseVersions, decide: DecideCase = () => undefined): MergedCase {
  const state = numberedLists.reduce<MergeState>((before, list) => settleNumbers(before, list, decide), {
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

type MergeState = CaseVersions & Pick<MergedCase, 'conflicts' | 'renumbered'>

/** Settles each number of a list that both sides gave to entries of their own. */
function settleNumbers(before: MergeState, list: NumberedList, decide: DecideCase): MergeState {
  const known = new Set(numberedEntries(before.base, list).map(({ id }) => id))
  const theirs = new Map(numberedEntries(before.theirs, list).map((entry) => [entry.id, entry]))
  let state = before
  for (const [index, mine] of numberedEntries(before.ours, list).entries()) {
    const yours = theirs.get(mine.id)
    if (yours && !known.has(mine.id) && !mayBeSame(list, mine, yours))
      state = settleNumber(state, list, { mine, yours, index }, decide)
  }
  return state
}

interface SameNumber {
  readonly mine: NumberedEntry
  readonly yours: NumberedEntry
  /** The position of `mine` in its list. */
  readonly index: number
}

function settleNumber(
  state: MergeState,
  list: NumberedList,
  { mine, yours, index }: SameNumber,
  decide: DecideCase,
): MergeState {
  const { document, key, kind } = list
  const address = `${key}[${mine.id}]`
  const choice = kind === 'evidence' ? 'both' : decide(document, address)
  if (choice === 'both' || choice === 'open') return renumbered(state, list, mine.id)
  if (choice === 'ours') return { ...state, theirs: withEntry(state.theirs, list, mine) }
  if (choice === 'theirs') return { ...state, ours: withEntry(state.ours, list, yours) }
  const open = { base: undefined, ours: mine, theirs: yours, both: true, path: [key, index] }
  return { ...state, conflicts: [...state.conflicts, { ...open, document, address }] }
}

/** Whether two entries under one number may be the same, one with more details than the other. */
function mayBeSame({ document, key }: NumberedList, mine: NumberedEntry, yours: NumberedEntry): boolean {
  const sides = { base: undefined, ours: { [key]: [mine] }, theirs: { [key]: [yours] } }
  return !mergeDocument(document, sides).conflicts.length
}

function renumbered(state: MergeState, list: NumberedList, from: string): MergeState {
  const taken = [state.base, state.ours, state.theirs].flatMap((side) => numberedEntries(side, list))
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

function withEntry(documents: CaseData, list: NumberedList, entry: NumberedEntry): CaseData {
  const entries = numberedEntries(documents, list).map((each) => (each.id === entry.id ? entry : each))
  const document = documents[list.document]
  return { ...documents, [list.document]: { ...(isMapData(document) && document), [list.key]: entries } }
}
