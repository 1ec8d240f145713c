import type { CellPlace, DraftParagraph } from './draft.ts'
import { CELL_RANK, type DraftHeading, headingIn, labelledText } from './headings.ts'
import { countOfLabel, takeLabel } from './labels.ts'
import type { Vocabulary } from './vocabulary.ts'
import { tidy } from './words.ts'

/** A text and the number of its paragraph. */
export interface DraftPassage {
  readonly text: string
  readonly number: number
}

/** A heading with the text and the sections under it. */
export interface DraftSection extends Pick<DraftHeading, 'title' | 'names' | 'rank' | 'styled'> {
  /** The number of its paragraph. */
  readonly number: number
  readonly cell: CellPlace | null
  /** The texts right under it. */
  readonly own: DraftPassage[]
  readonly children: DraftSection[]
}

/** The sections of a draft: the outermost ones, and all of them in order. */
export interface Outline {
  readonly all: readonly DraftSection[]
  /** The whole text of what is agreed, in whatever section. */
  readonly passages: readonly DraftPassage[]
}

// A line of a typed table of contents: dots or a tab, then a page number.
const CONTENTS_LINE = /(?:\.{3,}|…+|·{3,}|\t)\s*\d+$/u

/** Divides a draft by its headings. Signature blocks and lists of annexes belong to no section. */
export function draftSections(paragraphs: readonly DraftParagraph[], vocabulary: Vocabulary): Outline {
  const all: DraftSection[] = []
  const passages: DraftPassage[] = []
  let open: DraftSection[] = []
  const isInner = innerItems()
  for (const paragraph of paragraphs) {
    const text = tidy(paragraph.text).trim()
    if (text === '' || CONTENTS_LINE.test(text)) continue
    open = leaveCells(open, paragraph)
    // A list of annexes on the cover does not end the text.
    if (vocabulary.isAnnexList(text) && all.some(({ names }) => names.length > 0)) break
    if (vocabulary.isSignature(text)) {
      open = []
      continue
    }
    const found = headingIn(paragraph, vocabulary) ?? namelessSibling(open, paragraph)
    const heading = found && isInner(open, found, paragraph) ? undefined : found
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

function sectionOf(
  { title, names, rank, styled }: DraftHeading,
  { number, cell }: DraftParagraph,
): DraftSection {
  return { title, names, rank, styled, number, cell, own: [], children: [] }
}

/** A text with the same kind of number as the headings around it is a section too, even if it names no clause. */
function namelessSibling(open: readonly DraftSection[], paragraph: DraftParagraph): DraftHeading | undefined {
  const { rank, rest } = labelledText(paragraph)
  const isSibling = open.some((section) => section.rank === rank)
  return isSibling ? { title: '', rank, names: [], rest, styled: false } : undefined
}

/**
 * Tells the items of a list inside a clause, numbered as the headings around it are: the list begins with 一 again under
 * a heading, and goes on with the next number. Items are text of the clause, and never name one.
 */
function innerItems() {
  let last: { readonly rank: string; readonly count: number } | undefined
  return (
    open: readonly DraftSection[],
    { rank, names, styled }: DraftHeading,
    paragraph: DraftParagraph,
  ) => {
    // The rows of a table stand each by themselves.
    const isNamed = names.length > 0 || styled || paragraph.cell !== null
    if (!isNamed && last && rank !== last.rank) return false
    const count = isNamed ? undefined : countOf(paragraph)
    const begins = count === 1 && open.some((section) => section.rank === rank)
    const goesOn = last !== undefined && count === last.count + 1
    last = count !== undefined && (begins || goesOn) ? { rank, count } : undefined
    return last !== undefined
  }
}

function countOf({ text, label }: DraftParagraph): number | undefined {
  const typed = tidy(text).trim()
  return countOfLabel(takeLabel(typed).rank === '' ? tidy(label) : typed)
}

/**
 * The open sections that hold the new one: those before the first of its own rank; in a table row, only ranks in that
 * row count.
 */
function holders(open: readonly DraftSection[], { rank }: DraftHeading): DraftSection[] {
  const row = rank === CELL_RANK ? -1 : open.findLastIndex((section) => section.rank === CELL_RANK)
  const same = open.findIndex((section, index) => index > row && section.rank === rank)
  return same < 0 ? [...open] : open.slice(0, same)
}

/** A section in a cell ends with its row, or at the next row with text in its first column. */
function leaveCells(open: DraftSection[], { cell }: DraftParagraph): DraftSection[] {
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
  open: readonly DraftSection[],
  { rank, names }: DraftHeading,
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
