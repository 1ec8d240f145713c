import { titleAt } from '../schema/walk.ts'
import { type DataMap, isMapData } from './data.ts'
import { type Agreement, type DocumentName, documentNames } from './documents.ts'
import type { Facts } from './facts.ts'
import type { Path } from './locations.ts'

/** A signed paper of the case: the file that is kept beside the fact which it proves. */
export interface SignedPaper {
  readonly document: DocumentName
  /** Where it stands in the document. */
  readonly path: Path
  /** The object of the facts that holds the two below. */
  readonly place: object
  /** 协议签署件, 送达回证签署件 … */
  readonly title: string
  /** What it is about, as an address: `G1`, `1/o2`. */
  readonly subject: string | null
  /** Relative to the folder of the case. */
  readonly file: string
  readonly sha256: string
}

/** The keys under which signed papers stand beside facts; the scan of the whole paper comes first. */
export const SIGNED_KEYS = ['signedCopy', 'signedText'] as const

/** Documents in which papers are signed: the others are not walked. */
export const WITH_PAPERS: readonly DocumentName[] = [
  'investigation',
  'consultation',
  'agreements',
  'court',
  'closing',
]

/** The files of the signed papers of an agreement, with those that others have superseded. */
export function signedFilesOf(agreement: Pick<Agreement, (typeof SIGNED_KEYS)[number]>): string[] {
  return SIGNED_KEYS.flatMap((key) => {
    const { [key]: paper } = agreement
    return paper ? [paper, ...(paper.superseded ?? [])].map(({ file }) => file) : []
  })
}

/** The signed papers of a case, in the order of its documents. */
export function signedPapers({ documents }: Pick<Facts, 'documents'>): SignedPaper[] {
  return documentNames
    .filter((name) => WITH_PAPERS.includes(name))
    .flatMap((name) => papersIn(name, documents[name], [], []))
}

function papersIn(
  document: DocumentName,
  value: unknown,
  path: Path,
  around: readonly (string | number)[],
): SignedPaper[] {
  if (Array.isArray(value))
    return value.flatMap((each, index) => papersIn(document, each, [...path, index], around))
  if (!isMapData(value)) return []
  const known = [...around, ...addressPart(value)]
  const subject = known.join('/') || null
  const own = SIGNED_KEYS.flatMap((key): SignedPaper[] => {
    const at = [...path, key]
    const title = titleAt(document, at) ?? key
    const { [key]: place } = value
    if (!isMapData(place)) return []
    const former = Array.isArray(place.superseded) ? place.superseded : []
    return [
      ...paperAt({ document, path: at, title, subject }, place),
      ...former.flatMap((each, index) =>
        paperAt({ document, path: [...at, 'superseded', index], title: `${title}（已换下）`, subject }, each),
      ),
    ]
  })
  const inside = Object.entries(value).flatMap(([key, each]) =>
    SIGNED_KEYS.some((signed) => signed === key) ? [] : papersIn(document, each, [...path, key], known),
  )
  return [...own, ...inside]
}

function paperAt(about: Omit<SignedPaper, 'place' | 'file' | 'sha256'>, place: unknown): SignedPaper[] {
  if (!isMapData(place) || typeof place.file !== 'string' || typeof place.sha256 !== 'string') return []
  return [{ ...about, place, file: place.file, sha256: place.sha256 }]
}

/**
 * What tells one of a list from the others: round, obligor, number of a meeting, id. A number in words is that of a
 * paper.
 */
function addressPart({ id, round, obligor, number, agreement }: DataMap): (string | number)[] {
  const counted = typeof number === 'number' ? number : undefined
  const parts = [id, obligor, round, counted, agreement].flatMap((each) =>
    typeof each === 'string' || typeof each === 'number' ? [each] : [],
  )
  return parts.slice(0, 1)
}
