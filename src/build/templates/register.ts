import type { TableRow } from 'docx'
import { formCell, formRow, styledParagraph, textWidth } from './layout.ts'
import { style } from './styles.ts'

/** Four columns: a label, its value, and the same again. */
export const pairColumns = [1900, 2522, 1900, 2523] as const
const [labelWidth, leftWidth, secondLabel, rightWidth] = pairColumns

const label = (text: string) => [styledParagraph(style.label, text)]
const value = (text: string) => [styledParagraph(style.cell, text)]

/** A row of one label and its value over the whole width. */
export const wideRow = (title: string, text: string, height = 700): TableRow =>
  formRow(height, [
    formCell(labelWidth, label(title)),
    formCell(textWidth - labelWidth, value(text), { span: 3 }),
  ])

/** A row of two labels, each with its value. */
export const pairRow = (title: string, text: string, second: string, other: string): TableRow =>
  formRow(700, [
    formCell(labelWidth, label(title)),
    formCell(leftWidth, value(text)),
    formCell(secondLabel, label(second)),
    formCell(rightWidth, value(other)),
  ])

/** The day beside a signature, which whoever signs writes. */
const dayByHand = '　　　　年　　月　　日'

/** A row that is signed by hand: a value, then the day. */
export const signedRow = (title: string, text: string, date = dayByHand): TableRow =>
  formRow(1300, [
    formCell(labelWidth, label(title)),
    formCell(
      textWidth - labelWidth,
      [
        styledParagraph(style.cell, text, { keepNext: true }),
        styledParagraph(style.cellSignature, date, { before: 320 }),
      ],
      { span: 3 },
    ),
  ])
