import { type DataMap, isMapData } from '../facts/data.ts'
import { type CaseData, type DocumentName, documentNames } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import { listIn } from './entries.ts'
import { halfOf } from './half.ts'
import { kindOfIdAt, kindsReferredTo } from './references.ts'
import { mapTexts } from './renumber.ts'
import { type Bond, type Leaving, type Side, sidesOf } from './sides.ts'

export interface Parted {
  /** The new case, with the number and the title of the old one yet. */
  readonly moved: CaseData
  readonly left: CaseData
  /** What binds obligors of both together; the case can't be parted while there is any. */
  readonly bonds: readonly Bond[]
  /** Where each piece of evidence goes. */
  readonly evidence: ReadonlyMap<string, Side>
  /** The evidence that facts name, of what leaves and of what stays. */
  readonly named: Readonly<Record<'moved' | 'left', ReadonlySet<string>>>
}

/** Parts a case in two. Ids stay as they are in both, so that what was printed and what is referred to holds. */
export function partCase(data: CaseData, leaving: Leaving): Parted {
  const sides = sidesOf(data, leaving.obligors)
  const [moved, left] = (['moved', 'left'] as const).map((side) => halfOf(data, leaving, sides, side))
  if (!moved || !left) throw new Error('a case has two halves')
  const named = { moved: evidenceNamed(moved), left: evidenceNamed(left) }
  const evidence = sidesOfEvidence(data, named, leaving)
  return {
    moved: withEvidence(moved, evidence, 'left'),
    left: withEvidence(left, evidence, 'moved'),
    bonds: sides.bonds,
    evidence,
    named,
  }
}

/** Evidence goes with the facts that name it; what no fact names is for both, unless it was chosen to leave. */
function sidesOfEvidence(
  data: CaseData,
  { moved: there, left: here }: Parted['named'],
  { evidence: chosen }: Leaving,
): ReadonlyMap<string, Side> {
  const sideOf = (id: string): Side => {
    if (here.has(id)) return there.has(id) || chosen.has(id) ? 'both' : 'left'
    return there.has(id) || chosen.has(id) ? 'moved' : 'both'
  }
  return new Map(listIn(data.evidence, 'evidence').map(({ id }) => [String(id), sideOf(String(id))]))
}

function evidenceNamed(data: CaseData): ReadonlySet<string> {
  const named = new Set<string>()
  mapTexts(data, (name: DocumentName, path: Path, text: string) => {
    if (!kindOfIdAt(name, path) && kindsReferredTo(name, path, text).includes('evidence')) named.add(text)
    return text
  })
  return named
}

function withEvidence(data: CaseData, evidence: ReadonlyMap<string, Side>, gone: Side): CaseData {
  const kept = listIn(data.evidence, 'evidence').filter(({ id }) => evidence.get(String(id)) !== gone)
  const document = isMapData(data.evidence) ? data.evidence : {}
  return withoutEmptyDocuments({ ...data, evidence: { ...document, evidence: kept } })
}

/** A document of which only empty lists are left records nothing. */
function withoutEmptyDocuments(data: CaseData): CaseData {
  return Object.fromEntries(
    documentNames.flatMap((name) => {
      const document = data[name]
      return document === undefined || (isMapData(document) && isEmpty(document)) ? [] : [[name, document]]
    }),
  )
}

function isEmpty(document: DataMap): boolean {
  return Object.values(document).every((value) => Array.isArray(value) && value.length === 0)
}

/** The title of a case that is parted off: that of the whole, with who leaves (names, as far as there are any). */
export function partedTitle(title: string, names: readonly string[]): string {
  return `${title}（分案${names.length ? `：${names.join('、')}` : ''}）`
}
