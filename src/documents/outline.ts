import type { CellPlace, Draft, DraftParagraph } from '../core/drafts/draft.ts'
import { DocumentError } from './error.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type Package, partText } from './package.ts'
import { type Paragraph, paragraphsOf, piecesOf, type Reading } from './paragraphs.ts'
import {
  boldOf,
  childOf,
  childValue,
  listPlaceOf,
  outlineOf,
  readStyles,
  type StyleTraits,
} from './word-styles.ts'
import { elementsOf, findAll, parseXml, type XmlElement } from './xml.ts'

// The text of an agreement is some hundred kilobytes of XML; what is larger by far is no agreement.
const mostBytes = 8 * 1024 * 1024
const tracked = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']

/**
 * The outline of a Word draft in both readings of its tracked changes: each paragraph with its number, style, bold
 * text and place in a table. Lines of a table of contents are left out.
 * @param subject how messages call the file
 * @throws DocumentError when it is no .docx, is damaged, has a password, or is too large
 */
export const readDraft = (docx: Uint8Array, subject: string): Draft => {
  const parts = openPackage(docx, subject)
  if ((parts.get('word/document.xml')?.length ?? 0) > mostBytes)
    throw new DocumentError(subject, ['正文超过 8 MiB，不像是协议，不予检查。'])
  const root = parseXml(partText(parts, 'word/document.xml'), subject)
  const read = (reading: Reading) => readParagraphs(root, parts, subject, reading)
  const hasChanges = tracked.some((name) => findAll(root, name).length > 0)
  return { accepted: read('accepted'), original: hasChanges ? read('original') : null }
}

const readParagraphs = (
  root: XmlElement,
  parts: Package,
  subject: string,
  reading: Reading,
): DraftParagraph[] => {
  const styleOf = readStyles(parts, subject)
  const labelOf = readNumbering(parts, subject)
  const placeOf = cellPlaces()
  const outline: DraftParagraph[] = []
  let joined: DraftParagraph | undefined
  for (const [index, paragraph] of shownParagraphs(root).entries()) {
    const properties = childOf(paragraph.element, 'w:pPr')
    const style = styleOf(childValue(properties, 'w:pStyle'))
    const cell = placeOf(paragraph)
    if (style.contents) continue
    const label = labelOf({ ...style.numbering, ...listPlaceOf(properties) })
    const level = outlineOf(properties)
    const read: DraftParagraph = {
      number: index + 1,
      label,
      ...textsOf(paragraph.element, style, reading),
      outline: level === undefined ? style.outline : level,
      cell,
    }
    const whole = joined ? join(joined, read) : read
    joined = endsNowhere(properties, reading) ? whole : undefined
    if (!joined) outline.push(whole)
  }
  return joined ? [...outline, joined] : outline
}

/** What a reader sees once: the fallback of a drawing repeats its text boxes. */
const shownParagraphs = (root: XmlElement): Paragraph[] =>
  paragraphsOf(root).filter(({ ancestors }) => !ancestors.some(({ name }) => name === 'mc:Fallback'))

/** Whether the mark at the paragraph's end is not there in this reading: its text then runs on into the next. */
const endsNowhere = (properties: XmlElement | undefined, reading: Reading): boolean => {
  const mark = childOf(properties, 'w:rPr')
  const gone = reading === 'accepted' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo']
  return gone.some((name) => childOf(mark, name) !== undefined)
}

const join = (first: DraftParagraph, second: DraftParagraph): DraftParagraph => {
  // A paragraph that is gone as a whole leaves nothing of its own, not even its number.
  if (first.text === '') return second
  const bold = first.bold && (second.bold || second.text === '')
  return {
    ...first,
    text: first.text + second.text,
    bold,
    lead: first.bold && !bold ? first.text : first.lead,
  }
}

interface Run {
  readonly text: string
  readonly bold: boolean
}

const textsOf = (
  paragraph: XmlElement,
  style: StyleTraits,
  reading: Reading,
): Pick<DraftParagraph, 'text' | 'bold' | 'lead'> => {
  const runs = runsOf(paragraph, style, reading).filter(({ text }) => text.trim() !== '')
  const plain = runs.findIndex((run) => !run.bold)
  const text = textIn(runsOf(paragraph, style, reading))
  return { text, bold: runs.length > 0 && plain < 0, lead: plain > 0 ? textIn(runs.slice(0, plain)) : '' }
}

const textIn = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

const runsOf = (element: XmlElement, style: StyleTraits, reading: Reading): Run[] =>
  elementsOf(element).flatMap((child): Run[] => {
    // Asking for the pieces of an element that holds this child alone leaves out what the reading hides.
    const pieces = piecesOf({ name: '', attributes: '', children: [child] }, reading)
    if (pieces.length === 0) return []
    if (child.name !== 'w:r') return runsOf(child, style, reading)
    const text = pieces.map((piece) => piece.text).join('')
    return [{ text, bold: boldOf(childOf(child, 'w:rPr')) ?? style.bold }]
  })

/** Numbers the tables and rows as they come, and the cells of each row. */
const cellPlaces = (): ((paragraph: Paragraph) => CellPlace | null) => {
  const numbers = new Map<XmlElement, number>()
  const numberOf = (element: XmlElement): number => {
    const number = numbers.get(element) ?? numbers.size
    numbers.set(element, number)
    return number
  }
  const rows = new Map<XmlElement, ReadonlyMap<XmlElement, number>>()
  const columnsOf = (row: XmlElement): ReadonlyMap<XmlElement, number> => {
    const columns = rows.get(row) ?? new Map(cellsOf(row).map((cell, index) => [cell, index]))
    rows.set(row, columns)
    return columns
  }
  return ({ ancestors }) => {
    const [table, row, cell] = ['w:tbl', 'w:tr', 'w:tc'].map((tag) =>
      ancestors.findLast(({ name }) => name === tag),
    )
    if (!table || !row || !cell) return null
    const columns = columnsOf(row)
    const column = columns.get(cell) ?? 0
    return { table: numberOf(table), row: numberOf(row), column, columns: columns.size }
  }
}

/** The cells of a row itself, not of a table inside it; some are wrapped in content controls. */
const cellsOf = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((child) => {
    if (child.name === 'w:tc') return [child]
    return child.name === 'w:tbl' ? [] : cellsOf(child)
  })
