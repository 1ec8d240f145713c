/**
 * Where a paragraph stands in a table; tables and rows are numbered as they come, columns and cells of a row from 0.
 */
export interface CellPlace {
  readonly table: number
  readonly row: number
  readonly column: number
  /** How many cells the row has. */
  readonly columns: number
}

/** One paragraph of a Word draft, as a reader sees it. */
export interface DraftParagraph {
  /** Its number in reading order from 1, empty ones, table cells and text boxes counted. */
  readonly number: number
  /** The number that Word itself puts before it (`一、`, `第…条`, `1.2`), empty when there is none. */
  readonly label: string
  readonly text: string
  /** The bold beginning of a paragraph whose rest is not bold; empty when there is none. */
  readonly lead: string
  /** Whether all of its text is bold. */
  readonly bold: boolean
  /** Whether it stands in the middle of the line. */
  readonly centred?: boolean
  /** Its outline level by its style, from 0; null for body text. */
  readonly outline: number | null
  /** Its place in a table; null outside of tables. */
  readonly cell: CellPlace | null
}

/** A draft in both readings of its tracked changes. */
export interface WordDraft {
  /** With all changes accepted. */
  readonly accepted: readonly DraftParagraph[]
  /** With all changes rejected; null when nothing is tracked. */
  readonly original: readonly DraftParagraph[] | null
}
