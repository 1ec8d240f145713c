import { titleAt } from '../schema/walk.ts'
import { type DataMap, isMapData } from './data.ts'
import { type Agreement, type DocumentName, documentNames } from './documents.ts'
import type { Facts } from './facts.ts'
import type { Path } from './locations.ts'
import { oncePerCase } from './once.ts'

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

/** The keys of the signed papers of a section that has one, as an agreement: its scan comes first. */
const OWN_KEYS = ['signedCopy', 'signedText'] as const

/** Keys of signed papers in a section that has several of them: each tells which of the papers was signed. */
const PAPER_KEYS = ['filedCopy', 'sentCopy'] as const

/** All the keys under which signed papers stand beside facts. */
export const SIGNED_KEYS: readonly string[] = [...OWN_KEYS, ...PAPER_KEYS]

/** Documents in which papers are signed: the others are not walked. */
export const WITH_PAPERS: readonly DocumentName[] = [
  'investigation',
  'consultation',
  'agreements',
  'court',
  'restoration',
  'closing',
]

/** The files of the signed papers of an agreement, with those that others have superseded. */
export function signedFilesOf(agreement: Pick<Agreement, (typeof OWN_KEYS)[number]>): string[] {
  return OWN_KEYS.flatMap((key) => {
    const { [key]: paper } = agreement
    return paper ? [paper, ...(paper.superseded ?? [])].map(({ file }) => file) : []
  })
}

/** The signed papers of a case, in the order of its documents. */
export const signedPapers = oncePerCase(({ documents }: Pick<Facts, 'documents'>): readonly SignedPaper[] => {
  const found: SignedPaper[] = []
  for (const document of documentNames)
    if (WITH_PAPERS.includes(document)) look({ document, path: [], around: [], found }, documents[document])
  return found
})

/**
 * The section of the facts in which a signed paper is recorded, as forms name it (`agreements.agreements`); where a
 * section has several papers, with the key of this one (`restoration.projects.filedCopy`).
 */
export function sectionOf({ document, path }: Pick<SignedPaper, 'document' | 'path'>): string {
  const copy = path.findIndex((key) => SIGNED_KEYS.includes(String(key)))
  const isOneOfSeveral = PAPER_KEYS.some((key) => key === path[copy])
  return sectionAt(document, path.slice(0, isOneOfSeveral ? copy + 1 : copy))
}

/** Whether it is a scan of the paper as it stands now: no text beside the scan, and not superseded. */
export function isCurrentScan({ path }: Pick<SignedPaper, 'path'>): boolean {
  const key = String(path.at(-1))
  return key !== 'signedText' && SIGNED_KEYS.includes(key)
}

/** A section of a document as forms name it, without the numbers of lists: `consultation.rounds.services`. */
export function sectionAt(document: DocumentName, path: Path): string {
  return [document, ...path.filter((step) => typeof step === 'string')].join('.')
}

/** A walk through a document: the way to where it stands, what tells the items around it, and the papers so far. */
interface Walk {
  readonly document: DocumentName
  readonly path: (string | number)[]
  readonly around: (string | number)[]
  readonly found: SignedPaper[]
}

// It passes through every object of every case, of which hardly any holds a paper: it makes nothing on its way.
function look(walk: Walk, value: unknown): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) lookInside(walk, index, value[index])
    return
  }
  if (!isMapData(value)) return
  const part = addressPart(value)
  if (part !== undefined) walk.around.push(part)
  for (const key of SIGNED_KEYS) if (key in value) walk.found.push(...papersAt(walk, key, value[key]))
  for (const key in value) if (!SIGNED_KEYS.includes(key)) lookInside(walk, key, value[key])
  if (part !== undefined) walk.around.pop()
}

function lookInside(walk: Walk, key: string | number, value: unknown): void {
  if (typeof value !== 'object') return
  walk.path.push(key)
  look(walk, value)
  walk.path.pop()
}

function papersAt({ document, path, around }: Walk, key: string, place: unknown): SignedPaper[] {
  if (!isMapData(place)) return []
  const at = [...path, key]
  const title = titleAt(document, at) ?? key
  const subject = around.join('/') || null
  const former = Array.isArray(place.superseded) ? place.superseded : []
  return [
    ...paperAt({ document, path: at, title, subject }, place),
    ...former.flatMap((each, index) =>
      paperAt({ document, path: [...at, 'superseded', index], title: `${title}（已换下）`, subject }, each),
    ),
  ]
}

function paperAt(about: Omit<SignedPaper, 'place' | 'file' | 'sha256'>, place: unknown): SignedPaper[] {
  if (!isMapData(place) || typeof place.file !== 'string' || typeof place.sha256 !== 'string') return []
  return [{ ...about, place, file: place.file, sha256: place.sha256 }]
}

/**
 * What tells one of a list from the others: round, obligor, number of a meeting, id. A number in words is that of a
 * paper.
 */
export function addressPart({ id, round, obligor, number, agreement }: DataMap): string | number | undefined {
  const counted = typeof number === 'number' ? number : undefined
  for (const each of [id, obligor, round, counted, agreement])
    if (typeof each === 'string' || typeof each === 'number') return each
  return undefined
}
