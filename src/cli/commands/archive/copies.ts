import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArchiveItem, CopyKind } from '../../../core/archive/item.ts'
import { isWord, nameOf, OUTSIDE } from '../../../core/archive/item.ts'
import type { CaseView } from '../../../core/view.ts'
import type { ArchivalCopy, archivalCopies } from '../../../documents/archival.ts'
import { isSealed } from '../../../documents/pdf.ts'
import { outsideFolder } from '../../../repository/outside.ts'
import type { Repository } from '../../../repository/repository.ts'
import type { Output } from '../../shared/output/output.ts'

/** A copy on its way into the archive: its name there, what it is, and where its content comes from. */
export interface MadeCopy {
  readonly name: string
  readonly kind: CopyKind | 'archival'
  /** Relative to the folder of the case, or below `OUTSIDE`; made for the archive where it has bytes. */
  readonly from: { readonly source: string } | { readonly bytes: Uint8Array }
}

/** An item with every copy that goes into the archive. */
export interface MadeItem {
  readonly item: ArchiveItem
  readonly copies: readonly MadeCopy[]
  /** PDFs by ejc that the copies for the archive replace. */
  readonly replaced: readonly string[]
  /** Why there is no copy for the archive, where one was to be made. */
  readonly why: string | null
}

/** How the files of a case are read while its archive is made. */
export interface Sources {
  readonly bytes: (source: string) => Uint8Array | undefined
  readonly isPrinted: (source: string) => boolean
  /** What is made for the archive, by the names that stand for files of the case. */
  readonly made: ReadonlyMap<string, Uint8Array>
}

/** The files of a case, those that it keeps outside, and what is made for the archive. */
export function sourcesOf(
  repository: Repository,
  { facts, config }: CaseView,
  made: Sources['made'],
): Sources {
  const outside = outsideFolder(repository.root, config) ?? ''
  const bytes = (source: string): Uint8Array | undefined =>
    source.startsWith(OUTSIDE)
      ? new Uint8Array(readFileSync(join(outside, source.slice(OUTSIDE.length))))
      : (made.get(source) ?? repository.readBytes(`cases/${facts.id}/${source}`))
  const isPrinted = (source: string): boolean => {
    const pdf = isPdf(source) ? bytes(source) : undefined
    return pdf !== undefined && isSealed(pdf)
  }
  return { bytes, isPrinted, made }
}

/** How Word files get their copies for the archive; undefined where the call wants none. */
export type Convert = typeof archivalCopies | undefined

/**
 * Items with the copies for the archive of their Word files, each made once: of evidence too, since only a PDF tells
 * how many pages it takes. What was handed in stays beside it as it was.
 */
export async function withArchival(
  items: readonly ArchiveItem[],
  { bytes, made: ours }: Sources,
  convert: Convert,
  out: Output,
): Promise<MadeItem[]> {
  const words = items
    .flatMap((item) => item.copies)
    .filter(({ source, kind }) => isWord(source) && kind !== 'superseded')
  const documents = words.map(({ source }) => bytes(source) ?? new Uint8Array())
  const { at, end } = out.progress('转换 PDF/A', words.length)
  const made = await convert?.(documents, at)
  end()
  const copyOf = new Map(words.map(({ source }, index) => [source, made?.[index]]))
  return items.map((item) => madeItem(item, copyOf, ours))
}

function madeItem(
  item: ArchiveItem,
  copyOf: ReadonlyMap<string, ArchivalCopy | undefined>,
  ours: Sources['made'],
): MadeItem {
  const archival = item.copies.flatMap(({ source }): MadeCopy[] => {
    const copy = copyOf.get(source)
    const name = nameOf(source).replace(/\.docx?$/i, '-PDFA.pdf')
    return copy && 'pdf' in copy ? [{ name, kind: 'archival', from: { bytes: copy.pdf } }] : []
  })
  const failed = item.copies.map(({ source }) => copyOf.get(source)).find((copy) => copy && 'why' in copy)
  const isReplaced = (kind: CopyKind): boolean => kind === 'printed' && archival.length > 0
  const kept = item.copies
    .filter(({ kind }) => !isReplaced(kind))
    .map(({ source, kind }): MadeCopy => {
      const bytes = ours.get(source)
      return { name: nameOf(source), kind, from: bytes ? { bytes } : { source } }
    })
  return {
    item,
    copies: [...kept, ...archival],
    replaced: item.copies.filter(({ kind }) => isReplaced(kind)).map(({ source }) => source),
    why: failed && 'why' in failed ? failed.why : null,
  }
}

/** Whether a file is a PDF, by its name. */
export function isPdf(name: string): boolean {
  return /\.pdf$/i.test(name)
}
