import type { CaseView } from '../view.ts'
import type { Absent } from './evidence-items.ts'
import type { ArchiveItem, CopyKind } from './item.ts'

/** A file of an item in the archive: its path there, what it is, and its pages where they could be counted. */
export interface FiledCopy {
  readonly file: string
  readonly kind: CopyKind | 'archival'
  /** The file of the case that it is; null for what was made for the archive. */
  readonly source: string | null
  readonly pages: number | null
}

/** An item that has its place: its number, its files, its pages. */
export interface Filed extends Omit<ArchiveItem, 'copies'> {
  readonly number: number
  readonly files: readonly FiledCopy[]
  /** The pages of its first copy, as it is printed; null where they are not known. */
  readonly pages: number | null
  /** Why they are not known. */
  readonly why: string | null
  /** Why there is no PDF/A of its Word file, where one was to be made. */
  readonly noCopy: string | null
  /** Whether it has pages at all: a film has none. */
  readonly isPaged: boolean
  /** 页号: the first and the last of its pages in the file; null from the first item on whose pages nobody knows. */
  readonly from: number | null
  readonly to: number | null
}

/** A whole file (一案一卷), as its pages tell of it. */
export interface Volume {
  readonly view: CaseView
  readonly commit: string
  /** Whether it is only a working copy of a case that is open or incomplete. */
  readonly isWorking: boolean
  readonly items: readonly Filed[]
  /** Evidence on the list, and signed papers, that have no file. */
  readonly absent: readonly Absent[]
  /** What keeps the file from being closed. */
  readonly lacking: readonly string[]
  /** The recorded steps of which no paper is in it. */
  readonly withoutPaper: readonly string[]
  /** The errors and warnings of the case on the day of the archive: how many, in words, and what each says. */
  readonly standing: { readonly count: string; readonly messages: readonly string[] }
  /** Why there are no PDFs of the Word files, where there are none. */
  readonly noPdf: string | null
}

/** Items with the numbers of their pages in the file, which are known as long as those of all before are. */
export function numbered(items: readonly Omit<Filed, 'number' | 'from' | 'to'>[]): Filed[] {
  let next: number | null = 1
  return items.map((item, index): Filed => {
    const from: number | null = item.isPaged && item.pages !== null ? next : null
    const to = from === null || item.pages === null ? null : from + item.pages - 1
    if (item.isPaged) next = to === null ? null : to + 1
    return { ...item, number: index + 1, from, to }
  })
}

/** How many pages a file has; null where those of an item are not known. */
export function pagesOf({ items }: Volume): number | null {
  const paged = items.filter(({ isPaged }) => isPaged)
  if (paged.some(({ pages }) => pages === null)) return null
  return paged.reduce((sum, { pages }) => sum + (pages ?? 0), 0)
}
