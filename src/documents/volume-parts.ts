import type { Paragraph, Table, TableCell, TableRow } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import { openPackage, packPackage } from './package.ts'
import { printableInReport } from './printable.ts'
import { withFixedTimes } from './sheet.ts'
import { withWholeNumbers } from './whole-numbers.ts'

export type Docx = typeof import('./docx-library.ts')

const millimetre = 1440 / 25.4
const margins = { top: 25, bottom: 20, left: 25, right: 20 }
/** A4 upright. */
const page = { width: 11906, height: 16838 }
/** The width between the margins, in twips. */
const volumeWidth = Math.floor(page.width - (margins.left + margins.right) * millimetre)

const face = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})

export interface LineOptions {
  readonly face?: string
  /** In half points. */
  readonly size?: number
  readonly align?: 'left' | 'center' | 'right'
  /** Space before and after, in twips. */
  readonly before?: number
  readonly after?: number
  /** In twips. */
  readonly indent?: number
  /** Whether it stays on the page of what follows. */
  readonly keepNext?: boolean
}

/** One paragraph; its line breaks stay. */
export function lineOf({ Paragraph, TextRun }: Docx, text: string, options: LineOptions = {}): Paragraph {
  const { face: eastAsia = '仿宋_GB2312', size = 24, align = 'left', keepNext = false } = options
  return new Paragraph({
    alignment: align,
    keepNext,
    spacing: { before: options.before ?? 0, after: options.after ?? 0 },
    ...(options.indent ? { indent: { left: options.indent } } : {}),
    children: printableInReport(text)
      .split('\n')
      .map(
        (part, index) => new TextRun({ text: part, font: face(eastAsia), size, ...(index && { break: 1 }) }),
      ),
  })
}

export interface VolumeCellOptions extends LineOptions {
  readonly span?: number
}

/** A cell of a text, its lines as paragraphs. */
export function cellOf(docx: Docx, text: string, width: number, options: VolumeCellOptions = {}): TableCell {
  const { TableCell, VerticalAlignTable, WidthType } = docx
  return new TableCell({
    children: text.split('\n').map((line) => lineOf(docx, line, options)),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    ...(options.span === undefined ? {} : { columnSpan: options.span }),
  })
}

/** A table over the whole width; `widths` in twips. */
export function tableOf(
  { Table, TableLayoutType, WidthType }: Docx,
  widths: readonly number[],
  rows: TableRow[],
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows,
  })
}

/** Shares of the whole width as widths in twips. */
export function sharesOf(...shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((volumeWidth * share) / all))
}

/** The bytes of a .docx, the same for the same content; `numbered` for one with page numbers. */
export async function volumeDocument(
  docx: Docx,
  title: string,
  children: readonly (Paragraph | Table)[],
  numbered = true,
): Promise<Uint8Array> {
  const { Document, Footer, Packer, PageNumber, Paragraph, TextRun } = docx
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: face('宋体'), size: 21 })
  const footer = new Footer({ children: [new Paragraph({ alignment: 'center', children: [number] })] })
  const inTwips = Object.fromEntries(
    Object.entries(margins).map(([side, length]) => [side, Math.round(length * millimetre)]),
  )
  const document = new Document({
    title,
    creator: 'ejc',
    lastModifiedBy: 'ejc',
    styles: { default: { document: { run: { language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: { size: page, margin: inTwips } },
        ...(numbered ? { footers: { default: footer } } : {}),
        children,
      },
    ],
  })
  const parts = openPackage(new Uint8Array(await Packer.toBuffer(document)), title)
  const styles = parts.get('word/styles.xml')
  if (styles) parts.set('word/styles.xml', strToU8(withWholeNumbers(strFromU8(styles))))
  const core = parts.get('docProps/core.xml')
  if (core) parts.set('docProps/core.xml', strToU8(withFixedTimes(strFromU8(core))))
  return packPackage(parts)
}
