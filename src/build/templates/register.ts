import type { TableRow } from 'docx'
import { cell, paragraph, row, textWidth } from './layout.ts'
import { style } from './styles.ts'

/** Four columns: a label, its value, and the same again. */
export const pairColumns = [1900, 2522, 1900, 2523] as const
const [labelWidth, leftWidth, secondLabel, rightWidth] = pairColumns

const label = (text: string) => [paragraph(style.label, text)]
const value = (text: string) => [paragraph(style.cell, text)]

/** A row of one label and its value over the whole width. */
export const wideRow = (title: string, text: string, height = 700): TableRow =>
  row(height, [cell(labelWidth, label(title)), cell(textWidth - labelWidth, value(text), { span: 3 })])

/** A row of two labels, each with its value. */
export const pairRow = (title: string, text: string, second: string, other: string): TableRow =>
  row(700, [
    cell(labelWidth, label(title)),
    cell(leftWidth, value(text)),
    cell(secondLabel, label(second)),
    cell(rightWidth, value(other)),
  ])

/** A row that is signed by hand: a value, then the day. */
export const signedRow = (title: string, text: string, date: string): TableRow =>
  row(1300, [
    cell(labelWidth, label(title)),
    cell(
      textWidth - labelWidth,
      [
        paragraph(style.cell, text, { keepNext: true }),
        paragraph(style.cellSignature, date, { before: 320 }),
      ],
      { span: 3 },
    ),
  ])
