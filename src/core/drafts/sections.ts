import type { CellPlace, DraftParagraph } from './draft.ts'
import { CELL_RANK, type Heading, headingOf, labelledText } from './headings.ts'
import type { Vocabulary } from './vocabulary.ts'
import { tidy } from './words.ts'

/** A text and the paragraph that it stands in. */
export interface Passage {
  readonly text: string
  readonly number: number
}

/** A heading with what stands under it. */
export interface Section extends Pick<Heading, 'title' | 'names' | 'rank' | 'styled'> {
  /** The number of its paragraph. */
  readonly number: number
  readonly cell: CellPlace | null
  /** The texts right under it. */
  readonly own: Passage[]
  readonly children: Section[]
}

/** A draft in its sections: those that no other holds, and all of them in order. */
export interface Outline {
  readonly all: readonly Section[]
  /** What is agreed on, whatever section it stands in. */
  readonly passages: readonly Passage[]
}

// A line of a table of contents that was typed: dots or a tab, then a page number.
const CONTENTS_LINE = /(?:\.{3,}|…+|·{3,}|\t)\s*\d+$/u

/** Divides a draft by its headings. Signature blocks and lists of annexes belong to no section. */
export function sectionsOf(paragraphs: readonly DraftParagraph[], vocabulary: Vocabulary): Outline {
  const all: Section[] = []
  const passages: Passage[] = []
  let open: Section[] = []
  for (const paragraph of paragraphs) {
    const text = tidy(paragraph.text).trim()
    if (text === '' || CONTENTS_LINE.test(text)) continue
    open = leaveCells(open, paragraph)
    // On the cover, the list of what is attached does not end the text.
    if (vocabulary.isAnnexList(text) && all.some(({ names }) => names.length > 0)) break
    if (vocabulary.isSignature(text)) {
      open = []
      continue
    }
    const heading = headingOf(paragraph, vocabulary) ?? namelessSibling(open, paragraph)
    if (heading && isMoreOfTitle(open, heading, paragraph)) continue
    if (heading) {
      const section = sectionOf(heading, paragraph)
      open = [...holders(open, heading), section]
      open.at(-2)?.children.push(section)
      all.push(section)
    }
    const passage = { text: heading ? heading.rest : text, number: paragraph.number }
    if (passage.text === '') continue
    passages.push(passage)
    open.at(-1)?.own.push(passage)
  }
  return { all, passages }
}

function sectionOf({ title, names, rank, styled }: Heading, { number, cell }: DraftParagraph): Section {
  return { title, names, rank, styled, number, cell, own: [], children: [] }
}

/** A text that is numbered as the headings around it are is a section too, though nothing names it. */
function namelessSibling(open: readonly Section[], paragraph: DraftParagraph): Heading | undefined {
  const { rank, rest } = labelledText(paragraph)
  const isSibling = rank !== '' && open.some((section) => section.rank === rank)
  return isSibling ? { title: '', rank, names: [], rest, styled: false } : undefined
}

/** The sections that hold the new one: those opened before one of its own rank, in a cell no further than the row. */
function holders(open: readonly Section[], { rank }: Heading): Section[] {
  const row = rank === CELL_RANK ? -1 : open.findLastIndex((section) => section.rank === CELL_RANK)
  const same = open.findIndex((section, index) => index > row && section.rank === rank)
  return same < 0 ? [...open] : open.slice(0, same)
}

/** A heading in a cell ends with its row, or with the next row that has something in its first column. */
function leaveCells(open: Section[], { cell }: DraftParagraph): Section[] {
  const at = open.findIndex((section) => section.rank === CELL_RANK)
  const place = open[at]?.cell
  if (!place) return open
  const goesOn =
    cell !== null &&
    cell.table === place.table &&
    (cell.row === place.row || (cell.column > 0 && cell.columns > 1))
  return goesOn ? open : open.slice(0, at)
}

/** A further line of the label cell explains its first line. */
function isMoreOfTitle(
  open: readonly Section[],
  { rank, names }: Heading,
  { cell }: DraftParagraph,
): boolean {
  const top = open.at(-1)
  return (
    rank === CELL_RANK &&
    names.length === 0 &&
    top?.cell !== null &&
    top?.cell?.row === cell?.row &&
    top?.cell?.column === cell?.column
  )
}
