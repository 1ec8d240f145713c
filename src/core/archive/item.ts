import type { IsoDate } from '../calendar/dates.ts'
import { isMapData } from '../facts/data.ts'
import { type DocumentName, documentNames } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * What a copy is of its item: a signed or scanned paper, the text of a signed paper without signatures, a paper that
 * another has replaced, what was handed in, the Word file that a paper was made in, or a PDF that ejc made of that file.
 */
export type CopyKind = 'signed' | 'text' | 'scan' | 'original' | 'word' | 'printed' | 'superseded'

/** A file of an item, relative to the folder of the case. */
export interface Copy {
  readonly source: string
  readonly kind: CopyKind
}

/** One document of the file with its copies (一件), without its number. The first copy is the one that is printed. */
export interface ArchiveItem {
  readonly title: string
  /** 文号 */
  readonly documentNumber: string | null
  /** 责任者 */
  readonly responsible: string | null
  readonly date: IsoDate | null
  /** What tells the day: a fact, only the last commit of the file, or the making of the archive. */
  readonly datedBy: 'fact' | 'commit' | 'archive'
  /** The pages that the record tells; known for evidence only. */
  readonly recordedPages: number | null
  readonly copies: readonly Copy[]
  /** A paper to be signed of which no signed copy is there. */
  readonly isUnsigned: boolean
}

/** An item with the phase of the procedure to which it belongs. */
export interface PhasedItem extends ArchiveItem {
  readonly phase: DocumentName
}

/** The files of a case (committed ones, with their days, and those kept outside), and which PDFs ejc made. */
export interface CaseFiles {
  readonly days: ReadonlyMap<string, string>
  /** Whether a PDF in documents/ is still as ejc made it of the Word file beside it. */
  readonly isPrinted: (source: string) => boolean
}

/** What a file kept outside of the repository is called beside the files of the case folder. */
export const OUTSIDE = '外存/'

/** Whether a file is one of the records of the case, which go with the metadata. */
export function isRecord(source: string): boolean {
  return source.endsWith('.yaml') && documentNames.some((name) => source === `${name}.yaml`)
}

/** Whether a file is of Word: it bears no signatures, under whatever title it was handed in. */
export function isWord(file: string): boolean {
  return /\.docx?$/i.test(file)
}

/** What most documents say nothing of. */
export const plain = {
  documentNumber: null,
  responsible: null,
  recordedPages: null,
  isUnsigned: false,
} as const

/** The day on which the newest of some files was committed. */
export function commitDated(
  { days }: CaseFiles,
  sources: readonly string[],
): Pick<ArchiveItem, 'date' | 'datedBy'> {
  const last = sources
    .map((source) => days.get(source) ?? '')
    .sort()
    .at(-1)
  return { date: last || null, datedBy: last ? 'commit' : 'fact' }
}

/** The name of a file without its folders. */
export function nameOf(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1)
}

/** Things under what they have in common, in the order of their first. */
export function groupedBy<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}

/** What looks like a number by which the program knows things: nobody reads them in the file. */
const INTERNAL_ID = /（([A-Z]{1,2}\d+)）|(?:^|\s+)([A-Z]{1,2}\d+)(?=$|[\s「」《》“”（），、；。：])/gu

/**
 * A text without internal numbers: 鉴定评估 A1 → 鉴定评估. With `ids`, those of the case, what people call W1 themselves, as
 * a well, keeps its name.
 */
export function withoutIds(text: string, ids?: ReadonlySet<string>): string {
  return text
    .replace(INTERNAL_ID, (found: string, bracketed?: string, bare?: string) =>
      ids === undefined || ids.has(bracketed ?? bare ?? '') ? '' : found,
    )
    .trim()
}

/** Every id that the facts of a case give or refer to. */
export function idsOf({ documents }: Pick<Facts, 'documents'>): ReadonlySet<string> {
  const ids = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      if (/^[A-Z]{1,2}\d+$/u.test(value)) ids.add(value)
    } else if (Array.isArray(value)) value.forEach(collect)
    else if (isMapData(value)) Object.values(value).forEach(collect)
  }
  collect(documents)
  return ids
}
