import { titleAt } from '../schema/walk.ts'
import { type DataMap, isMapData } from './data.ts'
import { type DocumentName, documentNames } from './documents.ts'
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
const WITH_PAPERS: readonly DocumentName[] = ['consultation', 'agreements', 'court']

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
  const own = SIGNED_KEYS.flatMap((key): SignedPaper[] => {
    const place = value[key]
    const at = [...path, key]
    if (!isMapData(place) || typeof place.file !== 'string' || typeof place.sha256 !== 'string') return []
    const { file, sha256 } = place
    return [
      {
        document,
        path: at,
        place,
        title: titleAt(document, at) ?? key,
        subject: known.join('/') || null,
        file,
        sha256,
      },
    ]
  })
  const inside = Object.entries(value).flatMap(([key, each]) =>
    SIGNED_KEYS.some((signed) => signed === key) ? [] : papersIn(document, each, [...path, key], known),
  )
  return [...own, ...inside]
}

/** What tells one of a list from the others: round, obligor, number of a meeting, id. */
function addressPart({ id, round, obligor, number, agreement }: DataMap): (string | number)[] {
  const parts = [id, obligor, round, number, agreement].flatMap((each) =>
    typeof each === 'string' || typeof each === 'number' ? [each] : [],
  )
  return parts.slice(0, 1)
}
