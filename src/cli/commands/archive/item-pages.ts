import { isWord } from '../../../core/archive/item.ts'
import type { PdfPages } from '../../../documents/pdf-reading.ts'
import { isPdf, type MadeCopy, type MadeItem, type Sources } from './copies.ts'

/** The pages of an item, as its first copy is printed, and those of each of its copies. */
export interface ItemPages {
  readonly pages: number | null
  readonly why: string | null
  readonly isPaged: boolean
  readonly ofCopies: readonly (number | null)[]
}

/** Pictures that hold one page. */
const PICTURE = /\.(jpe?g|png|bmp)$/i
/** Files that nobody prints. */
const WITHOUT_PAGES = /\.(mp4|mov|avi|mkv|wmv|mp3|wav|m4a|zip|rar|7z|shp|kml|kmz|dwg|db)$/i

/**
 * Counts the pages of an item: those of its first copy; of a Word file, those of the PDF that was made of it. Where
 * they can't be counted, the pages that the record tells, if it does.
 */
export async function pagesOfItem(made: MadeItem, { bytes }: Sources): Promise<ItemPages> {
  const counted: PdfPages[] = []
  for (const copy of made.copies) counted.push(await countPages(copy, bytes))
  const ofCopies = counted.map((each) => ('pages' in each ? each.pages : null))
  const first = printedCopy(made)
  const found = counted[first ? made.copies.indexOf(first) : -1] ?? {
    why: made.why ?? 'Word 文件没有转换',
  }
  const { recordedPages } = made.item
  const pages = 'pages' in found ? found.pages : recordedPages
  if (pages !== null) return { pages, why: null, isPaged: true, ofCopies }
  const name = made.copies[0]?.name ?? ''
  return {
    pages,
    why: 'why' in found ? found.why : null,
    isPaged: !WITHOUT_PAGES.test(name),
    ofCopies,
  }
}

/** The copy that is printed: the first, or the PDF that was made of it. */
function printedCopy({ copies }: MadeItem): MadeCopy | undefined {
  const [first] = copies
  if (first === undefined || !isWord(first.name)) return first
  return copies.find(({ kind }) => kind === 'archival' || kind === 'printed')
}

async function countPages({ name, from }: MadeCopy, bytes: Sources['bytes']): Promise<PdfPages> {
  if (PICTURE.test(name)) return { pages: 1 }
  if (!isPdf(name)) return { why: `${/\.[^.]+$/.exec(name)?.[0] ?? '没有扩展名的'} 文件不能自动计页` }
  const pdf = 'bytes' in from ? from.bytes : bytes(from.source)
  const { pdfPages } = await import('../../../documents/pdf-reading.ts')
  return pdf ? pdfPages(pdf) : { why: '读不到文件' }
}
