import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  HeightRule,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { linePitch, style, styles } from './styles.ts'

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** The width of the type area of GB/T 9704-2012, 156 mm, in twentieths of a point. */
export const textWidth = 8845

const page = {
  size: { width: 11906, height: 16838 },
  // 版心下边缘之下 7 mm: the page number stands 23 mm above the lower edge.
  margin: {
    top: twips(37),
    bottom: twips(35),
    left: twips(28),
    right: twips(26),
    header: twips(15),
    footer: twips(23),
  },
}
const grid = { type: DocumentGridType.LINES, linePitch }

const pageNumber = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: style.pageNumber,
        alignment,
        indent: alignment === 'left' ? { left: 280 } : { right: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

/** A section with page numbers: odd pages at the right, even pages at the left (GB/T 9704-2012, 7.5). */
export const numberedSection = (children: ISectionOptions['children'], start?: number): ISectionOptions => ({
  properties: { page: { ...page, ...(start === undefined ? {} : { pageNumbers: { start } }) }, grid },
  footers: { default: pageNumber('right'), even: pageNumber('left') },
  children,
})

/** A cover: a section of its own without a page number. */
export const coverSection = (children: ISectionOptions['children']): ISectionOptions => ({
  properties: { page, grid },
  footers: {
    default: new Footer({ children: [new Paragraph({})] }),
    even: new Footer({ children: [new Paragraph({})] }),
  },
  children,
})

/** The template as a document: its title as a property, its sections, the styles of the standard. */
export const form = (title: string, sections: readonly ISectionOptions[]): Document =>
  new Document({
    title,
    creator: 'ejc',
    lastModifiedBy: 'ejc',
    styles,
    evenAndOddHeaderAndFooters: true,
    sections,
  })

/** Text of the form; `提示：` opens a hint shown only in drafts, in grey; a line feed breaks the line. */
const runs = (text: string): TextRun[] =>
  text
    .split(/(\{\{提示：[^{}]*\}\}|\n)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\n') return new TextRun({ break: 1 })
      return new TextRun(part.startsWith('{{提示：') ? { text: part, style: style.hint } : { text: part })
    })

interface ParagraphExtras {
  readonly keepNext?: boolean
  readonly before?: number
  readonly after?: number
  readonly indent?: { readonly left?: number; readonly right?: number; readonly hanging?: number }
  readonly alignment?: 'left' | 'right' | 'center'
}

/** One paragraph in a named style. */
export const styledParagraph = (styleId: string, text = '', extras: ParagraphExtras = {}): Paragraph => {
  const { before, after, ...rest } = extras
  const spacing = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
  return new Paragraph({
    style: styleId,
    children: runs(text),
    ...rest,
    ...(before === undefined && after === undefined ? {} : { spacing }),
  })
}

export interface CellOptions {
  readonly span?: number
  readonly merge?: 'restart' | 'continue'
  readonly top?: boolean
  /** Whether no line is drawn at its sides and below it. */
  readonly open?: boolean
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A table cell `width` twentieths of a point wide, its content in the middle unless `top`. */
export const formCell = (width: number, children: Paragraph[], options: CellOptions = {}): TableCell =>
  new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: options.top ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(options.open && { borders: { left: none, right: none, bottom: none } }),
    ...(options.span === undefined ? {} : { columnSpan: options.span }),
    ...(options.merge === undefined
      ? {}
      : {
          verticalMerge: options.merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
        }),
  })

/** A row at least `height` twentieths of a point high, kept on one page; a heading stands again on every page. */
export const formRow = (height: number, children: TableCell[], heading = false): TableRow =>
  new TableRow({
    children,
    cantSplit: true,
    height: { value: height, rule: HeightRule.ATLEAST },
    ...(heading && { tableHeader: true }),
  })

const sides = (border: typeof line | typeof none) => ({
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
})

/** The title of a form that is one table, close above it. */
export const tableTitle = (text: string): Paragraph => styledParagraph(style.title, text, { after: 160 })

/** After a table that ends a form: Word sets a line there, which in the height of a body line might fill a page. */
export const tableEnd = (): Paragraph => styledParagraph(style.thin)

const cellMargins = { top: 40, bottom: 40, left: 100, right: 100 }
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 }

/** A table with fixed columns over the whole type area; `ruled: false` for one that only aligns. */
export const formTable = (columns: readonly number[], rows: TableRow[], ruled = true): Table =>
  new Table({
    rows,
    columnWidths: [...columns],
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: sides(ruled ? line : none),
    margins: { ...(ruled ? cellMargins : noMargins), marginUnitType: WidthType.DXA },
  })
