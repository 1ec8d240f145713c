import { earliest, type IsoDate } from '../calendar/dates.ts'
import { type DataMap, isDeepEqual, isMapData } from '../facts/data.ts'
import type { CaseData } from '../facts/documents.ts'
import { type AdoptedId, type Namesakes, type SameObligor, withFreeIds } from './adopt.ts'
import type { CaseConflict, DecideCase } from './case.ts'
import { listIn, mapIn, namesSomebody } from './entries.ts'
import { joinData } from './join.ts'
import { nextId } from './renumber.ts'

/** A case that is to be taken into another one. */
export interface Combining {
  readonly ours: CaseData
  readonly theirs: CaseData
  /** How the files of their case are called in ours. */
  readonly fileNames: (id: string, file: string) => string
}

export interface Combined {
  /** The case that goes on, with everything of both. */
  readonly data: CaseData
  /** The other case alone, by the ids that its things get. */
  readonly adopted: CaseData
  readonly ids: readonly AdoptedId[]
  readonly unclear: readonly Namesakes[]
  readonly conflicts: readonly CaseConflict[]
  /** The evidence whose file goes over: its name in their case and in ours. */
  readonly files: readonly { readonly from: string; readonly to: string }[]
  /** Whether their clue, being the earlier one, takes the place of ours. */
  readonly earlierClue: boolean
  /** The clue from which the law does not count, without its reporter; absent where both cases have the same one. */
  readonly otherClue?: DataMap
}

/** What says how a case was handled under its own number, and stays there. */
const OWN_COURSE = ['assignments', 'regulationMoves', 'partings', 'partedFrom', 'withdrawal']

/**
 * Joins two cases that are one: the second goes into the first. The earlier clue counts, and the earlier days from
 * which the law counts; of other facts of which only one can be, `decide` says which.
 */
export function combineCases(
  { ours, theirs, fileNames }: Combining,
  same: SameObligor,
  decide: DecideCase,
): Combined {
  const { data, ids, unclear } = withFreeIds(ours, withEnforcementIds(ours, theirs), same)
  const apart = !isDeepEqual(idsOfObligors(ours), idsOfObligors(data))
  const named = withFiles(apart ? sayingWhom(data) : data, theirs, ids, fileNames)
  const earlierClue = isEarlier(clueDay(theirs), clueDay(ours))
  const [own, other] = withOneClue(apart ? sayingWhom(ours) : ours, withoutCourse(named.data), earlierClue)
  const joined = joinData(own, other, decide)
  const otherClue = laterClue(ours, theirs, earlierClue)
  const files = named.files
  return { ...joined, adopted: named.data, ids, unclear, files, earlierClue, ...(otherClue && { otherClue }) }
}

/** The clue that gives way to the one that came first. A reporter is a fact of its own, on which the officer decides. */
function laterClue(ours: CaseData, theirs: CaseData, isTheirsFirst: boolean): DataMap | undefined {
  const [own, other] = [ours, theirs].map(({ case: facts }) => {
    const { reporter: _, ...clue } = mapIn(mapIn(facts).clue)
    return clue
  })
  return isDeepEqual(own, other) ? undefined : isTheirsFirst ? own : other
}

function withoutCourse(data: CaseData): CaseData {
  const kept = Object.entries(mapIn(data.case)).filter(([key]) => !OWN_COURSE.includes(key))
  return { ...data, case: Object.fromEntries(kept) }
}

/** Enforcements may have no ids; two without would look like one. */
function withEnforcementIds(ours: CaseData, theirs: CaseData): CaseData {
  const taken = [...listIn(ours.court, 'enforcements'), ...listIn(theirs.court, 'enforcements')].flatMap(
    ({ id }) => (typeof id === 'string' ? id : []),
  )
  return changed(theirs, 'court', 'enforcements', (each) => {
    if (each.id !== undefined) return each
    const id = nextId('F1', taken)
    taken.push(id)
    return { id, ...each }
  })
}

function idsOfObligors(data: CaseData): string[] {
  return listIn(data.case, 'obligors')
    .map(({ id }) => String(id))
    .toSorted()
}

/** Facts that name nobody concern all obligors of their case: in a case with others, they say whom. */
function sayingWhom(data: CaseData): CaseData {
  const ids = idsOfObligors(data)
  if (!ids.length) return data
  const named = (each: DataMap): DataMap =>
    Array.isArray(each.obligors) && each.obligors.length ? each : { ...each, obligors: ids }
  const met = (each: DataMap): DataMap => (namesSomebody(each) ? each : { ...each, attended: ids })
  const heldWith = (round: DataMap): DataMap =>
    round.meetings === undefined ? round : { ...round, meetings: listIn(round, 'meetings').map(met) }
  const lists = ['preservations', 'transfers'] as const
  const court = lists.reduce((before, key) => changed(before, 'court', key, named), data)
  const proceedings = changed(court, 'case', 'relatedProceedings', named)
  const { restoration } = proceedings
  const begun = isMapData(restoration) && isMapData(restoration.preAgreement)
  const said = changed(proceedings, 'consultation', 'rounds', heldWith)
  if (!begun) return said
  return { ...said, restoration: { ...restoration, preAgreement: named(mapIn(restoration.preAgreement)) } }
}

function changed(
  data: CaseData,
  name: keyof CaseData,
  key: string,
  change: (entry: DataMap) => DataMap,
): CaseData {
  const document = data[name]
  if (!isMapData(document) || document[key] === undefined) return data
  return { ...data, [name]: { ...document, [key]: listIn(document, key).map(change) } }
}

/** The entries of evidence that come over, each with the name that its file gets; what both have keeps ours. */
function withFiles(
  data: CaseData,
  theirs: CaseData,
  ids: readonly AdoptedId[],
  fileNames: Combining['fileNames'],
): { readonly data: CaseData; readonly files: Combined['files'] } {
  const files: { from: string; to: string }[] = []
  const former = new Map(listIn(theirs.evidence, 'evidence').map(({ id, file }) => [id, file]))
  const fresh = ids.filter(({ kind, known }) => kind === 'evidence' && !known)
  const moved = changed(data, 'evidence', 'evidence', (entry) => {
    const origin = fresh.find(({ to }) => to === entry.id)
    const from = origin && former.get(origin.from)
    if (!origin || typeof from !== 'string') return entry
    const own = from.replace(`/${origin.from}-`, `/${origin.to}-`)
    const to = fileNames(origin.to, own)
    files.push({ from, to })
    return { ...entry, file: to }
  })
  return { data: moved, files }
}

function clueDay(data: CaseData): IsoDate | undefined {
  const { foundOn, receivedOn } = mapIn(mapIn(data.case).clue)
  return earliest(textIn(foundOn), textIn(receivedOn))
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function isEarlier(day: IsoDate | undefined, other: IsoDate | undefined): boolean {
  return day !== undefined && (other === undefined || day < other)
}

/**
 * Both sides with the clue that came first. A suggestion of the procuratorate by which the other clue came has days of
 * its own to be answered, so it is listed among the suggestions; its reporter stays one of whom an answer is owed.
 */
function withOneClue(ours: CaseData, theirs: CaseData, isTheirs: boolean): [CaseData, CaseData] {
  const [kept, left] = isTheirs ? [theirs, ours] : [ours, theirs]
  const { reporter: former, ...clue } = mapIn(mapIn(kept.case).clue)
  const other = mapIn(mapIn(left.case).clue)
  const reporters = { ours: isTheirs ? other.reporter : former, theirs: isTheirs ? former : other.reporter }
  const suggested = suggestionIn(other)
  const side = (data: CaseData, reporter: unknown): CaseData => {
    const facts = mapIn(data.case)
    return { ...data, case: { ...facts, clue: { ...clue, ...(reporter === undefined ? {} : { reporter }) } } }
  }
  const [first, second] = [side(ours, reporters.ours), side(theirs, reporters.theirs)]
  return [suggested ? withSuggestion(first, suggested) : first, second]
}

function suggestionIn({ bySuggestion, receivedOn, reference, transferredBy }: DataMap): DataMap | undefined {
  if (bySuggestion !== true || receivedOn === undefined) return undefined
  const number = reference === undefined ? {} : { number: reference }
  return { receivedOn, ...number, ...(transferredBy === undefined ? {} : { from: transferredBy }) }
}

function withSuggestion(data: CaseData, suggestion: DataMap): CaseData {
  const facts = mapIn(data.case)
  const procuratorate = mapIn(facts.procuratorate)
  const known = listIn(procuratorate, 'suggestions')
  if (known.some(({ receivedOn }) => receivedOn === suggestion.receivedOn)) return data
  return {
    ...data,
    case: { ...facts, procuratorate: { ...procuratorate, suggestions: [...known, suggestion] } },
  }
}
