import type { Paragraph, Table, TableCell, TableRow } from 'docx'
import { formCell, formRow, formTable, styledParagraph, textWidth } from './layout.ts'
import { style } from './styles.ts'

/** Lines of a place to sign, kept with what is below them. */
export const placeLines = (...texts: readonly string[]): Paragraph[] =>
  texts.map((text) => styledParagraph(style.party, text, { keepNext: true }))

/** The line of a place to sign that leaves room for a seal or a name above it. */
export const placeBelow = (text: string): Paragraph =>
  styledParagraph(style.party, text, { keepNext: true, before: 579 })

/** A place of the obligors at the right, at least `height` twentieths of a point high, for each row of its group. */
interface Place {
  readonly height: number
  readonly lines: readonly Paragraph[]
}

/** LibreOffice keeps a row with the next by the first paragraph of its first cell alone. */
const continued = (width: number): TableCell => formCell(width, placeLines(''), { merge: 'continue' })

/**
 * Where two sides sign, side by side, the obligors one under another; of more than two, all but the first stand two by
 * two below (`withSigningPairs`). The left cell begins in a row of its own and runs down beside rows that repeat.
 * @param first how high that row is: a line where the right side begins a line lower than the left
 * @param below what stands under all places, over both columns
 */
export const signingTable = (
  width: number,
  first: readonly [height: number, styleId: string],
  left: readonly Paragraph[],
  right: readonly Place[],
  below: readonly Paragraph[] = [],
): Table => {
  const [height, styleId] = first
  const begins: TableRow = formRow(height, [
    formCell(width, [...left], { merge: 'restart', top: true }),
    formCell(textWidth - width, [styledParagraph(styleId, '', { keepNext: true })], { top: true }),
  ])
  const places = right.map(({ height: high, lines }) =>
    formRow(high, [continued(width), formCell(textWidth - width, [...lines], { top: true })]),
  )
  const ends = below.length > 0 ? [formRow(height, [formCell(textWidth, [...below], { span: 2 })])] : []
  return formTable([width, textWidth - width], [begins, ...places, ...ends], false)
}
